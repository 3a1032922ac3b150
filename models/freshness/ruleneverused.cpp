// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/evidence.h"
#include "models/freshness/rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace freshness {

namespace {

void addNeverUsed(RuleContext& context, const Edge& edge, int slot, int delivering)
{
    const World& world = context.world;
    const Job& producer = world.jobs.at(edge.producer);
    const Job& consumer = world.jobs.at(edge.consumer);
    Finding finding = makeFinding({"load_never_used", Verdict::NeverUsed, world.datasets.name(edge.dataset), world.datasets.key(edge.dataset),
        Side{consumer.name, {}, std::nullopt}, producerSide(world, producer, delivering), slotKey(world, producer, slot)});
    finding.slotDate = producer.slotTable.date(slot);
    finding.slot = producer.slotTable.at(slot);
    finding.consumerTask = world.taskNameOf(consumer);
    finding.producerTask = world.taskNameOf(producer);
    finding.headline = QCoreApplication::translate("freshness", "%1 never read the %2 load of %3")
                           .arg(shortJobName(consumer.name), finding.dataset, finding.slotDate.toString(Qt::ISODate));
    addLoadEvidence(world, producer, delivering, finding);
    context.findings.append(finding);
}

void findNeverUsedOnEdge(RuleContext& context, const Edge& edge)
{
    const World& world = context.world;
    const SlotTable& producer = world.jobs.at(edge.producer).slotTable;
    const SlotTable& consumer = world.jobs.at(edge.consumer).slotTable;
    QVector<int> used;
    for (const int judged : edge.judged)
        used.append(context.judgements.runs.at(judged).slot);
    std::sort(used.begin(), used.end());
    if (used.isEmpty())
        return;
    // "Since then": since the first slot that a run of the consumer was judged by.
    const base::UtcTime since = producer.at(used.first());
    if (!atMostOnePointTwoTimes(producer.countWithin(since, world.latest), consumer.countWithin(since, world.latest)))
        return;
    for (int slot = used.first() + 1; slot + 1 < producer.count() && producer.at(slot + 1) <= world.latest; ++slot) {
        if (std::binary_search(used.begin(), used.end(), slot))
            continue;
        const int delivering = producer.delivering(slot);
        if (delivering >= 0)
            addNeverUsed(context, edge, slot, delivering);
    }
}

} // namespace

void findNeverUsed(RuleContext& context)
{
    for (const Edge& edge : context.judgements.edges)
        findNeverUsedOnEdge(context, edge);
}

} // namespace freshness
