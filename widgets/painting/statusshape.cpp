// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/painting/statusshape.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace painting {
namespace {

// All shapes live in a square of 16 units.
void strokeMark(QPainter& painter, const QColor& color, double width, std::initializer_list<std::initializer_list<QPointF>> lines)
{
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const auto& line : lines) {
        QPainterPath path;
        bool first = true;
        for (const QPointF& point : line) {
            if (first) {
                path.moveTo(point);
            } else {
                path.lineTo(point);
            }
            first = false;
        }
        painter.drawPath(path);
    }
}

void halfMoon(QPainter& painter, const QColor& color)
{
    const QRectF circle(2.5, 2.5, 11, 11);
    painter.setPen(QPen(color, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(circle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPie(circle, 90 * 16, 180 * 16);
}

void questionMark(QPainter& painter, const QColor& color)
{
    QPainterPath path(QPointF(5, 5.8));
    path.cubicTo(5, 1.6, 11.4, 1.6, 11.4, 5.8);
    path.cubicTo(11.4, 8.6, 8.1, 8.4, 8.1, 10.8);
    painter.setPen(QPen(color, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(8.1, 13.6), 1.2, 1.2);
}

// Dashed, like the edge it stands for: the arrow goes back in time.
void dashedArrow(QPainter& painter, const QColor& color)
{
    strokeMark(painter, color, 2.0, {{{5.6, 4.2}, {1.8, 8}, {5.6, 11.8}}, {{2.4, 8}, {6.0, 8}}, {{9.2, 8}, {10.6, 8}}, {{13.6, 8}, {14.4, 8}}});
}

} // namespace

QColor markColor(Mark mark, const Tokens& tokens)
{
    switch (mark) {
    case Mark::Success:
        return tokens.success;
    case Mark::Running:
        return tokens.running;
    case Mark::Late:
        return tokens.late;
    case Mark::Failed:
        return tokens.failed;
    case Mark::ReadTooEarly:
        return tokens.race;
    case Mark::Skipped:
    case Mark::Unknown:
        break;
    }
    return tokens.off;
}

QString markWord(Mark mark)
{
    switch (mark) {
    case Mark::Success:
        return QCoreApplication::translate("painting", "Succeeded");
    case Mark::Running:
        return QCoreApplication::translate("painting", "Running");
    case Mark::Late:
        return QCoreApplication::translate("painting", "Late");
    case Mark::Failed:
        return QCoreApplication::translate("painting", "Failed");
    case Mark::ReadTooEarly:
        return QCoreApplication::translate("painting", "Read too early");
    case Mark::Skipped:
        return QCoreApplication::translate("painting", "Skipped");
    case Mark::Unknown:
        break;
    }
    return QCoreApplication::translate("painting", "Unknown");
}

Mark worse(Mark a, Mark b)
{
    constexpr Mark order[] = {Mark::ReadTooEarly, Mark::Failed, Mark::Late, Mark::Unknown, Mark::Running, Mark::Skipped, Mark::Success};
    for (const Mark mark : order) {
        if (a == mark || b == mark) {
            return mark;
        }
    }
    return a;
}

void paintMark(QPainter& painter, const QRectF& rect, Mark mark, const Tokens& tokens)
{
    const double side = std::min(rect.width(), rect.height());
    if (side <= 0) {
        return;
    }
    const QColor color = markColor(mark, tokens);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2);
    painter.scale(side / 16, side / 16);
    switch (mark) {
    case Mark::Success:
        strokeMark(painter, color, 2.0, {{{2.8, 8.6}, {6.4, 12.2}, {13.2, 4.2}}});
        break;
    case Mark::Running:
        halfMoon(painter, color);
        break;
    case Mark::Late:
        painter.setPen(QPen(color, 1.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF({{8, 2.4}, {14.4, 13.4}, {1.6, 13.4}}));
        break;
    case Mark::Failed:
        strokeMark(painter, color, 2.2, {{{3.4, 3.4}, {12.6, 12.6}}, {{12.6, 3.4}, {3.4, 12.6}}});
        break;
    case Mark::ReadTooEarly:
        dashedArrow(painter, color);
        break;
    case Mark::Skipped:
        strokeMark(painter, color, 2.0, {{{3, 8}, {13, 8}}});
        break;
    case Mark::Unknown:
        questionMark(painter, color);
        break;
    }
    painter.restore();
}

} // namespace painting
