// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/canvasstate.h"

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
        double scale;
        QPointF origin;
    };
    [[nodiscard]] Mapping mapping() const;
    void centreAt(const QPointF& position);

    const CanvasState& m_state;
    const painting::Tokens* m_tokens;
    QSizeF m_viewSize;
};

} // namespace canvas
