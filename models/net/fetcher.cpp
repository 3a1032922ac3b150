// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/fetcher.h"

#include <QCoreApplication>

namespace net {

namespace {

QString fetchTr(const char* text)
{
    return QCoreApplication::translate("net", text);
}

bool fetchWorthRepeating(const QString& code)
{
    return code == QLatin1String("net.connect") || code == QLatin1String("net.timeout") || code == QLatin1String("net.cut_body");
}

base::Error fetchRedirectError(const QString& why)
{
    return base::makeError("net.redirect", why);
}

} // namespace

/// How often one request was tried, and at whose expense.
struct Fetcher::Tries {
    int counted = 0;
    int failures = 0;
    int notJson = 0;
    base::Micros waited = 0;
};

Fetcher::Fetcher(Transport transport, Clock& clock, RateBudget& budget, const RetryPolicy& policy, quint64 seed)
    : m_transport(std::move(transport)), m_clock(clock), m_budget(budget), m_policy(policy), m_random(seed)
{
}

base::Result<void> Fetcher::sleep(base::Micros duration, const QString& reason, const base::CancelToken& cancel)
{
    if (m_listener.onWait)
        m_listener.onWait(duration, reason);
    const base::Micros start = m_clock.now();
    const bool whole = m_clock.sleep(duration, cancel);
    m_counters.asleep += m_clock.now() - start;
    if (!whole)
        return base::makeError("net.cancelled", fetchTr(QT_TRANSLATE_NOOP("net", "cancelled")));
    return {};
}

base::Result<HttpResponse> Fetcher::send(const FetchRequest& request, const Url& url, const base::CancelToken& cancel, int attempt)
{
    for (base::Micros wait = m_budget.waitBefore(m_clock.now()); wait > 0; wait = m_budget.waitBefore(m_clock.now())) {
        if (const auto slept = sleep(wait, QStringLiteral("rate limit"), cancel); !slept.ok())
            return slept.error();
    }
    Url full = url;
    for (const auto& [name, value] : request.secretQuery)
        full = full.without(name);
    full = full.withAdded(request.secretQuery);
    if (m_listener.onRequest)
        m_listener.onRequest(url, request.headers, attempt);
    ++m_counters.requests;
    const base::Micros start = m_clock.now();
    auto answer = m_transport(full, request.headers, cancel);
    const base::Micros end = m_clock.now();
    m_budget.ended(end);
    if (answer.ok()) {
        answer.value().url = url;
        if (m_listener.onResponse)
            m_listener.onResponse(answer.value(), double(end - start) / 1000.0, attempt);
    }
    return answer;
}

base::Result<HttpResponse> Fetcher::exchange(const FetchRequest& request, const base::CancelToken& cancel, int attempt)
{
    Url url = request.url;
    for (int hop = 0;; ++hop) {
        auto answer = send(request, url, cancel, attempt);
        if (!answer.ok() || verdictOf(answer->status, false) != Verdict::Redirect)
            return answer;
        if (hop == m_redirects)
            return fetchRedirectError(fetchTr(QT_TRANSLATE_NOOP("net", "more than %1 redirects")).arg(m_redirects));
        const auto locations = answer->values("Location");
        if (locations.isEmpty())
            return fetchRedirectError(fetchTr(QT_TRANSLATE_NOOP("net", "a redirect (%1) that names no location")).arg(answer->status));
        const auto next = url.resolved(QString::fromUtf8(locations.first()));
        if (!next.ok())
            return fetchRedirectError(fetchTr(QT_TRANSLATE_NOOP("net", "a redirect that cannot be followed: %1")).arg(next.error().message));
        if (next->origin() != request.origin)
            return fetchRedirectError(fetchTr(QT_TRANSLATE_NOOP("net", "a redirect to %1; credentials may go to %2 only"))
                    .arg(next->origin(), request.origin));
        url = next.value();
    }
}

base::Error Fetcher::statusError(const HttpResponse& response, bool hasRetryAfter) const
{
    QString said = QString::fromUtf8(response.body.left(65536));
    if (m_listener.redact)
        said = m_listener.redact(said);
    said = said.simplified().left(200);
    const QString where = QStringLiteral("%1 %2").arg(response.status).arg(response.url.text());
    const QString message = said.isEmpty() ? fetchTr(QT_TRANSLATE_NOOP("net", "the server answered %1")).arg(where)
                                           : fetchTr(QT_TRANSLATE_NOOP("net", "the server answered %1: %2")).arg(where, said);
    return base::makeError(codeOf(response.status, hasRetryAfter), message);
}

std::optional<QString> Fetcher::reasonToTryAgain(const base::Result<HttpResponse>& answer, const base::Error& error, Tries& tries) const
{
    if (!answer.ok()) {
        if (!fetchWorthRepeating(error.code))
            return std::nullopt;
        ++tries.counted;
        return error.message;
    }
    if (error.code == QLatin1String("net.not_json")) {
        ++tries.counted;
        return ++tries.notJson > m_policy.invalidJson ? std::nullopt : std::optional(QStringLiteral("answer is not JSON"));
    }
    const int status = answer->status;
    switch (verdictOf(status, !answer->values("Retry-After").isEmpty())) {
    case Verdict::TryAgainFree:
        if (tries.waited >= m_policy.freeWait)
            ++tries.counted;
        return QStringLiteral("asked to by the server (%1)").arg(status);
    case Verdict::TryAgain:
        ++tries.counted;
        return QStringLiteral("server error %1").arg(status);
    default:
        return std::nullopt;
    }
}

base::Result<HttpResponse> Fetcher::fetch(const FetchRequest& request, const base::CancelToken& cancel,
    const std::function<base::Result<void>(const HttpResponse&)>& accept)
{
    if (request.url.origin() != request.origin)
        return base::makeError("net.foreign", fetchTr(QT_TRANSLATE_NOOP("net", "a URL of %1; credentials may go to %2 only"))
                .arg(request.url.origin(), request.origin));
    Tries tries;
    for (int attempt = 1;; ++attempt) {
        auto answer = exchange(request, cancel, attempt);
        base::Error error;
        std::optional<base::Micros> asked;
        if (!answer.ok()) {
            error = answer.error();
        } else if (const auto retryAfter = answer->values("Retry-After"); verdictOf(answer->status, !retryAfter.isEmpty()) == Verdict::Fine) {
            const auto accepted = accept(answer.value());
            if (accepted.ok())
                return answer;
            error = accepted.error();
        } else {
            error = statusError(answer.value(), !retryAfter.isEmpty());
            if (!retryAfter.isEmpty())
                asked = parseRetryAfter(retryAfter.last(), m_clock.wallTime());
        }
        const auto reason = reasonToTryAgain(answer, error, tries);
        if (!reason || tries.counted >= m_policy.attempts)
            return error;
        ++m_counters.retries;
        const base::Micros wait = asked ? *asked : backOff(m_policy, ++tries.failures, m_random);
        tries.waited += wait;
        if (const auto slept = sleep(wait, *reason, cancel); !slept.ok())
            return slept.error();
    }
}

} // namespace net
