// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/diagnose.h"

#include "models/freshness/picture.h"
#include "models/freshness/rules.h"

#include <algorithm>
#include <tuple>

namespace freshness {

namespace {

void sortFindings(QVector<Finding>& findings)
{
    // A finding without a date comes last of its severity.
    const auto day = [](const Finding& finding) { return finding.slotDate.isValid() ? -finding.slotDate.toJulianDay() : 0; };
    std::sort(findings.begin(), findings.end(), [&day](const Finding& a, const Finding& b) {
        return std::tuple(-int(a.severity), day(a), a.rule, a.id) < std::tuple(-int(b.severity), day(b), b.rule, b.id);
    });
}

EdgeVerdict edgeVerdict(const RuleContext& context, int index)
{
    const World& world = context.world;
    const JudgedRun& judged = context.judgements.runs.at(index);
    const Edge& edge = context.judgements.edges.at(judged.edge);
    const Job& producer = world.jobs.at(edge.producer);
    const Execution& consumer = world.executions.at(judged.execution);
    EdgeVerdict verdict;
    verdict.dataset = world.datasets.name(edge.dataset);
    verdict.consumerJob = world.jobs.at(edge.consumer).name;
    verdict.consumerTask = world.taskName(consumer.task);
    verdict.consumerRun = consumer.run;
    verdict.producerJob = producer.name;
    verdict.producerTask = world.taskNameOf(producer);
    if (judged.judgement.namedRun >= 0) {
        verdict.producerRun = world.executionOf(producer, judged.judgement.namedRun).run;
        verdict.producerEnd = producer.slotTable.run(judged.judgement.namedRun).end;
    }
    verdict.slot = producer.slotTable.at(judged.judgement.namedSlot);
    verdict.slotDate = producer.slotTable.date(judged.judgement.namedSlot);
    verdict.verdict = judged.judgement.verdict;
    verdict.readAt = *consumer.read;
    if (judged.judgement.slack)
        verdict.slackSeconds = seconds(*judged.judgement.slack);
    verdict.findingId = context.findingOfRun.value(index);
    return verdict;
}

} // namespace

Picture diagnose(const pipeline::Workspace& workspace, const runs::History& history)
{
    World world(workspace, history);
    Judgements judgements(world);
    const Facts facts(world);
    RuleContext context{world, judgements, facts, {}, {}, {}};
    applyRules(context);

    Picture picture;
    picture.diagnosis.findings = std::move(context.findings);
    sortFindings(picture.diagnosis.findings);
    picture.diagnosis.checkedEdges = int(judgements.edges.size());
    for (int i = 0; i < int(world.executions.size()); ++i)
        picture.diagnosis.checkedRuns += judgements.ofExecution(i).isEmpty() ? 0 : 1;
    QVector<std::pair<base::UtcTime, int>> order;
    order.reserve(judgements.runs.size());
    for (int i = 0; i < int(judgements.runs.size()); ++i)
        order.append({*world.executions.at(judgements.runs.at(i).execution).read, i});
    std::sort(order.begin(), order.end());
    picture.diagnosis.verdicts.reserve(order.size());
    for (const auto& [readAt, index] : std::as_const(order))
        picture.diagnosis.verdicts.append(edgeVerdict(context, index));
    paintPicture(world, judgements, facts, picture);
    return picture;
}

} // namespace freshness
