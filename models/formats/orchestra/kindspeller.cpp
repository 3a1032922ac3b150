// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/catalogue.h"
#include "models/formats/orchestra/jobtable.h"
#include "models/formats/orchestra/orchestra.h"

#include <QCoreApplication>

namespace formats::orchestra {

namespace {

base::Error notSpelled(const QString& message)
{
    return base::makeError("orchestra.no_spelling", message);
}

base::Result<Spelling> spellByCatalogue(const catalogue::Catalogue& kinds, const QString& dialect, const pipeline::Task& task)
{
    if (task.kind.isEmpty())
        return notSpelled(QCoreApplication::translate("formats", "it has no kind"));
    const catalogue::TaskKind* kind = kinds.find(task.kind);
    if (!kind)
        return notSpelled(QCoreApplication::translate("formats", "the kind %1 is not in the catalogue").arg(task.kind));
    const auto spelled = kind->spelledFor(dialect, task.with);
    if (!spelled)
        return notSpelled(QCoreApplication::translate("formats", "Orchestra has no job for the kind %1").arg(task.kind));
    Spelling spelling{spelled->fixed.value(QStringLiteral("integration")).toString(),
        spelled->fixed.value(QStringLiteral("integration_job")).toString(), spelled->parameters, spelled->lost};
    const auto known = jobParameters(spelling.integration, spelling.job);
    if (!known)
        return notSpelled(QCoreApplication::translate("formats", "the catalogue spells %1 as %2 / %3, which Orchestra does not know")
                              .arg(task.kind, spelling.integration, spelling.job));
    QStringList missing = spelled->missing;
    for (const JobParameter& parameter : *known) {
        const bool given = std::any_of(spelling.parameters.begin(), spelling.parameters.end(), [&](const auto& entry) { return entry.first == parameter.name; });
        if (parameter.required && !given && !missing.contains(parameter.name))
            missing.append(parameter.name);
    }
    if (!missing.isEmpty())
        return notSpelled(QCoreApplication::translate("formats", "Orchestra's job %1 needs %2; nothing under `with` says it")
                              .arg(spelling.job, missing.join(QStringLiteral(", "))));
    return spelling;
}

} // namespace

base::Result<Export> OrchestraDialect::write(const pipeline::Workspace& workspace, const catalogue::Catalogue& kinds, const ExportOptions& options) const
{
    return exportWorkspace(workspace, [&](const pipeline::Task& task) { return spellByCatalogue(kinds, id(), task); }, options);
}

} // namespace formats::orchestra
