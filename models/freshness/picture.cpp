// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/picture.h"

#include <algorithm>

namespace freshness {

using namespace base;

namespace {

struct JobDatasets {
    QStringList inputs, outputs;
};

QVector<JobDatasets> datasetsOfJobs(const World& world, const Judgements& judgements)
{
    QVector<JobDatasets> result(world.jobs.size());
    for (int i = 0; i < int(world.jobs.size()); ++i) {
        for (const int dataset : world.jobs.at(i).writes)
            result[i].outputs.append(world.datasets.name(dataset));
        for (const int dataset : world.jobs.at(i).declaredReads)
            result[i].inputs.append(world.datasets.name(dataset));
    }
    for (const Edge& edge : judgements.edges) {
        const QString name = world.datasets.name(edge.dataset);
        if (!result.at(edge.consumer).inputs.contains(name))
            result[edge.consumer].inputs.append(name);
    }
    return result;
}

PhysicalRun physicalRun(const World& world, const Execution& execution, const QVector<JobDatasets>& datasets)
{
    const runs::Run& record = world.record(execution);
    const bool node = record.system() == QLatin1String("dbt") && !record.parentKey.isEmpty();
    const bool invocation = record.system() == QLatin1String("dbt") && !node;
    PhysicalRun run;
    run.task = world.taskName(execution.task);
    run.job = node ? record.jobKey : execution.task >= 0 ? run.task : record.jobKey;
    run.run = execution.run;
    run.system = record.system();
    run.record = record.record;
    run.kind = record.kind;
    run.planned = record.planned;
    run.queued = record.queued;
    run.start = invocation ? execution.start : record.start;
    run.end = invocation ? execution.end : record.end;
    run.state = record.state;
    run.attempts = record.attempts;
    run.rows = record.rows;
    for (const int other : execution.others) {
        if (!run.rows)
            run.rows = world.history.runs.at(other).rows;
    }
    run.message = record.message;
    run.parentRun = record.parentKey;
    if (execution.job >= 0) {
        run.inputs = datasets.at(execution.job).inputs;
        run.outputs = datasets.at(execution.job).outputs;
    } else {
        run.inputs = record.inputs;
        run.outputs = record.outputs;
    }
    if (execution.job >= 0 && execution.slotRun >= 0) {
        const SlotTable& table = world.jobs.at(execution.job).slotTable;
        const SlotRun& slotRun = table.run(execution.slotRun);
        run.extra = slotRun.extra;
        if (slotRun.slot >= 0)
            run.slot = table.at(slotRun.slot);
    }
    return run;
}

/// Cron slots that fell due since a task's first recorded run and have no run: its own, or one that was busy then.
void addGhosts(const World& world, QVector<ExpectedRun>& expected)
{
    for (const Job& job : world.jobs) {
        if (job.dbtNode || job.task < 0 || !job.schedule->isCron() || job.slotTable.runs().isEmpty())
            continue;
        const SlotTable& table = job.slotTable;
        for (int slot = std::max(0, table.firstRecorded()); slot < table.count() && table.at(slot) <= world.latest; ++slot) {
            if (!table.hasRun(slot))
                expected.append({job.name, table.at(slot)});
        }
    }
}

} // namespace

void paintPicture(const World& world, const Judgements& judgements, const Facts& facts, Picture& picture)
{
    const QVector<JobDatasets> datasets = datasetsOfJobs(world, judgements);
    const auto startOf = [&world](const Execution& execution) {
        const runs::Run& record = world.record(execution);
        const bool invocation = record.system() == QLatin1String("dbt") && record.parentKey.isEmpty();
        const std::optional<UtcTime> start = invocation ? execution.start : record.start;
        return start.value_or(record.queued.value_or(UtcTime{}));
    };
    QVector<std::pair<UtcTime, int>> order; // sorted before the rows are made: these are heavy to move
    order.reserve(world.executions.size());
    for (int i = 0; i < int(world.executions.size()); ++i)
        order.append({startOf(world.executions.at(i)), i});
    std::sort(order.begin(), order.end());
    picture.runs.reserve(order.size());
    for (const auto& [start, index] : std::as_const(order))
        picture.runs.append(physicalRun(world, world.executions.at(index), datasets));
    addGhosts(world, picture.expected);
    picture.observations = world.history.observations;
    for (runs::Observation& observation : picture.observations) {
        const int dataset = facts.datasetOf(observation);
        if (dataset >= 0)
            observation.dataset = world.datasets.name(dataset);
    }
}

} // namespace freshness
