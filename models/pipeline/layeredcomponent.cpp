// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/layeredcomponent.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace pipeline {

LayeredComponent::LayeredComponent(const QVector<QSizeF>& sizes, const QVector<QPair<int, int>>& edges, const LayeredSpacing& spacing)
    : m_spacing(spacing), m_real(int(sizes.size())), m_sizes(sizes), m_out(sizes.size()), m_in(sizes.size()), m_layerOf(sizes.size(), 0)
{
    cutCycles(edges);
}

// Depth first in index order; an edge to a node that is still open closes a cycle and is left out of the layering.
void LayeredComponent::cutCycles(const QVector<QPair<int, int>>& edges)
{
    QVector<QVector<int>> targets(m_real);
    QSet<QPair<int, int>> seen;
    for (const auto& edge : edges) {
        if (edge.first != edge.second && !seen.contains(edge)) {
            seen.insert(edge);
            targets[edge.first].append(edge.second);
        }
    }
    enum { New, Open, Done };
    QVector<int> state(m_real, New);
    for (int root = 0; root < m_real; ++root) {
        QVector<QPair<int, int>> stack; // node, next target
        if (state[root] == New) {
            state[root] = Open;
            stack.append({root, 0});
        }
        while (!stack.isEmpty()) {
            const auto [node, next] = stack.last();
            if (next == targets[node].size()) {
                state[node] = Done;
                stack.removeLast();
                continue;
            }
            ++stack.last().second;
            const int target = targets[node][next];
            if (state[target] == Open) {
                continue;
            }
            m_out[node].append(target);
            m_in[target].append(node);
            if (state[target] == New) {
                state[target] = Open;
                stack.append({target, 0});
            }
        }
    }
}

// Longest path from the sources, then nodes with more to give than to take move right, next to whom they serve.
void LayeredComponent::assignLayers()
{
    QVector<int> order;
    QVector<int> open(m_real);
    for (int node = 0; node < m_real; ++node) {
        open[node] = int(m_in[node].size());
        if (open[node] == 0) {
            order.append(node);
        }
    }
    for (int i = 0; i < order.size(); ++i) {
        const int node = order[i];
        for (const int target : std::as_const(m_out[node])) {
            m_layerOf[target] = std::max(m_layerOf[target], m_layerOf[node] + 1);
            if (--open[target] == 0) {
                order.append(target);
            }
        }
    }
    for (int pass = 0; pass < 3; ++pass) {
        for (auto it = order.crbegin(); it != order.crend(); ++it) {
            if (m_out[*it].size() <= m_in[*it].size()) {
                continue;
            }
            int nearest = m_layerOf[m_out[*it].first()];
            for (const int target : std::as_const(m_out[*it])) {
                nearest = std::min(nearest, m_layerOf[target]);
            }
            m_layerOf[*it] = nearest - 1;
        }
    }
    const int first = *std::min_element(m_layerOf.cbegin(), m_layerOf.cend());
    for (int& layer : m_layerOf) {
        layer -= first;
    }
}

// An edge over several columns becomes a chain of dummies, so that it gets a lane of its own between the nodes.
void LayeredComponent::splitLongEdges()
{
    const auto out = m_out;
    for (auto& list : m_out) {
        list.clear();
    }
    for (auto& list : m_in) {
        list.clear();
    }
    for (int node = 0; node < m_real; ++node) {
        for (const int target : out[node]) {
            int from = node;
            for (int layer = m_layerOf[node] + 1; layer < m_layerOf[target]; ++layer) {
                const int dummy = int(m_sizes.size());
                m_sizes.append(QSizeF(0, 0));
                m_layerOf.append(layer);
                m_out.append(QVector<int>());
                m_in.append(QVector<int>{from});
                m_out[from].append(dummy);
                from = dummy;
            }
            m_out[from].append(target);
            m_in[target].append(from);
        }
    }
}

// Breadth first over both directions: neighbours start near each other.
void LayeredComponent::startOrder()
{
    const int count = int(m_sizes.size());
    m_layers.resize(*std::max_element(m_layerOf.cbegin(), m_layerOf.cend()) + 1);
    m_place.resize(count);
    QVector<bool> seen(count, false);
    for (int root = 0; root < count; ++root) {
        if (seen[root]) {
            continue;
        }
        seen[root] = true;
        QVector<int> queue{root};
        for (int i = 0; i < queue.size(); ++i) {
            const int node = queue[i];
            m_layers[m_layerOf[node]].append(node);
            for (const auto* list : {&m_out[node], &m_in[node]}) {
                for (const int other : *list) {
                    if (!seen[other]) {
                        seen[other] = true;
                        queue.append(other);
                    }
                }
            }
        }
    }
    for (int layer = 0; layer < m_layers.size(); ++layer) {
        numberPlaces(layer);
    }
}

void LayeredComponent::numberPlaces(int layer)
{
    for (int i = 0; i < m_layers[layer].size(); ++i) {
        m_place[m_layers[layer][i]] = i;
    }
}

void LayeredComponent::sweep(bool down, bool median)
{
    const int count = int(m_layers.size());
    for (int step = 1; step < count; ++step) {
        const int layer = down ? step : count - 1 - step;
        QVector<QPair<double, int>> keys;
        for (const int node : std::as_const(m_layers[layer])) {
            const QVector<int>& fixed = down ? m_in[node] : m_out[node];
            QVector<int> places;
            for (const int other : fixed) {
                places.append(m_place[other]);
            }
            std::sort(places.begin(), places.end());
            double key = m_place[node];
            if (!places.isEmpty()) {
                const auto middle = places.size() / 2;
                key = median ? (places.size() % 2 == 1 ? places[middle] : (places[middle - 1] + places[middle]) / 2.0)
                             : double(std::accumulate(places.cbegin(), places.cend(), 0)) / double(places.size());
            }
            keys.append({key, node});
        }
        std::stable_sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (int i = 0; i < keys.size(); ++i) {
            m_layers[layer][i] = keys[i].second;
        }
        numberPlaces(layer);
    }
}

// Crossings of the edges of two neighbours if `left` stands above `right`.
qint64 LayeredComponent::pairCrossings(int left, int right) const
{
    qint64 count = 0;
    for (const auto* side : {&m_in, &m_out}) {
        for (const int a : (*side)[left]) {
            for (const int b : (*side)[right]) {
                count += m_place[a] > m_place[b] ? 1 : 0;
            }
        }
    }
    return count;
}

bool LayeredComponent::transpose()
{
    bool changed = false;
    for (QVector<int>& layer : m_layers) {
        for (int i = 0; i + 1 < layer.size(); ++i) {
            const int above = layer[i];
            const int below = layer[i + 1];
            if (pairCrossings(above, below) > pairCrossings(below, above)) {
                std::swap(layer[i], layer[i + 1]);
                m_place[above] = i + 1;
                m_place[below] = i;
                changed = true;
            }
        }
    }
    return changed;
}

// Inversions between neighbouring layers, counted with a Fenwick tree (Barth, Mutzel, Jünger 2004).
qint64 LayeredComponent::crossings() const
{
    qint64 total = 0;
    for (int layer = 0; layer + 1 < m_layers.size(); ++layer) {
        QVector<int> tree(m_layers[layer + 1].size() + 1, 0);
        qint64 before = 0;
        for (const int node : m_layers[layer]) {
            QVector<int> places;
            for (const int target : m_out[node]) {
                places.append(m_place[target]);
            }
            for (const int place : std::as_const(places)) {
                qint64 notAfter = 0;
                for (int i = place + 1; i > 0; i -= i & -i) {
                    notAfter += tree[i];
                }
                total += before - notAfter;
            }
            for (const int place : std::as_const(places)) {
                for (int i = place + 1; i < tree.size(); i += i & -i) {
                    ++tree[i];
                }
                ++before;
            }
        }
    }
    return total;
}

void LayeredComponent::reduceCrossings()
{
    auto best = m_layers;
    qint64 least = crossings();
    int withoutGain = 0;
    for (int round = 0; round < 12 && least > 0 && withoutGain < 4; ++round) {
        sweep(round % 2 == 0, round % 4 >= 2);
        for (int i = 0; i < 4 && transpose(); ++i) {
        }
        const qint64 now = crossings();
        ++withoutGain;
        if (now < least) {
            least = now;
            best = m_layers;
            withoutGain = 0;
        }
    }
    m_layers = best;
    for (int layer = 0; layer < m_layers.size(); ++layer) {
        numberPlaces(layer);
    }
}

double LayeredComponent::distance(int above, int below) const
{
    const double gap = isDummy(above) || isDummy(below) ? m_spacing.node / 2 : m_spacing.node;
    return (m_sizes[above].height() + m_sizes[below].height()) / 2 + gap;
}

// Least squares under the order and the distances: subtract the distances, pool adjacent violators, add them again.
void LayeredComponent::placeLayerHeights(const QVector<int>& layer, const QVector<double>& wanted)
{
    struct Block {
        double sum;
        int count;
    };
    QVector<Block> blocks;
    QVector<double> offset(layer.size(), 0.0);
    for (int i = 0; i < layer.size(); ++i) {
        offset[i] = i == 0 ? 0.0 : offset[i - 1] + distance(layer[i - 1], layer[i]);
        blocks.append({wanted[i] - offset[i], 1});
        while (blocks.size() > 1) {
            const Block last = blocks.last();
            const Block previous = blocks[blocks.size() - 2];
            if (previous.sum / previous.count <= last.sum / last.count) {
                break;
            }
            blocks.removeLast();
            blocks.last() = {previous.sum + last.sum, previous.count + last.count};
        }
    }
    int i = 0;
    for (const Block& block : std::as_const(blocks)) {
        for (int k = 0; k < block.count; ++k, ++i) {
            m_y[layer[i]] = block.sum / block.count + offset[i];
        }
    }
}

void LayeredComponent::placeHeights()
{
    m_y.fill(0.0, m_sizes.size());
    for (const QVector<int>& layer : std::as_const(m_layers)) {
        placeLayerHeights(layer, QVector<double>(layer.size(), 0.0));
    }
    const int count = int(m_layers.size());
    for (int round = 0; round < 10; ++round) {
        const bool down = round % 2 == 0;
        for (int step = 0; step < count; ++step) {
            const QVector<int>& layer = m_layers[down ? step : count - 1 - step];
            QVector<double> wanted;
            for (const int node : layer) {
                double sum = 0;
                double weight = 0;
                for (const auto* side : {&m_in[node], &m_out[node]}) {
                    for (const int other : *side) {
                        const double w = isDummy(node) && isDummy(other) ? 8.0 : (isDummy(node) || isDummy(other) ? 2.0 : 1.0);
                        sum += w * m_y[other];
                        weight += w;
                    }
                }
                wanted.append(weight > 0 ? sum / weight : m_y[node]);
            }
            placeLayerHeights(layer, wanted);
        }
    }
}

QVector<QPointF> LayeredComponent::run()
{
    assignLayers();
    splitLongEdges();
    startOrder();
    reduceCrossings();
    placeHeights();
    QVector<QPointF> positions(m_real);
    double x = 0;
    double top = 0;
    double bottom = 0;
    for (const QVector<int>& layer : std::as_const(m_layers)) {
        double width = 0;
        for (const int node : layer) {
            if (!isDummy(node)) {
                width = std::max(width, m_sizes[node].width());
                positions[node] = QPointF(x, m_y[node] - m_sizes[node].height() / 2);
                top = std::min(top, positions[node].y());
                bottom = std::max(bottom, positions[node].y() + m_sizes[node].height());
            }
        }
        x += width + m_spacing.layer;
    }
    m_size = QSizeF(x - m_spacing.layer, bottom - top);
    double smallest = m_real > 0 ? positions[0].y() : 0.0;
    for (const QPointF& position : std::as_const(positions)) {
        smallest = std::min(smallest, position.y());
    }
    for (QPointF& position : positions) {
        position.ry() -= smallest;
    }
    m_size.setHeight(bottom - smallest);
    return positions;
}

} // namespace pipeline
