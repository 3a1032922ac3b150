// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/timelinedata.h"

#include "models/itemmodels/timeticks.h"

#include <algorithm>

namespace itemmodels {

qsizetype Bars::firstEndingAfter(qint64 at) const
{
    const QVector<qint64>& ends = reach.isEmpty() ? end : reach;
    return std::upper_bound(ends.cbegin(), ends.cend(), at) - ends.cbegin();
}

qsizetype Bars::firstStartingAt(qint64 at, qsizetype from) const
{
    qsizetype step = 1;
    qsizetype low = from;
    while (low + step < start.size() && start[low + step] < at) {
        low += step;
        step *= 2;
    }
    const auto stop = start.cbegin() + std::min(start.size(), low + step + 1);
    return std::lower_bound(start.cbegin() + std::min(low, start.size()), stop, at) - start.cbegin();
}

Mark markOf(runs::State state)
{
    switch (state) {
    case runs::State::Ok: return Mark::Ok;
    case runs::State::Warn: return Mark::Warn;
    case runs::State::Failed:
    case runs::State::Cancelled: return Mark::Failed;
    case runs::State::Skipped: return Mark::Skipped;
    case runs::State::Running:
    case runs::State::RetryWait: return Mark::Running;
    case runs::State::Planned:
    case runs::State::Queued:
    case runs::State::Unknown: return Mark::Unknown;
    }
    return Mark::Unknown;
}

int TimelineData::findingIndex(const QString& id) const
{
    if (!picture)
        return -1;
    const auto& findings = picture->diagnosis.findings;
    const auto it = std::find_if(findings.cbegin(), findings.cend(), [&](const freshness::Finding& f) { return f.id == id; });
    return it == findings.cend() ? -1 : int(it - findings.cbegin());
}

int TimelineData::runIndex(const QString& job, const QString& runId) const
{
    if (!picture)
        return -1;
    const auto it = std::find_if(picture->runs.cbegin(), picture->runs.cend(),
        [&](const freshness::PhysicalRun& r) { return r.run == runId && r.job == job; });
    return it == picture->runs.cend() ? -1 : int(it - picture->runs.cbegin());
}

int TimelineData::nextStop(qint64 at) const
{
    const auto it = std::upper_bound(stops.cbegin(), stops.cend(), at, [](qint64 t, const ProblemStop& s) { return t < s.at; });
    return it == stops.cend() ? -1 : int(it - stops.cbegin());
}

int TimelineData::previousStop(qint64 at) const
{
    const auto it = std::lower_bound(stops.cbegin(), stops.cend(), at, [](const ProblemStop& s, qint64 t) { return s.at < t; });
    return int(it - stops.cbegin()) - 1;
}

int TimelineData::otherEnd(int index, bool downstream) const
{
    if (index < 0 || !picture)
        return -1;
    for (const Arrow& arrow : arrows) {
        const int here = downstream ? arrow.producerRun : arrow.consumerRun;
        const int there = downstream ? arrow.consumerRun : arrow.producerRun;
        if (here == index && there >= 0)
            return there;
    }
    const freshness::PhysicalRun& from = run(index);
    for (const freshness::EdgeVerdict& verdict : picture->diagnosis.verdicts) {
        const bool match = downstream ? verdict.producerRun == from.run && verdict.producerJob == from.job
                                      : verdict.consumerRun == from.run && verdict.consumerJob == from.job;
        const int there = !match ? -1
            : downstream         ? runIndex(verdict.consumerJob, verdict.consumerRun)
                                 : runIndex(verdict.producerJob, verdict.producerRun);
        if (there >= 0)
            return there;
    }
    return -1;
}

Span TimelineData::runSpan(int index) const
{
    if (index < 0 || index >= laneOfRun.size() || laneOfRun[index] < 0)
        return {};
    for (const Bars& bars : lanes[laneOfRun[index]].depths) {
        const freshness::PhysicalRun& physical = run(index);
        const qint64 start = physical.start ? physical.start->us : physical.queued ? physical.queued->us : physical.planned->us;
        for (qsizetype i = bars.firstStartingAt(start); i < bars.size() && bars.start[i] == start; ++i) {
            if (bars.run[i] == index)
                return {bars.start[i], bars.end[i]};
        }
    }
    return {};
}

int TimelineData::neighbour(int index, bool later) const
{
    if (index < 0 || index >= laneOfRun.size() || laneOfRun[index] < 0)
        return -1;
    const std::pair<qint64, qint32> here {runSpan(index).start, index};
    std::optional<std::pair<qint64, qint32>> best;
    for (const Bars& bars : lanes[laneOfRun[index]].depths) {
        // Runs that start at one instant follow each other by index.
        qsizetype i = bars.firstStartingAt(here.first);
        i = std::max<qsizetype>(0, later ? i : i - 1);
        for (; i < bars.size() && bars.start[i] <= here.first; ++i) {
            const std::pair<qint64, qint32> there {bars.start[i], bars.run[i]};
            if (later ? there > here && (!best || there < *best) : there < here && (!best || there > *best))
                best = there;
        }
        if (later && i < bars.size() && (!best || std::pair(bars.start[i], bars.run[i]) < *best))
            best = std::pair(bars.start[i], bars.run[i]);
    }
    return best ? best->second : -1;
}

int TimelineData::firstRunFrom(int lane, qint64 at) const
{
    int run = -1;
    qint64 start = 0;
    for (const Bars& bars : lanes[lane].depths) {
        const qsizetype i = bars.firstStartingAt(at);
        if (i < bars.size() && (run < 0 || bars.start[i] < start)) {
            run = bars.run[i];
            start = bars.start[i];
        }
    }
    return run;
}

QVector<qint64> deadlinesIn(const Deadline& deadline, Span span)
{
    QVector<qint64> out;
    const QDate last = deadline.zone.localDate({span.end});
    for (QDate day = deadline.zone.localDate({span.start}); day <= last; day = day.addDays(1)) {
        const qint64 at = deadline.zone.toUtc(day, deadline.microsOfDay).us;
        if (span.contains(at))
            out.append(at);
    }
    return out;
}

/// Hours for two days, days while they fit on a screen, then weeks, months, years: a wrong date centuries ago costs nothing.
static QVector<qint64> overviewEdges(Span span, int days, const base::Zone& zone)
{
    const TickStep step = days <= 2 ? TickStep {TickUnit::Hour, 1}
        : days <= 740               ? TickStep {TickUnit::Day, 1}
        : days <= 5200              ? TickStep {TickUnit::Week, 1}
        : days <= 36'500            ? TickStep {TickUnit::Month, 1}
                                    : TickStep {TickUnit::Year, 1};
    const QDate first = zone.localDate({span.start});
    qint64 start = localDayStart(span.start, zone);
    if (step.unit == TickUnit::Hour)
        start = calendarSpan(Range::Hour, span.start, zone).start;
    else if (step.unit == TickUnit::Week)
        start = localDayStart(span.start, zone, 1 - first.dayOfWeek());
    else if (step.unit >= TickUnit::Month)
        start = calendarSpan(step.unit == TickUnit::Month ? Range::Month : Range::Year, span.start, zone).start;
    QVector<qint64> edges;
    for (const Tick& tick : ticks({start, span.end + 366 * base::microsPerDay}, step, zone)) {
        edges.append(tick.at);
        if (tick.at > span.end)
            break;
    }
    return edges;
}

Overview buildOverview(const TimelineData& data, const base::Zone& zone)
{
    Overview overview;
    if (data.isEmpty())
        return overview;
    overview.days = int(zone.localDate({data.span.start}).daysTo(zone.localDate({data.span.end}))) + 1;
    overview.dayBuckets = overview.days > 2 && overview.days <= 740;
    overview.edges = overviewEdges(data.span, overview.days, zone);
    const qsizetype buckets = std::max<qsizetype>(0, overview.edges.size() - 1);
    overview.worst.fill(Mark::Unknown, buckets);
    overview.count.fill(0, buckets);
    for (const Lane& lane : data.lanes) {
        for (const Bars& bars : lane.depths) {
            for (qsizetype b = 0; b < buckets; ++b) {
                const qsizetype from = bars.firstEndingAfter(overview.edges[b] - 1);
                const qsizetype to = bars.firstStartingAt(overview.edges[b + 1], from);
                overview.worst[b] = std::max(overview.worst[b], bars.worst(from, to));
                overview.count[b] += qint32(to - from);
            }
        }
    }
    return overview;
}

} // namespace itemmodels
