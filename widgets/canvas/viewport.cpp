// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/viewport.h"

#include <algorithm>

namespace canvas {

void Viewport::zoomAt(const QPointF& view, double factor)
{
    setScaleAt(view, m_scale * factor);
}

void Viewport::setScaleAt(const QPointF& view, double scale)
{
    const QPointF fixed = toScene(view);
    m_scale = std::clamp(scale, minScale, maxScale);
    m_origin = fixed - view / m_scale;
}

void Viewport::fit(const QRectF& bounds, const QSizeF& view, double air)
{
    if (bounds.isEmpty() || view.isEmpty()) {
        return;
    }
    const double width = std::max(1.0, view.width() - 2 * air);
    const double height = std::max(1.0, view.height() - 2 * air);
    m_scale = std::clamp(std::min({width / bounds.width(), height / bounds.height(), 1.0}), minScale, maxScale);
    centreOn(bounds.center(), view);
}

void Viewport::centreOn(const QPointF& scene, const QSizeF& view)
{
    m_origin = scene - QPointF(view.width(), view.height()) / (2 * m_scale);
}

void Viewport::reveal(const QRectF& rect, const QSizeF& view, double air)
{
    const QRectF seen = toView(rect);
    QPointF move;
    const auto along = [air](double low, double high, double size) {
        if (low < air) {
            return air - low;
        }
        return high > size - air ? std::max(size - air - high, air - low) : 0.0;
    };
    move.setX(along(seen.left(), seen.right(), view.width()));
    move.setY(along(seen.top(), seen.bottom(), view.height()));
    panBy(move);
}

} // namespace canvas
