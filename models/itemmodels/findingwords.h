// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/finding.h"
#include "models/itemmodels/pyramid.h"

/// How a finding is named and marked wherever people see it: table, timeline, canvas, chart.
namespace itemmodels {

struct FindingLook {
    Mark mark = Mark::Warn;
    QString words;                ///< `Read too early`, `Late`, `Old data shown`
};

[[nodiscard]] FindingLook lookOf(const freshness::Finding& finding);
[[nodiscard]] bool isDashboardFinding(const freshness::Finding& finding);
/// `5 h 27 min`; empty without a gap.
[[nodiscard]] QString gapWords(const freshness::Finding& finding);
/// `fact_trakit_statuses_with_shifts ← trakit.statuses`
[[nodiscard]] QString whereWords(const freshness::Finding& finding);
/// `nightly_build #70013`
[[nodiscard]] QString runWords(const freshness::Finding& finding);
/// Last part of a dbt unique_id or of `pipeline.task`.
[[nodiscard]] QString shortJob(const QString& job);
/// `3 Oct`, with the year where it is not `year`.
[[nodiscard]] QString dayWords(QDate date, int year);

} // namespace itemmodels
