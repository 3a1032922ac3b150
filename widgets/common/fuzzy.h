// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace common {

/// How well `text` answers `pattern`: the letters must occur in order, any case. Nothing typed: 0. No match: -1.
/// Runs of neighbouring letters, starts of words and short texts count more; higher is better.
[[nodiscard]] int fuzzyScore(const QString& pattern, const QString& text);
/// Positions in `text` of the letters that matched, for bold print.
[[nodiscard]] QVector<int> fuzzyPositions(const QString& pattern, const QString& text);

} // namespace common
