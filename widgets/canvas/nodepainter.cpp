// SPDX-License-Identifier: GPL-3.0-or-later
// ScenePainter: nodes, and everything at the scale where words are gone.
#include "widgets/canvas/scenepainter.h"

#include "widgets/painting/icons.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace canvas {
namespace {

constexpr double headerHeight = 44;
constexpr double markSide = 15;

struct ColoredRects {
    QColor color;
    QVector<QRectF> rects;
};

void addByColor(QVector<ColoredRects>& groups, const QColor& color, const QRectF& rect)
{
    for (ColoredRects& group : groups) {
        if (group.color == color) {
            group.rects.append(rect);
            return;
        }
    }
    groups.append({color, {rect}});
}

} // namespace

void ScenePainter::paintPort(const QPointF& centre, bool active)
{
    m_painter.setPen(QPen(active ? m_tokens.accent : m_tokens.off, 2));
    m_painter.setBrush(m_tokens.surface);
    m_painter.drawEllipse(centre, CanvasState::portRadius - 1, CanvasState::portRadius - 1);
}

void ScenePainter::paintRing(int node, const QColor& color, Qt::PenStyle style)
{
    QPen pen(color, 2, style);
    pen.setCosmetic(true);
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(m_state.nodeRect(node).adjusted(-5, -5, 5, 5), 12, 12);
}

void ScenePainter::paintNode(int index)
{
    const Node& node = m_state.scene().nodes[index];
    const QRectF rect = m_state.nodeRect(index);
    const bool selected = m_state.isSelected(node.id);
    constexpr double radius = painting::size::radiusNode;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(QColor(0, 0, 0, 20)); // a shadow that costs one rectangle, not a blur
    m_painter.drawRoundedRect(rect.translated(0, 1.5), radius, radius);
    m_painter.setPen(selected ? QPen(m_tokens.accent, 2) : QPen(m_tokens.line, 1));
    m_painter.setBrush(m_tokens.surface);
    m_painter.drawRoundedRect(selected ? rect : rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    m_painter.setPen(QPen(m_tokens.grid, 1));
    const double inset = selected ? 1.0 : 1.5;
    m_painter.drawLine(QPointF(rect.left() + inset, rect.top() + headerHeight + 0.5), QPointF(rect.right() - inset, rect.top() + headerHeight + 0.5));
    paintNodeText(node, rect);
    paintPort(m_state.inPort(index), m_style.connectTo == index);
    paintPort(m_state.outPort(index), m_style.connectFrom == index);
}

void ScenePainter::paintNodeText(const Node& node, const QRectF& rect)
{
    const double scale = m_state.viewport.scale();
    const int pixels = int(std::ceil(16 * std::max(1.0, scale)));
    const QPixmap icon = painting::iconPixmap(node.icon, m_tokens.text, pixels, m_style.dpr);
    m_painter.drawPixmap(QRectF(rect.left() + 11, rect.top() + 10, 16, 16), icon, QRectF(QPointF(0, 0), QSizeF(icon.size())));
    const double left = rect.left() + 36;
    const double width = rect.width() - 36 - (node.mark ? markSide + 16 : 10);
    m_painter.setFont(m_titleFont);
    m_painter.setPen(m_tokens.text);
    m_painter.drawText(QRectF(left, rect.top() + 7, width, 18), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(m_titleFont).elidedText(node.title, Qt::ElideRight, width));
    if (node.mark) {
        painting::paintMark(m_painter, QRectF(rect.right() - 11 - markSide, rect.top() + 9, markSide, markSide), *node.mark, m_tokens);
    }
    if (scale < fewWordsScale) {
        return;
    }
    const QFontMetricsF small(m_smallFont);
    m_painter.setFont(m_smallFont);
    m_painter.setPen(m_tokens.muted);
    m_painter.drawText(QRectF(left, rect.top() + 25, rect.right() - 10 - left, 15), Qt::AlignLeft | Qt::AlignVCenter,
        small.elidedText(node.kindLine, Qt::ElideRight, rect.right() - 10 - left));
    m_painter.drawText(QRectF(rect.left() + 11, rect.top() + headerHeight + 1, rect.width() - 21, rect.height() - headerHeight - 2),
        Qt::AlignLeft | Qt::AlignVCenter, small.elidedText(node.footer, Qt::ElideRight, rect.width() - 21));
}

// What went wrong shows at every scale; what went well shows the kind of work.
QColor ScenePainter::smallColor(const Node& node) const
{
    if (node.mark) {
        switch (*node.mark) {
        case painting::Mark::Late:
        case painting::Mark::Failed:
        case painting::Mark::ReadTooEarly:
        case painting::Mark::Running:
            return painting::markColor(*node.mark, m_tokens);
        default:
            break;
        }
    }
    return workColor(m_state.scene().frames[node.frame].work, m_tokens);
}

void ScenePainter::paintNodesSmall(const QVector<int>& nodes)
{
    QVector<ColoredRects> groups;
    QVector<QRectF> selected;
    for (const int index : nodes) {
        const Node& node = m_state.scene().nodes[index];
        const QRectF rect = m_state.nodeRect(index);
        addByColor(groups, smallColor(node), rect);
        if (m_state.isSelected(node.id)) {
            selected.append(rect);
        }
    }
    m_painter.setPen(Qt::NoPen);
    for (const ColoredRects& group : std::as_const(groups)) {
        m_painter.setBrush(group.color);
        m_painter.drawRects(group.rects);
    }
    QPen pen(m_tokens.accent, 2);
    pen.setCosmetic(true);
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRects(selected);
}

void ScenePainter::paintEdgesSmall(const QVector<int>& edges)
{
    QVector<QLineF> plain;
    QVector<QLineF> bad;
    QColor badColor = m_tokens.race;
    for (const int index : edges) {
        const Edge& edge = m_state.scene().edges[index];
        const EdgePath path = m_state.edgePath(index);
        if (!edge.badge.isEmpty() && edge.mark) {
            bad.append(QLineF(path.from, path.to));
            badColor = painting::markColor(*edge.mark, m_tokens);
        } else {
            plain.append(QLineF(path.from, path.to));
        }
    }
    QPen pen(m_tokens.off, 1);
    pen.setCosmetic(true);
    m_painter.setPen(pen);
    m_painter.drawLines(plain);
    pen.setColor(badColor);
    pen.setWidthF(2);
    m_painter.setPen(pen);
    m_painter.drawLines(bad);
}

} // namespace canvas
