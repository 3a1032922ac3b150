// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/orchestra.h"

#include "models/formats/orchestra/builder.h"
#include "models/formats/orchestra/losses.h"
#include "models/formats/orchestra/rules.h"

#include <QCoreApplication>

namespace formats::orchestra {

namespace {

void noteDangling(const Chain& chain, const pipeline::Workspace& workspace, base::Problems& findings)
{
    for (const pipeline::Pipeline* member : chain.pipelines) {
        for (const pipeline::OutputRef& reference : member->dependencies) {
            const pipeline::Pipeline* producer = workspace.pipeline(reference.pipeline);
            const base::Place place = reference.place.line > 0 ? reference.place : member->placeOf(QStringLiteral("dependencies"));
            if (!producer)
                note(findings, base::Severity::Error, "orchestra.dangling",
                    QCoreApplication::translate("formats", "%1 waits for %2, which does not exist; the file starts without it").arg(member->id, reference.text()), place);
            else if (!producer->outputs.contains(reference.output))
                note(findings, base::Severity::Warning, "orchestra.unknown_output",
                    QCoreApplication::translate("formats", "%1 has no output %2; the file waits for the whole pipeline").arg(reference.pipeline, reference.output), place);
            else if (producer->outputs.size() > 1)
                note(findings, base::Severity::Info, "orchestra.output",
                    QCoreApplication::translate("formats", "Orchestra knows no outputs: %1 waits for all of %2, not only for %3").arg(member->id, reference.pipeline, reference.output), place);
        }
    }
}

} // namespace

base::Result<Export> exportWorkspace(const pipeline::Workspace& workspace, const Speller& speller, const ExportOptions& options)
{
    for (const QString& id : options.pipelines) {
        if (!workspace.pipeline(id))
            return base::makeError("formats.no_such_pipeline", QCoreApplication::translate("formats", "There is no pipeline %1.").arg(id));
    }
    const QVector<Chain> chains = chainsOf(workspace, options.pipelines);
    if (chains.isEmpty())
        return base::makeError("formats.nothing_to_export", QCoreApplication::translate("formats", "The workspace has no pipeline to export."));
    Export result;
    for (const Chain& chain : chains) {
        noteDangling(chain, workspace, result.findings);
        auto file = Builder(chain, speller, result.findings).build();
        if (!file)
            continue;
        for (int n = 2; result.files.contains(file->fileName); ++n)
            file->fileName = file->fileName.section(u'.', 0, -2) + QStringLiteral("_%1.yaml").arg(n);
        const QByteArray text = textOf(*file);
        result.files.insert(file->fileName, text);
        for (base::Problem problem : checkText(text, file->fileName)) {
            // What the target would refuse or silently not do is said at the pipeline it comes from.
            problem.message = file->fileName + u' ' + problem.place.keyPath + QStringLiteral(": ") + problem.message;
            problem.place = chain.pipelines.first()->place;
            result.findings.append(problem);
        }
    }
    base::sortProblems(result.findings);
    return result;
}

} // namespace formats::orchestra
