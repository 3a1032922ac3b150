// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/clock.h"
#include "models/net/httptransport.h"
#include "models/net/ratebudget.h"
#include "models/net/retry.h"

#include <functional>

namespace net {

struct FetchRequest {
    Url url;
    Headers headers;
    Parameters secretQuery; ///< put into every URL right before it is sent; never seen elsewhere
    QString origin;         ///< the only scheme, host and port that may see headers and secrets
};

/// What happens on the wire; every member may be empty. Called on the fetching thread.
struct FetchListener {
    std::function<void(const Url&, const Headers&, int attempt)> onRequest; ///< URL without the secret query
    std::function<void(const HttpResponse&, double milliseconds, int attempt)> onResponse;
    std::function<void(base::Micros, const QString& reason)> onWait;
    std::function<QString(const QString&)> redact; ///< applied to what a server said before it is cut into an error text
};

struct FetchCounters {
    qint64 requests = 0;
    qint64 retries = 0;
    base::Micros asleep = 0;
};

using Transport = std::function<base::Result<HttpResponse>(const Url&, const Headers&, const base::CancelToken&)>;

/// A request with its redirects, waits and further tries (local-sync.md, Tries and waits; Trust). One thread at a time.
class Fetcher {
public:
    /// `clock` and `budget` must outlive it; the budget is shared by all that ask the same host.
    Fetcher(Transport transport, Clock& clock, RateBudget& budget, const RetryPolicy& policy, quint64 seed);

    void setListener(FetchListener listener) { m_listener = std::move(listener); }
    void setRedirectLimit(int redirects) { m_redirects = redirects; }
    [[nodiscard]] const FetchCounters& counters() const { return m_counters; }
    void resetCounters() { m_counters = {}; }

    /// `accept` looks at a 2xx answer; an error of code `net.not_json` is worth another try, any other is final.
    [[nodiscard]] base::Result<HttpResponse> fetch(const FetchRequest& request, const base::CancelToken& cancel,
        const std::function<base::Result<void>(const HttpResponse&)>& accept);

private:
    struct Tries;
    [[nodiscard]] base::Result<HttpResponse> exchange(const FetchRequest& request, const base::CancelToken& cancel, int attempt);
    [[nodiscard]] base::Result<HttpResponse> send(const FetchRequest& request, const Url& url, const base::CancelToken& cancel, int attempt);
    [[nodiscard]] base::Result<void> sleep(base::Micros duration, const QString& reason, const base::CancelToken& cancel);
    [[nodiscard]] base::Error statusError(const HttpResponse& response, bool hasRetryAfter) const;
    /// Nothing: the answer is final (`error`); else the reason for another try.
    [[nodiscard]] std::optional<QString> reasonToTryAgain(const base::Result<HttpResponse>& answer, const base::Error& error, Tries& tries) const;

    Transport m_transport;
    Clock& m_clock;
    RateBudget& m_budget;
    RetryPolicy m_policy;
    FetchListener m_listener;
    FetchCounters m_counters;
    std::mt19937_64 m_random;
    int m_redirects = 10;
};

} // namespace net
