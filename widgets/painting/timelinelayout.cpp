// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/barpieces.h"
#include "widgets/painting/timelineview.h"

#include <algorithm>

namespace painting {

using itemmodels::Bars;
using itemmodels::Group;
using itemmodels::Lane;
using itemmodels::TimelineData;

static constexpr double depthStep = 21;

TimelineGeometry timelineGeometry(const TimelineData& data, const TimelineView& view, const QSizeF& size)
{
    TimelineGeometry g;
    const double label = std::min(timelineLabelWidth, size.width() * 0.4);
    const double top = timelineOverviewHeight + timelineHeaderHeight;
    const double bottom = std::max(top, size.height() - timelineLegendHeight);
    const double width = std::max(1.0, size.width() - label);
    g.overview = QRectF(0, 0, size.width(), timelineOverviewHeight);
    g.header = QRectF(0, timelineOverviewHeight, size.width(), timelineHeaderHeight);
    g.zoneLabel = QRectF(0, timelineOverviewHeight + 26, label, 20);
    g.labels = QRectF(0, top, label, bottom - top);
    g.plot = QRectF(label, top, width, bottom - top);
    g.legend = QRectF(0, bottom, size.width(), timelineLegendHeight);
    g.scale = {view.span, label, width};
    itemmodels::Span whole = data.span;
    if (view.overview && view.overview->edges.size() > 1)
        whole = {view.overview->edges.first(), view.overview->edges.last()};
    g.overviewScale = {whole, label, width};
    return g;
}

TimelineLayout layoutTimeline(const TimelineData& data, const TimelineView& view)
{
    TimelineLayout layout;
    layout.rowOfLane.fill(-1, data.lanes.size());
    for (int g = 0; g < data.groups.size(); ++g) {
        const Group& group = data.groups[g];
        if (!group.system.isEmpty() && view.hiddenSystems.contains(group.system))
            continue;
        layout.rows.append({g, -1, layout.height, timelineGroupHeight});
        layout.height += timelineGroupHeight;
        const bool collapsed = view.collapsed.contains(group.id);
        const int head = int(layout.rows.size()) - 1;
        for (int lane = group.firstLane; lane < group.firstLane + group.laneCount; ++lane) {
            if (collapsed) {
                layout.rowOfLane[lane] = head;
                continue;
            }
            layout.rowOfLane[lane] = int(layout.rows.size());
            const auto extra = std::max<qsizetype>(0, data.lanes[lane].depths.size() - 1);
            const double height = size::lane + double(extra) * depthStep;
            layout.rows.append({g, lane, layout.height, height});
            layout.height += height;
        }
    }
    return layout;
}

int TimelineLayout::rowAt(double y) const
{
    const auto it = std::upper_bound(rows.cbegin(), rows.cend(), y, [](double v, const TimelineRow& row) { return v < row.y; });
    if (it == rows.cbegin())
        return -1;
    const TimelineRow& row = *std::prev(it);
    return y < row.y + row.height ? int(std::prev(it) - rows.cbegin()) : -1;
}

QRectF barBand(const Lane& lane, int depth)
{
    const bool attempts = lane.role == Lane::Role::Attempts;
    const double height = attempts ? size::attempt : size::bar;
    return {0, (attempts ? 6 : 5) + depth * depthStep, 0, height};
}

static void hitBars(const TimelineData& data, const TimelineGeometry& g, double yInLane, const QPointF& point, TimelineHit& hit)
{
    const Lane& lane = data.lanes[hit.lane];
    QVector<itemmodels::BarPiece> pieces;
    for (int depth = 0; depth < lane.depths.size(); ++depth) {
        const QRectF band = barBand(lane, depth);
        if (yInLane < band.top() - 2 || yInLane > band.bottom() + 2)
            continue;
        const Bars& bars = lane.depths[depth];
        // Three pixels around the pointer are enough; a bar of two pixels must be easy to meet.
        itemmodels::TimeScale near = g.scale;
        near.left = point.x() - 3;
        near.width = 6;
        near.span = {g.scale.toTime(near.left), g.scale.toTime(near.left + near.width)};
        barPieces(bars, near, pieces);
        if (pieces.isEmpty())
            continue;
        const auto better = [&](const itemmodels::BarPiece& a, const itemmodels::BarPiece& b) {
            const auto distance = [&](const itemmodels::BarPiece& p) {
                return std::max({0.0, p.x0 - point.x(), point.x() - p.x1});
            };
            return distance(a) < distance(b);
        };
        const itemmodels::BarPiece piece = *std::min_element(pieces.cbegin(), pieces.cend(), better);
        hit.part = piece.count == 1 ? TimelineHit::Part::Bar : TimelineHit::Part::Pile;
        hit.first = piece.first;
        hit.count = piece.count;
        hit.depth = depth;
        hit.run = bars.run[piece.first];
        hit.attempt = bars.attempt[piece.first];
        return;
    }
}

TimelineHit hitTimeline(const TimelineData& data, const TimelineView& view, const TimelineLayout& layout, const QSizeF& size, const QPointF& point)
{
    using Part = TimelineHit::Part;
    TimelineHit hit;
    const TimelineGeometry g = timelineGeometry(data, view, size);
    const bool onAxis = point.x() >= g.plot.left();
    hit.at = g.overview.contains(point) ? g.overviewScale.toTime(point.x()) : g.scale.toTime(point.x());
    if (g.overview.contains(point))
        hit.part = Part::Overview;
    else if (g.zoneLabel.contains(point))
        hit.part = Part::ZoneLabel;
    else if (g.header.contains(point))
        hit.part = onAxis ? Part::Ruler : Part::None;
    if (hit.part != Part::None || point.y() < g.plot.top() || point.y() >= g.plot.bottom())
        return hit;
    const double y = point.y() - g.plot.top() + view.scroll;
    hit.row = layout.rowAt(y);
    hit.part = onAxis ? Part::Plot : Part::None;
    if (hit.row < 0)
        return hit;
    const TimelineRow& row = layout.rows[hit.row];
    hit.group = row.group;
    hit.lane = row.lane;
    if (row.lane < 0)
        hit.part = Part::GroupHead;
    else if (!onAxis)
        hit.part = Part::LaneLabel;
    else
        hitBars(data, g, y - row.y, point, hit);
    return hit;
}

} // namespace painting
