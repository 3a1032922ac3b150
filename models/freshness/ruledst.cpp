// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/evidence.h"
#include "models/freshness/rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace freshness {

using namespace base;

namespace {

/// A consumer task's runs beside one producer, in the order of their start.
struct JudgedStart {
    UtcTime start;
    bool tooEarly = false; ///< RACE or EARLY on the producer
};

struct TaskPair {
    QString consumer;     ///< task, else job
    int consumerJob = -1; ///< whose slots and pairing stand for the task
    int producer = -1;
    QMap<int, JudgedStart> runs; ///< by execution (of dbt: by invocation)
};

int runOf(const World& world, int execution)
{
    const int invocation = world.executions.at(execution).invocation;
    return invocation >= 0 ? invocation : execution;
}

/// The pairs (consumer task, extraction job) that have an edge, with the consumer's judged runs.
QVector<TaskPair> taskPairs(const RuleContext& context)
{
    const World& world = context.world;
    std::map<std::pair<QString, int>, TaskPair> pairs;
    QHash<QString, QMap<int, JudgedStart>> judgedRuns; // every judged run of the consumer, whatever the producer
    for (const JudgedRun& judged : context.judgements.runs) {
        const Edge& edge = context.judgements.edges.at(judged.edge);
        const Job& consumer = world.jobs.at(edge.consumer);
        if (consumer.task < 0)
            continue;
        const QString name = world.taskNameOf(consumer);
        const int run = runOf(world, judged.execution);
        const JudgedStart start{*world.executions.at(judged.execution).start, false};
        judgedRuns[name].insert(run, start);
        if (!world.jobs.at(edge.producer).extracts() || !world.jobs.at(edge.producer).schedule->isCron() || !consumer.schedule->isCron())
            continue;
        TaskPair& pair = pairs[{name, edge.producer}];
        pair.consumer = name;
        pair.producer = edge.producer;
        const int own = world.jobByName.value(name, -1);
        pair.consumerJob = own >= 0 ? own : edge.consumer;
        JudgedStart& entry = pair.runs[run];
        entry.start = start.start;
        entry.tooEarly = entry.tooEarly || judged.judgement.verdict == Verdict::Race || judged.judgement.verdict == Verdict::Early;
    }
    QVector<TaskPair> result;
    for (auto& [key, pair] : pairs) {
        const QMap<int, JudgedStart>& all = judgedRuns[pair.consumer];
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (!pair.runs.contains(it.key()))
                pair.runs.insert(it.key(), it.value());
        }
        result.append(pair);
    }
    return result;
}

/// Consumer slot minus its paired producer slot.
std::optional<Micros> distance(const Pairing& pairing, const SlotTable& consumer, const SlotTable& producer, int slot)
{
    if (slot < 0 || slot >= consumer.count())
        return std::nullopt;
    const int paired = pairing.pairedSlot(consumer.at(slot));
    return paired < 0 ? std::nullopt : std::optional<Micros>(consumer.at(slot) - producer.at(paired));
}

bool distanceShrinks(RuleContext& context, const TaskPair& pair, const Zone::Transition& change)
{
    const SlotTable& consumer = context.world.jobs.at(pair.consumerJob).slotTable;
    const SlotTable& producer = context.world.jobs.at(pair.producer).slotTable;
    const Pairing pairing = context.judgements.pairing(pair.consumerJob, pair.producer);
    const int before = consumer.latestAtOrBefore(change.at - 1);
    const int after = consumer.latestAtOrBefore(change.at + microsPerDay - 1) + 1;
    const std::optional<Micros> was = distance(pairing, consumer, producer, before);
    const std::optional<Micros> is = distance(pairing, consumer, producer, after);
    const Micros shift = std::abs(change.offsetAfter - change.offsetBefore) * microsPerSecond;
    return was && is && *was - *is == shift;
}

/// Of the judged runs started in [from, to): how many, and how many of them read too early.
std::pair<int, int> countRuns(const TaskPair& pair, UtcTime from, UtcTime to)
{
    int all = 0;
    int early = 0;
    for (const JudgedStart& run : pair.runs) {
        if (run.start < from || run.start >= to)
            continue;
        ++all;
        early += run.tooEarly ? 1 : 0;
    }
    return {all, early};
}

void addClockChange(RuleContext& context, const TaskPair& pair, const Zone::Transition& change, std::pair<int, int> after)
{
    const World& world = context.world;
    const Job& producer = world.jobs.at(pair.producer);
    const Micros shift = std::abs(change.offsetAfter - change.offsetBefore) * microsPerSecond;
    Finding finding = makeFinding({"schedule_shifted_by_dst", std::nullopt, {}, {}, Side{pair.consumer, {}, std::nullopt},
        Side{producer.name, {}, std::nullopt}, QString::number(change.at.us)});
    finding.slot = change.at;
    finding.slotDate = producer.schedule->zone.localDate(change.at);
    finding.gapSeconds = seconds(shift);
    finding.consumerTask = pair.consumer;
    finding.producerTask = world.taskNameOf(producer);
    finding.headline = QCoreApplication::translate("freshness", "The clock change of %1 brought %2 %3 nearer to %4")
                           .arg(finding.slotDate.toString(Qt::ISODate), pair.consumer, durationWords(shift), producer.name);
    finding.evidence.append({QStringLiteral("note"), QCoreApplication::translate("freshness", "clock change"),
        QCoreApplication::translate("freshness", "%1 runs by %2, %3 by %4; at %5 their distance changed by %6.")
            .arg(pair.consumer, world.jobs.at(pair.consumerJob).schedule->zone.name(), producer.name, producer.schedule->zone.name(),
                change.at.toIso(), durationWords(shift)),
        change.at, {}});
    finding.evidence.append({QStringLiteral("note"), QCoreApplication::translate("freshness", "since then"),
        QCoreApplication::translate("freshness", "%1 of %2 runs in the week after it read too early.").arg(after.second).arg(after.first), std::nullopt, {}});
    finding.advice.append({QStringLiteral("for_good"),
        QCoreApplication::translate("freshness", "Give both pipelines the same time zone, or let %1 depend on the output of %2.").arg(pair.consumer, producer.name), {}});
    context.findings.append(finding);
}

void judgeClockChanges(RuleContext& context, const TaskPair& pair)
{
    const World& world = context.world;
    const Zone& ofConsumer = world.jobs.at(pair.consumerJob).schedule->zone;
    const Zone& ofProducer = world.jobs.at(pair.producer).schedule->zone;
    QVector<Zone::Transition> changes = ofConsumer.transitions(world.earliest, world.latest);
    changes += ofProducer.transitions(world.earliest, world.latest);
    QVector<UtcTime> done;
    for (const Zone::Transition& change : std::as_const(changes)) {
        if (done.contains(change.at) || !distanceShrinks(context, pair, change))
            continue;
        const auto after = countRuns(pair, change.at, change.at + 7 * microsPerDay);
        const auto before = countRuns(pair, change.at - 7 * microsPerDay, change.at);
        if (after.first == 0 || 2 * after.second < after.first || before.first == 0 || 2 * before.second >= before.first)
            continue;
        done.append(change.at);
        addClockChange(context, pair, change, after);
    }
}

} // namespace

void findClockChangeShifts(RuleContext& context)
{
    for (const TaskPair& pair : taskPairs(context))
        judgeClockChanges(context, pair);
}

} // namespace freshness
