// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/dbtruns.h"

#include <QJsonArray>

#include <algorithm>

namespace freshness {

using namespace base;

namespace {

int dbtRecordRank(const runs::Run& run)
{
    return run.record == QLatin1String("dbt.run_results") ? 0 : run.record == QLatin1String("dbt.log") ? 1 : 2;
}

QStringList dbtProjects(const runs::Run& run)
{
    QStringList projects{run.jobKey};
    for (const QJsonValue& project : run.detail.value(QLatin1String("projects")).toArray()) {
        if (!projects.contains(project.toString()))
            projects.append(project.toString());
    }
    projects.removeAll(QString());
    return projects;
}

/// First 48 bits of a UUIDv7: milliseconds since 1970.
std::optional<UtcTime> uuid7Time(const QString& id)
{
    const QString hex = QString(id).remove(u'-');
    if (hex.size() != 32 || hex.at(12) != u'7')
        return std::nullopt;
    bool ok = false;
    const qint64 ms = hex.left(12).toLongLong(&ok, 16);
    return ok ? std::optional<UtcTime>(UtcTime{ms * 1000}) : std::nullopt;
}

std::optional<UtcTime> invocationStart(const World& world, const runs::Run& best, const runs::Run* log)
{
    if (log && log->start)
        return log->start;
    const int own = world.manifests.sameInvocation(best.runKey);
    const std::optional<UtcTime> inManifest = own < 0 ? std::nullopt : world.manifests.manifest(own).invocationStartedAt;
    const bool engine2 = best.detail.value(QLatin1String("dbtVersion")).toString().startsWith(u'2');
    if (!engine2 && best.start && !best.startEstimated)
        return best.start;
    if (inManifest)
        return inManifest;
    const std::optional<UtcTime> byId = engine2 ? uuid7Time(best.runKey) : std::nullopt;
    return byId ? byId : best.start;
}

bool isOneOf(const QString& word, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(), [&word](const char* one) { return word == QLatin1String(one); });
}

QString resourceType(const QString& uniqueId)
{
    return uniqueId.section(u'.', 0, 0);
}

} // namespace

bool DbtCommand::works() const
{
    return which.isEmpty() || isOneOf(which, {"run", "build", "seed", "snapshot", "test", "retry", "clone"});
}

bool DbtCommand::materialises() const
{
    return works() && which != QLatin1String("test") && !empty;
}

bool DbtCommand::publishes() const
{
    return !empty && (which.isEmpty() || isOneOf(which, {"run", "build", "snapshot", "retry"}));
}

QVector<JoinedRun> dbtInvocations(const runs::History& history, const TaskMatcher& matcher)
{
    QHash<QString, QVector<int>> byId;
    QStringList ids;
    for (int i = 0; i < int(history.runs.size()); ++i) {
        const runs::Run& run = history.runs.at(i);
        if (run.system() != QLatin1String("dbt") || !run.parentKey.isEmpty())
            continue;
        QVector<int>& records = byId[run.runKey];
        if (records.isEmpty())
            ids.append(run.runKey);
        records.append(i);
    }
    QVector<JoinedRun> result;
    for (const QString& id : std::as_const(ids)) {
        QVector<int> records = byId.value(id);
        std::stable_sort(records.begin(), records.end(), [&history](int a, int b) { return dbtRecordRank(history.runs.at(a)) < dbtRecordRank(history.runs.at(b)); });
        const runs::Run& best = history.runs.at(records.first());
        result.append({matcher.dbtTask(dbtProjects(best), best.detail.value(QLatin1String("select"))), records});
    }
    return result;
}

DbtCommand dbtCommand(const World& world, const Execution& invocation)
{
    QVector<int> records = invocation.others;
    records.prepend(invocation.record);
    DbtCommand command;
    for (const int record : std::as_const(records)) {
        const QJsonObject& detail = world.history.runs.at(record).detail;
        if (command.which.isEmpty())
            command.which = detail.value(QLatin1String("which")).toString();
        command.empty = command.empty || detail.value(QLatin1String("empty")).toBool();
    }
    return command;
}

void describeInvocation(World& world, Execution& execution)
{
    const runs::Run& best = world.record(execution);
    const runs::Run* log = best.record == QLatin1String("dbt.log") ? &best : nullptr;
    for (const int other : std::as_const(execution.others)) {
        if (world.history.runs.at(other).record == QLatin1String("dbt.log"))
            log = &world.history.runs.at(other);
    }
    execution.start = invocationStart(world, best, log);
    execution.end = log && log->end ? log->end : best.end;
    execution.state = best.state;
    if (execution.start || execution.end) {
        execution.manifest = world.manifests.ofInvocation(dbtProjects(best), best.runKey,
            execution.end.value_or(execution.start.value_or(UtcTime{})));
    }
}

namespace {

void describeNode(Execution& execution, const runs::Run& row, const Execution& invocation, const DbtCommand& command)
{
    const QString type = resourceType(row.jobKey);
    const bool builds = isOneOf(type, {"model", "seed", "snapshot"});
    const bool reused = isOneOf(row.rawState, {"reused", "no-op"}); // nothing was built and nothing failed
    execution.run = row.parentKey;
    execution.task = invocation.task;
    execution.manifest = invocation.manifest;
    execution.start = invocation.start;
    execution.read = row.start ? row.start : invocation.start;
    execution.state = runs::isNotOk(row.state) ? runs::State::Failed : row.state;
    execution.end = runs::isOk(row.state) && row.end ? row.end : invocation.end;
    execution.producer = builds && command.materialises() && row.state != runs::State::Unknown && !reused && execution.start.has_value();
    execution.published = isOneOf(type, {"model", "snapshot"}) && command.publishes() && runs::isOk(row.state) && !reused
        && execution.read.has_value();
    if (builds && (execution.producer || execution.published))
        execution.job = 0; // made a job by the caller
}

} // namespace

void addDbtNodes(World& world, const QHash<QString, int>& byInvocation)
{
    QHash<QString, int> byKey;
    const QVector<runs::Run>& records = world.history.runs;
    QHash<int, DbtCommand> commands;
    for (int i = 0; i < int(records.size()); ++i) {
        const runs::Run& row = records.at(i);
        if (row.system() != QLatin1String("dbt") || row.parentKey.isEmpty())
            continue;
        const int known = byKey.value(row.runKey, -1);
        if (known >= 0) { // run_results before the log
            Execution& execution = world.executions[known];
            const bool better = dbtRecordRank(row) < dbtRecordRank(records.at(execution.record));
            execution.others.append(better ? execution.record : i);
            execution.record = better ? i : execution.record;
            continue;
        }
        byKey.insert(row.runKey, int(world.executions.size()));
        Execution execution;
        execution.record = i;
        execution.invocation = byInvocation.value(row.parentKey, -1);
        world.executions.append(execution);
    }
    for (Execution& execution : world.executions) {
        const runs::Run& row = world.record(execution);
        if (row.system() != QLatin1String("dbt") || row.parentKey.isEmpty())
            continue;
        Execution orphan;
        orphan.start = row.start;
        orphan.end = row.end;
        if (execution.invocation >= 0 && !commands.contains(execution.invocation))
            commands.insert(execution.invocation, dbtCommand(world, world.executions.at(execution.invocation)));
        describeNode(execution, row, execution.invocation >= 0 ? world.executions.at(execution.invocation) : orphan,
            commands.value(execution.invocation));
        if (execution.job == 0)
            execution.outputs = {world.datasets.add(row.outputs.value(0), Datasets::Spelling::DbtNode)};
        execution.outputs.removeAll(-1);
    }
}

} // namespace freshness
