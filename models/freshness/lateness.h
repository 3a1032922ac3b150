// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utctime.h"

#include <QVector>

#include <optional>

namespace freshness {

/// A value that one slot had.
struct LatenessSample {
    base::UtcTime slot;
    bool weekend = false; ///< Saturday or Sunday, by the local date of the slot
    base::Micros value = 0;
};

struct LearnedLimit {
    double median = 0;  ///< microseconds
    double limit = 0;   ///< median + max(floor, 3 x 1.4826 x MAD); filled where `exceeded`
    int samples = 0;
    bool exceeded = false;
};

/// Learned lateness (runs.md 12.8) for each sample, from those of the 28 days before it: of its class, of all if these are
/// fewer than 7; nothing if still fewer. `samples` are sorted by slot, one a slot.
[[nodiscard]] QVector<std::optional<LearnedLimit>> learnedLimits(const QVector<LatenessSample>& samples, base::Micros floor);

} // namespace freshness
