// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/slots.h"

namespace freshness {

/// How a consumer's slots fall beside a producer's: which slot a consumer run is judged by (runs.md 12.5).
class Pairing {
public:
    Pairing() = default;
    /// `latest`: the latest instant in the store. `ownCron`: the consumer's pipeline has a cron itself.
    Pairing(const SlotTable& consumer, const SlotTable& producer, base::UtcTime latest, bool ownCron);

    /// The slot of the producer that a run is judged by; -1: none, or one before the producer's first recorded run.
    [[nodiscard]] int judgedSlot(base::UtcTime consumerStart, base::UtcTime readAt) const;
    /// Lower median of (consumer slot - producer slot before it) in the common history.
    [[nodiscard]] std::optional<base::Micros> usualLag() const { return m_usualLag; }
    /// The producer's slot nearest to consumer slot - usual lag; -1: none.
    [[nodiscard]] int pairedSlot(base::UtcTime consumerSlot) const;

private:
    const SlotTable* m_consumer = nullptr;
    const SlotTable* m_producer = nullptr;
    std::optional<base::Micros> m_usualLag;
    bool m_byConsumerSlot = false; ///< own cron, and not more than 1.2 times as many slots
};

/// a <= 1.2 b, exactly.
[[nodiscard]] inline bool atMostOnePointTwoTimes(qint64 a, qint64 b) { return 5 * a <= 6 * b; }

} // namespace freshness
