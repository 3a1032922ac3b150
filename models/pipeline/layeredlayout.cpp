// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/layeredlayout.h"

#include "models/pipeline/dataflow.h"
#include "models/pipeline/layeredgraph.h"

#include <QHash>

#include <cmath>

namespace pipeline {
namespace {

double onGrid(double value, double grid)
{
    return std::round(value / grid) * grid;
}

QString layoutId(const Pipeline& pipeline, const Task& task)
{
    return pipeline.id + u'.' + task.id;
}

struct PlacedPipeline {
    Layout tasks; ///< relative to the frame's corner
    QSizeF size;
};

PlacedPipeline placeTasks(const Pipeline& pipeline, const QVector<DataEdge>& data, const LayoutMetrics& metrics)
{
    if (pipeline.tasks.isEmpty()) {
        return {{{pipeline.id, QPointF(0, 0)}}, metrics.emptyFrame};
    }
    QHash<QString, int> index;
    LayeredGraph graph;
    for (const Task& task : pipeline.tasks) {
        index.insert(layoutId(pipeline, task), int(graph.sizes.size()));
        graph.sizes.append(metrics.node);
    }
    for (const Task& task : pipeline.tasks) {
        for (const QString& need : task.needs) {
            const int from = index.value(pipeline.id + u'.' + need, -1);
            if (from >= 0) {
                graph.edges.append({from, index.value(layoutId(pipeline, task))});
            }
        }
    }
    for (const DataEdge& edge : data) {
        if (index.contains(edge.from) && index.contains(edge.to)) {
            graph.edges.append({index.value(edge.from), index.value(edge.to)});
        }
    }
    const auto positions = layered(graph, {metrics.columnGap, metrics.rowGap, QSizeF(metrics.columnGap, metrics.rowGap)});
    PlacedPipeline placed;
    double right = 0;
    double bottom = 0;
    for (int i = 0; i < pipeline.tasks.size(); ++i) {
        // Isolated tasks are packed in rows: their columns must be whole steps too.
        const QPointF corner(onGrid(positions[i].x() + metrics.frame.left(), metrics.grid),
            onGrid(positions[i].y() + metrics.frame.top(), metrics.grid));
        placed.tasks.insert(layoutId(pipeline, pipeline.tasks[i]), corner);
        right = std::max(right, corner.x() + metrics.node.width());
        bottom = std::max(bottom, corner.y() + metrics.node.height());
    }
    placed.size = QSizeF(right + metrics.frame.right(), bottom + metrics.frame.bottom());
    return placed;
}

QPointF freePlace(QPointF wanted, const QVector<QRectF>& taken, const LayoutMetrics& metrics)
{
    const QMarginsF air(metrics.grid - 1, metrics.grid - 1, metrics.grid - 1, metrics.grid - 1);
    wanted = QPointF(onGrid(wanted.x(), metrics.grid), onGrid(wanted.y(), metrics.grid));
    for (bool moved = true; moved;) {
        moved = false;
        for (const QRectF& rect : taken) {
            if (rect.marginsAdded(air).intersects(QRectF(wanted, metrics.node))) {
                wanted.setY(onGrid(rect.bottom() + metrics.rowGap, metrics.grid));
                moved = true;
            }
        }
    }
    return wanted;
}

// A new task stands right of the rightmost task that it needs, else under the lowest of its frame.
QPointF placeBesideNeeds(const Pipeline& pipeline, const Task& task, const Layout& layout, const LayoutMetrics& metrics)
{
    QVector<QRectF> taken;
    QPointF lowest;
    QPointF rightmost;
    bool hasNeed = false;
    for (const Task& other : pipeline.tasks) {
        const auto place = layout.constFind(layoutId(pipeline, other));
        if (place == layout.constEnd()) {
            continue;
        }
        if (taken.isEmpty() || place->y() > lowest.y()) {
            lowest = *place;
        }
        taken.append(QRectF(*place, metrics.node));
        if (task.needs.contains(other.id) && (!hasNeed || place->x() > rightmost.x())) {
            rightmost = *place;
            hasNeed = true;
        }
    }
    if (taken.isEmpty()) { // the first task of a pipeline that was empty: inside the frame that stood there
        return layout.value(pipeline.id) + QPointF(metrics.frame.left(), metrics.frame.top());
    }
    const QPointF wanted = hasNeed ? rightmost + QPointF(metrics.node.width() + metrics.columnGap, 0)
                                   : lowest + QPointF(0, metrics.node.height() + metrics.rowGap);
    return freePlace(wanted, taken, metrics);
}

bool hasPlace(const Pipeline& pipeline, const Layout& layout)
{
    for (const Task& task : pipeline.tasks) {
        if (layout.contains(layoutId(pipeline, task))) {
            return true;
        }
    }
    return layout.contains(pipeline.id);
}

} // namespace

Layout layeredLayout(const Workspace& workspace, const LayoutMetrics& metrics)
{
    const QVector<DataEdge> data = dataEdges(workspace);
    QHash<QString, QVector<DataEdge>> inside;
    QHash<QString, int> index;
    LayeredGraph frames;
    for (const DataEdge& edge : data) {
        if (edge.from.section(u'.', 0, 0) == edge.to.section(u'.', 0, 0)) {
            inside[edge.from.section(u'.', 0, 0)].append(edge);
        }
    }
    QVector<PlacedPipeline> placed;
    for (const Pipeline& pipeline : workspace.pipelines) {
        index.insert(pipeline.id, int(placed.size()));
        placed.append(placeTasks(pipeline, inside.value(pipeline.id), metrics));
        frames.sizes.append(placed.last().size);
    }
    for (const Pipeline& pipeline : workspace.pipelines) {
        for (const OutputRef& dependency : pipeline.dependencies) {
            if (index.contains(dependency.pipeline)) {
                frames.edges.append({index.value(dependency.pipeline), index.value(pipeline.id)});
            }
        }
    }
    for (const DataEdge& edge : data) {
        frames.edges.append({index.value(edge.from.section(u'.', 0, 0)), index.value(edge.to.section(u'.', 0, 0))});
    }
    const auto corners = layered(frames, {metrics.frameGap, metrics.rowGap, QSizeF(metrics.frameGap, metrics.rowGap)});
    Layout layout;
    for (int i = 0; i < placed.size(); ++i) {
        // Columns only move right: rounding down could touch the frame before.
        const QPointF corner(std::ceil((corners[i].x() + metrics.grid) / metrics.grid) * metrics.grid, onGrid(corners[i].y() + 2 * metrics.grid, metrics.grid));
        for (auto it = placed[i].tasks.constBegin(); it != placed[i].tasks.constEnd(); ++it) {
            layout.insert(it.key(), it.value() + corner);
        }
    }
    return layout;
}

Layout completedLayout(const Workspace& workspace, const Layout& layout, const LayoutMetrics& metrics)
{
    double bottom = 0;
    double left = 0;
    bool any = false;
    for (const Pipeline& pipeline : workspace.pipelines) {
        if (hasPlace(pipeline, layout)) {
            const QRectF rect = frameRect(pipeline, layout, metrics);
            bottom = any ? std::max(bottom, rect.bottom()) : rect.bottom();
            left = any ? std::min(left, rect.left()) : rect.left();
            any = true;
        }
    }
    if (!any) {
        return layeredLayout(workspace, metrics);
    }
    Layout result = layout;
    for (const Pipeline& pipeline : workspace.pipelines) {
        if (!hasPlace(pipeline, result)) {
            const PlacedPipeline placed = placeTasks(pipeline, {}, metrics);
            const QPointF corner(onGrid(left, metrics.grid), onGrid(bottom + metrics.rowGap, metrics.grid));
            for (auto it = placed.tasks.constBegin(); it != placed.tasks.constEnd(); ++it) {
                result.insert(it.key(), it.value() + corner);
            }
            bottom = corner.y() + placed.size.height();
            continue;
        }
        for (const Task& task : pipeline.tasks) {
            const QString id = layoutId(pipeline, task);
            if (!result.contains(id)) {
                result.insert(id, placeBesideNeeds(pipeline, task, result, metrics));
            }
        }
    }
    return result;
}

QRectF frameRect(const Pipeline& pipeline, const Layout& layout, const LayoutMetrics& metrics)
{
    QRectF nodes;
    for (const Task& task : pipeline.tasks) {
        const auto place = layout.constFind(layoutId(pipeline, task));
        if (place != layout.constEnd()) {
            nodes = nodes.united(QRectF(*place, metrics.node));
        }
    }
    if (nodes.isNull()) {
        return QRectF(layout.value(pipeline.id), metrics.emptyFrame);
    }
    return nodes.marginsAdded(metrics.frame);
}

} // namespace pipeline
