// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/statistics.h"

#include <algorithm>
#include <limits>

namespace itemmodels {

static qint64 unionLength(QVector<Span> spans)
{
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.start < b.start; });
    qint64 sum = 0;
    qint64 until = std::numeric_limits<qint64>::min();
    for (const Span& span : spans) {
        const qint64 from = std::max(span.start, until);
        if (span.end > from) {
            sum += span.end - from;
            until = span.end;
        }
    }
    return sum;
}

static qint64 quantile(const QVector<qint64>& sorted, double share)
{
    if (sorted.isEmpty())
        return 0;
    const auto index = qsizetype(std::ceil(share * double(sorted.size()))) - 1;
    return sorted[std::clamp<qsizetype>(index, 0, sorted.size() - 1)];
}

AreaStatistics areaStatistics(const TimelineData& data, Span area, const QSet<QString>& hiddenSystems)
{
    AreaStatistics out;
    QVector<qint64> durations;
    QVector<Span> busy;
    for (const Lane& lane : data.lanes) {
        const bool counts = lane.role == Lane::Role::Job || lane.role == Lane::Role::Node;
        if (!counts || hiddenSystems.contains(data.groups[lane.group].system))
            continue;
        for (const Bars& bars : lane.depths) {
            const qsizetype to = bars.firstStartingAt(area.end);
            for (qsizetype i = bars.firstEndingAfter(area.start - 1); i < to; ++i) {
                if (bars.end[i] < area.start)
                    continue;
                const auto mark = Mark(bars.mark[i]);
                out.failed += mark == Mark::Failed ? 1 : 0;
                out.late += mark == Mark::Late ? 1 : 0;
                out.mismatches += mark == Mark::ReadTooEarly ? 1 : 0;
                if (lane.role == Lane::Role::Node) {
                    ++out.nodes;
                    continue;
                }
                ++out.runs;
                durations.append(bars.end[i] - bars.start[i]);
                busy.append({std::max(area.start, bars.start[i]), std::min(area.end, bars.end[i])});
            }
        }
    }
    std::sort(durations.begin(), durations.end());
    out.medianDuration = quantile(durations, 0.5);
    out.p95Duration = quantile(durations, 0.95);
    out.busy = unionLength(std::move(busy));
    return out;
}

} // namespace itemmodels
