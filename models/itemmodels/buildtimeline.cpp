// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/timelinebuilder.h"

#include "models/base/plausible.h"

#include <QCoreApplication>
#include <QTime>

#include <algorithm>
#include <limits>

namespace itemmodels {

static qint64 barStart(const freshness::PhysicalRun& run, bool& known)
{
    known = true;
    for (const auto& at : {run.start, run.queued, run.planned}) {
        if (at)
            return at->us;
    }
    known = false;
    return 0;
}

static qint64 barEnd(const freshness::PhysicalRun& run, qint64 start, qint64 latest)
{
    if (run.end)
        return base::isPlausible(*run.end) ? std::max(start, run.end->us) : start;
    const bool going = run.state == runs::State::Running || run.state == runs::State::RetryWait;
    return going ? std::max(start, latest) : start;
}

QVector<Bars> splitDepths(QVector<BarSeed> seeds)
{
    std::stable_sort(seeds.begin(), seeds.end(), [](const BarSeed& a, const BarSeed& b) { return a.start < b.start; });
    QVector<Bars> depths;
    QVector<qint64> busyUntil;
    for (const BarSeed& seed : seeds) {
        qsizetype depth = 0;
        while (depth < busyUntil.size() && depth < mostDepths - 1 && busyUntil[depth] > seed.start)
            ++depth;
        if (depth == busyUntil.size()) {
            busyUntil.append(std::numeric_limits<qint64>::min());
            depths.append(Bars {});
        }
        Bars& bars = depths[depth];
        const bool crowded = busyUntil[depth] > seed.start;
        if (crowded && bars.reach.isEmpty())
            bars.reach = bars.end;
        busyUntil[depth] = std::max(busyUntil[depth], seed.end);
        bars.start.append(seed.start);
        bars.end.append(seed.end);
        if (!bars.reach.isEmpty())
            bars.reach.append(busyUntil[depth]);
        bars.mark.append(quint8(seed.mark));
        bars.kind.append(quint8(seed.kind));
        bars.attempt.append(seed.attempt);
        bars.run.append(seed.run);
    }
    for (Bars& bars : depths)
        bars.pyramid.build(bars.mark);
    return depths;
}

static qint64 medianDuration(QVector<qint64> durations)
{
    if (durations.size() < 3)
        return 0;
    const auto middle = durations.begin() + durations.size() / 2;
    std::nth_element(durations.begin(), middle, durations.end());
    return *middle;
}

TimelineBuilder::TimelineBuilder(
    const pipeline::Workspace& workspace, std::shared_ptr<const freshness::Picture> picture, const runs::History* history)
    : m_workspace(workspace)
    , m_history(history)
{
    m_data.picture = std::move(picture);
}

void TimelineBuilder::measureSpan()
{
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = std::numeric_limits<qint64>::min();
    for (const freshness::PhysicalRun& run : m_data.picture->runs) {
        bool known = false;
        const qint64 start = barStart(run, known);
        if (!known || !base::isPlausible({start}))
            continue;
        first = std::min(first, start);
        last = std::max({last, start, run.end && base::isPlausible(*run.end) ? run.end->us : start});
    }
    if (first <= last)
        m_data.span = {first, std::max(last, first + 1)};
    m_latest = m_data.span.end;
}

void TimelineBuilder::fillLanes()
{
    for (Draft& draft : m_drafts) {
        QVector<BarSeed> seeds;
        QVector<qint64> durations;
        seeds.reserve(draft.runs.size());
        for (const qint32 index : draft.runs) {
            const freshness::PhysicalRun& run = m_data.run(index);
            bool known = false;
            const qint64 start = barStart(run, known);
            const qint64 end = barEnd(run, start, m_latest);
            seeds.append({start, end, m_data.runMarks[index], run.kind, 0, index});
            if (runs::isOk(run.state) && run.end)
                durations.append(end - start);
        }
        draft.lane.usual = medianDuration(std::move(durations));
        draft.lane.depths = splitDepths(std::move(seeds));
    }
}

void TimelineBuilder::addAttempts(const Draft& draft)
{
    QVector<BarSeed> seeds;
    for (const qint32 index : draft.runs) {
        const freshness::PhysicalRun& run = m_data.run(index);
        if (run.attempts.size() < 2)
            continue;
        for (const runs::Attempt& attempt : run.attempts) {
            if (!attempt.start || !base::isPlausible(*attempt.start))
                continue;
            const qint64 start = attempt.start->us;
            const auto& ended = attempt.end ? attempt.end : run.end;
            const qint64 end = ended && base::isPlausible(*ended) ? std::max(start, ended->us) : start;
            seeds.append({start, end, markOf(attempt.state), run.kind, quint8(std::clamp(attempt.number, 0, 255)), index});
        }
    }
    if (seeds.isEmpty())
        return;
    Lane lane;
    lane.role = Lane::Role::Attempts;
    lane.name = QCoreApplication::translate("timeline", "attempts");
    lane.job = draft.lane.job;
    lane.group = int(m_data.groups.size()) - 1;
    lane.depths = splitDepths(std::move(seeds));
    m_data.lanes.append(std::move(lane));
    ++m_data.groups.last().laneCount;
}

void TimelineBuilder::placeGroups()
{
    m_data.laneOfRun.fill(-1, m_data.picture->runs.size());
    for (const Draft& draft : m_drafts) {
        if (m_data.groups.isEmpty() || m_data.groups.last().id != draft.groupId)
            m_data.groups.append({draft.groupId, draft.groupTitle, draft.system, int(m_data.lanes.size()), 0});
        if (!m_data.systems.contains(draft.system))
            m_data.systems.append(draft.system);
        for (const qint32 run : draft.runs)
            m_data.laneOfRun[run] = qint32(m_data.lanes.size());
        Lane lane = draft.lane;
        lane.group = int(m_data.groups.size()) - 1;
        m_data.lanes.append(std::move(lane));
        ++m_data.groups.last().laneCount;
        if (draft.hasAttempts)
            addAttempts(draft);
    }
}

void TimelineBuilder::addGhosts()
{
    QHash<QString, int> laneOfJob;
    for (int i = 0; i < m_data.lanes.size(); ++i) {
        if (m_data.lanes[i].role == Lane::Role::Job)
            laneOfJob.insert(m_data.lanes[i].job, i);
    }
    for (const freshness::ExpectedRun& expected : m_data.picture->expected) {
        const auto lane = laneOfJob.constFind(expected.task);
        if (lane != laneOfJob.cend())
            m_data.lanes[*lane].ghosts.append(expected.slot.us);
    }
    for (Lane& lane : m_data.lanes)
        std::sort(lane.ghosts.begin(), lane.ghosts.end());
}

void TimelineBuilder::addDeadlines()
{
    for (const pipeline::Pipeline& pipeline : m_workspace.pipelines) {
        const QTime sla = QTime::fromString(pipeline.sla, QStringLiteral("HH:mm"));
        const auto zone = base::Zone::find(pipeline.timezone);
        if (sla.isValid() && zone)
            m_data.deadlines.append({pipeline.id, *zone, qint64(sla.msecsSinceStartOfDay()) * 1000});
    }
}

TimelineData TimelineBuilder::build()
{
    measureSpan();
    markRuns();
    collectDrafts();
    sortDrafts();
    fillLanes();
    placeGroups();
    addGhosts();
    addDeadlines();
    addClocks();
    addArrows();
    placeFindings();
    addStops();
    return std::move(m_data);
}

TimelineData buildTimeline(
    const pipeline::Workspace& workspace, std::shared_ptr<const freshness::Picture> picture, const runs::History* history)
{
    if (!picture)
        return {};
    return TimelineBuilder(workspace, std::move(picture), history).build();
}

TimelineData buildTimeline(const pipeline::Workspace& workspace, const freshness::Picture& picture, const runs::History* history)
{
    return buildTimeline(workspace, std::make_shared<const freshness::Picture>(picture), history);
}

} // namespace itemmodels
