// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/evidence.h"
#include "models/freshness/rules.h"
#include "models/freshness/sla.h"

#include <QCoreApplication>

#include <algorithm>

namespace freshness {

using namespace base;

std::optional<Micros> wallTime(const QString& text)
{
    const QStringList parts = text.split(u':');
    bool hoursOk = false;
    bool minutesOk = false;
    const int hours = parts.value(0).toInt(&hoursOk);
    const int minutes = parts.value(1).toInt(&minutesOk);
    if (parts.size() != 2 || !hoursOk || !minutesOk || hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return hours * microsPerHour + minutes * microsPerMinute;
}

UtcTime deadlineOf(const Zone& zone, Micros wall, UtcTime slot)
{
    const QDate date = zone.localDate(slot);
    UtcTime at = zone.toUtc(date, wall);
    for (int days = 1; at < slot && days <= 2; ++days)
        at = zone.toUtc(date.addDays(days), wall);
    return at;
}

namespace {

bool hasOtherVerdict(const RuleContext& context, int execution)
{
    const auto bad = [&context](int judged) { return isBad(context.judgements.runs.at(judged).judgement.verdict); };
    const QVector<int>& own = context.judgements.ofExecution(execution);
    return std::any_of(own.begin(), own.end(), bad);
}

/// Executions of dbt nodes by their invocation's execution.
QMultiHash<int, int> nodesOfInvocations(const World& world)
{
    QMultiHash<int, int> result;
    for (int i = 0; i < int(world.executions.size()); ++i) {
        if (world.executions.at(i).invocation >= 0)
            result.insert(world.executions.at(i).invocation, i);
    }
    return result;
}

bool taskConsumes(const Job& job, const Execution& execution)
{
    return !job.declaredReads.isEmpty() || job.recordedInputs || (job.dbtTask && execution.manifest >= 0);
}

void addMissedDeadline(RuleContext& context, const Job& job, const Execution& execution, int slot, UtcTime deadline)
{
    const World& world = context.world;
    Finding finding = makeFinding({"consumer_missed_deadline", Verdict::Late, {}, {}, Side{job.name, execution.run, execution.start},
        std::nullopt, slotKey(world, job, slot)});
    finding.slot = job.slotTable.at(slot);
    finding.slotDate = job.slotTable.date(slot);
    finding.consumerTask = job.name;
    finding.gapSeconds = seconds(*execution.end - deadline);
    finding.headline = QCoreApplication::translate("freshness", "%1 ended %2 after its deadline")
                           .arg(job.name, durationWords(*execution.end - deadline));
    finding.evidence.append({QStringLiteral("note"), QCoreApplication::translate("freshness", "deadline"),
        QCoreApplication::translate("freshness", "Its pipeline promises to be done by %1.").arg(deadline.toIso()), deadline, {}});
    finding.evidence.append({QStringLiteral("note"), QCoreApplication::translate("freshness", "ended"),
        QCoreApplication::translate("freshness", "The run ended at %1.").arg(execution.end->toIso()), execution.end, {}});
    context.findings.append(finding);
}

void findMissedDeadlinesOfJob(RuleContext& context, const Job& job, const QMultiHash<int, int>& nodes)
{
    const World& world = context.world;
    const pipeline::Pipeline* pipeline = world.pipelineOf(job.task);
    const std::optional<Micros> wall = pipeline ? wallTime(pipeline->sla) : std::nullopt;
    if (!wall || !world.schedules.hasOwnCron(pipeline->id))
        return;
    int lastSlot = -1;
    for (const SlotRun& run : job.slotTable.runs()) { // by start: the first published one of each slot
        const Execution& execution = world.executions.at(run.execution);
        if (!execution.published || run.slot <= lastSlot)
            continue;
        lastSlot = run.slot;
        const UtcTime deadline = deadlineOf(job.schedule->zone, *wall, job.slotTable.at(run.slot));
        if (!execution.end || *execution.end <= deadline || !taskConsumes(job, execution))
            continue;
        const QList<int> rows = nodes.values(run.execution);
        const bool other = hasOtherVerdict(context, run.execution)
            || std::any_of(rows.begin(), rows.end(), [&context](int row) { return hasOtherVerdict(context, row); });
        if (!other)
            addMissedDeadline(context, job, execution, run.slot, deadline);
    }
}

} // namespace

void findMissedDeadlines(RuleContext& context)
{
    const QMultiHash<int, int> nodes = nodesOfInvocations(context.world);
    for (const Job& job : context.world.jobs) {
        if (!job.dbtNode && job.task >= 0)
            findMissedDeadlinesOfJob(context, job, nodes);
    }
}

} // namespace freshness
