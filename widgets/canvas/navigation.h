// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/canvasstate.h"

/// Moving the keyboard's attention. Pure; -1 = nowhere to go.
namespace canvas {

enum class Direction { Left, Right, Up, Down };

/// Reading order: frame by frame, column by column. `from` -1: the first (or last) node; past an end: -1.
[[nodiscard]] int nextNode(const CanvasState& state, int from, bool forward);
/// Right follows an edge to who waits, left to whom it waits for (the nearest in height); without one, and up and down,
/// the nearest node in that direction.
[[nodiscard]] int nodeTowards(const CanvasState& state, int from, Direction direction);
/// A selection of tasks laid out anew, each pipeline's part staying where its upper left corner was. Nothing with fewer than two.
[[nodiscard]] pipeline::Layout arrangedSelection(const CanvasScene& scene, const QStringList& ids);

} // namespace canvas
