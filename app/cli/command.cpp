// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "models/base/files.h"
#include "models/base/utctime.h"
#include "models/pipeline/workspace.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace cli {

void addCommon(CLI::App& app, Common& common, bool withStore)
{
    app.add_option("WORKSPACE", common.workspace, "workspace folder, or one pipeline file")->required();
    app.add_flag("--json", common.json, "print one JSON document and nothing else");
    if (withStore)
        app.add_option("--store", common.store, "use this run store (SQLite file) instead of the workspace's own");
}

static void put(std::FILE* stream, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

void printLine(const QString& line)
{
    put(stdout, line);
}

void printError(const QString& line)
{
    put(stderr, QStringLiteral("weirctl: ") + line);
}

void printJson(const QJsonObject& document)
{
    const QByteArray text = QJsonDocument(document).toJson(QJsonDocument::Indented);
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
}

QJsonObject toJson(const base::Error& error)
{
    return {{QStringLiteral("code"), error.code}, {QStringLiteral("message"), error.message},
        {QStringLiteral("place"), error.place.toString()}};
}

int fail(const base::Error& error, bool json)
{
    printError(error.toString());
    if (json)
        printJson({{QStringLiteral("error"), toJson(error)}});
    return Unusable;
}

QString counted(qsizetype count, const char* noun)
{
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(noun), count == 1 ? QString() : QStringLiteral("s"));
}

void printTable(const QVector<QStringList>& rows)
{
    if (rows.isEmpty())
        return;
    QVector<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList& row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 == row.size() ? row[i] : row[i].leftJustified(widths[i] + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        printLine(line);
    }
}

base::Result<pipeline::Workspace> openWorkspace(const Common& common)
{
    auto workspace = pipeline::loadWorkspace(QString::fromStdString(common.workspace));
    if (!workspace)
        return workspace.error();
    if (base::hasErrors(workspace->problems)) {
        base::Error first;
        for (const base::Problem& problem : workspace->problems) {
            if (problem.severity != base::Severity::Error)
                continue;
            const base::Error error{problem.code, problem.message, problem.place};
            if (first.code.isEmpty())
                first = error;
            else
                printError(error.toString());
        }
        return first;
    }
    return workspace;
}

base::Result<runs::Store> openStore(const Common& common)
{
    const QString path = common.store.empty() ? base::storePathFor(QString::fromStdString(common.workspace))
                                              : QString::fromStdString(common.store);
    return runs::Store::open(path);
}

base::Result<Opened> openHistory(const Common& common)
{
    auto workspace = openWorkspace(common);
    if (!workspace)
        return workspace.error();
    const auto store = openStore(common);
    if (!store)
        return store.error();
    auto history = store->load();
    if (!history)
        return history.error();
    return Opened{std::move(*workspace), std::move(*history)};
}

base::Result<base::UtcTime> parseWhen(const std::string& text, bool endOfDay, const char* option)
{
    const QString value = QString::fromStdString(text);
    const auto time = base::parseTime(value);
    if (!time) {
        return base::makeError("usage.time",
            QStringLiteral("%1: \"%2\" is no time; expected 2025-10-03 or 2025-10-03T08:00:00Z").arg(QString::fromLatin1(option), value));
    }
    const bool isDate = value.trimmed().size() == 10;
    return isDate && endOfDay ? time->at + base::microsPerDay : time->at;
}

std::vector<Command> addCommands(CLI::App& app)
{
    return {addCheck(app), addImport(app), addRuns(app), addDiagnose(app), addFix(app), addExport(app), addSync(app), addTimeline(app)};
}

} // namespace cli
