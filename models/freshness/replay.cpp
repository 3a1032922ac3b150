// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/replay.h"

#include "models/freshness/deliveries.h"
#include "models/freshness/sla.h"

#include <algorithm>

namespace freshness {

using namespace base;

namespace {

const pipeline::Pipeline* replayPipeline(const pipeline::Workspace& workspace, const QString& id)
{
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        if (pipeline.id == id)
            return &pipeline;
    }
    return nullptr;
}

bool dependsOn(const pipeline::Workspace& workspace, const pipeline::Pipeline& pipeline, const QString& id)
{
    QStringList open{pipeline.id};
    QStringList seen;
    while (!open.isEmpty()) {
        const QString at = open.takeLast();
        const pipeline::Pipeline* one = seen.contains(at) ? nullptr : replayPipeline(workspace, at);
        seen.append(at);
        if (!one)
            continue;
        for (const pipeline::OutputRef& dependency : one->dependencies) {
            if (dependency.pipeline == id)
                return true;
            open.append(dependency.pipeline);
        }
    }
    return false;
}

/// Whose wall time the consumer's data has to be ready by: its own, else that of a pipeline that uses it.
const pipeline::Pipeline* slaOwner(const World& world, const Judgements& judgements, const QString& consumer)
{
    const pipeline::Pipeline* own = replayPipeline(world.workspace, consumer);
    if (own && wallTime(own->sla))
        return own;
    for (const pipeline::Pipeline& pipeline : world.workspace.pipelines) {
        if (wallTime(pipeline.sla) && dependsOn(world.workspace, pipeline, consumer))
            return &pipeline;
    }
    for (const Edge& edge : judgements.edges) {
        const pipeline::Pipeline* from = world.pipelineOf(world.jobs.at(edge.producer).task);
        const pipeline::Pipeline* to = world.pipelineOf(world.jobs.at(edge.consumer).task);
        if (from && to && from->id == consumer && to->id != consumer && wallTime(to->sla))
            return to;
    }
    return nullptr;
}

QVector<QDate> mismatchDates(const Diagnosis& diagnosis, const ReplayPlan& plan, const QVector<ReplayDay>& days)
{
    QVector<QDate> dates;
    for (const EdgeVerdict& verdict : diagnosis.verdicts) {
        const bool early = verdict.verdict == Verdict::Race || verdict.verdict == Verdict::Early || verdict.verdict == Verdict::OnFailed;
        if (!early || verdict.producerJob != plan.producerJob || verdict.consumerTask.section(u'.', 0, 0) != plan.consumerPipeline)
            continue;
        const bool recorded = std::any_of(days.begin(), days.end(), [&verdict](const ReplayDay& day) { return day.date == verdict.slotDate; });
        if (recorded && !dates.contains(verdict.slotDate))
            dates.append(verdict.slotDate);
    }
    std::sort(dates.begin(), dates.end());
    return dates;
}

struct Measure {
    const Zone& zone;                   ///< of the consumer: ready times are times of its day
    const pipeline::Pipeline* sla;
    Zone slaZone;
    QDate badDay;
};

ReplayColumn measured(const QVector<ReplayDay>& days, const QVector<QDate>& mismatches, const Measure& how, bool shifted)
{
    ReplayColumn column;
    column.mismatchDates = mismatches;
    column.mismatchDays = int(mismatches.size());
    QVector<Micros> ready;
    for (const ReplayDay& day : days) {
        if (!day.end)
            continue;
        const bool runs = !shifted || day.shift.has_value();
        const UtcTime end = *day.end + (shifted ? day.shift.value_or(0) : 0);
        if (runs) {
            const Micros sinceMidnight = end - how.zone.toUtc(day.date, 0);
            ready.append(sinceMidnight);
            if (day.date == how.badDay)
                column.readyOnBadDay = sinceMidnight;
        }
        if (!how.sla)
            continue;
        ++column.slaTotal;
        const UtcTime deadline = deadlineOf(how.slaZone, *wallTime(how.sla->sla), day.consumerSlot.value_or(day.slot));
        column.slaMet += runs && end <= deadline && !mismatches.contains(day.date) ? 1 : 0; // ready with the wrong data is not ready
    }
    column.readyP95 = quantile(ready, 0.95);
    return column;
}

Micros medianShift(const QVector<ReplayDay>& days)
{
    QVector<Micros> shifts;
    for (const ReplayDay& day : days) {
        if (day.shift && day.end)
            shifts.append(*day.shift);
    }
    if (shifts.isEmpty())
        return 0;
    std::sort(shifts.begin(), shifts.end());
    const qsizetype n = shifts.size();
    return n % 2 == 1 ? shifts.at(n / 2) : (shifts.at(n / 2 - 1) + shifts.at(n / 2)) / 2;
}

/// The unchanged schedule replayed: slot plus the usual wait for a start (queue, warm-up), against what happened.
int daysOnSchedule(const QVector<ReplayDay>& days)
{
    QVector<Micros> waits;
    for (const ReplayDay& day : days) {
        if (day.start && day.consumerSlot)
            waits.append(*day.start - *day.consumerSlot);
    }
    const Micros usual = quantile(waits, 0.5).value_or(0);
    return int(std::count_if(waits.begin(), waits.end(), [usual](Micros wait) { return std::abs(wait - usual) <= microsPerMinute; }));
}

} // namespace

Replay replay(const pipeline::Workspace& workspace, const runs::History& history, const Picture& recorded, const ReplayPlan& plan)
{
    World world(workspace, history);
    Judgements judgements(world);
    const QVector<ReplayDay> days = replayDays(world, judgements, plan);
    const Picture changed = diagnose(plan.changed, shiftedHistory(world, days));

    const Schedule* schedule = world.schedules.of(plan.consumerPipeline);
    Measure how{schedule->zone, slaOwner(world, judgements, plan.consumerPipeline), {}, plan.badDay};
    if (how.sla) {
        const Result<Zone> zone = Zone::find(how.sla->timezone);
        how.slaZone = zone ? *zone : Zone();
    }
    Replay result;
    result.days = int(days.size());
    result.now = measured(days, mismatchDates(recorded.diagnosis, plan, days), how, false);
    result.changed = measured(days, mismatchDates(changed.diagnosis, plan, days), how, true);
    result.extraLatencyMedian = medianShift(days);
    result.fitWithinMinute = daysOnSchedule(days);
    return result;
}

} // namespace freshness
