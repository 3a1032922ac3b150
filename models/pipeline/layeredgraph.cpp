// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/layeredgraph.h"

#include "models/pipeline/layeredcomponent.h"

#include <algorithm>
#include <cmath>

namespace pipeline {
namespace {

// Connected parts, each a list of node indices; parts and their nodes in index order.
QVector<QVector<int>> layeredParts(const LayeredGraph& graph)
{
    const int count = int(graph.sizes.size());
    QVector<int> root(count);
    for (int i = 0; i < count; ++i) {
        root[i] = i;
    }
    const auto find = [&root](int node) {
        while (root[node] != node) {
            root[node] = root[root[node]];
            node = root[node];
        }
        return node;
    };
    for (const auto& edge : graph.edges) {
        const int a = find(edge.first);
        const int b = find(edge.second);
        root[std::max(a, b)] = std::min(a, b);
    }
    QVector<QVector<int>> parts;
    QVector<int> partOf(count, -1);
    for (int node = 0; node < count; ++node) {
        const int top = find(node);
        if (partOf[top] < 0) {
            partOf[top] = int(parts.size());
            parts.append(QVector<int>());
        }
        parts[partOf[top]].append(node);
    }
    return parts;
}

// Rows of parts, about as wide as a window for their area.
QVector<QPointF> packedParts(const QVector<QSizeF>& sizes, const QSizeF& gap)
{
    double area = 0;
    double widest = 0;
    for (const QSizeF& size : sizes) {
        area += (size.width() + gap.width()) * (size.height() + gap.height());
        widest = std::max(widest, size.width());
    }
    const double rowWidth = std::max(widest, std::sqrt(area * 1.8));
    QVector<QPointF> corners;
    double x = 0;
    double y = 0;
    double rowHeight = 0;
    for (const QSizeF& size : sizes) {
        if (x > 0 && x + size.width() > rowWidth) {
            x = 0;
            y += rowHeight + gap.height();
            rowHeight = 0;
        }
        corners.append(QPointF(x, y));
        x += size.width() + gap.width();
        rowHeight = std::max(rowHeight, size.height());
    }
    return corners;
}

} // namespace

QVector<QPointF> layered(const LayeredGraph& graph, const LayeredSpacing& spacing)
{
    const auto parts = layeredParts(graph);
    QVector<int> partOf(graph.sizes.size());
    QVector<int> local(graph.sizes.size());
    for (int part = 0; part < parts.size(); ++part) {
        for (int i = 0; i < parts[part].size(); ++i) {
            partOf[parts[part][i]] = part;
            local[parts[part][i]] = i;
        }
    }
    QVector<QVector<QPair<int, int>>> edges(parts.size());
    for (const auto& edge : graph.edges) {
        edges[partOf[edge.first]].append({local[edge.first], local[edge.second]});
    }
    QVector<QVector<QPointF>> inside;
    QVector<QSizeF> sizes;
    for (int part = 0; part < parts.size(); ++part) {
        QVector<QSizeF> nodeSizes;
        for (const int node : parts[part]) {
            nodeSizes.append(graph.sizes[node]);
        }
        LayeredComponent component(nodeSizes, edges[part], spacing);
        inside.append(component.run());
        sizes.append(component.size());
    }
    const auto corners = packedParts(sizes, spacing.component);
    QVector<QPointF> positions(graph.sizes.size());
    for (int node = 0; node < positions.size(); ++node) {
        positions[node] = corners[partOf[node]] + inside[partOf[node]][local[node]];
    }
    return positions;
}

qint64 straightCrossings(const LayeredGraph& graph, const QVector<QPointF>& positions)
{
    const auto side = [](const QPointF& a, const QPointF& b, const QPointF& c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    };
    qint64 count = 0;
    for (int i = 0; i < graph.edges.size(); ++i) {
        for (int k = i + 1; k < graph.edges.size(); ++k) {
            const auto& e = graph.edges[i];
            const auto& f = graph.edges[k];
            if (e.first == f.first || e.second == f.second || e.first == f.second || e.second == f.first) {
                continue;
            }
            const QPointF a = positions[e.first], b = positions[e.second], c = positions[f.first], d = positions[f.second];
            if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) {
                ++count;
            }
        }
    }
    return count;
}

} // namespace pipeline
