// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/evidence.h"

#include <QCoreApplication>

namespace freshness {

using namespace base;

namespace {

void addEvidence(Finding& finding, const char* kind, const QString& label, const QString& text, std::optional<UtcTime> at = std::nullopt, const QString& value = {})
{
    finding.evidence.append({QLatin1String(kind), label, text, at, value});
}

/// `dbt` for a node, else the job's name: who read.
QString readerName(const World& world, const Execution& execution)
{
    const Job& job = world.jobs.at(execution.job);
    return job.dbtNode ? QStringLiteral("dbt") : job.name;
}

QString edgeHeadline(const World& world, const JudgedRun& judged, const Finding& finding)
{
    const QString reader = readerName(world, world.executions.at(judged.execution));
    const QString apart = judged.judgement.gap ? durationWords(*judged.judgement.gap) : QString();
    switch (judged.judgement.verdict) {
    case Verdict::Race:
        return QCoreApplication::translate("freshness", "%1 read %2 %3 before its load had ended").arg(reader, finding.dataset, apart);
    case Verdict::Early:
        return apart.isEmpty()
            ? QCoreApplication::translate("freshness", "%1 read %2 before its load had begun").arg(reader, finding.dataset)
            : QCoreApplication::translate("freshness", "%1 read %2 before its load had begun, %3 before it ended").arg(reader, finding.dataset, apart);
    case Verdict::OnFailed:
        return QCoreApplication::translate("freshness", "%1 read %2 although its load had failed").arg(reader, finding.dataset);
    default:
        return judged.judgement.slack
            ? QCoreApplication::translate("freshness", "%1 read %2, which was older than its task allows").arg(reader, finding.dataset)
            : QCoreApplication::translate("freshness", "%1 read %2, which had not been loaded for %3")
                  .arg(reader, finding.dataset, finding.slotDate.toString(Qt::ISODate));
    }
}

void addReadEvidence(const World& world, const JudgedRun& judged, Finding& finding)
{
    const Execution& consumer = world.executions.at(judged.execution);
    const QString name = world.jobs.at(consumer.job).name;
    addEvidence(finding, "read_at", QCoreApplication::translate("freshness", "%1 started reading").arg(readerName(world, consumer)),
        QCoreApplication::translate("freshness", "%1 started reading at %2.").arg(name, consumer.read->toIso()), consumer.read);
}

/// LOADEDON: what the last check of the table said, and what it was worth.
void addLoadTimeEvidence(const RuleContext& context, const JudgedRun& judged, Finding& finding)
{
    const Edge& edge = context.judgements.edges.at(judged.edge);
    const UtcTime read = *context.world.executions.at(judged.execution).read;
    const runs::SourceCheck* check = context.facts.lastCheck(edge.dataset, read);
    if (!check)
        check = context.facts.lastCheck(edge.dataset, context.world.latest);
    if (!check)
        return;
    addEvidence(finding, "loaded_at", QCoreApplication::translate("freshness", "LOADEDON"),
        QCoreApplication::translate("freshness", "The newest load time in %1 was %2 when it was checked at %3.")
            .arg(finding.dataset, check->maxLoadedAt->toIso(), check->snapshottedAt->toIso()),
        check->maxLoadedAt, check->status);
    const bool beforeLoadEnd = finding.producer && finding.producer->time && *check->snapshottedAt < *finding.producer->time;
    if (check->status == QLatin1String("pass") && beforeLoadEnd) {
        addEvidence(finding, "source_check", QCoreApplication::translate("freshness", "source freshness"),
            QCoreApplication::translate("freshness", "The freshness check passed at %1, before the load had ended: it saw the load before.")
                .arg(check->snapshottedAt->toIso()),
            check->snapshottedAt, check->status);
    }
}

void addBusinessDateEvidence(const RuleContext& context, const JudgedRun& judged, Finding& finding)
{
    const Edge& edge = context.judgements.edges.at(judged.edge);
    const runs::Observation* atRead = context.facts.businessDate(edge.dataset, *context.world.executions.at(judged.execution).read);
    if (atRead) {
        addEvidence(finding, "business_date", QCoreApplication::translate("freshness", "business date at the read"),
            QCoreApplication::translate("freshness", "The latest business date that had been loaded at the read was %1.").arg(atRead->value), atRead->at, atRead->value);
    }
    const runs::Observation* now = context.facts.newestBusinessDate(edge.dataset);
    if (now && now != atRead) {
        addEvidence(finding, "business_date", QCoreApplication::translate("freshness", "business date now"),
            QCoreApplication::translate("freshness", "The latest business date that is loaded now is %1.").arg(now->value), now->at, now->value);
    }
}

void addPathEvidence(const World& world, const JudgedRun& judged, const Edge& edge, Finding& finding)
{
    QStringList steps{world.jobs.at(edge.producer).name, finding.dataset};
    for (auto view = judged.path.crbegin(); view != judged.path.crend(); ++view)
        steps.append(*view);
    steps.append(world.jobs.at(edge.consumer).name);
    addEvidence(finding, "path", QCoreApplication::translate("freshness", "path"), steps.join(QStringLiteral(" -> ")), std::nullopt, steps.join(QStringLiteral(" -> ")));
}

} // namespace

QString shortJobName(const QString& job)
{
    for (const char* type : {"model.", "snapshot.", "seed."}) {
        if (job.startsWith(QLatin1String(type)) && job.count(u'.') >= 2)
            return job.section(u'.', 2);
    }
    return job;
}

void addLoadEvidence(const World& world, const Job& producer, int slotRun, Finding& finding)
{
    if (slotRun < 0) {
        addEvidence(finding, "note", QCoreApplication::translate("freshness", "load"), QCoreApplication::translate("freshness", "%1 had no finished load before.").arg(producer.name));
        return;
    }
    const Execution& execution = world.executionOf(producer, slotRun);
    const runs::Run& record = world.record(execution);
    const SlotRun& run = producer.slotTable.run(slotRun);
    const qsizetype attempts = record.attempts.size();
    if (run.end) {
        const QString which = attempts > 1 ? QCoreApplication::translate("freshness", " (attempt %1)").arg(record.attempts.last().number) : QString();
        addEvidence(finding, "load_ended", QCoreApplication::translate("freshness", "load ended"),
            QCoreApplication::translate("freshness", "%1 run %2 started at %3 and ended at %4%5, state %6.")
                .arg(producer.name, execution.run, run.start.toIso(), run.end->toIso(), which, record.rawState),
            run.end, execution.run);
    }
    if (record.rows) {
        addEvidence(finding, "note", QCoreApplication::translate("freshness", "rows"), QCoreApplication::translate("freshness", "It brought %1 rows.").arg(*record.rows), std::nullopt,
            QCoreApplication::translate("freshness", "%1 rows").arg(*record.rows));
    }
    if (record.nominalStart) {
        addEvidence(finding, "note", QCoreApplication::translate("freshness", "data interval"), QCoreApplication::translate("freshness", "Its data interval begins at %1.").arg(record.nominalStart->toIso()),
            record.nominalStart);
    }
}

void addAttemptEvidence(const World& world, const Execution& execution, Finding& finding)
{
    const QVector<runs::Attempt>& attempts = world.record(execution).attempts;
    if (attempts.size() < 2)
        return;
    for (const runs::Attempt& attempt : attempts) {
        const QString from = attempt.start ? attempt.start->toIso() : QCoreApplication::translate("freshness", "unknown");
        const QString to = attempt.end ? attempt.end->toIso() : QCoreApplication::translate("freshness", "unknown");
        QString text = QCoreApplication::translate("freshness", "Attempt %1: %2 to %3, %4.").arg(attempt.number).arg(from, to, attempt.rawState);
        if (!attempt.message.isEmpty())
            text += u' ' + attempt.message;
        addEvidence(finding, "attempt", QCoreApplication::translate("freshness", "attempt %1").arg(attempt.number), text, attempt.end, attempt.rawState);
    }
}

void describeEdgeFinding(const RuleContext& context, const JudgedRun& judged, Finding& finding)
{
    const World& world = context.world;
    const Edge& edge = context.judgements.edges.at(judged.edge);
    const Job& producer = world.jobs.at(edge.producer);
    finding.headline = edgeHeadline(world, judged, finding);
    addReadEvidence(world, judged, finding);
    addLoadEvidence(world, producer, judged.judgement.namedRun, finding);
    if (judged.judgement.namedRun >= 0)
        addAttemptEvidence(world, world.executionOf(producer, judged.judgement.namedRun), finding);
    addLoadTimeEvidence(context, judged, finding);
    addBusinessDateEvidence(context, judged, finding);
    addPathEvidence(world, judged, edge, finding);
}

void describeDashboardFinding(const RuleContext& context, const JudgedRun& cause, const Execution& refresh, Finding& finding)
{
    const World& world = context.world;
    const Edge& edge = context.judgements.edges.at(cause.edge);
    const Job& producer = world.jobs.at(edge.producer);
    finding.headline = QCoreApplication::translate("freshness", "%1 was refreshed from %2, which was built before %3 was loaded")
                           .arg(world.jobs.at(refresh.job).name, finding.dataset, world.datasets.name(edge.dataset));
    addEvidence(finding, "read_at", QCoreApplication::translate("freshness", "refresh started"),
        QCoreApplication::translate("freshness", "The refresh started at %1.").arg(refresh.start->toIso()), refresh.start);
    addReadEvidence(world, cause, finding);
    addLoadEvidence(world, producer, cause.judgement.namedRun, finding);
    addPathEvidence(world, cause, edge, finding);
}

} // namespace freshness
