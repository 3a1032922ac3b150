// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/canvasstate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace canvas {

QPointF EdgePath::at(double t) const
{
    const double s = 1 - t;
    return s * s * s * from + 3 * s * s * t * control1 + 3 * s * t * t * control2 + t * t * t * to;
}

QRectF EdgePath::bounds() const
{
    const auto x = std::minmax({from.x(), control1.x(), control2.x(), to.x()});
    const auto y = std::minmax({from.y(), control1.y(), control2.y(), to.y()});
    return {QPointF(x.first, y.first), QPointF(x.second, y.second)};
}

double EdgePath::distanceTo(const QPointF& point) const
{
    constexpr int steps = 24;
    double least = std::numeric_limits<double>::max();
    QPointF a = from;
    for (int i = 1; i <= steps; ++i) {
        const QPointF b = at(double(i) / steps);
        const QPointF ab = b - a;
        const double length = QPointF::dotProduct(ab, ab);
        const double t = length > 0 ? std::clamp(QPointF::dotProduct(point - a, ab) / length, 0.0, 1.0) : 0.0;
        const QPointF gap = point - (a + t * ab);
        least = std::min(least, std::hypot(gap.x(), gap.y()));
        a = b;
    }
    return least;
}

namespace {

constexpr int edgeSamples = 32;

bool pathMeets(const EdgePath& path, const QRectF& rect)
{
    for (int i = 1; i < edgeSamples; ++i) {
        if (rect.contains(path.at(double(i) / edgeSamples))) {
            return true;
        }
    }
    return false;
}

} // namespace

bool CanvasState::crossesNode(int edge, const QVector<int>& near) const
{
    const Edge& e = m_scene.edges[edge];
    const EdgePath path = edgePath(edge);
    return std::any_of(near.cbegin(), near.cend(), [&](int node) {
        return node != e.fromNode && node != e.toNode && pathMeets(path, nodeRect(node).adjusted(-2, -8, 2, 8));
    });
}

bool CanvasState::crossesTitle(int edge, const QVector<int>& near) const
{
    const EdgePath path = edgePath(edge);
    return std::any_of(near.cbegin(), near.cend(), [&](int frame) {
        const QRectF rect = m_frameRects[frame];
        return pathMeets(path, QRectF(rect.left(), rect.top() - 4, std::min(rect.width(), 360.0), titleHeight));
    });
}

// An edge that runs behind a node seems to come out of it. Only one that passes a column can; it swings aside by the
// smallest step that clears nodes and titles, else the nodes alone, or stays as it is if none does.
void CanvasState::bendEdge(int edge)
{
    m_bends[edge] = 0;
    const EdgePath straight = edgePath(edge);
    if (m_scene.edges[edge].fromNode < 0 || straight.to.x() - straight.from.x() < metrics().node.width()) {
        return;
    }
    constexpr double bends[] = {66, -66, 110, -110, 154, -154, 220, -220};
    const QRectF around = straight.bounds().adjusted(0, -220, 0, 220);
    const QVector<int> near = m_nodeGrid.meeting(around);
    if (!crossesNode(edge, near)) {
        return;
    }
    const QVector<int> frames = m_frameGrid.meeting(around);
    double clearsNodes = 0;
    for (const double bend : bends) {
        m_bends[edge] = bend;
        if (crossesNode(edge, near)) {
            continue;
        }
        if (!crossesTitle(edge, frames)) {
            return;
        }
        clearsNodes = clearsNodes == 0 ? bend : clearsNodes;
    }
    m_bends[edge] = clearsNodes;
}

} // namespace canvas
