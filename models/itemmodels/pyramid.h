// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

namespace itemmodels {

/// Status of a bar, in the order in which one hides another: the worst in a pixel is what the pixel shows.
enum class Mark : quint8 { Unknown, Skipped, Ok, Running, Warn, Late, Failed, ReadTooEarly };

/// Maximum of any range of a byte array in O(16 log16 n): one level holds the maximum of 16 entries of the one below.
/// About a fifteenth of a byte per entry beside the array itself (timeline.md 1.3).
class Pyramid {
public:
    void build(const QVector<quint8>& values);
    /// Maximum of values[from, to); 0 for an empty range. `values` is the array given to build().
    [[nodiscard]] quint8 worst(const QVector<quint8>& values, qsizetype from, qsizetype to) const;
    [[nodiscard]] qsizetype bytes() const;

private:
    QVector<QVector<quint8>> m_levels;
};

} // namespace itemmodels
