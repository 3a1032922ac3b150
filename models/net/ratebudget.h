// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utctime.h"

#include <deque>

namespace net {

/// At most `requests` in any window of `window` length, whoever asks. Counted from the end of each request: a server sees
/// an old request no later than that and a new one no earlier than its start, so its own count never exceeds ours.
class RateBudget {
public:
    RateBudget() = default;
    RateBudget(int requests, base::Micros window) : m_requests(requests), m_window(window) { }

    [[nodiscard]] bool limited() const { return m_requests > 0; }
    /// How long to wait before the next request may start.
    [[nodiscard]] base::Micros waitBefore(base::Micros now) const;
    void ended(base::Micros now);

private:
    int m_requests = 0; ///< 0: no limit
    base::Micros m_window = 0;
    std::deque<base::Micros> m_ends; ///< of the last m_requests requests, oldest first
};

} // namespace net
