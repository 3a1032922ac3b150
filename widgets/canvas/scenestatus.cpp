// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/scenestatus.h"

#include "models/base/zone.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>
#include <QSet>

namespace canvas {
namespace {

using freshness::EdgeVerdict;
using freshness::Finding;
using freshness::PhysicalRun;
using freshness::Verdict;
using painting::Mark;

bool readTooEarly(Verdict verdict)
{
    return verdict == Verdict::Race || verdict == Verdict::Early || verdict == Verdict::Stale;
}

Mark stateMark(runs::State state)
{
    switch (state) {
    case runs::State::Ok:
    case runs::State::Warn:
        return Mark::Success;
    case runs::State::Failed:
        return Mark::Failed;
    case runs::State::Planned:
    case runs::State::Queued:
    case runs::State::Running:
    case runs::State::RetryWait:
        return Mark::Running;
    case runs::State::Cancelled:
    case runs::State::Skipped:
        return Mark::Skipped;
    case runs::State::Unknown:
        break;
    }
    return Mark::Unknown;
}

QString clockText(const base::Zone& zone, base::UtcTime at)
{
    return QTime::fromMSecsSinceStartOfDay(int(zone.localMicrosOfDay(at) / 1000)).toString(QStringLiteral("HH:mm"));
}

QString runFooter(const PhysicalRun& run, const base::Zone& zone, const QLocale& locale)
{
    QString text;
    if (run.start && run.end) {
        text = QStringLiteral("%1 → %2").arg(clockText(zone, *run.start), clockText(zone, *run.end));
    } else if (run.start) {
        text = QCoreApplication::translate("canvas", "since %1").arg(clockText(zone, *run.start));
    }
    QString amount;
    if (run.rows) {
        amount = QCoreApplication::translate("canvas", "%1 rows").arg(locale.toString(*run.rows));
    } else if (run.start && run.end) {
        amount = base::durationWords(*run.end - *run.start);
    }
    if (text.isEmpty() || amount.isEmpty()) {
        return text + amount;
    }
    return text + QStringLiteral(" · ") + amount;
}

// The task's own run, not the models inside it: those have a parent.
QHash<QString, const PhysicalRun*> latestRuns(const freshness::Picture& picture)
{
    QHash<QString, const PhysicalRun*> latest;
    for (const PhysicalRun& run : picture.runs) {
        if (run.task.isEmpty() || !run.start || !run.parentRun.isEmpty()) {
            continue;
        }
        const PhysicalRun*& known = latest[run.task];
        if (known == nullptr || *known->start < *run.start) {
            known = &run;
        }
    }
    return latest;
}

bool isLateRule(const QString& rule)
{
    return rule == QLatin1String("producer_ended_late") || rule == QLatin1String("retry_made_producer_late");
}

} // namespace

QHash<QString, NodeStatus> nodeStatuses(const pipeline::Workspace& workspace, const freshness::Picture& picture, const QLocale& locale)
{
    QHash<QString, base::Zone> zones;
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        const auto zone = base::Zone::find(pipeline.timezone);
        zones.insert(pipeline.id, zone ? zone.value() : base::Zone());
    }
    const auto latest = latestRuns(picture);
    QHash<QString, NodeStatus> statuses;
    for (auto it = latest.constBegin(); it != latest.constEnd(); ++it) {
        statuses.insert(it.key(), {stateMark((*it)->state), runFooter(**it, zones.value(it.key().section(u'.', 0, 0)), locale)});
    }
    QHash<QString, QDate> lastDay;
    for (const EdgeVerdict& verdict : picture.diagnosis.verdicts) {
        QDate& day = lastDay[verdict.consumerTask];
        day = day.isValid() ? std::max(day, verdict.slotDate) : verdict.slotDate;
    }
    for (const EdgeVerdict& verdict : picture.diagnosis.verdicts) {
        const auto status = statuses.find(verdict.consumerTask);
        if (status != statuses.end() && readTooEarly(verdict.verdict) && verdict.slotDate == lastDay.value(verdict.consumerTask)) {
            status->mark = painting::worse(status->mark, Mark::ReadTooEarly);
        }
    }
    for (const Finding& finding : picture.diagnosis.findings) {
        const auto status = statuses.find(finding.producerTask);
        if (status == statuses.end() || !isLateRule(finding.rule)) {
            continue;
        }
        const PhysicalRun* run = latest.value(finding.producerTask);
        if ((finding.producer && finding.producer->run == run->run) || (finding.slot && finding.slot == run->slot)) {
            status->mark = painting::worse(status->mark, Mark::Late);
        }
    }
    return statuses;
}

QVector<EdgeStatus> edgeStatuses(const freshness::Diagnosis& diagnosis)
{
    struct Days {
        QSet<QDate> judged, bad;
    };
    QMap<QPair<QString, QString>, Days> pairs;
    for (const EdgeVerdict& verdict : diagnosis.verdicts) {
        if (verdict.producerTask.isEmpty() || verdict.consumerTask.isEmpty() || !verdict.slotDate.isValid()) {
            continue;
        }
        Days& days = pairs[{verdict.producerTask, verdict.consumerTask}];
        days.judged.insert(verdict.slotDate);
        if (readTooEarly(verdict.verdict)) {
            days.bad.insert(verdict.slotDate);
        }
    }
    QVector<EdgeStatus> statuses;
    for (auto it = pairs.constBegin(); it != pairs.constEnd(); ++it) {
        EdgeStatus status{it.key().first, it.key().second, Mark::Success, {}};
        if (!it->bad.isEmpty()) {
            status.mark = Mark::ReadTooEarly;
            status.badge = QCoreApplication::translate("canvas", "%1 of %n days", nullptr, int(it->judged.size())).arg(it->bad.size());
        }
        statuses.append(status);
    }
    return statuses;
}

} // namespace canvas
