// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/painting/timelinepainter.h"

#include "models/itemmodels/timeticks.h"
#include "widgets/painting/timelineframe.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace painting {

using itemmodels::Group;
using itemmodels::Lane;
using itemmodels::TimelineData;

Mark shapeOf(itemmodels::Mark mark)
{
    switch (mark) {
    case itemmodels::Mark::Unknown: return Mark::Unknown;
    case itemmodels::Mark::Skipped: return Mark::Skipped;
    case itemmodels::Mark::Ok: return Mark::Success;
    case itemmodels::Mark::Running: return Mark::Running;
    case itemmodels::Mark::Warn:
    case itemmodels::Mark::Late: return Mark::Late;
    case itemmodels::Mark::Failed: return Mark::Failed;
    case itemmodels::Mark::ReadTooEarly: return Mark::ReadTooEarly;
    }
    return Mark::Unknown;
}

static QFont timelineFont(const QFont& base, int pixels, bool bold)
{
    QFont font = base;
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

TimelineFrame::TimelineFrame(
    QPainter& painter, const TimelineData& data, const TimelineView& view, const TimelineLayout& layout, const QSizeF& size)
    : p(painter)
    , m_data(data)
    , m_view(view)
    , m_layout(layout)
    , t(tokens(view.theme))
    , g(timelineGeometry(data, view, size))
    , m_small(timelineFont(view.font, size::small, false))
    , m_normal(timelineFont(view.font, size::text, false))
    , m_bold(timelineFont(view.font, size::text, true))
{
}

void TimelineFrame::paint()
{
    p.fillRect(QRectF(QPointF(0, 0), QSizeF(g.overview.width(), g.legend.bottom())), t.surface);
    if (m_data.isEmpty()) {
        paintEmpty();
        return;
    }
    paintGrid();
    p.save();
    p.setClipRect(g.plot.united(g.labels));
    paintRows();
    p.restore();
    paintDeadlines();
    paintArrows();
    paintArea();
    paintHeader();
    paintOverview();
    paintLegend();
}

void TimelineFrame::text(const QPointF& leftMiddle, const QString& words, const QFont& font, const QColor& color)
{
    const QFontMetricsF metrics(font);
    p.setFont(font);
    p.setPen(color);
    p.drawText(QPointF(leftMiddle.x(), leftMiddle.y() + (metrics.ascent() - metrics.descent()) / 2), words);
}

bool TimelineFrame::visibleRow(const TimelineRow& row) const
{
    const double y = row.y - m_view.scroll;
    return y + row.height > 0 && y < g.plot.height();
}

void TimelineFrame::paintRows()
{
    for (const TimelineRow& row : m_layout.rows) {
        if (!visibleRow(row))
            continue;
        const double y = g.plot.top() + row.y - m_view.scroll;
        if (row.lane < 0) {
            paintGroupHead(row, y);
            continue;
        }
        p.fillRect(QRectF(0, y + row.height - 1, g.plot.right(), 1), t.grid);
        p.save();
        p.setClipRect(g.plot, Qt::IntersectClip);
        paintLane(m_data.lanes[row.lane], y);
        p.restore();
        paintLaneLabel(row, y);
    }
}

void TimelineFrame::paintGroupHead(const TimelineRow& row, double y)
{
    const Group& group = m_data.groups[row.group];
    const bool collapsed = m_view.collapsed.contains(group.id);
    const QRectF head(0, y, g.plot.right(), timelineGroupHeight - 2);
    p.fillRect(head, t.raised);
    p.fillRect(QRectF(0, y, head.width(), 1), t.line);
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(t.text);
    const QPointF c(15, head.center().y());
    if (collapsed)
        p.drawPolygon(QPolygonF({c + QPointF(-2, -4), c + QPointF(3, 0), c + QPointF(-2, 4)}));
    else
        p.drawPolygon(QPolygonF({c + QPointF(-4, -2), c + QPointF(4, -2), c + QPointF(0, 3)}));
    p.restore();
    if (collapsed)
        paintSummary(group, y);
    const double room = collapsed ? g.labels.width() - 34 : head.width() - 34;
    text({24, head.center().y()}, QFontMetricsF(m_bold).elidedText(group.title, Qt::ElideMiddle, room), m_bold, t.text);
}

/// A collapsed group still says the worst of every pixel.
void TimelineFrame::paintSummary(const Group& group, double y)
{
    const auto columns = qsizetype(g.plot.width() / itemmodels::pieceCell) + 1;
    QVector<quint8> worst(columns, 0);
    for (int lane = group.firstLane; lane < group.firstLane + group.laneCount; ++lane) {
        for (const itemmodels::Bars& bars : m_data.lanes[lane].depths) {
            barPieces(bars, g.scale, m_pieces);
            for (const itemmodels::BarPiece& piece : std::as_const(m_pieces)) {
                const auto last = std::min(columns - 1, qsizetype((piece.x1 - g.plot.left()) / itemmodels::pieceCell));
                for (auto c = std::max<qsizetype>(0, qsizetype((piece.x0 - g.plot.left()) / itemmodels::pieceCell)); c <= last; ++c)
                    worst[c] = std::max(worst[c], quint8(quint8(piece.mark) + 1));
            }
        }
    }
    for (qsizetype c = 0; c < columns; ++c) {
        if (worst[c] == 0)
            continue;
        const auto mark = itemmodels::Mark(worst[c] - 1);
        const bool trouble = mark >= itemmodels::Mark::Warn;
        const QColor color = trouble ? markTone(mark) : t.off;
        const double height = trouble ? 14 : 6;
        p.fillRect(QRectF(g.plot.left() + double(c) * itemmodels::pieceCell, y + 13 - height / 2, itemmodels::pieceCell, height), color);
    }
}

void TimelineFrame::paintLaneLabel(const TimelineRow& row, double y)
{
    const Lane& lane = m_data.lanes[row.lane];
    p.fillRect(QRectF(0, y, g.labels.width(), row.height - 1), t.surface);
    const bool selected = m_view.selectedRun >= 0 && m_data.laneOfRun[m_view.selectedRun] == row.lane;
    if (selected)
        p.fillRect(QRectF(0, y, g.labels.width(), row.height - 1), t.accentSoft);
    const QString name = QFontMetricsF(m_normal).elidedText(lane.name, Qt::ElideRight, g.labels.width() - 34);
    text({26, y + size::lane / 2.0}, name, m_normal, t.text);
}

void TimelineFrame::paintLegend()
{
    p.fillRect(g.legend, t.surface);
    double x = 12;
    const double y = g.legend.center().y();
    const auto word = [&](const QString& words) {
        text({x, y}, words, m_small, t.muted);
        x += textWidth(m_small, words) + 14;
    };
    const auto swatch = [&](const QColor& color, const QString& words) {
        p.fillRect(QRectF(x, y - 2, 10, 4), color);
        x += 15;
        word(words);
    };
    swatch(t.extraction, QCoreApplication::translate("timeline", "extraction"));
    swatch(t.transformation, QCoreApplication::translate("timeline", "transformation"));
    swatch(t.refresh, QCoreApplication::translate("timeline", "refresh"));
    p.setPen(QPen(t.off, 1, Qt::DashLine));
    p.drawRect(QRectF(x + 0.5, y - 4.5, 11, 8));
    x += 17;
    word(QCoreApplication::translate("timeline", "expected"));
    for (const itemmodels::Mark mark : {itemmodels::Mark::Late, itemmodels::Mark::Failed, itemmodels::Mark::ReadTooEarly}) {
        paintMark(p, QRectF(x, y - 6, 12, 12), shapeOf(mark), t);
        x += 16;
        const QString words = mark == itemmodels::Mark::Late ? QCoreApplication::translate("timeline", "late")
            : mark == itemmodels::Mark::Failed               ? QCoreApplication::translate("timeline", "failed")
                                                             : QCoreApplication::translate("timeline", "read too early");
        word(words);
    }
    if (m_view.keys) {
        word(QStringLiteral("·"));
        word(QCoreApplication::translate("timeline", "N next problem"));
        word(QCoreApplication::translate("timeline", "[ ] walk dependency"));
        word(QCoreApplication::translate("timeline", "Z zoom to selection"));
    }
}

void TimelineFrame::paintEmpty()
{
    p.setFont(m_normal);
    p.setPen(t.muted);
    const QRectF all(0, 0, g.overview.width(), g.legend.bottom());
    p.drawText(all.adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, m_view.emptyText);
}

void paintTimeline(QPainter& painter, const TimelineData& data, const TimelineView& view, const TimelineLayout& layout,
    const QSizeF& size, QVector<TimelineSentence>* sentences)
{
    TimelineFrame frame(painter, data, view, layout, size);
    frame.paint();
    if (sentences)
        *sentences = frame.sentences();
}

QImage renderTimeline(const TimelineData& data, const TimelineView& given, QSize size, qreal dpr)
{
    TimelineView view = given;
    const itemmodels::Overview overview = view.overview ? *view.overview : buildOverview(data, view.zone);
    view.overview = &overview;
    if (view.span.length() <= 0)
        view.span = openingSpan(data, view.zone);
    const TimelineLayout layout = layoutTimeline(data, view);
    if (size.height() <= 0) {
        const double wanted = layout.height + timelineOverviewHeight + timelineHeaderHeight + timelineLegendHeight + 8;
        size.setHeight(int(std::min(16'000.0, std::max(200.0, wanted))));
    }
    QImage image(size * dpr, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    image.fill(tokens(view.theme).surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    paintTimeline(painter, data, view, layout, size);
    return image;
}

itemmodels::Span openingSpan(const TimelineData& data, const base::Zone& zone)
{
    if (data.isEmpty())
        return {};
    qint64 at = data.span.end - 1;
    if (!data.arrows.isEmpty())
        at = data.arrows.last().to;
    else if (!data.stops.isEmpty())
        at = data.stops.last().at;
    return calendarSpan(itemmodels::Range::Day, at, zone);
}

} // namespace painting
