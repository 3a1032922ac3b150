// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/base/utctime.h"

#include <QByteArray>

#include <optional>
#include <random>

namespace net {

/// local-sync.md, Tries and waits. `attempts` counts the tries of one request, the first included.
struct RetryPolicy {
    int attempts = 8;
    base::Micros base = base::microsPerSecond / 2;
    base::Micros longest = 60 * base::microsPerSecond; ///< caps the computed back-off, never Retry-After
    base::Micros freeWait = 10 * base::microsPerMinute; ///< waited for one request before 429 and 503 + Retry-After count
    int invalidJson = 2;                                ///< further tries after an answer that is not JSON
};

/// Exponential with full jitter: uniform in [0, min(longest, base * 2^(failures-1))]; `failures` counts from 1.
[[nodiscard]] base::Micros backOff(const RetryPolicy& policy, int failures, std::mt19937_64& random);

/// Seconds or an HTTP date. Nothing for 0, negative, past or unreadable values: back-off applies then.
[[nodiscard]] std::optional<base::Micros> parseRetryAfter(const QByteArray& value, base::UtcTime now);

/// What an answer means for the request.
enum class Verdict { Fine, Redirect, TryAgain, TryAgainFree, GiveUp };
/// TryAgainFree: 429, and 503 with Retry-After, which do not count as tries at first.
[[nodiscard]] Verdict verdictOf(int httpStatus, bool hasRetryAfter);
/// `net.auth`, `net.not_found`, `net.rate_limit`, `net.server`, `net.timeout`, `net.protocol` for an answer that is not fine.
[[nodiscard]] const char* codeOf(int httpStatus, bool hasRetryAfter);

} // namespace net
