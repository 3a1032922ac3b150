// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace canvas {

/// Screen readers see each node of a CanvasView as a list item with name, kind, last result and what it waits for.
/// Installs the interface factory once; harmless to call again.
void installAccessibleCanvas();

} // namespace canvas
