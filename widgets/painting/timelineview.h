// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/timelinedata.h"
#include "widgets/painting/tokens.h"

#include <QFont>
#include <QRectF>
#include <QSet>

#include <optional>

namespace painting {

/// How the timeline is looked at. A value; the window and `weirctl timeline` fill it, the painter reads it.
struct TimelineView {
    itemmodels::Span span;                           ///< what is in view
    base::Zone zone;
    Theme theme = Theme::Light;
    QFont font;
    QSet<QString> collapsed;                         ///< Group::id
    QSet<QString> hiddenSystems;                     ///< Group::system
    double scroll = 0;                               ///< logical pixels of lanes above the view
    int selectedRun = -1;
    int selectedFinding = -1;
    int hoverRun = -1;
    std::optional<itemmodels::Span> area;            ///< dragged selection
    const itemmodels::Overview* overview = nullptr;  ///< absent: the strip shows no buckets
    bool keys = true;                                ///< key hints in the legend: not in pictures
    QString emptyText;
};

/// The parts of the picture, in logical pixels.
struct TimelineGeometry {
    QRectF overview, header, zoneLabel, labels, plot, legend;
    itemmodels::TimeScale scale;                     ///< of the plot
    itemmodels::TimeScale overviewScale;             ///< of the strip on top
};
inline constexpr double timelineLabelWidth = 206;
inline constexpr double timelineOverviewHeight = 38;
inline constexpr double timelineHeaderHeight = 54;
inline constexpr double timelineGroupHeight = 28;
inline constexpr double timelineLegendHeight = 30;

[[nodiscard]] TimelineGeometry timelineGeometry(const itemmodels::TimelineData& data, const TimelineView& view, const QSizeF& size);

/// One row: a group's head (lane -1) or a lane. y is that of the content, 0 at the first row, not scrolled.
struct TimelineRow {
    int group = -1;
    int lane = -1;
    double y = 0;
    double height = 0;
};

struct TimelineLayout {
    QVector<TimelineRow> rows;
    QVector<int> rowOfLane;                          ///< the group's head where it is collapsed; -1 where hidden
    double height = 0;
    [[nodiscard]] int rowAt(double y) const;         ///< -1 if none
};
[[nodiscard]] TimelineLayout layoutTimeline(const itemmodels::TimelineData& data, const TimelineView& view);

/// Top and height of the bars of one depth, from the lane's top.
[[nodiscard]] QRectF barBand(const itemmodels::Lane& lane, int depth);

/// What lies under a point.
struct TimelineHit {
    enum class Part { None, Overview, Ruler, ZoneLabel, GroupHead, LaneLabel, Bar, Pile, Plot };
    Part part = Part::None;
    int row = -1;
    int group = -1;
    int lane = -1;
    int run = -1;                                    ///< of a bar
    int attempt = 0;
    qsizetype first = 0, count = 0;                  ///< of a pile: bars in one cell
    int depth = 0;
    qint64 at = 0;                                   ///< the instant under the point
};
[[nodiscard]] TimelineHit hitTimeline(const itemmodels::TimelineData& data, const TimelineView& view, const TimelineLayout& layout,
    const QSizeF& size, const QPointF& point);

} // namespace painting
