// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/retry.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace net {

base::Micros backOff(const RetryPolicy& policy, int failures, std::mt19937_64& random)
{
    base::Micros ceiling = std::min(policy.base, policy.longest);
    for (int i = 1; i < failures && ceiling < policy.longest; ++i)
        ceiling = std::min(policy.longest, ceiling * 2);
    return std::uniform_int_distribution<base::Micros>(0, std::max<base::Micros>(0, ceiling))(random);
}

/// RFC 9110 5.6.7: IMF-fixdate, and the two obsolete forms that a recipient must accept.
static std::optional<base::UtcTime> parseHttpDate(const QString& text)
{
    const QLocale c = QLocale::c();
    // Without the day's name: Qt reads two-digit years as 19xx, whose days have other names.
    QString plain = text.simplified();
    plain = plain.mid(plain.indexOf(u' ') + 1);
    for (const char* form : {"dd MMM yyyy hh:mm:ss 'GMT'", "dd-MMM-yy hh:mm:ss 'GMT'", "MMM d hh:mm:ss yyyy"}) {
        QDateTime date = c.toDateTime(plain, QString::fromLatin1(form));
        if (!date.isValid())
            continue;
        if (date.date().year() < 1970)
            date = date.addYears(100);
        return base::UtcTime::fromUtc(date.date(), date.time());
    }
    return std::nullopt;
}

std::optional<base::Micros> parseRetryAfter(const QByteArray& value, base::UtcTime now)
{
    const QString text = QString::fromLatin1(value).trimmed();
    constexpr double longestSeconds = 366.0 * 24 * 3600;
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber) {
        if (!(seconds > 0) || seconds > longestSeconds)
            return std::nullopt;
        return base::Micros(seconds * 1e6);
    }
    const auto date = parseHttpDate(text);
    if (!date || *date <= now)
        return std::nullopt;
    return *date - now;
}

Verdict verdictOf(int httpStatus, bool hasRetryAfter)
{
    switch (httpStatus) {
    case 301: case 302: case 303: case 307: case 308:
        return Verdict::Redirect;
    case 408: case 425: case 500: case 502: case 504:
        return Verdict::TryAgain;
    case 429:
        return Verdict::TryAgainFree;
    case 503:
        return hasRetryAfter ? Verdict::TryAgainFree : Verdict::TryAgain;
    default:
        return httpStatus >= 200 && httpStatus < 300 ? Verdict::Fine : Verdict::GiveUp;
    }
}

const char* codeOf(int httpStatus, bool hasRetryAfter)
{
    if (httpStatus == 401 || httpStatus == 403)
        return "net.auth";
    if (httpStatus == 404 || httpStatus == 410)
        return "net.not_found";
    if (httpStatus == 429 || (httpStatus == 503 && hasRetryAfter))
        return "net.rate_limit";
    if (httpStatus == 408)
        return "net.timeout";
    return httpStatus >= 500 || httpStatus == 425 ? "net.server" : "net.protocol";
}

} // namespace net
