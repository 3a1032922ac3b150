// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/painting/timelineframe.h"

#include <QPainterPath>
#include <QStringList>

#include <algorithm>

namespace painting {

using itemmodels::Arrow;
using itemmodels::Lane;

static constexpr double readerGap = 24;      ///< the head ends beside the reader, not on it
static constexpr double sentenceFrom = 90;

double TimelineFrame::anchorY(int lane, int run) const
{
    const int rowIndex = m_layout.rowOfLane[lane];
    if (rowIndex < 0)
        return -1;
    const TimelineRow& row = m_layout.rows[rowIndex];
    const double top = g.plot.top() + row.y - m_view.scroll;
    if (row.lane < 0)
        return top + timelineGroupHeight / 2 - 1;
    const Lane& drawn = m_data.lanes[lane];
    int depth = 0;
    if (drawn.depths.size() > 1) {
        const qint64 start = m_data.runSpan(run).start;
        for (int d = 0; d < drawn.depths.size(); ++d) {
            const qsizetype i = drawn.depths[d].firstStartingAt(start);
            if (i < drawn.depths[d].size() && drawn.depths[d].run[i] == run)
                depth = d;
        }
    }
    return top + barBand(drawn, depth).center().y();
}

QVector<int> TimelineFrame::visibleArrows() const
{
    QVector<int> shown;
    const auto selectedOne = [this](const Arrow& a) {
        return a.finding == m_view.selectedFinding || (m_view.selectedRun >= 0 && a.consumerRun == m_view.selectedRun);
    };
    for (int i = 0; i < m_data.arrows.size(); ++i) {
        const Arrow& arrow = m_data.arrows[i];
        const itemmodels::Span ends {std::min(arrow.from, arrow.to), std::max(arrow.from, arrow.to)};
        if (!ends.overlaps(m_view.span.start, m_view.span.end))
            continue;
        const double pixels = double(ends.length()) / g.scale.microsPerPixel();
        const int fromRow = m_layout.rowOfLane[arrow.fromLane];
        const int toRow = m_layout.rowOfLane[arrow.toLane];
        if (fromRow < 0 || toRow < 0 || pixels < shortestArrow)
            continue;
        if (visibleRow(m_layout.rows[fromRow]) || visibleRow(m_layout.rows[toRow]))
            shown.append(i);
    }
    std::stable_sort(shown.begin(), shown.end(),
        [&](int a, int b) { return selectedOne(m_data.arrows[a]) && !selectedOne(m_data.arrows[b]); });
    if (shown.size() > mostArrows)
        shown.resize(mostArrows);
    return shown;
}

void TimelineFrame::paintArrows()
{
    const QVector<int> shown = visibleArrows();
    p.save();
    p.setClipRect(g.plot);
    p.setRenderHint(QPainter::Antialiasing);
    for (auto i = shown.size() - 1; i >= 0; --i) // the selected one last, so on top
        paintArrow(m_data.arrows[shown[i]], m_data.arrows[shown[i]].finding == m_view.selectedFinding);
    for (const int i : shown) {
        const Arrow& arrow = m_data.arrows[i];
        const QPointF from(g.scale.toX(arrow.from), anchorY(arrow.fromLane, arrow.producerRun));
        const QPointF to(g.scale.toX(arrow.to), anchorY(arrow.toLane, arrow.consumerRun));
        paintSentence(arrow, from, to, arrow.finding == m_view.selectedFinding);
    }
    p.restore();
}

void TimelineFrame::paintArrow(const Arrow& arrow, bool selected)
{
    const double yFrom = anchorY(arrow.fromLane, arrow.producerRun);
    const double yTo = anchorY(arrow.toLane, arrow.consumerRun);
    const double xFrom = g.scale.toX(arrow.from);
    const double side = arrow.from >= arrow.to ? 1 : -1; // from where the head comes: the right, if the load ended later
    const double reach = std::abs(xFrom - g.scale.toX(arrow.to));
    const double readerEnd = side > 0 ? std::min(g.scale.toX(m_data.runSpan(arrow.consumerRun).end) - g.scale.toX(arrow.to), reach / 3) : 0;
    const QPointF tip(g.scale.toX(arrow.to) + side * (std::max(0.0, readerEnd) + std::min(readerGap, reach / 3)), yTo);
    const double down = yTo >= yFrom ? 1 : -1;
    const QPointF start(xFrom, yFrom + down * 8);
    const double bow = std::min(220.0, reach * 0.6);
    QPainterPath path(start);
    path.cubicTo(QPointF(xFrom, yTo + down * 44), QPointF(tip.x() + side * bow, yTo), tip + QPointF(side * 8, 0));
    QPen pen(t.race, selected ? 2.5 : 2);
    pen.setDashPattern({3, 2});
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    p.drawPath(path);
    p.setPen(Qt::NoPen);
    p.setBrush(t.race);
    p.drawPolygon(QPolygonF({tip, tip + QPointF(side * 13, -6), tip + QPointF(side * 13, 6)}));
    paintReaderFrame(arrow);
}

void TimelineFrame::paintReaderFrame(const Arrow& arrow)
{
    if (m_layout.rows[m_layout.rowOfLane[arrow.toLane]].lane < 0)
        return;
    const itemmodels::Span bar = m_data.runSpan(arrow.consumerRun);
    const double x0 = g.scale.toX(bar.start) - 5;
    const double x1 = std::max(x0 + 15, g.scale.toX(bar.end) + 5);
    const double y = anchorY(arrow.toLane, arrow.consumerRun);
    p.setPen(QPen(t.race, 2));
    p.setBrush(Qt::NoBrush);
    p.drawRoundedRect(QRectF(x0, y - 13, x1 - x0, 26), 5, 5);
}

/// Between both ends where it fits without covering the reader, else beside the end of the load, else wherever it can be read.
QRectF TimelineFrame::sentenceBox(const QPointF& from, const QPointF& to, double width) const
{
    const double low = std::max(g.plot.left(), std::min(from.x(), to.x()));
    const double high = std::min(g.plot.right(), std::max(from.x(), to.x()));
    const double leftmost = g.plot.left() + 6;
    const double rightmost = std::max(leftmost, g.plot.right() - width - 6);
    QRectF box(std::clamp(low + (high - low) * 0.48 - width / 2, leftmost, rightmost), to.y() + 2, width, 22);
    if (high - low < width + 110 && high + 10 <= rightmost)
        box.moveTopLeft({high + 10, (from.y() + to.y()) / 2 - 4});
    if (to.y() < g.plot.top() || to.y() > g.plot.bottom())
        box.moveTop(std::clamp(to.y(), g.plot.top() + 4, g.plot.bottom() - 28));
    return box;
}

void TimelineFrame::paintSentence(const Arrow& arrow, const QPointF& from, const QPointF& to, bool selected)
{
    if (!selected && (std::abs(from.x() - to.x()) < sentenceFrom || m_sentences.size() >= 40))
        return;
    QStringList parts;
    for (const QString& piece : arrow.sentence.split(QStringLiteral("<b>")))
        parts += piece.split(QStringLiteral("</b>"));
    const auto fontOf = [&](qsizetype i) { // every second part is bold
        QFont font = m_small;
        font.setPixelSize(12);
        font.setBold(i % 2 == 1);
        return font;
    };
    double width = 34;
    for (qsizetype i = 0; i < parts.size(); ++i)
        width += textWidth(fontOf(i), parts[i]);
    const QRectF box = sentenceBox(from, to, width);
    const bool taken = std::any_of(m_sentences.cbegin(), m_sentences.cend(), [&](const TimelineSentence& s) { return s.box.intersects(box); });
    if (taken)
        return;
    m_sentences.append({box, arrow.finding});
    p.setPen(QPen(t.race, selected ? 2 : 1));
    p.setBrush(t.raceSoft);
    p.drawRoundedRect(box, 5, 5);
    paintMark(p, QRectF(box.left() + 7, box.center().y() - 7, 14, 14), Mark::ReadTooEarly, t);
    double x = box.left() + 26;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        text({x, box.center().y()}, parts[i], fontOf(i), t.race);
        x += textWidth(fontOf(i), parts[i]);
    }
}

} // namespace painting
