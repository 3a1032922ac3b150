// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/zone.h"

#include <optional>

namespace freshness {

/// `"HH:MM"` since midnight; nothing for anything else.
[[nodiscard]] std::optional<base::Micros> wallTime(const QString& text);
/// The first such wall time at or after the slot.
[[nodiscard]] base::UtcTime deadlineOf(const base::Zone& zone, base::Micros wall, base::UtcTime slot);

} // namespace freshness
