// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/timelinedata.h"
#include "models/pipeline/model.h"

namespace itemmodels {

/// Arranges a diagnosed history for the eye. Pure and deterministic; 1 to 2 µs a run. `history`, if given, adds the results of
/// dbt source freshness to the LOADEDON lanes.
[[nodiscard]] TimelineData buildTimeline(const pipeline::Workspace& workspace, std::shared_ptr<const freshness::Picture> picture,
    const runs::History* history = nullptr);
[[nodiscard]] TimelineData buildTimeline(const pipeline::Workspace& workspace, const freshness::Picture& picture,
    const runs::History* history = nullptr);

} // namespace itemmodels
