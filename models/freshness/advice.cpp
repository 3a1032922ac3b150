// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/advice.h"

#include "models/freshness/deliveries.h"
#include "models/freshness/evidence.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace freshness {

using namespace base;

namespace {

/// Nodes of the same invocation whose read of the same producer slot went wrong, by unique_id -> manifest node.
QMap<QString, int> racedReaders(const RuleContext& context, const JudgedRun& judged)
{
    const World& world = context.world;
    const Execution& reader = world.executions.at(judged.execution);
    const int producer = context.judgements.edges.at(judged.edge).producer;
    QMap<QString, int> result;
    for (const Edge& edge : context.judgements.edges) {
        const Job& consumer = world.jobs.at(edge.consumer);
        if (edge.producer != producer || !consumer.dbtNode)
            continue;
        for (const int other : edge.judged) {
            const JudgedRun& run = context.judgements.runs.at(other);
            const Execution& execution = world.executions.at(run.execution);
            if (execution.invocation == reader.invocation && isBad(run.judgement.verdict) && run.judgement.namedSlot == judged.judgement.namedSlot
                && execution.manifest == reader.manifest && execution.manifest >= 0)
                result.insert(consumer.uniqueId, world.manifests.nodeIndex(execution.manifest, consumer.uniqueId));
        }
    }
    return result;
}

/// Does the node come after another of `readers` inside its manifest?
bool comesAfterAnother(const World& world, int manifest, int node, const QMap<QString, int>& readers)
{
    const QString own = world.manifests.node(manifest, node).uniqueId;
    QVector<int> open{node};
    QSet<int> seen{node};
    while (!open.isEmpty()) {
        const int at = open.takeLast();
        for (const QString& parent : world.manifests.node(manifest, at).dependsOn) {
            if (parent != own && readers.contains(parent))
                return true;
            const int index = world.manifests.nodeIndex(manifest, parent);
            if (index >= 0 && !seen.contains(index)) {
                seen.insert(index);
                open.append(index);
            }
        }
    }
    return false;
}

struct EarliestReaders {
    QStringList names;
    QStringList incremental;
};

EarliestReaders earliestReaders(const RuleContext& context, const JudgedRun& judged)
{
    const World& world = context.world;
    const Execution& reader = world.executions.at(judged.execution);
    const QMap<QString, int> raced = racedReaders(context, judged);
    EarliestReaders result;
    for (auto it = raced.begin(); it != raced.end(); ++it) {
        if (it.value() < 0 || comesAfterAnother(world, reader.manifest, it.value(), raced))
            continue;
        const runs::ManifestNode& node = world.manifests.node(reader.manifest, it.value());
        result.names.append(node.name);
        if (node.materialized == QLatin1String("incremental"))
            result.incremental.append(node.name);
    }
    return result;
}

void adviseDbtBuild(const EarliestReaders& readers, Finding& finding)
{
    QStringList selectors;
    for (const QString& name : readers.names)
        selectors.append(name + u'+');
    finding.advice.append({QStringLiteral("now"), QCoreApplication::translate("freshness", "Build again what read too early, and all that hangs on it."),
        QStringLiteral("dbt build --select ") + selectors.join(u' ')});
    if (readers.incremental.isEmpty())
        return;
    finding.advice.append({QStringLiteral("now"),
        QCoreApplication::translate("freshness",
            "%1 is incremental: its filter may never see rows that were committed late with an older load time. Rebuild it fully, or give its filter a look-back window.")
            .arg(readers.incremental.join(QStringLiteral(", "))),
        QStringLiteral("dbt build --full-refresh --select ") + readers.incremental.join(u' ')});
}

void adviseNow(const RuleContext& context, const JudgedRun& judged, Finding& finding)
{
    const World& world = context.world;
    const Edge& edge = context.judgements.edges.at(judged.edge);
    const Job& producer = world.jobs.at(edge.producer);
    if (judged.judgement.namedSlot >= 0 && !producer.slotTable.delivered(judged.judgement.namedSlot)) {
        finding.advice.append({QStringLiteral("look"),
            QCoreApplication::translate("freshness", "The load of %1 by %2 never succeeded: open its log and run it first.")
                .arg(finding.slotDate.toString(Qt::ISODate), producer.name), {}});
    }
    const EarliestReaders readers = earliestReaders(context, judged);
    if (!readers.names.isEmpty()) {
        adviseDbtBuild(readers, finding);
        return;
    }
    const Job& consumer = world.jobs.at(edge.consumer);
    if (consumer.dbtNode)
        adviseDbtBuild({{shortJobName(consumer.name)}, {}}, finding);
    else
        finding.advice.append({QStringLiteral("now"), QCoreApplication::translate("freshness", "Run %1 again, now that the load has ended.").arg(consumer.name), {}});
}

void adviseForGood(RuleContext& context, const JudgedRun& judged, Finding& finding)
{
    const World& world = context.world;
    const Edge& edge = context.judgements.edges.at(judged.edge);
    const Job& producer = world.jobs.at(edge.producer);
    const pipeline::Pipeline* from = world.pipelineOf(producer.task);
    const pipeline::Pipeline* to = world.pipelineOf(world.jobs.at(edge.consumer).task);
    if (from && to && from->id != to->id) {
        const QString output = from->id + u'.' + (from->outputs.isEmpty() ? from->id + QStringLiteral("_ready") : from->outputs.first());
        finding.advice.append({QStringLiteral("for_good"), QCoreApplication::translate("freshness", "Let %1 wait for %2 instead of a time of day.").arg(to->id, output), {}});
    }
    if (!context.p95OfJob.contains(edge.producer))
        context.p95OfJob.insert(edge.producer, deliveryP95(producer.slotTable, world.latest));
    const std::optional<Micros> p95 = context.p95OfJob.value(edge.producer);
    if (p95 && producer.slotTable.perRun() == false) {
        finding.advice.append({QStringLiteral("for_good"),
            QCoreApplication::translate("freshness", "Or start no earlier than %1 after the slot of %2: 95 % of its loads had ended by then.").arg(durationWords(*p95), producer.name), {}});
    }
    if (judged.judgement.namedRun >= 0 && world.record(world.executionOf(producer, judged.judgement.namedRun)).attempts.size() > 1)
        finding.advice.append({QStringLiteral("note"), QCoreApplication::translate("freshness", "It was late because an attempt failed and was repeated."), {}});
}

} // namespace

void adviseEdgeFinding(RuleContext& context, const JudgedRun& judged, Finding& finding)
{
    adviseNow(context, judged, finding);
    adviseForGood(context, judged, finding);
}

void adviseDashboardFinding(RuleContext& context, const JudgedRun& cause, Finding& finding)
{
    adviseNow(context, cause, finding);
    finding.advice.append({QStringLiteral("now"), QCoreApplication::translate("freshness", "Then refresh %1 again.").arg(finding.consumer->job), {}});
    adviseForGood(context, cause, finding);
}

} // namespace freshness
