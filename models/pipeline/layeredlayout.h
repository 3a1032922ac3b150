// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/model.h"

#include <QMarginsF>
#include <QRectF>
#include <QSizeF>

/// Where tasks and frames stand, in scene units (px at 100 %). Everything is a multiple of `grid` so that dragging stays aligned.
namespace pipeline {

struct LayoutMetrics {
    QSizeF node{212, 66};
    QMarginsF frame{44, 66, 44, 44}; ///< from a frame's edge to its nodes; the top holds its title
    QSizeF emptyFrame{300, 154};     ///< a pipeline without tasks
    double grid = 22;
    double columnGap = 74;           ///< node + gap = 13 steps of the grid
    double rowGap = 44;
    double frameGap = 88;
};

/// Tasks in layers inside their pipeline's frame (by `needs` and datasets), frames in layers (by dependencies and datasets).
/// Keys `pipeline.task`; `pipeline` for one without tasks. Deterministic; 1,000 tasks in well under 50 ms.
[[nodiscard]] Layout layeredLayout(const Workspace& workspace, const LayoutMetrics& metrics = {});

/// `layout` with a place for whatever it misses: a new task right of what it needs or below its siblings, a new pipeline
/// below the others. What has a place keeps it. An empty layout gives layeredLayout().
[[nodiscard]] Layout completedLayout(const Workspace& workspace, const Layout& layout, const LayoutMetrics& metrics = {});

/// The frame around a pipeline's tasks.
[[nodiscard]] QRectF frameRect(const Pipeline& pipeline, const Layout& layout, const LayoutMetrics& metrics = {});

} // namespace pipeline
