// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/painting/timelineview.h"

#include <QImage>

class QPainter;

/// Paints runs on one time axis. Qt Gui only: the window and `weirctl timeline` draw the same picture.
namespace painting {

/// Where a frame has put the sentences of its arrows: they can be clicked.
struct TimelineSentence {
    QRectF box;
    int finding = -1;
};

void paintTimeline(QPainter& painter, const itemmodels::TimelineData& data, const TimelineView& view, const TimelineLayout& layout,
    const QSizeF& size, QVector<TimelineSentence>* sentences = nullptr);

/// The picture of `weirctl timeline`. `size` in logical pixels, the image has size * dpr. An empty height (0) takes all lanes,
/// at most 16 000 px. Builds the overview if the view has none. Needs a QGuiApplication.
[[nodiscard]] QImage renderTimeline(const itemmodels::TimelineData& data, const TimelineView& view, QSize size, qreal dpr);

/// What a first look shows: the local day of the newest mismatch, else of the newest problem, else the last day.
[[nodiscard]] itemmodels::Span openingSpan(const itemmodels::TimelineData& data, const base::Zone& zone);

/// Most arrows of a frame; beyond, the selected one and the first of the others.
inline constexpr int mostArrows = 500;

} // namespace painting
