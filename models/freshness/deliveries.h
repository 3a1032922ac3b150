// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/slots.h"

namespace freshness {

/// A slot that was delivered, with the number of the delivering run.
struct Delivery {
    int slot = -1;
    int run = -1;
};

/// In the order of the slots, up to `latest`.
[[nodiscard]] QVector<Delivery> deliveriesOf(const SlotTable& table, base::UtcTime latest);

/// Nearest-rank quantile (0 < q <= 1); nothing of an empty list.
[[nodiscard]] std::optional<base::Micros> quantile(QVector<base::Micros> values, double q);

/// P95 of delivered(e) - e over all slots.
[[nodiscard]] std::optional<base::Micros> deliveryP95(const SlotTable& table, base::UtcTime latest);

} // namespace freshness
