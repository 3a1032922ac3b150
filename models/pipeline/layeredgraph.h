// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPair>
#include <QPointF>
#include <QSizeF>
#include <QVector>

/// Layered drawing of a directed graph, left to right, after Sugiyama, Tagawa and Toda (1981): layers by longest path, order
/// by barycentre and median sweeps with adjacent transposition, heights by isotonic regression (pool adjacent violators).
/// Pure and deterministic: the same graph gives the same picture.
namespace pipeline {

struct LayeredGraph {
    QVector<QSizeF> sizes;           ///< one per node
    QVector<QPair<int, int>> edges;  ///< from, to; loops and repeats are ignored, cycles are cut
};

struct LayeredSpacing {
    double layer = 74;     ///< between columns
    double node = 44;      ///< between nodes of a column
    QSizeF component{74, 44}; ///< between parts that no edge connects
};

/// Top left corner of each node; no two nodes overlap, the smallest coordinates are 0.
[[nodiscard]] QVector<QPointF> layered(const LayeredGraph& graph, const LayeredSpacing& spacing);
/// How many pairs of edges cross as straight lines between neighbouring columns: for tests and benches.
[[nodiscard]] qint64 straightCrossings(const LayeredGraph& graph, const QVector<QPointF>& positions);

} // namespace pipeline
