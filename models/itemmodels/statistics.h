// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/timelinedata.h"

#include <QSet>

namespace itemmodels {

/// What a dragged area holds.
struct AreaStatistics {
    int runs = 0;            ///< that touch the area; attempts and nodes are not counted as runs of their own
    int nodes = 0;           ///< of these jobs
    int failed = 0;
    int late = 0;
    int mismatches = 0;      ///< reads in the area
    qint64 medianDuration = 0;
    qint64 p95Duration = 0;
    qint64 busy = 0;         ///< time in the area during which any of the runs was going
};
[[nodiscard]] AreaStatistics areaStatistics(const TimelineData& data, Span area, const QSet<QString>& hiddenSystems);

} // namespace itemmodels
