// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/advice.h"
#include "models/freshness/evidence.h"
#include "models/freshness/rules.h"

namespace freshness {

namespace {

const char* edgeRuleOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Race: return "consumer_started_before_producer_finished";
    case Verdict::Early: return "consumer_started_before_producer_started";
    case Verdict::OnFailed: return "consumer_read_after_failed_load";
    default: return "consumer_read_stale_data";
    }
}

} // namespace

void findEdgeVerdicts(RuleContext& context)
{
    const World& world = context.world;
    for (int i = 0; i < int(context.judgements.runs.size()); ++i) {
        const JudgedRun& judged = context.judgements.runs.at(i);
        if (!isBad(judged.judgement.verdict))
            continue;
        const Edge& edge = context.judgements.edges.at(judged.edge);
        const Job& producer = world.jobs.at(edge.producer);
        const Execution& consumer = world.executions.at(judged.execution);
        Finding finding = makeFinding({edgeRuleOf(judged.judgement.verdict), judged.judgement.verdict, world.datasets.name(edge.dataset),
            world.datasets.key(edge.dataset), consumerSide(world, consumer), producerSide(world, producer, judged.judgement.namedRun),
            slotKey(world, producer, judged.judgement.namedSlot)});
        finding.slotDate = producer.slotTable.date(judged.judgement.namedSlot);
        finding.slot = producer.slotTable.at(judged.judgement.namedSlot);
        finding.consumerTask = world.taskName(consumer.task);
        finding.producerTask = world.taskNameOf(producer);
        if (judged.judgement.gap)
            finding.gapSeconds = seconds(*judged.judgement.gap);
        describeEdgeFinding(context, judged, finding);
        adviseEdgeFinding(context, judged, finding);
        context.findingOfRun.insert(i, finding.id);
        context.findings.append(finding);
    }
}

} // namespace freshness
