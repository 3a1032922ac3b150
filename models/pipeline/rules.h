// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/workspace.h"

namespace pipeline {

/// `pipeline.cycle` across pipelines (dependencies) and within each (needs): one problem per cycle found, its message shows the
/// whole path, each waits for the next, its place is the reference that begins the path.
[[nodiscard]] base::Problems cyclesOf(const Workspace& workspace);

/// One cycle of a directed graph as node numbers, the first repeated at the end; one per edge that closes one in a depth-first
/// walk. `waitsFor[i]`: nodes that i waits for.
[[nodiscard]] QVector<QVector<int>> cyclesIn(const QVector<QVector<int>>& waitsFor);

} // namespace pipeline
