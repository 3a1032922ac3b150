// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/replay.h"

#include <algorithm>

namespace freshness {

using namespace base;

namespace {

/// The first task-level execution of each slot of a pipeline, and everything that belongs to that slot.
struct PipelineSlot {
    std::optional<UtcTime> start, end;
    QVector<int> executions;
};

bool isWithin(const World& world, const Execution& execution, const QString& pipelineId)
{
    const pipeline::Pipeline* pipeline = world.pipelineOf(execution.task);
    return pipeline && pipeline->id == pipelineId;
}

/// Runs of the pipeline by the cron slot that they belong to.
QMap<UtcTime, PipelineSlot> slotsOfPipeline(const World& world, const QString& pipelineId)
{
    QMap<UtcTime, PipelineSlot> result;
    const Schedule* schedule = world.schedules.of(pipelineId);
    for (int i = 0; i < int(world.executions.size()); ++i) {
        const Execution& execution = world.executions.at(i);
        if (!execution.producer || execution.job < 0 || execution.slotRun < 0 || !isWithin(world, execution, pipelineId))
            continue;
        const SlotRun& run = world.jobs.at(execution.job).slotTable.run(execution.slotRun);
        if (run.slot < 0 || run.extra || !schedule->isCron())
            continue;
        PipelineSlot& slot = result[world.jobs.at(execution.job).slotTable.at(run.slot)];
        slot.executions.append(i);
        if (execution.invocation >= 0)
            continue; // nodes lie inside their invocation
        slot.start = std::min(slot.start.value_or(run.start), run.start);
        if (run.end)
            slot.end = std::max(slot.end.value_or(*run.end), *run.end);
    }
    return result;
}

/// Tests, checks and idle commands of the same invocation move with it; so do rows that are no runs of a slot.
void addInvocationRows(const World& world, QVector<ReplayDay>& days)
{
    QHash<int, int> dayOfInvocation;
    for (int i = 0; i < int(days.size()); ++i) {
        for (const int execution : std::as_const(days.at(i).executions)) {
            if (world.executions.at(execution).invocation < 0)
                dayOfInvocation.insert(execution, i);
        }
    }
    for (int i = 0; i < int(world.executions.size()); ++i) {
        const int day = dayOfInvocation.value(world.executions.at(i).invocation, -1);
        if (world.executions.at(i).invocation >= 0 && day >= 0 && !days.at(day).executions.contains(i))
            days[day].executions.append(i);
    }
}

void moveRun(runs::Run& run, const Execution& execution, Micros shift)
{
    const auto move = [shift](std::optional<UtcTime>& at) {
        if (at)
            at = *at + shift;
    };
    const bool invocation = run.system() == QLatin1String("dbt") && run.parentKey.isEmpty();
    if (invocation) { // what was resolved from manifest, id or log stays resolved
        run.start = execution.start;
        run.end = execution.end;
        run.startEstimated = false;
        run.detail.remove(QStringLiteral("dbtVersion"));
    }
    move(run.planned);
    move(run.queued);
    move(run.start);
    move(run.end);
    for (runs::Attempt& attempt : run.attempts) {
        move(attempt.start);
        move(attempt.end);
    }
}

} // namespace

QVector<ReplayDay> replayDays(World& world, Judgements& judgements, const ReplayPlan& plan)
{
    QVector<ReplayDay> days;
    const int producerJob = world.jobByName.value(plan.producerJob, -1);
    const QMap<UtcTime, PipelineSlot> consumer = slotsOfPipeline(world, plan.consumerPipeline);
    int consumerJob = -1;
    for (const Edge& edge : std::as_const(judgements.edges)) {
        const pipeline::Pipeline* to = world.pipelineOf(world.jobs.at(edge.consumer).task);
        if (edge.producer == producerJob && to && to->id == plan.consumerPipeline && consumerJob < 0)
            consumerJob = edge.consumer;
    }
    if (producerJob < 0 || consumerJob < 0 || consumer.isEmpty())
        return days;
    const SlotTable& producer = world.jobs.at(producerJob).slotTable;
    const Pairing pairing = judgements.pairing(consumerJob, producerJob);
    QMap<int, ReplayDay> bySlot;
    for (auto k = consumer.begin(); k != consumer.end(); ++k) {
        const int slot = pairing.pairedSlot(k.key());
        if (slot < producer.firstRecorded() || slot < 0 || bySlot.contains(slot))
            continue; // of an hourly consumer the first run of the producer's slot
        ReplayDay day;
        day.slot = producer.at(slot);
        day.date = producer.date(slot);
        day.consumerSlot = k.key();
        day.delivered = producer.delivered(slot);
        day.start = k->start;
        day.end = k->end;
        day.executions = k->executions;
        if (plan.fixedShift)
            day.shift = plan.fixedShift;
        else if (day.delivered && day.start)
            day.shift = *day.delivered - *day.start;
        bySlot.insert(slot, day);
    }
    for (const ReplayDay& day : std::as_const(bySlot))
        days.append(day);
    addInvocationRows(world, days);
    return days;
}

runs::History shiftedHistory(const World& world, const QVector<ReplayDay>& days)
{
    runs::History changed = world.history;
    QVector<int> dropped;
    for (const ReplayDay& day : days) {
        for (const int index : day.executions) {
            const Execution& execution = world.executions.at(index);
            for (const int record : QVector<int>{execution.record} + execution.others) {
                if (day.shift)
                    moveRun(changed.runs[record], execution, *day.shift);
                else
                    dropped.append(record);
            }
        }
    }
    std::sort(dropped.begin(), dropped.end());
    for (auto it = dropped.crbegin(); it != dropped.crend(); ++it)
        changed.runs.remove(*it);
    return changed;
}

} // namespace freshness
