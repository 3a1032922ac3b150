// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/layeredgraph.h"

namespace pipeline {

/// One connected part of a LayeredGraph on its way to coordinates. Used by layered() only.
class LayeredComponent {
public:
    /// `edges` between the indices of `sizes`; loops are ignored, cycles cut at the edge that closes them in index order.
    LayeredComponent(const QVector<QSizeF>& sizes, const QVector<QPair<int, int>>& edges, const LayeredSpacing& spacing);
    /// Top left corners, smallest coordinates 0.
    [[nodiscard]] QVector<QPointF> run();
    /// Of the whole part; valid after run().
    [[nodiscard]] QSizeF size() const { return m_size; }

private:
    void cutCycles(const QVector<QPair<int, int>>& edges);
    void assignLayers();
    void splitLongEdges();
    void startOrder();
    void reduceCrossings();
    void sweep(bool down, bool median);
    bool transpose();
    void placeHeights();
    void placeLayerHeights(const QVector<int>& layer, const QVector<double>& wanted);
    void numberPlaces(int layer);
    [[nodiscard]] qint64 crossings() const;
    [[nodiscard]] qint64 pairCrossings(int left, int right) const;
    [[nodiscard]] double distance(int above, int below) const;
    [[nodiscard]] bool isDummy(int node) const { return node >= m_real; }

    LayeredSpacing m_spacing;
    int m_real = 0;
    QVector<QSizeF> m_sizes;          ///< real nodes, then dummies (height 0) of long edges
    QVector<QVector<int>> m_out, m_in;
    QVector<int> m_layerOf, m_place;  ///< place = index in its layer
    QVector<QVector<int>> m_layers;
    QVector<double> m_y;              ///< centre
    QSizeF m_size;
};

} // namespace pipeline
