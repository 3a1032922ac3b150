// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/pairing.h"

#include <algorithm>

namespace freshness {

using namespace base;

namespace {

constexpr Micros pairingTolerance = 60 * microsPerSecond;
constexpr Micros pairingReach = 2 * microsPerHour;

} // namespace

Pairing::Pairing(const SlotTable& consumer, const SlotTable& producer, UtcTime latest, bool ownCron)
    : m_consumer(&consumer)
    , m_producer(&producer)
{
    if (consumer.runs().isEmpty() || producer.runs().isEmpty())
        return;
    const UtcTime from = std::max(consumer.runs().first().start, producer.runs().first().start);
    const QVector<UtcTime>& slots_ = consumer.times();
    QVector<Micros> lags;
    for (auto k = std::lower_bound(slots_.begin(), slots_.end(), from); k != slots_.end() && *k <= latest; ++k) {
        const int before = producer.latestAtOrBefore(*k);
        if (before >= 0)
            lags.append(*k - producer.at(before));
    }
    if (!lags.isEmpty()) {
        const auto middle = lags.begin() + (lags.size() - 1) / 2;
        std::nth_element(lags.begin(), middle, lags.end());
        m_usualLag = *middle;
    }
    m_byConsumerSlot = ownCron && atMostOnePointTwoTimes(consumer.countWithin(from, latest), producer.countWithin(from, latest));
}

int Pairing::pairedSlot(UtcTime consumerSlot) const
{
    return m_usualLag ? m_producer->nearest(consumerSlot - *m_usualLag) : -1;
}

int Pairing::judgedSlot(UtcTime consumerStart, UtcTime readAt) const
{
    int slot = m_producer->latestAtOrBefore(readAt);
    if (m_byConsumerSlot && m_usualLag) {
        const int own = m_consumer->latestAtOrBefore(consumerStart + pairingTolerance);
        const int paired = own < 0 ? -1 : pairedSlot(m_consumer->at(own));
        if (paired > slot && m_producer->at(paired) <= readAt + pairingReach)
            slot = paired;
    }
    return slot >= 0 && m_producer->firstRecorded() >= 0 && slot >= m_producer->firstRecorded() ? slot : -1;
}

} // namespace freshness
