// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "models/runs/import.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

namespace cli {

namespace {

struct ImportOptions : Common {
    std::vector<std::string> paths;
};

QJsonObject reportJson(const runs::FileReport& report)
{
    return {{QStringLiteral("path"), report.path}, {QStringLiteral("format"), report.format}, {QStringLiteral("new"), report.counts.added},
        {QStringLiteral("updated"), report.counts.updated}, {QStringLiteral("unchanged"), report.counts.unchanged},
        {QStringLiteral("refused"), report.refused.isEmpty() ? QJsonValue() : QJsonValue(report.refused)},
        {QStringLiteral("notes"), QJsonArray::fromStringList(report.notes)}};
}

void printReports(const QVector<runs::FileReport>& reports)
{
    QVector<QStringList> rows{{QStringLiteral("FILE"), QStringLiteral("FORMAT"), QStringLiteral("NEW"), QStringLiteral("UPDATED"),
        QStringLiteral("UNCHANGED"), QStringLiteral("REFUSED")}};
    for (const runs::FileReport& report : reports) {
        rows.append({report.path, report.format.isEmpty() ? QStringLiteral("-") : report.format, QString::number(report.counts.added),
            QString::number(report.counts.updated), QString::number(report.counts.unchanged), report.refused});
    }
    printTable(rows);
    for (const runs::FileReport& report : reports) {
        for (const QString& note : report.notes)
            printLine(QStringLiteral("note: %1: %2").arg(report.path, note));
    }
}

int runImport(const ImportOptions& options)
{
    const auto workspace = openWorkspace(options);
    if (!workspace)
        return fail(workspace.error(), options.json);
    auto store = openStore(options);
    if (!store)
        return fail(store.error(), options.json);
    QStringList paths;
    for (const std::string& path : options.paths)
        paths.append(QString::fromStdString(path));
    const auto reports = runs::importPaths(*store, paths);
    if (!reports)
        return fail(reports.error(), options.json);
    runs::ImportCounts sum;
    int refused = 0;
    QJsonArray files;
    for (const runs::FileReport& report : *reports) {
        sum.added += report.counts.added;
        sum.updated += report.counts.updated;
        sum.unchanged += report.counts.unchanged;
        refused += report.refused.isEmpty() ? 0 : 1;
        files.append(reportJson(report));
    }
    if (options.json) {
        printJson({{QStringLiteral("files"), files}, {QStringLiteral("new"), sum.added}, {QStringLiteral("updated"), sum.updated},
            {QStringLiteral("unchanged"), sum.unchanged}, {QStringLiteral("refused"), refused}});
    } else {
        printReports(*reports);
        if (reports->isEmpty())
            printLine(QStringLiteral("nothing that looks like a run history was found there"));
        printLine(QStringLiteral("%1: %2 new, %3 updated, %4 unchanged, %5 refused")
                      .arg(counted(reports->size(), "file")).arg(sum.added).arg(sum.updated).arg(sum.unchanged).arg(refused));
    }
    return refused > 0 ? Findings : Fine;
}

} // namespace

Command addImport(CLI::App& app)
{
    auto options = std::make_shared<ImportOptions>();
    CLI::App* command = app.add_subcommand("import", "read run histories: dbt artifacts and logs, dlt SQLite destinations, Airbyte job lists, OpenLineage, Tableau");
    addCommon(*command, *options);
    command->add_option("PATH", options->paths, "files and folders; formats are recognised by content")->required();
    return {command, [options] { return runImport(*options); }};
}

} // namespace cli
