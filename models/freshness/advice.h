// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/rules.h"

namespace freshness {

/// What to do now and for good (runs.md 12.10).
void adviseEdgeFinding(RuleContext& context, const JudgedRun& judged, Finding& finding);
void adviseDashboardFinding(RuleContext& context, const JudgedRun& cause, Finding& finding);

} // namespace freshness
