// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sampleapi/sampleapi.h"

#include "models/base/utctime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace sampleapi {

namespace {

const base::UtcTime firstStatus = base::UtcTime::fromUtc(QDate(2025, 9, 12), QTime(7, 0));
constexpr base::Micros statusStep = 43 * base::microsPerSecond + 876'000; // 41,208 of them reach into 3 October

QString key(const char* text)
{
    return QString::fromLatin1(text);
}

/// RFC 3339 without needless digits, as this API writes it.
QString stamp(base::UtcTime time)
{
    return time.toIso().left(19) + u'Z';
}

QJsonObject statusRecord(int n)
{
    static const char* const words[] = {"LOADING", "PRE_TRIP", "POURING", "POST_TRIP", "WASHING"};
    QJsonObject record{{key("updated_at"), stamp(firstStatus + n * statusStep)}, {key("status"), key(words[n % 5])},
        {key("vehicle"), QJsonObject{{key("name"), QStringLiteral("truck-%1").arg(40 + n * 7 % 180, 3, 10, QLatin1Char('0'))},
                             {key("plant"), 1 + n % 6}}},
        {key("hours"), double(1 + n * 13 % 47) / 8}};
    if (n % 13736 != 9001) // three records come without their key
        record.insert(key("id"), 46914 + n);
    return record;
}

Answer json(const QJsonValue& value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return {200, document.toJson(QJsonDocument::Compact), {}};
}

Answer problem(int status, const char* text)
{
    return {status, QJsonDocument(QJsonObject{{key("error"), key(text)}}).toJson(QJsonDocument::Compact), {}};
}

Answer statuses(const QUrlQuery& query)
{
    const int perPage = std::clamp(query.queryItemValue(key("per_page")).toInt(), 1, 500);
    const int page = std::max(1, query.queryItemValue(key("page")).toInt());
    int first = 0;
    const QString since = query.queryItemValue(key("updated_since"), QUrl::FullyDecoded);
    if (!since.isEmpty()) {
        const auto time = base::parseTime(since);
        if (!time)
            return problem(422, "updated_since is no timestamp");
        const base::Micros after = time->at - firstStatus;
        first = after <= 0 ? 0 : int(std::min<qint64>(statusCount, (after + statusStep - 1) / statusStep));
    }
    QJsonArray data;
    const qint64 begin = first + qint64(page - 1) * perPage;
    for (qint64 n = begin; n < std::min<qint64>(statusCount, begin + perPage); ++n)
        data.append(statusRecord(int(n)));
    return json(QJsonObject{{key("data"), data}, {key("page"), page}, {key("total"), statusCount - first}});
}

Answer shifts(const QUrlQuery& query, Counters& counters)
{
    const int after = query.queryItemValue(key("after")).toInt();
    if (after >= 2500 && !counters.refusedOnce) {
        counters.refusedOnce = true;
        Answer refused = problem(429, "too many requests");
        refused.headers = {"Retry-After: 1"};
        return refused;
    }
    QJsonArray data;
    const int end = std::min(shiftCount, after + 500);
    for (int n = after; n < end; ++n) {
        data.append(QJsonObject{{key("id"), 9001 + n}, {key("driver"), QStringLiteral("driver-%1").arg(n * 31 % 97)},
            {key("begin"), stamp(firstStatus + n * 9 * base::microsPerMinute)}, {key("site"), 1 + n % 4}});
    }
    QJsonObject body{{key("data"), data}};
    if (end < shiftCount)
        body.insert(key("next"), QString::number(end));
    return json(body);
}

Answer sites()
{
    QJsonArray all;
    const char* const names[] = {"North plant", "Harbour", "Quarry", "Depot"};
    for (int n = 0; n < 4; ++n) {
        all.append(QJsonObject{{key("id"), n + 1}, {key("name"), key(names[n])},
            {key("modified_on"), QStringLiteral("2025-09-%1").arg(10 + n)}});
    }
    return json(all);
}

} // namespace

Answer answer(const QByteArray& requestHead, Counters& counters, qint64 nowSeconds)
{
    const QList<QByteArray> lines = requestHead.split('\n');
    const QList<QByteArray> request = lines.value(0).split(' ');
    if (request.size() < 3)
        return problem(400, "not an HTTP request");
    if (request[0] != "GET")
        return problem(405, "only GET");
    if (nowSeconds / 60 != counters.minute) {
        counters.minute = nowSeconds / 60;
        counters.requestsInMinute = 0;
    }
    if (++counters.requestsInMinute > 500) {
        Answer refused = problem(429, "500 requests a minute");
        refused.headers = {"Retry-After: " + QByteArray::number(60 - nowSeconds % 60)};
        return refused;
    }
    const bool authorized = std::any_of(lines.begin(), lines.end(), [](const QByteArray& line) {
        return line.trimmed().toLower() == QByteArray("authorization: bearer ") + token;
    });
    if (!authorized)
        return problem(401, "a bearer token is needed");
    const QUrl url(QString::fromUtf8(request[1]));
    const QUrlQuery query(url);
    if (url.path() == QStringLiteral("/api/v1/statuses"))
        return statuses(query);
    if (url.path() == QStringLiteral("/api/v1/shifts"))
        return shifts(query, counters);
    if (url.path() == QStringLiteral("/api/v1/sites"))
        return sites();
    return problem(404, "no such path");
}

} // namespace sampleapi
