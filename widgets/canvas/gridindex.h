// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRectF>
#include <QVector>

namespace canvas {

/// Which rectangles meet a given one: a uniform grid of 512 units, so that painting and clicking cost what is seen, not what is there.
class GridIndex {
public:
    void clear();
    void insert(int item, const QRectF& rect);
    /// Items whose rectangle meets `area`, ascending.
    [[nodiscard]] QVector<int> meeting(const QRectF& area) const;

private:
    static constexpr double cellSize = 512;
    static constexpr int largeCells = 64; ///< what covers more cells is kept in a list of its own

    struct Cells {
        int left, top, right, bottom;
        [[nodiscard]] qint64 count() const { return qint64(right - left + 1) * (bottom - top + 1); }
    };
    [[nodiscard]] static Cells cellsOf(const QRectF& rect);

    QHash<QPair<int, int>, QVector<int>> m_cells;
    QVector<int> m_large;
    QVector<QRectF> m_rects; ///< by item: items are small numbers
};

} // namespace canvas
