// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/statistics.h"

namespace timeline {

/// What a tooltip says, as lines of plain text; screen readers get the same.
[[nodiscard]] QString runTipText(const itemmodels::TimelineData& data, int run, const base::Zone& zone);
[[nodiscard]] QString pileTipText(const itemmodels::TimelineData& data, const itemmodels::Bars& bars, qsizetype first, qsizetype count, const base::Zone& zone);
/// Of an empty place in a lane: what a clock showed then, or that a run was expected. Empty: nothing to say.
[[nodiscard]] QString placeTipText(const itemmodels::Lane& lane, qint64 at, qint64 reach, const base::Zone& zone);
[[nodiscard]] QString areaTipText(const itemmodels::AreaStatistics& statistics, itemmodels::Span area, const base::Zone& zone);

} // namespace timeline
