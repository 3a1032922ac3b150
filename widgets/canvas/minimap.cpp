// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/minimap.h"

#include "widgets/canvas/scenepainter.h"

#include <QMouseEvent>
#include <QPainter>

namespace canvas {

Minimap::Minimap(const CanvasState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_tokens(&painting::tokens(painting::Theme::Light))
{
    resize(176, 92);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview of the canvas"));
    setToolTip(tr("The whole workspace. Click or drag to go there."));
}

void Minimap::setTokens(const painting::Tokens& tokens)
{
    m_tokens = &tokens;
    m_map = QPixmap();
    update();
}

void Minimap::setViewSize(const QSizeF& size)
{
    m_viewSize = size;
    update();
}

// Frames and the view together: what is seen never leaves the map.
Minimap::Mapping Minimap::mapping() const
{
    const QRectF seen = m_state.viewport.toScene(QRectF(QPointF(0, 0), m_viewSize));
    const QRectF all = m_state.bounds().united(seen.intersected(m_state.bounds().marginsAdded(QMarginsF(400, 400, 400, 400))));
    const QRectF inner = QRectF(rect()).adjusted(8, 8, -8, -8);
    const double scale = std::min(inner.width() / std::max(1.0, all.width()), inner.height() / std::max(1.0, all.height()));
    return {scale, inner.center() - all.center() * scale};
}

void Minimap::paintMap(const Mapping& map)
{
    m_map = QPixmap(size() * devicePixelRatioF());
    m_map.setDevicePixelRatio(devicePixelRatioF());
    m_map.fill(Qt::transparent);
    m_mapMapping = map;
    m_mapRevision = m_state.revision();
    QPainter painter(&m_map);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_tokens->line, 1));
    painter.setBrush(m_tokens->surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setClipRect(rect().adjusted(2, 2, -2, -2));
    painter.setPen(Qt::NoPen);
    for (int frame = 0; frame < m_state.scene().frames.size(); ++frame) {
        const QRectF area = m_state.frameRect(frame);
        const QRectF shown(area.topLeft() * map.scale + map.origin, area.size() * map.scale);
        const double radius = std::min(3.0, shown.height() / 4);
        painter.setBrush(workColor(m_state.scene().frames[frame].work, *m_tokens));
        painter.drawRoundedRect(shown, radius, radius);
    }
    for (int node = 0; node < m_state.scene().nodes.size(); ++node) {
        const auto mark = m_state.scene().nodes[node].mark;
        if (mark == painting::Mark::ReadTooEarly || mark == painting::Mark::Failed || mark == painting::Mark::Late) {
            painter.setBrush(painting::markColor(*mark, *m_tokens));
            painter.drawEllipse(m_state.nodeRect(node).center() * map.scale + map.origin, 2.5, 2.5);
        }
    }
}

void Minimap::paintEvent(QPaintEvent*)
{
    const Mapping map = mapping();
    if (m_map.isNull() || m_mapMapping != map || m_mapRevision != m_state.revision()) {
        paintMap(map);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_map);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF seen = m_state.viewport.toScene(QRectF(QPointF(0, 0), m_viewSize));
    painter.setPen(QPen(m_tokens->accent, 2));
    painter.setBrush(Qt::NoBrush);
    const QRectF window(seen.topLeft() * map.scale + map.origin, seen.size() * map.scale);
    painter.drawRoundedRect(window.intersected(QRectF(rect()).adjusted(4, 4, -4, -4)), 3, 3);
}

void Minimap::centreAt(const QPointF& position)
{
    const Mapping map = mapping();
    emit centreRequested((position - map.origin) / map.scale);
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    centreAt(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) {
        centreAt(event->position());
    }
}

} // namespace canvas
