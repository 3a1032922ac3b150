// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/barpieces.h"
#include "models/itemmodels/timeticks.h"
#include "widgets/painting/statusshape.h"
#include "widgets/painting/timelinepainter.h"

#include <QBrush>
#include <QFontMetricsF>
#include <QPainter>

namespace painting {

inline constexpr double shortestArrow = 14; ///< in pixels; below, the reader's mark alone tells it

/// One frame: the inputs, what follows from them, and the passes over several files. Internal.
class TimelineFrame {
public:
    TimelineFrame(QPainter& painter, const itemmodels::TimelineData& data, const TimelineView& view, const TimelineLayout& layout,
        const QSizeF& size);
    void paint();
    [[nodiscard]] QVector<TimelineSentence> sentences() const { return m_sentences; }
    /// Indexes of the arrows that the frame draws, the selected one first; at most mostArrows.
    [[nodiscard]] QVector<int> visibleArrows() const;

private:
    // timelinepainter.cpp
    void paintRows();
    void paintGroupHead(const TimelineRow& row, double y);
    void paintLaneLabel(const TimelineRow& row, double y);
    void paintSummary(const itemmodels::Group& group, double y);
    void paintLegend();
    void paintEmpty();
    // timelineaxis.cpp
    void paintOverview();
    void paintHeader();
    void paintTickLabels();
    void paintGrid();
    void paintDeadlines();
    void paintArea();
    [[nodiscard]] QString rangeTitle() const;
    [[nodiscard]] QString zoneTitle() const;
    [[nodiscard]] QString tickText(const itemmodels::Tick& tick) const;
    // timelinebars.cpp
    void paintLane(const itemmodels::Lane& lane, double y);
    void paintGhosts(const itemmodels::Lane& lane, double y);
    void paintBars(const itemmodels::Lane& lane, int depth, double y);
    void paintSolid(const QRectF& rect, const itemmodels::Bars& bars, const itemmodels::BarPiece& piece);
    void paintLabel(const itemmodels::Lane& lane, const QRectF& rect, const itemmodels::Bars& bars, qsizetype i, double room);
    void paintInside(const itemmodels::Lane& lane, const QRectF& rect, const itemmodels::Bars& bars, qsizetype i);
    void paintBeside(const itemmodels::Lane& lane, const QRectF& rect, const itemmodels::Bars& bars, qsizetype i, double room);
    void flushColumn();
    [[nodiscard]] bool mismatchIsTold(qint32 run, double noteRoom) const;
    [[nodiscard]] QColor pieceColor(const itemmodels::Bars& bars, const itemmodels::BarPiece& piece) const;
    [[nodiscard]] QColor kindColor(runs::Kind kind) const;
    [[nodiscard]] QColor markTone(itemmodels::Mark mark) const;
    [[nodiscard]] QBrush hatch(const QColor& color) const;
    [[nodiscard]] QColor inkOn(const QColor& ground) const;
    // timelineclocks.cpp
    void paintClock(const itemmodels::Lane& lane, double y);
    [[nodiscard]] QString clockText(const itemmodels::Lane& lane, const itemmodels::ClockStep& step) const;
    // timelinearrows.cpp
    void paintArrows();
    void paintArrow(const itemmodels::Arrow& arrow, bool selected);
    void paintSentence(const itemmodels::Arrow& arrow, const QPointF& from, const QPointF& to, bool selected);
    [[nodiscard]] QRectF sentenceBox(const QPointF& from, const QPointF& to, double width) const;
    void paintReaderFrame(const itemmodels::Arrow& arrow);
    [[nodiscard]] double anchorY(int lane, int run) const; ///< middle of the bar, or of the group's head

    [[nodiscard]] double textWidth(const QFont& font, const QString& text) const { return QFontMetricsF(font).horizontalAdvance(text); }
    void text(const QPointF& leftMiddle, const QString& text, const QFont& font, const QColor& color);
    [[nodiscard]] bool visibleRow(const TimelineRow& row) const;

    QPainter& p;
    const itemmodels::TimelineData& m_data;
    const TimelineView& m_view;
    const TimelineLayout& m_layout;
    const Tokens& t;
    TimelineGeometry g;
    QFont m_small, m_normal, m_bold;
    QRectF m_column;               ///< pieces of one colour side by side, not painted yet
    QColor m_columnColor;
    QVector<itemmodels::BarPiece> m_pieces;
    QVector<TimelineSentence> m_sentences; ///< where sentences stand already
    int m_labels = 0;              ///< text costs most: bounded per frame
};

[[nodiscard]] Mark shapeOf(itemmodels::Mark mark);

} // namespace painting
