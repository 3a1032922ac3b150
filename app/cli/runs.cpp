// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "models/freshness/diagnose.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

namespace cli {

namespace {

struct RunsOptions : Common {
    std::string from;
    std::string to;
};

QJsonValue timeJson(const std::optional<base::UtcTime>& time)
{
    return time ? QJsonValue(time->toIso()) : QJsonValue();
}

QJsonObject runJson(const freshness::PhysicalRun& run)
{
    return {{QStringLiteral("system"), run.system}, {QStringLiteral("record"), run.record},
        {QStringLiteral("task"), run.task.isEmpty() ? QJsonValue() : QJsonValue(run.task)}, {QStringLiteral("job"), run.job},
        {QStringLiteral("run"), run.run}, {QStringLiteral("kind"), runs::kindWord(run.kind)}, {QStringLiteral("state"), runs::stateWord(run.state)},
        {QStringLiteral("planned"), timeJson(run.planned)}, {QStringLiteral("start"), timeJson(run.start)}, {QStringLiteral("end"), timeJson(run.end)},
        {QStringLiteral("attempts"), run.attempts.size()},
        {QStringLiteral("rows"), run.rows ? QJsonValue(double(*run.rows)) : QJsonValue()}};
}

QString shortTime(const std::optional<base::UtcTime>& time)
{
    return time ? time->toIso().left(19).replace(u'T', u' ') : QStringLiteral("-");
}

void printRuns(const QVector<freshness::PhysicalRun>& list)
{
    QVector<QStringList> rows{{QStringLiteral("START (UTC)"), QStringLiteral("END (UTC)"), QStringLiteral("TOOK"), QStringLiteral("STATE"),
        QStringLiteral("TRIES"), QStringLiteral("SYSTEM"), QStringLiteral("JOB"), QStringLiteral("RUN")}};
    for (const freshness::PhysicalRun& run : list) {
        const QString took = run.start && run.end ? base::durationWords(*run.end - *run.start) : QStringLiteral("-");
        rows.append({shortTime(run.start), shortTime(run.end), took, runs::stateWord(run.state),
            QString::number(std::max<qsizetype>(1, run.attempts.size())), run.system, run.job, run.run});
    }
    printTable(rows);
    printLine(counted(list.size(), "run"));
}

int runRuns(const RunsOptions& options)
{
    std::optional<base::UtcTime> from;
    std::optional<base::UtcTime> to;
    for (const auto& [text, end, option, target] : {std::tuple(&options.from, false, "--from", &from), std::tuple(&options.to, true, "--to", &to)}) {
        if (text->empty())
            continue;
        const auto when = parseWhen(*text, end, option);
        if (!when)
            return fail(when.error(), options.json);
        *target = *when;
    }
    const auto opened = openHistory(options);
    if (!opened)
        return fail(opened.error(), options.json);
    const pipeline::Workspace& workspace = opened->workspace;
    const runs::History& history = opened->history;
    QVector<freshness::PhysicalRun> list;
    for (const freshness::PhysicalRun& run : freshness::diagnose(workspace, history).runs) {
        const auto begin = run.start ? run.start : run.queued ? run.queued : run.end;
        const auto end = run.end ? run.end : begin;
        if ((from && (!end || *end < *from)) || (to && (!begin || *begin >= *to)))
            continue;
        list.append(run);
    }
    if (options.json) {
        QJsonArray array;
        for (const freshness::PhysicalRun& run : list)
            array.append(runJson(run));
        printJson({{QStringLiteral("runs"), array}});
    } else {
        printRuns(list);
    }
    return Fine;
}

} // namespace

Command addRuns(CLI::App& app)
{
    auto options = std::make_shared<RunsOptions>();
    CLI::App* command = app.add_subcommand("runs", "all runs of all systems as a table, each physical run once");
    addCommon(*command, *options);
    command->add_option("--from", options->from, "only runs that end at or after this date or instant");
    command->add_option("--to", options->to, "only runs that start before the end of this date, or before this instant");
    return {command, [options] { return runRuns(*options); }};
}

} // namespace cli
