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

bool CanvasState::crossesNode(int edge, const QVector<int>& near) const
{
    constexpr int steps = 32;
    const Edge& e = m_scene.edges[edge];
    const EdgePath path = edgePath(edge);
    for (const int node : near) {
        if (node == e.fromNode || node == e.toNode) {
            continue;
        }
        const QRectF rect = nodeRect(node).adjusted(-2, -8, 2, 8);
        for (int i = 1; i < steps; ++i) {
            if (rect.contains(path.at(double(i) / steps))) {
                return true;
            }
        }
    }
    return false;
}

// An edge that runs behind a node seems to come out of it. Only one that passes a column can; it swings aside by the
// smallest of a few steps that clears everything, or stays as it is if none does.
void CanvasState::bendEdge(int edge)
{
    m_bends[edge] = 0;
    const EdgePath straight = edgePath(edge);
    if (std::abs(straight.to.x() - straight.from.x()) < metrics().node.width()) {
        return;
    }
    constexpr double furthest = 220;
    const QVector<int> near = m_nodeGrid.meeting(straight.bounds().adjusted(0, -furthest, 0, furthest));
    if (!crossesNode(edge, near)) {
        return;
    }
    for (double step = 44; step <= furthest; step += 44) {
        for (const double bend : {step, -step}) {
            m_bends[edge] = bend;
            if (!crossesNode(edge, near)) {
                return;
            }
        }
    }
    m_bends[edge] = 0;
}

} // namespace canvas
