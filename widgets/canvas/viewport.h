// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace canvas {

/// Which part of the scene is seen. View coordinates are the widget's logical pixels.
class Viewport {
public:
    static constexpr double minScale = 0.03, maxScale = 3.0;

    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] QPointF origin() const { return m_origin; } ///< scene point at the view's top left
    [[nodiscard]] QPointF toScene(const QPointF& view) const { return view / m_scale + m_origin; }
    [[nodiscard]] QPointF toView(const QPointF& scene) const { return (scene - m_origin) * m_scale; }
    [[nodiscard]] QRectF toScene(const QRectF& view) const { return {toScene(view.topLeft()), view.size() / m_scale}; }
    [[nodiscard]] QRectF toView(const QRectF& scene) const { return {toView(scene.topLeft()), scene.size() * m_scale}; }

    void panBy(const QPointF& viewDelta) { m_origin -= viewDelta / m_scale; }
    /// What is under `view` stays there.
    void zoomAt(const QPointF& view, double factor);
    void setScaleAt(const QPointF& view, double scale);
    /// The whole of `bounds` with `air` view pixels around it; never larger than 100 %.
    void fit(const QRectF& bounds, const QSizeF& view, double air = 40);
    void centreOn(const QPointF& scene, const QSizeF& view);
    /// Moves as little as needed to show `rect`.
    void reveal(const QRectF& rect, const QSizeF& view, double air = 24);
    bool operator==(const Viewport&) const = default;

private:
    double m_scale = 1.0;
    QPointF m_origin;
};

} // namespace canvas
