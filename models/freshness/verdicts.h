// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/finding.h"
#include "models/freshness/slots.h"

namespace freshness {

/// What a consumer run got, by the table of runs.md 12.6.
struct Judgement {
    Verdict verdict = Verdict::Ok;
    int namedRun = -1;                     ///< index into the producer's SlotTable::runs()
    int namedSlot = -1;                    ///< whose date the verdict bears
    std::optional<base::Micros> gap;       ///< gap_seconds
    std::optional<base::Micros> slack;     ///< read instant - delivery; negative: too early by that much
};

/// Rows of 12.6 in their order for a run that read at `readAt` and is judged by slot `slot`; nothing: not judged.
/// `maxAge`: the task's `freshness`.
[[nodiscard]] std::optional<Judgement> judge(const SlotTable& producer, int slot, base::UtcTime readAt,
    std::optional<base::Micros> maxAge = std::nullopt);

[[nodiscard]] inline bool isBad(Verdict verdict)
{
    return verdict == Verdict::Race || verdict == Verdict::Early || verdict == Verdict::OnFailed || verdict == Verdict::Stale;
}

} // namespace freshness
