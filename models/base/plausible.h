// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utctime.h"

#include <optional>

namespace base {

inline constexpr UtcTime plausibleFrom{631'152'000'000'000};   ///< 1990-01-01T00:00:00Z
inline constexpr UtcTime plausibleUntil{4'102'444'800'000'000}; ///< 2100-01-01T00:00:00Z

/// Whether something can have happened then. Files hold 0001-01-01 and 9999-12-31 for "none": such an instant is shown as
/// it was written, but nothing is unrolled, placed or judged by it.
[[nodiscard]] constexpr bool isPlausible(UtcTime at)
{
    return plausibleFrom <= at && at < plausibleUntil;
}
/// No instant at all is no absurd one.
[[nodiscard]] constexpr bool isAbsurd(const std::optional<UtcTime>& at)
{
    return at && !isPlausible(*at);
}

} // namespace base
