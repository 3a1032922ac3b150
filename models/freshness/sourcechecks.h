// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/facts.h"

#include <functional>

namespace freshness {

/// What the conditions of the source rules (runs.md 12.7) look at: the results of one manifest source, sentinels left out.
struct SourceResults {
    const SourceFacts* source = nullptr;
    QVector<const runs::SourceCheck*> results; ///< with max_loaded_at, by start of the check
    /// End of the newest ok load of the dataset that had ended by an instant.
    std::function<std::optional<base::UtcTime>(base::UtcTime)> newestLoadEnd;
    /// Latest end of all loads that had started by an instant; nothing if there was none or one has no known end.
    std::function<std::optional<base::UtcTime>(base::UtcTime)> latestEndOfStarted;
};

/// max_loaded_at of an empty table: year 1, or exactly 1970-01-01T00:00:00Z from dbt 2.x.
[[nodiscard]] bool isEmptySentinel(const runs::SourceCheck& check);

/// Each returns the first check that shows it, or null.
[[nodiscard]] const runs::SourceCheck* showsBusinessDate(const SourceResults& results);
[[nodiscard]] const runs::SourceCheck* showsNegativeAge(const SourceResults& results);
[[nodiscard]] const runs::SourceCheck* showsSnapshotClockLeak(const SourceResults& results);
[[nodiscard]] const runs::SourceCheck* showsLoadedAtZoneLeak(const SourceResults& results);
[[nodiscard]] const runs::SourceCheck* showsTwoClocks(const SourceResults& results);

/// Is `length` within `tolerance` of k * step with 1 <= |k| <= maxSteps (0: no limit)?
[[nodiscard]] bool nearMultiple(base::Micros length, base::Micros step, base::Micros tolerance, int maxSteps);

} // namespace freshness
