// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/navigation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace canvas {
namespace {

int nearestFollowing(const CanvasState& state, int from, bool right)
{
    int best = -1;
    double least = std::numeric_limits<double>::max();
    for (const int index : state.edgesOf(from)) {
        const Edge& edge = state.scene().edges[index];
        const int other = right ? edge.toNode : edge.fromNode;
        if (other == from) {
            continue;
        }
        const double gap = std::abs(state.nodeRect(other).top() - state.nodeRect(from).top());
        if (gap < least) {
            least = gap;
            best = other;
        }
    }
    return best;
}

// Distance in the direction, with what lies aside counted threefold; only a cone of 45 degrees and a bit is looked at.
int nearestInDirection(const CanvasState& state, int from, Direction direction)
{
    const QPointF start = state.nodeRect(from).center();
    int best = -1;
    double least = std::numeric_limits<double>::max();
    for (int node = 0; node < state.scene().nodes.size(); ++node) {
        const QPointF gap = state.nodeRect(node).center() - start;
        const bool level = direction == Direction::Left || direction == Direction::Right;
        const double sign = direction == Direction::Right || direction == Direction::Down ? 1 : -1;
        const double ahead = sign * (level ? gap.x() : gap.y());
        const double aside = std::abs(level ? gap.y() : gap.x());
        if (ahead <= 1 || aside > 2 * ahead + 60) {
            continue;
        }
        if (ahead + 3 * aside < least) {
            least = ahead + 3 * aside;
            best = node;
        }
    }
    return best;
}

} // namespace

int nextNode(const CanvasState& state, int from, bool forward)
{
    const auto key = [&state](int node) {
        const Node& n = state.scene().nodes[node];
        return std::make_tuple(n.frame, n.pos.x(), n.pos.y(), node);
    };
    int best = -1;
    for (int node = 0; node < state.scene().nodes.size(); ++node) {
        if (from >= 0 && (forward ? key(node) <= key(from) : key(node) >= key(from))) {
            continue;
        }
        if (best < 0 || (forward ? key(node) < key(best) : key(node) > key(best))) {
            best = node;
        }
    }
    return best;
}

int nodeTowards(const CanvasState& state, int from, Direction direction)
{
    if (direction == Direction::Left || direction == Direction::Right) {
        const int following = nearestFollowing(state, from, direction == Direction::Right);
        if (following >= 0) {
            return following;
        }
    }
    return nearestInDirection(state, from, direction);
}

pipeline::Layout arrangedSelection(const CanvasScene& scene, const QStringList& ids)
{
    pipeline::Workspace part = scene.workspace;
    QHash<QString, QPointF> corners;
    int count = 0;
    for (pipeline::Pipeline& pipeline : part.pipelines) {
        QVector<pipeline::Task> kept;
        QPointF corner(std::numeric_limits<double>::max(), std::numeric_limits<double>::max());
        for (const pipeline::Task& task : std::as_const(pipeline.tasks)) {
            const QString id = pipeline.id + u'.' + task.id;
            const int node = scene.nodeIndex.value(id, -1);
            if (node >= 0 && ids.contains(id)) {
                kept.append(task);
                corner = QPointF(std::min(corner.x(), scene.nodes[node].pos.x()), std::min(corner.y(), scene.nodes[node].pos.y()));
            }
        }
        corners.insert(pipeline.id, corner);
        count += int(kept.size());
        pipeline.tasks = kept;
    }
    if (count < 2) {
        return {};
    }
    const pipeline::Layout fresh = pipeline::layeredLayout(part);
    pipeline::Layout result;
    for (const pipeline::Pipeline& pipeline : std::as_const(part.pipelines)) {
        const QRectF frame = pipeline::frameRect(pipeline, fresh);
        const QPointF first = frame.topLeft() + QPointF(metrics().frame.left(), metrics().frame.top());
        for (const pipeline::Task& task : pipeline.tasks) {
            const QString id = pipeline.id + u'.' + task.id;
            result.insert(id, fresh.value(id) - first + corners.value(pipeline.id));
        }
    }
    return result;
}

} // namespace canvas
