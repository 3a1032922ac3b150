// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "models/base/files.h"
#include "models/catalogue/catalogue.h"
#include "models/formats/dialect.h"

#include <CLI/CLI.hpp>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace cli {

namespace {

struct ExportCommandOptions : Common {
    std::string dialect;
    std::string out;
    std::vector<std::string> pipelines;
};

base::Result<void> writeFiles(const formats::Export& written, const QString& folder)
{
    for (auto it = written.files.begin(); it != written.files.end(); ++it) {
        const QString path = folder + u'/' + it.key();
        if (!QDir().mkpath(QFileInfo(path).path()))
            return base::makeError("file.write", QStringLiteral("the folder cannot be made"), base::Place{QFileInfo(path).path(), 0, 0, {}});
        if (const auto done = base::writeFile(path, it.value()); !done)
            return done.error();
    }
    return {};
}

int report(const ExportCommandOptions& options, const formats::Export& written, const QString& folder)
{
    QJsonArray findings;
    for (const base::Problem& finding : written.findings) {
        const QString line = base::Error{finding.code, finding.message, finding.place}.toString();
        if (!options.json)
            printLine(QStringLiteral("%1: %2").arg(base::severityWord(finding.severity), line));
        findings.append(QJsonObject{{QStringLiteral("severity"), base::severityWord(finding.severity)}, {QStringLiteral("code"), finding.code},
            {QStringLiteral("message"), finding.message}, {QStringLiteral("file"), finding.place.file}, {QStringLiteral("line"), finding.place.line},
            {QStringLiteral("column"), finding.place.column}});
    }
    QJsonArray files;
    for (auto it = written.files.begin(); it != written.files.end(); ++it) {
        files.append(folder + u'/' + it.key());
        if (!options.json)
            printLine(QStringLiteral("wrote %1/%2").arg(folder, it.key()));
    }
    if (options.json)
        printJson({{QStringLiteral("files"), files}, {QStringLiteral("findings"), findings}});
    return base::hasErrors(written.findings) ? Findings : Fine;
}

int runExport(const ExportCommandOptions& options)
{
    const formats::Registry dialects = formats::builtInDialects();
    const formats::Dialect* dialect = dialects.find(QString::fromStdString(options.dialect));
    if (!dialect) {
        QStringList known;
        for (const auto& each : dialects.dialects())
            known.append(each->id());
        return fail(base::makeError("usage.dialect", QStringLiteral("--to: \"%1\" is no known format; known: %2")
                                        .arg(QString::fromStdString(options.dialect), known.join(QStringLiteral(", ")))), options.json);
    }
    const auto workspace = openWorkspace(options);
    if (!workspace)
        return fail(workspace.error(), options.json);
    formats::ExportOptions selection;
    for (const std::string& pipeline : options.pipelines)
        selection.pipelines.append(QString::fromStdString(pipeline));
    const auto written = dialect->write(*workspace, catalogue::loadCatalogue(workspace->root), selection);
    if (!written)
        return fail(written.error(), options.json);
    const QString folder = QString::fromStdString(options.out);
    if (const auto done = writeFiles(*written, folder); !done)
        return fail(done.error(), options.json);
    return report(options, *written, folder);
}

} // namespace

Command addExport(CLI::App& app)
{
    auto options = std::make_shared<ExportCommandOptions>();
    CLI::App* command = app.add_subcommand("export", "write the pipelines in a scheduler's own format; what it cannot say is a finding");
    addCommon(*command, *options, false);
    command->add_option("--to", options->dialect, "format: orchestra")->required();
    command->add_option("--out", options->out, "folder to write to")->required();
    command->add_option("--pipeline", options->pipelines, "only this pipeline and what it is chained to (may be given several times)");
    return {command, [options] { return runExport(*options); }};
}

} // namespace cli
