// SPDX-License-Identifier: GPL-3.0-or-later
// CanvasState: nodes on their way. Only what moves and what hangs on it is looked at; the indexes are rebuilt once, at the end.
#include "widgets/canvas/canvasstate.h"

#include <algorithm>
#include <cmath>

namespace canvas {

void CanvasState::beginMove()
{
    m_offset = QPointF();
    m_leader = -1;
    const auto take = [this](int node) {
        m_moving.insert(node);
        m_leader = m_leader < 0 ? node : m_leader;
        m_touchedFrames.insert(m_scene.nodes[node].frame);
        for (const int edge : std::as_const(m_edgesOfNode[node])) {
            m_movingEdges.insert(edge);
        }
    };
    if (m_current >= 0 && isSelected(m_scene.nodes[m_current].id)) {
        take(m_current);
    }
    for (const QString& id : std::as_const(m_selection)) {
        const int node = m_scene.nodeIndex.value(id, -1);
        const int frame = m_scene.frameIndex.value(id, -1);
        if (node >= 0) {
            take(node);
        } else if (frame >= 0) {
            for (const int inside : std::as_const(m_scene.frames[frame].nodes)) {
                take(inside);
            }
            if (m_scene.frames[frame].nodes.isEmpty()) {
                m_movingFrames.insert(frame);
                m_touchedFrames.insert(frame);
            }
        }
    }
    for (int edge = 0; edge < m_scene.edges.size(); ++edge) {
        const Edge& e = m_scene.edges[edge];
        if ((e.fromNode < 0 && m_touchedFrames.contains(e.fromFrame)) || (e.toNode < 0 && m_touchedFrames.contains(e.toFrame))) {
            m_movingEdges.insert(edge);
        }
    }
}

void CanvasState::refreshFrame(int frame)
{
    if (m_movingFrames.contains(frame)) {
        m_frameRects[frame] = m_scene.frames[frame].rect.translated(m_offset);
        return;
    }
    QRectF nodes;
    for (const int node : std::as_const(m_scene.frames[frame].nodes)) {
        nodes = nodes.united(nodeRect(node));
    }
    if (!nodes.isNull()) {
        m_frameRects[frame] = nodes.marginsAdded(metrics().frame);
    }
}

void CanvasState::moveTo(const QPointF& offset)
{
    m_offset = offset;
    ++m_revision;
    for (const int frame : std::as_const(m_touchedFrames)) {
        refreshFrame(frame);
    }
}

void CanvasState::cancelMove()
{
    moveTo(QPointF());
    m_moving.clear();
    m_movingFrames.clear();
    m_movingEdges.clear();
    m_touchedFrames.clear();
}

pipeline::Layout CanvasState::endMove()
{
    pipeline::Layout moved;
    if (!m_offset.isNull()) {
        for (const int node : std::as_const(m_moving)) {
            m_scene.nodes[node].pos += m_offset;
            moved.insert(m_scene.nodes[node].id, m_scene.nodes[node].pos);
        }
        for (const int frame : std::as_const(m_movingFrames)) {
            m_scene.frames[frame].rect.translate(m_offset);
            moved.insert(m_scene.frames[frame].id, m_scene.frames[frame].rect.topLeft());
        }
    }
    const QSet<int> touched = m_touchedFrames;
    m_offset = QPointF();
    m_moving.clear();
    m_movingFrames.clear();
    m_movingEdges.clear();
    m_touchedFrames.clear();
    for (const int frame : touched) {
        if (m_scene.frames[frame].nodes.isEmpty()) {
            m_frameRects[frame] = m_scene.frames[frame].rect;
        }
        refreshFrame(frame);
        m_scene.frames[frame].rect = m_frameRects[frame];
    }
    if (!moved.isEmpty()) {
        rebuildIndexes();
    }
    return moved;
}

QPointF CanvasState::snapped(const QPointF& offset) const
{
    const double grid = metrics().grid;
    QPointF start;
    if (m_leader >= 0) {
        start = m_scene.nodes[m_leader].pos;
    } else if (!m_movingFrames.isEmpty()) {
        start = m_scene.frames[*std::min_element(m_movingFrames.cbegin(), m_movingFrames.cend())].rect.topLeft();
    }
    const QPointF goal = start + offset;
    return QPointF(std::round(goal.x() / grid) * grid, std::round(goal.y() / grid) * grid) - start;
}

} // namespace canvas
