// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/canvasstate.h"

#include <QPoint>

#include <optional>

class QPainter;

namespace canvas {

/// What a gesture asks for when it ends. The view emits it; nothing was changed but the picture.
struct GestureResult {
    pipeline::Layout moved;
    QString connectFrom, connectTo;
    bool selectionChanged = false;
};

/// One drag of the mouse from press to release, one class per kind. Works on the state only; positions in view pixels.
class Gesture {
public:
    explicit Gesture(CanvasState& state) : m_state(state) {}
    virtual ~Gesture() = default;
    Gesture(const Gesture&) = delete;
    Gesture& operator=(const Gesture&) = delete;

    virtual void move(const QPointF& view) = 0;
    virtual GestureResult end(const QPointF& view) = 0;
    virtual void cancel() = 0; ///< everything as it was before the start
    virtual void paint(QPainter&, const painting::Tokens&) const {} ///< above the scene, in view pixels

protected:
    CanvasState& m_state;
};

class PanGesture : public Gesture {
public:
    PanGesture(CanvasState& state, const QPointF& start) : Gesture(state), m_last(start), m_before(state.viewport) {}
    void move(const QPointF& view) override;
    GestureResult end(const QPointF& view) override;
    void cancel() override { m_state.viewport = m_before; }

private:
    QPointF m_last;
    Viewport m_before;
};

/// Drags what is selected; whole steps of the grid. A press that does not travel is a click: `plain` selects `id` alone then.
class MoveGesture : public Gesture {
public:
    MoveGesture(CanvasState& state, const QPointF& start, const QString& id, bool plain);
    void move(const QPointF& view) override;
    GestureResult end(const QPointF& view) override;
    void cancel() override;

private:
    QPointF m_start;
    QString m_id;
    bool m_plain;
    bool m_travelled = false;
};

/// A rectangle selects the nodes that it touches; with `add` on top of what was selected.
class BandGesture : public Gesture {
public:
    BandGesture(CanvasState& state, const QPointF& start, bool add);
    void move(const QPointF& view) override;
    GestureResult end(const QPointF& view) override;
    void cancel() override;
    void paint(QPainter& painter, const painting::Tokens& tokens) const override;

private:
    QPointF m_start, m_end; ///< scene: the band stays on the ground when the view pans
    QStringList m_before;
    bool m_add;
};

/// From an output port to another node.
class ConnectGesture : public Gesture {
public:
    ConnectGesture(CanvasState& state, int from, const QPointF& start) : Gesture(state), m_from(from), m_end(start) {}
    void move(const QPointF& view) override;
    GestureResult end(const QPointF& view) override;
    void cancel() override {}
    void paint(QPainter& painter, const painting::Tokens& tokens) const override;

private:
    [[nodiscard]] int target() const;

    int m_from;
    QPointF m_end; ///< view
};

} // namespace canvas
