// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/canvasstate.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace canvas {

void CanvasState::setScene(const CanvasScene& scene)
{
    const QString current = m_current >= 0 ? m_scene.nodes[m_current].id : QString();
    m_scene = scene;
    ++m_revision;
    m_moving.clear();
    m_movingFrames.clear();
    m_movingEdges.clear();
    m_touchedFrames.clear();
    m_offset = QPointF();
    m_current = m_scene.nodeIndex.value(current, -1);
    m_edgesOfNode = QVector<QVector<int>>(m_scene.nodes.size());
    m_badgeWidths.fill(0, m_scene.edges.size());
    m_bends.fill(0, m_scene.edges.size());
    QFont small;
    small.setPixelSize(painting::size::small);
    const QFontMetricsF metrics(small);
    QSet<QString> edgeIds;
    for (int edge = 0; edge < m_scene.edges.size(); ++edge) {
        const Edge& e = m_scene.edges[edge];
        edgeIds.insert(m_scene.edgeId(edge));
        if (e.fromNode >= 0 && e.toNode >= 0) {
            m_edgesOfNode[e.fromNode].append(edge);
            m_edgesOfNode[e.toNode].append(edge);
        }
        if (!e.badge.isEmpty()) {
            m_badgeWidths[edge] = metrics.horizontalAdvance(e.badge) + 30;
        }
    }
    m_frameRects.clear();
    for (const Frame& frame : std::as_const(m_scene.frames)) {
        m_frameRects.append(frame.rect);
    }
    rebuildIndexes();
    QStringList kept;
    for (const QString& id : std::as_const(m_selection)) {
        if (m_scene.nodeIndex.contains(id) || m_scene.frameIndex.contains(id) || edgeIds.contains(id)) {
            kept.append(id);
        }
    }
    setSelection(kept);
}

void CanvasState::rebuildIndexes()
{
    m_nodeGrid.clear();
    m_edgeGrid.clear();
    m_frameGrid.clear();
    for (int node = 0; node < m_scene.nodes.size(); ++node) {
        m_nodeGrid.insert(node, nodeRect(node).adjusted(-portRadius, 0, portRadius, 0));
    }
    for (int frame = 0; frame < m_scene.frames.size(); ++frame) {
        m_frameGrid.insert(frame, m_frameRects[frame]);
    }
    for (int edge = 0; edge < m_scene.edges.size(); ++edge) {
        bendEdge(edge);
        m_edgeGrid.insert(edge, edgePath(edge).bounds().united(badgeRect(edge)));
    }
}

QRectF CanvasState::nodeRect(int node) const
{
    const QPointF pos = m_scene.nodes[node].pos;
    return {m_moving.contains(node) ? pos + m_offset : pos, metrics().node};
}

QPointF CanvasState::outPort(int node) const
{
    const QRectF rect = nodeRect(node);
    return {rect.right(), rect.top() + portY};
}

QPointF CanvasState::inPort(int node) const
{
    return nodeRect(node).topLeft() + QPointF(0, portY);
}

// Frames one above the other are joined from edge to edge, straight down or up.
EdgePath CanvasState::framePath(const QRectF& from, const QRectF& to)
{
    const double left = std::max(from.left(), to.left());
    const double right = std::min(from.right(), to.right());
    if (left < right) {
        const double x = (left + right) / 2;
        const bool down = to.top() >= from.top();
        const QPointF start(x, down ? from.bottom() : from.top());
        const QPointF end(x, down ? to.top() : to.bottom());
        const QPointF third((end - start) / 3);
        return {start, start + third, end - third, end};
    }
    const QPointF start(from.right(), from.top() + titleHeight / 2);
    const QPointF end(to.left(), to.top() + titleHeight / 2);
    const double reach = std::max(40.0, std::abs(end.x() - start.x()) / 2);
    return {start, start + QPointF(reach, 0), end - QPointF(reach, 0), end};
}

EdgePath CanvasState::edgePath(int edge) const
{
    const Edge& e = m_scene.edges[edge];
    if (e.fromNode < 0 || e.toNode < 0) {
        return framePath(m_frameRects[e.fromFrame], m_frameRects[e.toFrame]);
    }
    const QPointF from = outPort(e.fromNode);
    const QPointF to = inPort(e.toNode);
    // A steep edge swings out further, so that it leaves and enters level; backwards it makes a loop.
    const double steep = std::clamp(std::abs(to.y() - from.y()) / 4, 24.0, 80.0);
    const double reach = to.x() >= from.x() ? std::max(steep, (to.x() - from.x()) / 2) : std::max(80.0, (from.x() - to.x()) / 3);
    const double bend = m_bends[edge];
    return {from, from + QPointF(reach, bend), to - QPointF(reach, -bend), to};
}

QRectF CanvasState::badgeRect(int edge) const
{
    const double width = m_badgeWidths[edge];
    if (width <= 0) {
        return {};
    }
    const EdgePath path = edgePath(edge);
    const bool level = std::abs(path.from.y() - path.to.y()) < 20;
    const QPointF centre = path.at(0.5) - QPointF(0, level ? 20 : 0); // on a level edge it stands above, so that the dashes show
    return {centre.x() - width / 2, centre.y() - 9.5, width, 19};
}

QRectF CanvasState::bounds() const
{
    QRectF all;
    for (const QRectF& rect : m_frameRects) {
        all = all.united(rect);
    }
    return all;
}

QVector<int> CanvasState::nodesIn(const QRectF& area) const
{
    QVector<int> found = m_nodeGrid.meeting(area);
    if (!m_moving.isEmpty()) {
        found.erase(std::remove_if(found.begin(), found.end(), [this](int node) { return m_moving.contains(node); }), found.end());
        for (const int node : m_moving) {
            if (nodeRect(node).intersects(area)) {
                found.append(node);
            }
        }
    }
    return found;
}

QVector<int> CanvasState::edgesIn(const QRectF& area) const
{
    QVector<int> found = m_edgeGrid.meeting(area);
    if (!m_movingEdges.isEmpty()) {
        found.erase(std::remove_if(found.begin(), found.end(), [this](int edge) { return m_movingEdges.contains(edge); }), found.end());
        for (const int edge : m_movingEdges) {
            if (edgePath(edge).bounds().united(badgeRect(edge)).adjusted(-1, -1, 1, 1).intersects(area)) {
                found.append(edge);
            }
        }
    }
    return found;
}

QVector<int> CanvasState::framesIn(const QRectF& area) const
{
    QVector<int> found = m_frameGrid.meeting(area);
    for (const int frame : m_touchedFrames) {
        if (!found.contains(frame)) {
            found.append(frame);
        }
    }
    return found;
}

Hit CanvasState::hit(const QPointF& scene) const
{
    const double reach = std::max(9.0, 7.0 / viewport.scale());
    const QRectF around(scene - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    const auto nodes = nodesIn(around);
    const auto near = [&scene, reach](const QPointF& port) { return std::hypot(port.x() - scene.x(), port.y() - scene.y()) <= reach; };
    for (auto it = nodes.crbegin(); it != nodes.crend(); ++it) {
        if (near(outPort(*it))) {
            return {Hit::Kind::OutPort, *it};
        }
        if (near(inPort(*it))) {
            return {Hit::Kind::InPort, *it};
        }
    }
    for (auto it = nodes.crbegin(); it != nodes.crend(); ++it) {
        if (nodeRect(*it).contains(scene)) {
            return {Hit::Kind::Node, *it};
        }
    }
    Hit best;
    double least = std::max(5.0, 5.0 / viewport.scale());
    for (const int edge : edgesIn(around)) {
        if (badgeRect(edge).contains(scene)) {
            return {Hit::Kind::Edge, edge};
        }
        const double distance = edgePath(edge).distanceTo(scene);
        if (distance < least) {
            least = distance;
            best = {Hit::Kind::Edge, edge};
        }
    }
    if (best.kind != Hit::Kind::Nothing) {
        return best;
    }
    for (const int frame : framesIn(around)) {
        QRectF title = m_frameRects[frame];
        title.setHeight(m_scene.frames[frame].nodes.isEmpty() ? title.height() : titleHeight);
        if (title.contains(scene)) {
            return {Hit::Kind::Frame, frame};
        }
    }
    return {};
}

QString CanvasState::idOf(const Hit& hit) const
{
    switch (hit.kind) {
    case Hit::Kind::Node:
    case Hit::Kind::OutPort:
    case Hit::Kind::InPort:
        return m_scene.nodes[hit.index].id;
    case Hit::Kind::Edge:
        return m_scene.edgeId(hit.index);
    case Hit::Kind::Frame:
        return m_scene.frames[hit.index].id;
    case Hit::Kind::Nothing:
        break;
    }
    return {};
}

void CanvasState::setSelection(const QStringList& ids)
{
    m_selection = ids;
    m_selection.removeDuplicates();
    m_selected = QSet<QString>(m_selection.cbegin(), m_selection.cend());
}

void CanvasState::toggle(const QString& id)
{
    QStringList ids = m_selection;
    if (!ids.removeOne(id)) {
        ids.append(id);
    }
    setSelection(ids);
}

} // namespace canvas
