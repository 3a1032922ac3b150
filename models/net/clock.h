// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cancel.h"
#include "models/base/utctime.h"

#include <memory>

namespace net {

/// Time and sleep, so that tests need not wait. Used from one thread at a time.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock();
    /// Monotonic microseconds from an arbitrary start.
    [[nodiscard]] virtual base::Micros now() const = 0;
    [[nodiscard]] virtual base::UtcTime wallTime() const = 0;
    /// False if cancelled before the time was over.
    [[nodiscard]] virtual bool sleep(base::Micros duration, const base::CancelToken& cancel) = 0;
};

/// The machine's clock; a sleep ends within 20 ms of a cancellation.
[[nodiscard]] std::unique_ptr<Clock> systemClock();

} // namespace net
