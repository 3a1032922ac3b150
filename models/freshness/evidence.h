// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/rules.h"

namespace freshness {

/// The measured facts of a finding, and its headline.
void describeEdgeFinding(const RuleContext& context, const JudgedRun& judged, Finding& finding);
void describeDashboardFinding(const RuleContext& context, const JudgedRun& cause, const Execution& refresh, Finding& finding);

/// When a run loaded: `load_ended`, rows.
void addLoadEvidence(const World& world, const Job& producer, int slotRun, Finding& finding);
/// One entry an attempt, if there was more than one.
void addAttemptEvidence(const World& world, const Execution& execution, Finding& finding);
/// `model.shop.stg_orders` -> `stg_orders`; other names unchanged.
[[nodiscard]] QString shortJobName(const QString& job);

} // namespace freshness
