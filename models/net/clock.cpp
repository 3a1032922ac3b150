// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/clock.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace net {

namespace {

class SystemClock : public Clock {
public:
    base::Micros now() const override
    {
        const auto elapsed = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::microseconds>(elapsed).count();
    }
    base::UtcTime wallTime() const override { return base::UtcTime::now(); }
    bool sleep(base::Micros duration, const base::CancelToken& cancel) override
    {
        constexpr base::Micros slice = 20'000;
        const base::Micros end = now() + duration;
        for (base::Micros left = duration; left > 0; left = end - now()) {
            if (cancel.cancelled())
                return false;
            std::this_thread::sleep_for(std::chrono::microseconds(std::min(left, slice)));
        }
        return !cancel.cancelled();
    }
};

} // namespace

Clock::~Clock() = default;

std::unique_ptr<Clock> systemClock()
{
    return std::make_unique<SystemClock>();
}

} // namespace net
