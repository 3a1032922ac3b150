// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/canvasscene.h"
#include "widgets/canvas/gridindex.h"
#include "widgets/canvas/viewport.h"

#include <QFont>
#include <QSet>

namespace canvas {

struct EdgePath {
    QPointF from, control1, control2, to;
    [[nodiscard]] QPointF at(double t) const;
    [[nodiscard]] QRectF bounds() const; ///< of the control polygon: never smaller than the curve's
    [[nodiscard]] double distanceTo(const QPointF& point) const;
};

struct Hit {
    enum class Kind { Nothing, Node, OutPort, InPort, Edge, Frame };
    Kind kind = Kind::Nothing;
    int index = -1;
    bool operator==(const Hit&) const = default;
};

/// What the view knows between two events: scene, viewport, selection, and nodes on their way (a drag that has not ended).
/// No widget: gestures and tests work on it alone.
class CanvasState {
public:
    static constexpr double portY = 29, portRadius = 5, titleHeight = 36;

    /// Keeps the viewport and whatever of the selection still exists.
    void setScene(const CanvasScene& scene);
    [[nodiscard]] const CanvasScene& scene() const { return m_scene; }
    Viewport viewport;

    // Geometry, drags included; scene units.
    [[nodiscard]] QRectF nodeRect(int node) const;
    [[nodiscard]] QRectF frameRect(int frame) const { return m_frameRects[frame]; }
    [[nodiscard]] QPointF outPort(int node) const;
    [[nodiscard]] QPointF inPort(int node) const;
    [[nodiscard]] EdgePath edgePath(int edge) const;
    [[nodiscard]] QRectF badgeRect(int edge) const; ///< null without a badge
    [[nodiscard]] QRectF bounds() const;            ///< of all frames
    [[nodiscard]] quint64 revision() const { return m_revision; } ///< grows whenever something stands elsewhere: for caches
    [[nodiscard]] QVector<int> nodesIn(const QRectF& area) const;
    [[nodiscard]] QVector<int> edgesIn(const QRectF& area) const;
    [[nodiscard]] QVector<int> framesIn(const QRectF& area) const;
    /// Uppermost thing at a scene point; ports before nodes before edges before frame titles.
    [[nodiscard]] Hit hit(const QPointF& scene) const;
    [[nodiscard]] QString idOf(const Hit& hit) const;

    // Selection: ids of nodes, frames, edges.
    [[nodiscard]] QStringList selection() const { return m_selection; }
    void setSelection(const QStringList& ids);
    void toggle(const QString& id);
    [[nodiscard]] bool isSelected(const QString& id) const { return m_selected.contains(id); }
    [[nodiscard]] int current() const { return m_current; } ///< node with the keyboard's attention, or -1
    void setCurrent(int node) { m_current = node; }

    // Nodes on their way.
    void beginMove();                          ///< of what is selected; frames take their nodes along
    void moveTo(const QPointF& offset);        ///< from where they were
    void cancelMove();
    [[nodiscard]] pipeline::Layout endMove();  ///< new positions; empty if nothing moved
    [[nodiscard]] bool isMoving() const { return !m_moving.isEmpty() || !m_movingFrames.isEmpty(); }
    [[nodiscard]] bool isMoving(int node) const { return m_moving.contains(node); }
    /// Offset that puts the first moving node on the grid.
    [[nodiscard]] QPointF snapped(const QPointF& offset) const;

    [[nodiscard]] const QVector<int>& edgesOf(int node) const { return m_edgesOfNode[node]; }

private:
    void rebuildIndexes();
    void bendEdge(int edge);
    [[nodiscard]] static EdgePath framePath(const QRectF& from, const QRectF& to);
    [[nodiscard]] bool crossesNode(int edge, const QVector<int>& near) const;
    [[nodiscard]] bool crossesTitle(int edge, const QVector<int>& near) const;
    void refreshFrame(int frame);

    CanvasScene m_scene;
    GridIndex m_nodeGrid, m_edgeGrid, m_frameGrid;
    QVector<QVector<int>> m_edgesOfNode;
    QVector<QRectF> m_frameRects;
    QVector<double> m_badgeWidths;
    QVector<double> m_bends; ///< by edge: how far its middle swings aside, so that it does not run behind a node
    QStringList m_selection;
    QSet<QString> m_selected;
    int m_current = -1;
    QSet<int> m_moving, m_movingFrames, m_movingEdges, m_touchedFrames; ///< frames: empty ones that are moved themselves
    quint64 m_revision = 0;
    int m_leader = -1;
    QPointF m_offset;
};

} // namespace canvas
