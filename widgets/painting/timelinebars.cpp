// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/runsmodel.h"
#include "widgets/painting/timelineframe.h"

#include <QCoreApplication>
#include <QImage>
#include <QTime>

namespace painting {

using itemmodels::BarPiece;
using itemmodels::Bars;
using itemmodels::Lane;
using BarMark = itemmodels::Mark;

static constexpr double insideFrom = 64; ///< bars at least this wide carry their words inside
static constexpr int mostBarLabels = 400;

QColor TimelineFrame::kindColor(runs::Kind kind) const
{
    switch (kind) {
    case runs::Kind::Extract:
    case runs::Kind::Load: return t.extraction;
    case runs::Kind::Transform: return t.transformation;
    case runs::Kind::Test:
    case runs::Kind::Freshness: return t.test;
    case runs::Kind::Refresh: return t.refresh;
    case runs::Kind::Other: return t.off;
    }
    return t.off;
}

QColor TimelineFrame::markTone(BarMark mark) const
{
    return markColor(shapeOf(mark), t);
}

QColor TimelineFrame::inkOn(const QColor& ground) const
{
    return contrast(t.text, ground) >= contrast(t.surface, ground) ? t.text : t.surface;
}

QColor TimelineFrame::pieceColor(const Bars& bars, const BarPiece& piece) const
{
    const bool wide = piece.count == 1 && piece.x1 - piece.x0 >= 14;
    const bool plain = piece.mark == BarMark::Ok || piece.mark == BarMark::Running;
    // A wide bar keeps the colour of its work and carries the shape of its status inside.
    // In a pile the longest of the first few gives its colour: a check of seconds beside a build says little.
    qsizetype shown = piece.first;
    for (qsizetype i = piece.first + 1; i < piece.first + std::min<qsizetype>(piece.count, 8); ++i)
        shown = bars.end[i] - bars.start[i] > bars.end[shown] - bars.start[shown] ? i : shown;
    if (plain || (wide && piece.mark != BarMark::Failed && piece.mark != BarMark::Skipped && piece.mark != BarMark::Unknown))
        return kindColor(runs::Kind(bars.kind[shown]));
    return markTone(piece.mark);
}

/// Stripes of 4 px every 7, the look of a failed bar; Qt's own patterns are too fine to be seen from afar.
QBrush TimelineFrame::hatch(const QColor& color) const
{
    QImage tile(10, 10, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 4));
    for (const double shift : {-10.0, 0.0, 10.0})
        painter.drawLine(QPointF(shift - 2, 12), QPointF(shift + 12, -2));
    painter.end();
    return QBrush(tile);
}

void TimelineFrame::flushColumn()
{
    if (m_column.width() > 0)
        p.fillRect(m_column, m_columnColor);
    m_column = QRectF();
}

void TimelineFrame::paintLane(const Lane& lane, double y)
{
    if (lane.isClock()) {
        paintClock(lane, y);
        return;
    }
    paintGhosts(lane, y);
    for (int depth = 0; depth < lane.depths.size(); ++depth)
        paintBars(lane, depth, y);
}

void TimelineFrame::paintGhosts(const Lane& lane, double y)
{
    if (lane.ghosts.isEmpty())
        return;
    const qint64 width = std::max(lane.usual, base::microsPerMinute);
    const QRectF band = barBand(lane, 0).translated(0, y);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(t.off, 1, Qt::DashLine));
    double last = -1e9;
    auto it = std::lower_bound(lane.ghosts.cbegin(), lane.ghosts.cend(), m_view.span.start - width);
    while (it != lane.ghosts.cend() && *it < m_view.span.end) {
        const double x0 = g.scale.toX(*it);
        const double x1 = std::max(x0 + 4, g.scale.toX(*it + width));
        if (x0 >= last)
            p.drawRect(QRectF(x0 + 0.5, band.top() + 0.5, x1 - x0 - 1, band.height() - 1));
        last = std::max(last, x1);
        it = std::lower_bound(it + 1, lane.ghosts.cend(), g.scale.toTime(std::max(x0 + itemmodels::pieceCell, last)));
    }
}

void TimelineFrame::paintBars(const Lane& lane, int depth, double y)
{
    const Bars& bars = lane.depths[depth];
    QRectF band = barBand(lane, depth).translated(0, y);
    barPieces(bars, g.scale, m_pieces);
    for (qsizetype i = 0; i < m_pieces.size(); ++i) {
        const BarPiece& piece = m_pieces[i];
        const QRectF rect(piece.x0, band.top(), piece.x1 - piece.x0, band.height());
        if (rect.width() >= 6 && piece.count == 1) {
            flushColumn();
            paintSolid(rect, bars, piece);
        } else {
            const QColor color = pieceColor(bars, piece);
            const bool joins = color == m_columnColor && rect.left() <= m_column.right() + 0.75 && m_column.width() > 0;
            if (!joins)
                flushColumn();
            m_column = joins ? QRectF(m_column.topLeft(), QPointF(rect.right(), rect.bottom())) : rect;
            m_columnColor = color;
        }
        if (piece.count == 1 && m_labels < mostBarLabels) {
            const double next = i + 1 < m_pieces.size() ? m_pieces[i + 1].x0 : g.plot.right();
            if (rect.width() >= 18 || next - rect.right() >= 18) {
                flushColumn();
                paintLabel(lane, rect, bars, piece.first, next - rect.right());
            }
        }
    }
    flushColumn();
}

void TimelineFrame::paintSolid(const QRectF& rect, const Bars& bars, const BarPiece& piece)
{
    const QColor color = pieceColor(bars, piece);
    const QRectF inner = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    p.setRenderHint(QPainter::Antialiasing);
    switch (piece.mark) {
    case BarMark::Failed:
        p.setPen(QPen(color, 1));
        p.setBrush(hatch(color));
        break;
    case BarMark::Unknown:
        p.setPen(QPen(color, 1));
        p.setBrush(QBrush(color, Qt::BDiagPattern));
        break;
    case BarMark::Skipped:
        p.setPen(QPen(color, 1, Qt::DashLine));
        p.setBrush(Qt::NoBrush);
        break;
    default:
        p.setPen(Qt::NoPen);
        p.setBrush(color);
        break;
    }
    const bool outlined = p.pen().style() != Qt::NoPen;
    p.drawRoundedRect(outlined ? inner : rect, size::radiusBar, size::radiusBar);
    const qint32 run = bars.run[piece.first];
    const bool framed = m_data.arrowOfReader.contains(run) && mismatchIsTold(run, 0); // by its arrow
    if (!framed && (run == m_view.selectedRun || run == m_view.hoverRun)) {
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(t.accent, run == m_view.selectedRun ? 2 : 1));
        p.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), size::radiusBar + 1, size::radiusBar + 1);
    }
    p.setRenderHint(QPainter::Antialiasing, false);
}

void TimelineFrame::paintLabel(const Lane& lane, const QRectF& rect, const Bars& bars, qsizetype i, double room)
{
    const bool failed = BarMark(bars.mark[i]) == BarMark::Failed;
    if (rect.width() >= (failed ? 2 * insideFrom : insideFrom) || (!failed && rect.width() >= 26 && room < 18))
        paintInside(lane, rect, bars, i);
    else if (room >= 18)
        paintBeside(lane, rect, bars, i, room);
    else if (rect.width() >= 18 && !failed)
        paintMark(p, QRectF(rect.left() + 3, rect.center().y() - 6, 12, 12), shapeOf(BarMark(bars.mark[i])), t);
}

static QString barDuration(const Bars& bars, qsizetype i)
{
    return base::durationWords(bars.end[i] - bars.start[i]);
}

/// `timeout` of `source: timeout: the API did not answer`: what fits beside an attempt. Airbyte writes in front who failed.
static QString barReason(const freshness::PhysicalRun& run, int attempt)
{
    static const QStringList origins {QStringLiteral("source"), QStringLiteral("destination"), QStringLiteral("replication"),
        QStringLiteral("persistence"), QStringLiteral("airbyte_platform"), QStringLiteral("unknown")};
    for (const runs::Attempt& a : run.attempts) {
        if (a.number != attempt)
            continue;
        const QStringList parts = a.message.section(u'\n', 0, 0).split(u':');
        const bool named = parts.size() > 1 && origins.contains(parts.first());
        const QString reason = parts[named ? 1 : 0].simplified();
        return reason.size() > 24 ? reason.left(23) + u'\u2026' : reason;
    }
    return {};
}

void TimelineFrame::paintInside(const Lane& lane, const QRectF& rect, const Bars& bars, qsizetype i)
{
    const auto mark = BarMark(bars.mark[i]);
    const freshness::PhysicalRun& run = m_data.run(bars.run[i]);
    const int attempt = bars.attempt[i];
    const bool hatched = mark == BarMark::Failed || mark == BarMark::Unknown || mark == BarMark::Skipped;
    const QColor ink = hatched ? (mark == BarMark::Failed ? t.failed : t.muted) : inkOn(kindColor(runs::Kind(bars.kind[i])));
    QString words = attempt > 0 ? QString::number(attempt) : lane.name + QStringLiteral("  ") + barDuration(bars, i);
    if (attempt > 0 && hatched)
        words += QStringLiteral("  ") + (barReason(run, attempt).isEmpty() ? itemmodels::stateWords(runs::State::Failed) : barReason(run, attempt));
    QString usual;
    if (attempt == 0 && lane.usual > 0 && bars.end[i] - bars.start[i] > lane.usual + lane.usual / 2)
        usual = QCoreApplication::translate("timeline", "usual %1").arg(base::durationWords(lane.usual));
    const double left = rect.left() + 6;
    const double room = rect.width() - 10;
    words = QFontMetricsF(m_small).elidedText(words, Qt::ElideRight, std::max(0.0, room - 18));
    const double width = textWidth(m_small, words);
    if (hatched)
        p.fillRect(QRectF(rect.left() + 1, rect.top(), std::min(rect.width() - 2, width + 30), rect.height()), t.surface);
    // The shape says it; where its colour cannot be read on the bar it takes that of the words.
    Tokens shapes = t;
    const QColor ground = kindColor(runs::Kind(bars.kind[i]));
    for (QColor* tone : {&shapes.success, &shapes.late, &shapes.running, &shapes.race})
        *tone = hatched || contrast(*tone, ground) >= 3 ? *tone : ink;
    paintMark(p, QRectF(left, rect.center().y() - 6, 12, 12), shapeOf(mark), shapes);
    text({left + 17, rect.center().y()}, words, m_small, ink);
    if (!usual.isEmpty() && textWidth(m_small, usual) + width + 34 < room)
        text({left + 17 + width + 10, rect.center().y()}, usual, m_small, ink);
    ++m_labels;
}

bool TimelineFrame::mismatchIsTold(qint32 run, double noteRoom) const
{
    const auto arrow = m_data.arrowOfReader.constFind(run);
    if (arrow == m_data.arrowOfReader.cend())
        return m_data.notes.contains(run) && noteRoom > 160;
    const itemmodels::Arrow& drawn = m_data.arrows[*arrow];
    return double(std::abs(drawn.from - drawn.to)) / g.scale.microsPerPixel() >= shortestArrow;
}

void TimelineFrame::paintBeside(const Lane& lane, const QRectF& rect, const Bars& bars, qsizetype i, double room)
{
    const auto mark = BarMark(bars.mark[i]);
    const freshness::PhysicalRun& run = m_data.run(bars.run[i]);
    const int attempt = bars.attempt[i];
    const QString note = attempt == 0 ? m_data.notes.value(bars.run[i]) : QString();
    // The run itself may well have succeeded: where arrow or note tell of the mismatch, the shape tells of the run.
    const bool own = mark == BarMark::ReadTooEarly && attempt == 0 && mismatchIsTold(bars.run[i], room);
    if (mark == BarMark::Ok && room < 60) // weeks of green ticks would only hide what matters
        return;
    double x = rect.right() + (own && m_data.arrowOfReader.contains(bars.run[i]) ? 8 : 5);
    paintMark(p, QRectF(x, rect.center().y() - 6, 12, 12), shapeOf(own ? itemmodels::markOf(run.state) : mark), t);
    x += 16;
    QString words;
    if (attempt > 0)
        words = QString::number(attempt) + (mark == BarMark::Failed ? QStringLiteral("  ") + barReason(run, attempt) : QString());
    else if (lane.role == Lane::Role::Job && run.kind == runs::Kind::Refresh)
        words = QTime::fromMSecsSinceStartOfDay(int(m_view.zone.localMicrosOfDay({bars.start[i]}) / 1000)).toString(QStringLiteral("HH:mm"));
    else if (lane.role == Lane::Role::Job)
        words = barDuration(bars, i);
    const double width = words.isEmpty() ? 0 : textWidth(m_small, words);
    if (!words.isEmpty() && width + 22 <= room) {
        text({x, rect.center().y()}, words, m_small, mark == BarMark::Failed ? t.failed : t.text);
        x += width + 10;
    }
    if (!note.isEmpty() && textWidth(m_small, note) + (x - rect.right()) <= room)
        text({x, rect.center().y()}, note, m_small, markTone(mark));
    ++m_labels;
}

} // namespace painting
