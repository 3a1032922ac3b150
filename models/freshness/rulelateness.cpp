// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/deliveries.h"
#include "models/freshness/evidence.h"
#include "models/freshness/lateness.h"
#include "models/freshness/rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace freshness {

using namespace base;

namespace {

constexpr Micros lateFloor = 15 * microsPerMinute;
constexpr Micros behindFloor = 12 * microsPerHour;

bool isWeekend(QDate date)
{
    return date.dayOfWeek() >= 6;
}

QString limitText(const LearnedLimit& learned)
{
    return QCoreApplication::translate("freshness", "Usual: %1 after the slot (median of %2 loads); late is more than %3.")
        .arg(durationWords(Micros(learned.median)))
        .arg(learned.samples)
        .arg(durationWords(Micros(learned.limit)));
}

void addLateProducer(RuleContext& context, const Job& job, const Delivery& delivery, const LearnedLimit& learned)
{
    const World& world = context.world;
    const SlotTable& table = job.slotTable;
    const Execution& execution = world.executionOf(job, delivery.run);
    const bool retried = world.record(execution).attempts.size() >= 2;
    Finding finding = makeFinding({retried ? "retry_made_producer_late" : "producer_ended_late", std::nullopt, {}, {}, std::nullopt,
        producerSide(world, job, delivery.run), slotKey(world, job, delivery.slot)});
    finding.slot = table.at(delivery.slot);
    finding.slotDate = table.date(delivery.slot);
    finding.producerTask = world.taskNameOf(job);
    const QString after = durationWords(*table.run(delivery.run).end - table.at(delivery.slot));
    finding.headline = retried
        ? QCoreApplication::translate("freshness", "%1 ended %2 after its slot, after a failed attempt").arg(job.name, after)
        : QCoreApplication::translate("freshness", "%1 ended %2 after its slot, later than usual").arg(job.name, after);
    finding.evidence.append({QStringLiteral("learned_limit"), QCoreApplication::translate("freshness", "usual"), limitText(learned),
        table.at(delivery.slot) + Micros(learned.limit), durationWords(Micros(learned.limit))});
    addLoadEvidence(world, job, delivery.run, finding);
    addAttemptEvidence(world, execution, finding);
    finding.advice.append({QStringLiteral("look"), QCoreApplication::translate("freshness", "Open the log of run %1 of %2.").arg(execution.run, job.name), {}});
    context.findings.append(finding);
}

std::optional<UtcTime> cursorInstant(const runs::Observation& observation)
{
    if (observation.instant)
        return observation.instant;
    const QDate date = QDate::fromString(observation.value.left(10), Qt::ISODate);
    return date.isValid() ? std::optional<UtcTime>(UtcTime::fromUtc(date)) : std::nullopt;
}

bool hasDltRecord(const World& world, const Execution& execution)
{
    const auto isDlt = [&world](int record) { return world.history.runs.at(record).system() == QLatin1String("dlt"); };
    return isDlt(execution.record) || std::any_of(execution.others.begin(), execution.others.end(), isDlt);
}

/// dlt may write its end some seconds after the system that drives it.
UtcTime lastRecordedEnd(const World& world, const Execution& execution, UtcTime end)
{
    for (const int other : execution.others)
        end = std::max(end, world.history.runs.at(other).end.value_or(end));
    return end;
}

struct Lag {
    Delivery delivery;
    UtcTime lastValue;
};

/// How far each delivering dlt run had read. A load that brings no new state keeps the value of the one before it.
QVector<Lag> lagsOf(const RuleContext& context, const Job& job, int dataset, const QVector<Delivery>& deliveries)
{
    const QVector<const runs::Observation*> cursors = context.facts.cursors(job.task, dataset);
    QVector<Lag> result;
    qsizetype next = 0;
    std::optional<UtcTime> lastValue;
    for (const Delivery& delivery : deliveries) {
        const SlotRun& run = job.slotTable.run(delivery.run);
        const UtcTime known = lastRecordedEnd(context.world, context.world.executions.at(run.execution), *run.end);
        for (; next < cursors.size() && cursors.at(next)->at <= known; ++next) {
            const std::optional<UtcTime> value = cursorInstant(*cursors.at(next));
            lastValue = value ? value : lastValue;
        }
        if (lastValue && hasDltRecord(context.world, context.world.executions.at(run.execution)))
            result.append({delivery, *lastValue});
    }
    return result;
}

void addSourceBehind(RuleContext& context, const Job& job, int dataset, const Lag& lag, const LearnedLimit& learned)
{
    const World& world = context.world;
    const SlotTable& table = job.slotTable;
    Finding finding = makeFinding({"source_system_behind", std::nullopt, world.datasets.name(dataset), world.datasets.key(dataset), std::nullopt,
        producerSide(world, job, lag.delivery.run), slotKey(world, job, lag.delivery.slot)});
    finding.slot = table.at(lag.delivery.slot);
    finding.slotDate = table.date(lag.delivery.slot);
    finding.producerTask = world.taskNameOf(job);
    const QString age = durationWords(table.run(lag.delivery.run).start - lag.lastValue);
    finding.headline = QCoreApplication::translate("freshness", "The newest row of %1 was %2 old when it was read from the source").arg(finding.dataset, age);
    finding.evidence.append({QStringLiteral("business_date"), QCoreApplication::translate("freshness", "source read up to"),
        QCoreApplication::translate("freshness", "The newest value that the source had was %1.").arg(lag.lastValue.toIso()), lag.lastValue, {}});
    finding.evidence.append({QStringLiteral("learned_limit"), QCoreApplication::translate("freshness", "usual"),
        QCoreApplication::translate("freshness", "Usual age: %1 (median of %2 loads); behind is more than %3.")
            .arg(durationWords(Micros(learned.median)))
            .arg(learned.samples)
            .arg(durationWords(Micros(learned.limit))),
        std::nullopt, durationWords(Micros(learned.limit))});
    addLoadEvidence(world, job, lag.delivery.run, finding);
    finding.advice.append({QStringLiteral("look"), QCoreApplication::translate("freshness", "The extraction works: ask the owner of the source system."), {}});
    context.findings.append(finding);
}

LatenessSample sampleOf(const SlotTable& table, const Delivery& delivery, Micros value)
{
    return {table.at(delivery.slot), isWeekend(table.date(delivery.slot)), value};
}

} // namespace

void findLateProducers(RuleContext& context)
{
    for (const Job& job : context.world.jobs) {
        if (!job.extracts())
            continue;
        const QVector<Delivery> deliveries = deliveriesOf(job.slotTable, context.world.latest);
        QVector<LatenessSample> samples;
        for (const Delivery& delivery : deliveries)
            samples.append(sampleOf(job.slotTable, delivery, *job.slotTable.run(delivery.run).end - job.slotTable.at(delivery.slot)));
        const QVector<std::optional<LearnedLimit>> limits = learnedLimits(samples, lateFloor);
        for (qsizetype i = 0; i < limits.size(); ++i) {
            if (limits.at(i) && limits.at(i)->exceeded)
                addLateProducer(context, job, deliveries.at(i), *limits.at(i));
        }
    }
}

void findSourceSystemsBehind(RuleContext& context)
{
    for (const Job& job : context.world.jobs) {
        if (job.dbtNode || job.task < 0 || job.writes.isEmpty())
            continue;
        const QVector<Delivery> deliveries = deliveriesOf(job.slotTable, context.world.latest);
        for (const int dataset : job.writes) {
            const QVector<Lag> lags = lagsOf(context, job, dataset, deliveries);
            QVector<LatenessSample> samples;
            for (const Lag& lag : lags)
                samples.append(sampleOf(job.slotTable, lag.delivery, job.slotTable.run(lag.delivery.run).start - lag.lastValue));
            const QVector<std::optional<LearnedLimit>> limits = learnedLimits(samples, behindFloor);
            for (qsizetype i = 0; i < limits.size(); ++i) {
                if (limits.at(i) && limits.at(i)->exceeded)
                    addSourceBehind(context, job, dataset, lags.at(i), *limits.at(i));
            }
        }
    }
}

} // namespace freshness
