// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/proposal.h"

#include "models/freshness/deliveries.h"
#include "models/freshness/replay.h"

#include <QCoreApplication>

#include <algorithm>

namespace freshness {

using namespace base;

namespace {

Error noProposal(const QString& why)
{
    return makeError("freshness.no_proposal", why);
}

const Finding* findingWithId(const Picture& picture, const QString& id)
{
    for (const Finding& finding : picture.diagnosis.findings) {
        if (finding.id == id)
            return &finding;
    }
    return nullptr;
}

const pipeline::Pipeline* pipelineOfTask(const pipeline::Workspace& workspace, const QString& task)
{
    const QString id = task.section(u'.', 0, 0);
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        if (!task.isEmpty() && pipeline.id == id)
            return &pipeline;
    }
    return nullptr;
}

/// A dashboard is mended where the build that it showed read too early.
const Finding* blamedFinding(const Picture& picture, const Finding& dashboard)
{
    const Finding* best = nullptr;
    for (const Finding& finding : picture.diagnosis.findings) {
        const bool sameCause = finding.producer && finding.producer->job == dashboard.producer->job && finding.slot == dashboard.slot
            && finding.rule != dashboard.rule && finding.verdict == dashboard.verdict && finding.consumer && finding.consumer->time;
        if (!sameCause || *finding.consumer->time > dashboard.consumer->time.value_or(*finding.consumer->time))
            continue;
        const bool better = !best || (best->consumerTask.isEmpty() && !finding.consumerTask.isEmpty());
        if (better)
            best = &finding;
    }
    return best;
}

/// Does `from` depend on `to`, directly or not?
bool reaches(const pipeline::Workspace& workspace, const QString& from, const QString& to)
{
    QStringList open{from};
    QStringList seen;
    while (!open.isEmpty()) {
        const QString at = open.takeLast();
        if (at == to)
            return true;
        if (seen.contains(at))
            continue;
        seen.append(at);
        for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
            for (const pipeline::OutputRef& dependency : pipeline.id == at ? pipeline.dependencies : QVector<pipeline::OutputRef>())
                open.append(dependency.pipeline);
        }
    }
    return false;
}

void addDependencyChanges(const pipeline::Pipeline& consumer, const pipeline::Pipeline& producer, Proposal& proposal)
{
    QString output = producer.outputs.value(0);
    if (output.isEmpty()) {
        output = producer.id + QStringLiteral("_ready");
        proposal.changes.append(pipeline::AddOutput{producer.id, output});
    }
    const bool depends = std::any_of(consumer.dependencies.begin(), consumer.dependencies.end(),
        [&producer](const pipeline::OutputRef& dependency) { return dependency.pipeline == producer.id; });
    if (!depends)
        proposal.changes.append(pipeline::AddDependency{consumer.id, producer.id + u'.' + output});
    proposal.changes.append(pipeline::SetSchedule{consumer.id, std::nullopt});
    proposal.kind = Proposal::Kind::Dependency;
    proposal.title = QCoreApplication::translate("freshness", "Let %1 wait for %2").arg(consumer.id, producer.id);
    proposal.reason = QCoreApplication::translate("freshness", "%1 starts by the clock, %2 ends when it ends: only a dependency holds on every day.").arg(consumer.id, producer.id);
}

/// Smallest step of five minutes after which the producer had delivered on 95 % of the days; nothing if none is needed or known.
std::optional<Micros> shiftThatSuffices(const Picture& picture, const Finding& finding)
{
    QMap<QDate, Micros> needed; // the worst read of each day
    for (const EdgeVerdict& verdict : picture.diagnosis.verdicts) {
        if (verdict.producerJob != finding.producer->job || verdict.consumerTask != finding.consumerTask || !verdict.slackSeconds)
            continue;
        const Micros missing = Micros(-*verdict.slackSeconds * double(microsPerSecond));
        auto day = needed.find(verdict.slotDate);
        if (day == needed.end())
            needed.insert(verdict.slotDate, missing);
        else
            *day = std::max(*day, missing);
    }
    const std::optional<Micros> p95 = quantile(needed.values().toVector(), 0.95);
    if (!p95)
        return std::nullopt;
    constexpr Micros step = 5 * microsPerMinute;
    return *p95 <= 0 ? step : (*p95 + step - 1) / step * step;
}

/// `30 1 * * *` moved by `shift`; nothing if it does not fire once a day, or would pass midnight.
std::optional<QString> shiftedCron(const QString& expression, Micros shift)
{
    const Result<Cron> cron = Cron::parse(expression);
    if (!cron)
        return std::nullopt;
    QStringList fields = cron->fields();
    bool minuteOk = false;
    bool hourOk = false;
    const int minute = fields.at(0).toInt(&minuteOk);
    const int hour = fields.at(1).toInt(&hourOk);
    const qint64 moved = hour * 60 + minute + shift / microsPerMinute;
    if (!minuteOk || !hourOk || moved >= 24 * 60)
        return std::nullopt;
    fields[0] = QString::number(moved % 60);
    fields[1] = QString::number(moved / 60);
    return fields.join(u' ');
}

Result<void> addShiftChanges(const pipeline::Pipeline& consumer, const Picture& picture, const Finding& finding, Proposal& proposal, ReplayPlan& plan)
{
    const std::optional<Micros> shift = shiftThatSuffices(picture, finding);
    const std::optional<QString> cron = shift ? shiftedCron(*consumer.schedule, *shift) : std::nullopt;
    if (!cron) {
        return noProposal(QCoreApplication::translate("freshness",
            "%1 is no task of this workspace, so nothing can depend on it, and the schedule \"%2\" of %3 cannot be moved far enough within its day")
                .arg(finding.producer->job, *consumer.schedule, consumer.id));
    }
    plan.fixedShift = shift;
    proposal.kind = Proposal::Kind::ScheduleShift;
    proposal.changes.append(pipeline::SetSchedule{consumer.id, cron});
    proposal.title = QCoreApplication::translate("freshness", "Start %1 %2 later").arg(consumer.id, durationWords(*shift));
    proposal.reason = QCoreApplication::translate("freshness", "%1 is no task of this workspace, so nothing can depend on it; by then it had delivered on 95 % of the days.").arg(finding.producer->job);
    return {};
}

bool isProposable(const Finding& finding)
{
    return finding.verdict && isBad(*finding.verdict) && finding.producer && finding.consumer;
}

Result<void> chooseChanges(const pipeline::Workspace& workspace, const Picture& picture, const Finding& cause, Proposal& proposal, ReplayPlan& plan)
{
    const pipeline::Pipeline* consumer = pipelineOfTask(workspace, cause.consumerTask);
    const pipeline::Pipeline* producer = pipelineOfTask(workspace, cause.producerTask);
    if (!consumer)
        return noProposal(QCoreApplication::translate("freshness", "%1 is no task of this workspace: nothing here starts it").arg(cause.consumer->job));
    if (!consumer->schedule)
        return noProposal(QCoreApplication::translate("freshness", "%1 has no schedule of its own: it starts when what it depends on is done").arg(consumer->id));
    plan.consumerPipeline = consumer->id;
    plan.producerJob = cause.producer->job;
    if (!producer)
        return addShiftChanges(*consumer, picture, cause, proposal, plan);
    if (producer->id == consumer->id)
        return noProposal(QCoreApplication::translate("freshness", "%1 and %2 are in one pipeline: let one need the other").arg(cause.consumerTask, cause.producerTask));
    if (reaches(workspace, producer->id, consumer->id))
        return noProposal(QCoreApplication::translate("freshness", "%1 depends on %2 already: waiting for each other would make a cycle").arg(producer->id, consumer->id));
    addDependencyChanges(*consumer, *producer, proposal);
    return {};
}

} // namespace

Result<Proposal> propose(const pipeline::Workspace& workspace, const runs::History& history, const Picture& picture, const QString& findingId)
{
    const Finding* finding = findingWithId(picture, findingId);
    if (!finding)
        return makeError("freshness.no_such_finding", QCoreApplication::translate("freshness", "there is no finding \"%1\"").arg(findingId));
    if (!isProposable(*finding))
        return noProposal(QCoreApplication::translate("freshness", "No change of schedules or dependencies prevents this: the job itself is the place to look."));
    const bool dashboard = finding->rule == QLatin1String("dashboard_refreshed_on_old_data");
    const Finding* cause = dashboard ? blamedFinding(picture, *finding) : finding;
    if (!cause)
        return noProposal(QCoreApplication::translate("freshness", "the read that is to blame is not among the findings"));
    Proposal proposal;
    proposal.findingId = findingId;
    ReplayPlan plan;
    plan.badDay = cause->slotDate;
    if (const Result<void> chosen = chooseChanges(workspace, picture, *cause, proposal, plan); !chosen)
        return chosen.error();
    plan.changed = workspace;
    for (const pipeline::Change& change : std::as_const(proposal.changes)) {
        if (const Result<void> applied = pipeline::applyChange(plan.changed, change); !applied)
            return applied.error();
    }
    proposal.replay = replay(workspace, history, picture, plan);
    return proposal;
}

} // namespace freshness
