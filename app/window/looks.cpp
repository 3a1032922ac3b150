// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/looks.h"

#include "models/base/zone.h"
#include "models/itemmodels/findingwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace window {

painting::Mark paintMark(itemmodels::Mark mark)
{
    switch (mark) {
    case itemmodels::Mark::Skipped:
        return painting::Mark::Skipped;
    case itemmodels::Mark::Ok:
        return painting::Mark::Success;
    case itemmodels::Mark::Running:
        return painting::Mark::Running;
    case itemmodels::Mark::Warn:
    case itemmodels::Mark::Late:
        return painting::Mark::Late;
    case itemmodels::Mark::Failed:
        return painting::Mark::Failed;
    case itemmodels::Mark::ReadTooEarly:
        return painting::Mark::ReadTooEarly;
    case itemmodels::Mark::Unknown:
        break;
    }
    return painting::Mark::Unknown;
}

painting::Mark paintMark(base::Severity severity)
{
    switch (severity) {
    case base::Severity::Error:
        return painting::Mark::Failed;
    case base::Severity::Warning:
        return painting::Mark::Late;
    case base::Severity::Info:
        break;
    }
    return painting::Mark::Unknown;
}

painting::Mark paintMark(freshness::Verdict verdict)
{
    switch (verdict) {
    case freshness::Verdict::Ok:
        return painting::Mark::Success;
    case freshness::Verdict::Late:
    case freshness::Verdict::NeverUsed:
        return painting::Mark::Late;
    case freshness::Verdict::Race:
    case freshness::Verdict::Early:
    case freshness::Verdict::Stale:
    case freshness::Verdict::OnFailed:
        break;
    }
    return painting::Mark::ReadTooEarly;
}

static painting::Mark markOfState(runs::State state)
{
    switch (state) {
    case runs::State::Ok:
        return painting::Mark::Success;
    case runs::State::Warn:
        return painting::Mark::Late;
    case runs::State::Failed:
        return painting::Mark::Failed;
    case runs::State::Cancelled:
    case runs::State::Skipped:
        return painting::Mark::Skipped;
    case runs::State::Planned:
    case runs::State::Queued:
    case runs::State::Running:
    case runs::State::RetryWait:
        return painting::Mark::Running;
    case runs::State::Unknown:
        break;
    }
    return painting::Mark::Unknown;
}

QString taskOf(const freshness::Finding& finding)
{
    const bool loaders = itemmodels::lookOf(finding).mark == itemmodels::Mark::Late
        && !finding.rule.startsWith(QLatin1String("consumer_"));
    const QString first = loaders ? finding.producerTask : finding.consumerTask;
    const QString second = loaders ? finding.consumerTask : finding.producerTask;
    return first.isEmpty() ? second : first;
}

static bool concerns(const QString& task, const QString& qualifiedId)
{
    return task == qualifiedId || task.startsWith(qualifiedId + u'.');
}

std::optional<Status> statusOf(const freshness::Picture& picture, const QString& qualifiedId)
{
    std::optional<painting::Mark> worst;
    int count = 0;
    for (const freshness::Finding& finding : picture.diagnosis.findings) {
        if (finding.severity == base::Severity::Info || !concerns(taskOf(finding), qualifiedId))
            continue;
        const painting::Mark mark = paintMark(itemmodels::lookOf(finding).mark);
        const painting::Mark next = worst ? painting::worse(*worst, mark) : mark;
        count = worst && next == *worst ? count + (mark == next ? 1 : 0) : 1;
        worst = next;
    }
    if (worst)
        return Status{*worst, *worst == painting::Mark::Late ? QCoreApplication::translate("looks", "late") : QLocale().toString(count)};
    for (qsizetype i = picture.runs.size() - 1; i >= 0; --i) {
        if (concerns(picture.runs.at(i).task, qualifiedId))
            return Status{markOfState(picture.runs.at(i).state), {}};
    }
    return {};
}

QString producerOf(const pipeline::Workspace& workspace, const QString& dataset)
{
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        for (const pipeline::Task& task : pipeline.tasks) {
            for (const QString& name : task.produces) {
                if (name.compare(dataset, Qt::CaseInsensitive) == 0 || workspace.aliases.value(dataset) == name)
                    return pipeline.id + u'.' + task.id;
            }
        }
    }
    return {};
}

const freshness::PhysicalRun* newestRun(const freshness::Picture& picture, const QString& task)
{
    for (qsizetype i = picture.runs.size() - 1; i >= 0; --i) {
        const freshness::PhysicalRun& run = picture.runs.at(i);
        if (run.task == task && run.parentRun.isEmpty() && run.kind != runs::Kind::Freshness)
            return &picture.runs.at(i);
    }
    return nullptr;
}

QString timeWords(base::UtcTime at, const QString& zone)
{
    const base::Result<base::Zone> found = base::Zone::find(zone);
    const base::Micros ofDay = (found ? found.value() : base::Zone()).localMicrosOfDay(at);
    return QLocale().toString(QTime::fromMSecsSinceStartOfDay(int(ofDay / 1000)), QStringLiteral("HH:mm"));
}

} // namespace window
