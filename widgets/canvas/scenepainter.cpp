// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/scenepainter.h"

#include "widgets/painting/icons.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace canvas {

QColor workColor(Work work, const painting::Tokens& tokens)
{
    switch (work) {
    case Work::Extraction:
        return tokens.extraction;
    case Work::Transformation:
        return tokens.transformation;
    case Work::Refresh:
        return tokens.refresh;
    case Work::Test:
        return tokens.test;
    case Work::Other:
        break;
    }
    return tokens.off;
}

ScenePainter::ScenePainter(QPainter& painter, const CanvasState& state, const PaintStyle& style)
    : m_painter(painter), m_state(state), m_style(style), m_tokens(*style.tokens), m_titleFont(style.font), m_textFont(style.font),
      m_smallFont(style.font)
{
    m_titleFont.setPixelSize(painting::size::text);
    m_titleFont.setWeight(QFont::DemiBold);
    m_textFont.setPixelSize(painting::size::text - 1);
    m_smallFont.setPixelSize(painting::size::small);
}

void ScenePainter::paint(const QRectF& area)
{
    const QRectF seen = m_state.viewport.toScene(area);
    const bool small = m_state.viewport.scale() < lodScale;
    paintGround(area);
    const auto frames = m_state.framesIn(seen);
    const auto edges = m_state.edgesIn(seen);
    const auto nodes = m_state.nodesIn(seen);
    m_painter.save();
    m_painter.translate(m_state.viewport.toView(QPointF(0, 0)));
    m_painter.scale(m_state.viewport.scale(), m_state.viewport.scale());
    m_painter.setRenderHint(QPainter::Antialiasing, !small);
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    paintFrames(frames);
    if (small) {
        paintEdgesSmall(edges);
        paintNodesSmall(nodes);
    } else {
        paintEdges(edges);
        for (const int node : nodes) {
            paintNode(node);
        }
        paintBadges(edges);
    }
    m_painter.setRenderHint(QPainter::Antialiasing);
    if (m_style.showFocus && m_state.current() >= 0) {
        paintRing(m_state.current(), m_tokens.accent, Qt::DotLine);
    }
    if (m_style.connectTo >= 0 && m_style.connectFrom >= 0) {
        const QPointF from = m_state.outPort(m_style.connectFrom);
        const QPointF to = m_state.inPort(m_style.connectTo);
        QPainterPath path(from);
        const double reach = std::max(40.0, std::abs(to.x() - from.x()) / 2);
        path.cubicTo(from + QPointF(reach, 0), to - QPointF(reach, 0), to);
        m_painter.setPen(QPen(m_tokens.accent, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(path);
        paintRing(m_style.connectTo, m_tokens.accent, Qt::SolidLine);
    }
    m_painter.restore();
    paintFrameWords(frames);
}

// Dots every 22 units; coarser when zoomed out, so that there are never more than about 4,000.
void ScenePainter::paintGround(const QRectF& area)
{
    m_painter.fillRect(area, m_tokens.window);
    double step = metrics().grid;
    while (step * m_state.viewport.scale() < 16) {
        step *= 2;
    }
    const QRectF seen = m_state.viewport.toScene(area);
    QVector<QPointF> dots;
    for (double y = std::floor(seen.top() / step) * step; y <= seen.bottom(); y += step) {
        for (double x = std::floor(seen.left() / step) * step; x <= seen.right(); x += step) {
            const QPointF dot = m_state.viewport.toView(QPointF(x, y));
            dots.append(QPointF(std::round(dot.x()), std::round(dot.y())));
        }
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(QPen(painting::mix(m_tokens.line, m_tokens.window, m_tokens.line == m_tokens.text ? 0.35 : 1.0), 1));
    m_painter.drawPoints(dots.constData(), int(dots.size()));
}

void ScenePainter::paintFrames(const QVector<int>& frames)
{
    QColor fill = m_tokens.surface;
    fill.setAlphaF(0.55F);
    for (const int frame : frames) {
        const bool selected = m_state.isSelected(m_state.scene().frames[frame].id);
        QPen pen(selected ? m_tokens.accent : m_tokens.line, selected ? 2.0 : 1.5);
        pen.setCosmetic(m_state.viewport.scale() < lodScale);
        m_painter.setPen(pen);
        m_painter.setBrush(fill);
        m_painter.drawRoundedRect(m_state.frameRect(frame), 12, 12);
    }
}

// In view pixels: titles stay readable when the nodes no longer are.
void ScenePainter::paintFrameWords(const QVector<int>& frames)
{
    const double scale = m_state.viewport.scale();
    const double zoom = std::max(1.0, scale);
    QFont title = m_titleFont;
    QFont words = m_textFont;
    title.setPixelSize(int(std::lround(painting::size::text * zoom)));
    words.setPixelSize(int(std::lround((painting::size::text - 1) * zoom)));
    const QFontMetricsF titleMetrics(title);
    for (const int index : frames) {
        const Frame& frame = m_state.scene().frames[index];
        const QRectF rect = m_state.viewport.toView(m_state.frameRect(index));
        const double air = std::min(14 * zoom, 14 * scale + 2);
        double left = rect.left() + air;
        double width = rect.width() - 2 * air;
        const bool far = scale < lodScale;
        if (width < (far ? 80 : 36) || (far && rect.height() < 40)) {
            continue;
        }
        const double height = std::min(CanvasState::titleHeight * zoom, std::max(titleMetrics.height() + 2, CanvasState::titleHeight * scale));
        const QRectF strip(left, rect.top(), width, height);
        m_painter.setFont(title);
        m_painter.setPen(m_tokens.text);
        const QString shown = titleMetrics.elidedText(frame.title, Qt::ElideRight, width);
        QColor backing = painting::mix(m_tokens.surface, m_tokens.window, 0.55); // an edge that passes does not strike the title out
        backing.setAlphaF(0.85F);
        m_painter.fillRect(QRectF(left - 2, strip.center().y() - titleMetrics.height() / 2, titleMetrics.horizontalAdvance(shown) + 4, titleMetrics.height()), backing);
        m_painter.drawText(strip, Qt::AlignLeft | Qt::AlignVCenter, shown);
        const double used = titleMetrics.horizontalAdvance(shown) + 10 * zoom;
        left += used;
        width -= used;
        if (width > 60) {
            const double icon = 12 * zoom;
            if (frame.hasClock) {
                const QPixmap clock = painting::iconPixmap(QStringLiteral("clock"), m_tokens.muted, int(icon), m_style.dpr);
                m_painter.drawPixmap(QPointF(left, std::round(strip.center().y() - icon / 2)), clock);
                left += icon + 5 * zoom;
                width -= icon + 5 * zoom;
            }
            m_painter.setFont(words);
            m_painter.setPen(m_tokens.muted);
            const QFontMetricsF wordMetrics(words);
            const bool withCity = !frame.hasClock || wordMetrics.horizontalAdvance(frame.schedule) <= width;
            m_painter.drawText(QRectF(left, strip.top(), width, height), Qt::AlignLeft | Qt::AlignVCenter,
                wordMetrics.elidedText(withCity ? frame.schedule : frame.schedule.section(QStringLiteral(", "), 0, -2), Qt::ElideRight, width));
        }
        if (frame.nodes.isEmpty() && scale >= lodScale) {
            m_painter.setFont(words);
            m_painter.setPen(m_tokens.muted);
            m_painter.drawText(rect.adjusted(0, height, 0, 0), Qt::AlignCenter, QCoreApplication::translate("canvas", "no tasks yet"));
        }
    }
}

QPen ScenePainter::edgePen(int edge) const
{
    const Edge& e = m_state.scene().edges[edge];
    const bool selected = m_state.isSelected(m_state.scene().edgeId(edge));
    QPen pen(m_tokens.off, e.kind == Edge::Kind::Data ? 1.25 : 2.0);
    if (!e.badge.isEmpty() && e.mark) {
        pen.setColor(painting::markColor(*e.mark, m_tokens));
        pen.setWidthF(2.0);
        pen.setDashPattern({3, 2});
        pen.setCapStyle(Qt::FlatCap);
    }
    if (selected) {
        pen.setColor(m_tokens.accent);
        pen.setWidthF(2.5);
    }
    return pen;
}

void ScenePainter::paintEdges(const QVector<int>& edges)
{
    m_painter.setBrush(Qt::NoBrush);
    for (const int edge : edges) {
        const EdgePath path = m_state.edgePath(edge);
        const Edge& e = m_state.scene().edges[edge];
        const bool arrow = e.kind != Edge::Kind::Data; // an arrow says "waits"; a line without one only carries data
        const QLineF arrival(path.to, path.control2);
        const QPointF back = arrival.length() > 0 ? (path.control2 - path.to) / arrival.length() : QPointF(-1, 0);
        const QPointF tip = path.to + back * (e.toNode >= 0 ? CanvasState::portRadius : 0);
        QPainterPath line(path.from);
        line.cubicTo(path.control1, path.control2, arrow ? tip + back * 7 : path.to);
        const QPen pen = edgePen(edge);
        m_painter.setPen(pen);
        m_painter.drawPath(line);
        if (arrow) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(pen.color());
            const QPointF aside(-back.y() * 4.5, back.x() * 4.5);
            m_painter.drawPolygon(QPolygonF({tip, tip + back * 8 + aside, tip + back * 8 - aside}));
            m_painter.setBrush(Qt::NoBrush);
        }
    }
}

void ScenePainter::paintBadges(const QVector<int>& edges)
{
    m_painter.setFont(m_smallFont);
    for (const int edge : edges) {
        const QRectF rect = m_state.badgeRect(edge);
        const Edge& e = m_state.scene().edges[edge];
        if (rect.isNull() || !e.mark) {
            continue;
        }
        const QColor color = painting::markColor(*e.mark, m_tokens);
        m_painter.setPen(QPen(color, 1));
        m_painter.setBrush(*e.mark == painting::Mark::ReadTooEarly ? m_tokens.raceSoft : m_tokens.surface);
        m_painter.drawRoundedRect(rect, painting::size::radiusButton, painting::size::radiusButton);
        painting::paintMark(m_painter, QRectF(rect.left() + 6, rect.top() + 3.5, 12, 12), *e.mark, m_tokens);
        m_painter.setPen(color);
        m_painter.drawText(rect.adjusted(21, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, e.badge);
    }
}

} // namespace canvas
