// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/scenebuilder.h"

namespace editing {
class PipelineDocument;
}
namespace freshness {
struct Picture;
}
namespace services {
class TaskKinds;
}

namespace window {

/// What the canvas is told: the workspace, how its kinds are called, the last result of each task, and on each edge on how
/// many days the reader came too early (`1 of 21 days`).
[[nodiscard]] canvas::SceneInput sceneInput(
    const editing::PipelineDocument& document, const services::TaskKinds& kinds, const freshness::Picture& picture);

} // namespace window
