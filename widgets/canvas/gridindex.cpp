// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/gridindex.h"

#include <algorithm>
#include <cmath>

namespace canvas {
namespace {

// Lines that are exactly level have no height: QRectF::intersects would never meet them.
bool rectsMeet(const QRectF& a, const QRectF& b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

} // namespace

GridIndex::Cells GridIndex::cellsOf(const QRectF& rect)
{
    const auto cell = [](double value) { return int(std::floor(std::clamp(value, -1e9, 1e9) / cellSize)); };
    return {cell(rect.left()), cell(rect.top()), cell(rect.right()), cell(rect.bottom())};
}

void GridIndex::clear()
{
    m_cells.clear();
    m_large.clear();
    m_rects.clear();
}

void GridIndex::insert(int item, const QRectF& rect)
{
    if (item >= m_rects.size()) {
        m_rects.resize(item + 1);
    }
    m_rects[item] = rect;
    const Cells cells = cellsOf(rect);
    if (cells.count() > largeCells) {
        m_large.append(item);
        return;
    }
    for (int x = cells.left; x <= cells.right; ++x) {
        for (int y = cells.top; y <= cells.bottom; ++y) {
            m_cells[{x, y}].append(item);
        }
    }
}

QVector<int> GridIndex::meeting(const QRectF& area) const
{
    QVector<int> found;
    const auto take = [&](const QVector<int>& items) {
        for (const int item : items) {
            if (rectsMeet(m_rects[item], area)) {
                found.append(item);
            }
        }
    };
    const Cells cells = cellsOf(area);
    if (cells.count() > m_cells.size()) {
        for (const QVector<int>& items : m_cells) {
            take(items);
        }
    } else {
        for (int x = cells.left; x <= cells.right; ++x) {
            for (int y = cells.top; y <= cells.bottom; ++y) {
                const auto cell = m_cells.constFind({x, y});
                if (cell != m_cells.constEnd()) {
                    take(*cell);
                }
            }
        }
    }
    take(m_large);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace canvas
