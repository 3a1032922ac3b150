// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/gesture.h"

#include <QPainter>
#include <QPainterPath>

namespace canvas {
namespace {
constexpr double travelBeforeDrag = 4; ///< view pixels; a hand that trembles still clicks
}

void PanGesture::move(const QPointF& view)
{
    m_state.viewport.panBy(view - m_last);
    m_last = view;
}

GestureResult PanGesture::end(const QPointF& view)
{
    move(view);
    return {};
}

MoveGesture::MoveGesture(CanvasState& state, const QPointF& start, const QString& id, bool plain)
    : Gesture(state), m_start(start), m_id(id), m_plain(plain)
{
}

void MoveGesture::move(const QPointF& view)
{
    if (!m_travelled) {
        if ((view - m_start).manhattanLength() < travelBeforeDrag) {
            return;
        }
        m_travelled = true;
        m_state.beginMove();
    }
    m_state.moveTo(m_state.snapped((view - m_start) / m_state.viewport.scale()));
}

GestureResult MoveGesture::end(const QPointF& view)
{
    move(view);
    GestureResult result;
    if (m_travelled) {
        result.moved = m_state.endMove();
    } else if (m_plain && m_state.selection() != QStringList{m_id}) {
        m_state.setSelection({m_id});
        result.selectionChanged = true;
    }
    return result;
}

void MoveGesture::cancel()
{
    if (m_travelled) {
        m_state.cancelMove();
    }
}

BandGesture::BandGesture(CanvasState& state, const QPointF& start, bool add)
    : Gesture(state), m_start(state.viewport.toScene(start)), m_end(m_start), m_before(state.selection()), m_add(add)
{
}

void BandGesture::move(const QPointF& view)
{
    m_end = m_state.viewport.toScene(view);
    QStringList ids = m_add ? m_before : QStringList();
    const QRectF band = QRectF(m_start, m_end).normalized();
    if (band.width() * m_state.viewport.scale() > 2 || band.height() * m_state.viewport.scale() > 2) {
        for (const int node : m_state.nodesIn(band)) {
            if (m_state.nodeRect(node).intersects(band)) {
                ids.append(m_state.scene().nodes[node].id);
            }
        }
    }
    m_state.setSelection(ids);
}

GestureResult BandGesture::end(const QPointF& view)
{
    move(view);
    GestureResult result;
    result.selectionChanged = m_state.selection() != m_before;
    return result;
}

void BandGesture::cancel()
{
    m_state.setSelection(m_before);
}

void BandGesture::paint(QPainter& painter, const painting::Tokens& tokens) const
{
    QColor fill = tokens.accent;
    fill.setAlphaF(0.10F);
    painter.setPen(QPen(tokens.accent, 1));
    painter.setBrush(fill);
    painter.drawRect(m_state.viewport.toView(QRectF(m_start, m_end).normalized()));
}

void ConnectGesture::move(const QPointF& view)
{
    m_end = view;
}

int ConnectGesture::target() const
{
    const Hit hit = m_state.hit(m_state.viewport.toScene(m_end));
    const bool onNode = hit.kind == Hit::Kind::Node || hit.kind == Hit::Kind::InPort || hit.kind == Hit::Kind::OutPort;
    return onNode && hit.index != m_from ? hit.index : -1;
}

GestureResult ConnectGesture::end(const QPointF& view)
{
    move(view);
    GestureResult result;
    if (target() >= 0) {
        result.connectFrom = m_state.scene().nodes[m_from].id;
        result.connectTo = m_state.scene().nodes[target()].id;
    }
    return result;
}

void ConnectGesture::paint(QPainter& painter, const painting::Tokens& tokens) const
{
    const QPointF from = m_state.viewport.toView(m_state.outPort(m_from));
    const int goal = target();
    const QPointF to = goal >= 0 ? m_state.viewport.toView(m_state.inPort(goal)) : m_end;
    const double reach = std::max(24.0, std::abs(to.x() - from.x()) / 2);
    QPainterPath path(from);
    path.cubicTo(from + QPointF(reach, 0), to - QPointF(reach, 0), to);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setBrush(goal >= 0 ? tokens.accent : tokens.surface);
    painter.drawEllipse(to, 5, 5);
    if (goal >= 0) {
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_state.viewport.toView(m_state.nodeRect(goal)).adjusted(-3, -3, 3, 3), 10, 10);
    }
}

} // namespace canvas
