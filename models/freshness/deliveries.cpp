// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/deliveries.h"

#include <algorithm>
#include <cmath>

namespace freshness {

using namespace base;

QVector<Delivery> deliveriesOf(const SlotTable& table, UtcTime latest)
{
    QVector<Delivery> result;
    if (table.runs().isEmpty())
        return result;
    for (int slot = std::max(0, table.firstRecorded()); slot < table.count() && table.at(slot) <= latest; ++slot) {
        const int run = table.delivering(slot);
        if (run >= 0)
            result.append({slot, run});
    }
    return result;
}

std::optional<Micros> quantile(QVector<Micros> values, double q)
{
    if (values.isEmpty())
        return std::nullopt;
    const auto rank = std::clamp<qsizetype>(qsizetype(std::ceil(q * double(values.size()) - 1e-9)), 1, values.size());
    const auto at = values.begin() + (rank - 1);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

std::optional<Micros> deliveryP95(const SlotTable& table, UtcTime latest)
{
    QVector<Micros> delays;
    const QVector<Delivery> deliveries = deliveriesOf(table, latest);
    for (const Delivery& delivery : deliveries)
        delays.append(*table.run(delivery.run).end - table.at(delivery.slot));
    return quantile(std::move(delays), 0.95);
}

} // namespace freshness
