// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/canvasstate.h"

#include <QPixmap>
#include <QWidget>

namespace canvas {

/// The whole scene in a corner; the accent rectangle is what the view shows. Reads the state that it was given; changes nothing.
class Minimap : public QWidget {
    Q_OBJECT
public:
    explicit Minimap(const CanvasState& state, QWidget* parent);
    void setTokens(const painting::Tokens& tokens);
    /// Size of the view in its pixels.
    void setViewSize(const QSizeF& size);

signals:
    void centreRequested(const QPointF& scene);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Mapping {
        double scale = 0;
        QPointF origin;
        bool operator==(const Mapping&) const = default;
    };
    [[nodiscard]] Mapping mapping() const;
    void centreAt(const QPointF& position);
    void paintMap(const Mapping& map);

    const CanvasState& m_state;
    const painting::Tokens* m_tokens;
    QSizeF m_viewSize;
    QPixmap m_map; ///< everything but the accent rectangle: panning repaints that only
    Mapping m_mapMapping;
    quint64 m_mapRevision = 0;
};

} // namespace canvas
