// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/painting/tokens.h"

#include <QRectF>
#include <QString>

class QPainter;

/// Status as a shape: ✓ ◐ ▲ ✕ ⇠ – ? drawn as vectors, because few fonts have them all and fewer at one size.
/// A status is always shape + word + colour: paintMark, markWord, markColor.
namespace painting {

enum class Mark { Success, Running, Late, Failed, ReadTooEarly, Skipped, Unknown };

/// Paints inside the square in the middle of `rect` (10 to 20 px look best). Leaves the painter as it was.
void paintMark(QPainter& painter, const QRectF& rect, Mark mark, const Tokens& tokens);
/// `Succeeded`, `Running`, `Late`, `Failed`, `Read too early`, `Skipped`, `Unknown`; translated.
[[nodiscard]] QString markWord(Mark mark);
[[nodiscard]] QColor markColor(Mark mark, const Tokens& tokens);
/// The worse of two: read too early, failed, late, unknown, running, skipped, succeeded.
[[nodiscard]] Mark worse(Mark a, Mark b);

} // namespace painting
