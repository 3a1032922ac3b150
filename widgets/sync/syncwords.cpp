// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/syncwords.h"

#include "models/base/utctime.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

#include <array>

namespace syncview {

using painting::Mark;
using syncs::Outcome;

static QString sayOfSync(const char* text)
{
    return QCoreApplication::translate("sync", text);
}

QString waitWords(double seconds, const QString& reason)
{
    const QString duration = seconds >= 60 ? base::durationWords(base::Micros(seconds * 1e6))
        : seconds < 1                      ? QStringLiteral("%1 s").arg(QLocale().toString(seconds, 'f', 1))
                                           : QStringLiteral("%1 s").arg(QLocale().toString(seconds, 'f', seconds < 10 && seconds != double(int(seconds)) ? 1 : 0));
    const QString status = reason.section(u'(', 1).section(u')', 0, 0);
    QString why = reason;
    if (reason.startsWith(QLatin1String("asked to by the server")))
        why = sayOfSync(QT_TRANSLATE_NOOP("sync", "asked to by the server (%1)")).arg(status);
    else if (reason == QLatin1String("rate limit"))
        why = sayOfSync(QT_TRANSLATE_NOOP("sync", "to stay within the rate limit"));
    else if (reason.startsWith(QLatin1String("server error")))
        why = sayOfSync(QT_TRANSLATE_NOOP("sync", "server error %1")).arg(reason.section(u' ', 2));
    else if (reason == QLatin1String("answer is not JSON"))
        why = sayOfSync(QT_TRANSLATE_NOOP("sync", "the answer was not JSON"));
    return sayOfSync(QT_TRANSLATE_NOOP("sync", "waiting %1, %2")).arg(duration, why);
}

Words outcomeWords(Outcome outcome, bool resumed)
{
    switch (outcome) {
    case Outcome::Ok:
        return {Mark::Success, resumed ? sayOfSync(QT_TRANSLATE_NOOP("sync", "done, resumed")) : sayOfSync(QT_TRANSLATE_NOOP("sync", "done"))};
    case Outcome::Failed:
        return {Mark::Failed, sayOfSync(QT_TRANSLATE_NOOP("sync", "failed"))};
    case Outcome::Interrupted:
        return {Mark::Late, sayOfSync(QT_TRANSLATE_NOOP("sync", "interrupted, the next sync goes on"))};
    case Outcome::Cancelled:
        return {Mark::Skipped, sayOfSync(QT_TRANSLATE_NOOP("sync", "cancelled, the next sync goes on"))};
    case Outcome::Skipped:
        return {Mark::Skipped, sayOfSync(QT_TRANSLATE_NOOP("sync", "skipped"))};
    }
    return {};
}

QString loadWords(const syncs::StreamPlan& plan)
{
    return plan.primaryKey.isEmpty() || plan.disposition != QLatin1String("merge") ? plan.disposition
                                                                                   : plan.disposition + QStringLiteral(" · ") + plan.primaryKey.join(QStringLiteral(", "));
}

QString errorSentence(const syncs::SyncError& error, const QString& stream)
{
    QString sentence = error.error.message.trimmed();
    while (sentence.endsWith(u'.'))
        sentence.chop(1);
    const QString place = error.error.place.toString();
    const QString aside = place.isEmpty() ? error.errorClass : error.errorClass + QStringLiteral(", ") + place;
    sentence += QStringLiteral(" (%1).").arg(aside);
    return stream.isEmpty() ? sentence : sayOfSync(QT_TRANSLATE_NOOP("sync", "%1: %2")).arg(stream, sentence);
}

namespace {
struct ClassWords {
    QLatin1String name;
    const char* text;
};
} // namespace

QString whatToDo(const QString& errorClass)
{
    static constexpr std::array<ClassWords, 15> table {{
        {QLatin1String("CONFIG"), QT_TRANSLATE_NOOP("sync", "Correct the connection file at that place, then sync again.")},
        {QLatin1String("CONNECT"), QT_TRANSLATE_NOOP("sync", "Check that the server runs and can be reached from here. The next sync goes on after the last committed page.")},
        {QLatin1String("TIMEOUT"), QT_TRANSLATE_NOOP("sync", "The server was too slow. Sync again: it goes on after the last committed page. Smaller pages may help.")},
        {QLatin1String("RATE_LIMIT"), QT_TRANSLATE_NOOP("sync", "The server kept refusing. Set a lower rate limit, wait a little, then sync again.")},
        {QLatin1String("SERVER"), QT_TRANSLATE_NOOP("sync", "The server failed, not the connection. Sync again later: it goes on after the last committed page.")},
        {QLatin1String("AUTH"), QT_TRANSLATE_NOOP("sync", "Check the secret and what it may read; Test connection tells whether it is accepted.")},
        {QLatin1String("NOT_FOUND"), QT_TRANSLATE_NOOP("sync", "Check base_url and the stream's path in the connection file.")},
        {QLatin1String("PROTOCOL"), QT_TRANSLATE_NOOP("sync", "The answer is not what a REST source sends. Look at the request at the right, and at base_url.")},
        {QLatin1String("PAGINATION"), QT_TRANSLATE_NOOP("sync", "Check the stream's pagination: its pages do not follow one another as it says.")},
        {QLatin1String("RECORD"), QT_TRANSLATE_NOOP("sync", "Check the stream's records path: what lies there is no list of records.")},
        {QLatin1String("KEY"), QT_TRANSLATE_NOOP("sync", "Check the stream's primary_key: records come without it.")},
        {QLatin1String("CURSOR"), QT_TRANSLATE_NOOP("sync", "Check the stream's cursor_field: its values cannot be compared.")},
        {QLatin1String("NAME"), QT_TRANSLATE_NOOP("sync", "Two streams or fields would share one name in the target. Rename a stream.")},
        {QLatin1String("STORE"), QT_TRANSLATE_NOOP("sync", "The target file could not be written. Check the disk, and whether another program holds the file.")},
        {QLatin1String("LIMIT"), QT_TRANSLATE_NOOP("sync", "An answer was larger than allowed. Ask for smaller pages.")},
    }};
    for (const ClassWords& words : table) {
        if (words.name == errorClass)
            return sayOfSync(words.text);
    }
    return sayOfSync(QT_TRANSLATE_NOOP("sync", "Look at the log below; the next sync goes on after the last committed page."));
}

QString statusWords(int httpStatus)
{
    // RFC 9110 section 15, RFC 6585.
    static const QMap<int, QString> names {{200, QStringLiteral("OK")}, {204, QStringLiteral("No Content")}, {301, QStringLiteral("Moved Permanently")},
        {302, QStringLiteral("Found")}, {304, QStringLiteral("Not Modified")}, {307, QStringLiteral("Temporary Redirect")}, {400, QStringLiteral("Bad Request")},
        {401, QStringLiteral("Unauthorized")}, {403, QStringLiteral("Forbidden")}, {404, QStringLiteral("Not Found")}, {408, QStringLiteral("Request Timeout")},
        {409, QStringLiteral("Conflict")}, {410, QStringLiteral("Gone")}, {422, QStringLiteral("Unprocessable Content")}, {429, QStringLiteral("Too Many Requests")},
        {500, QStringLiteral("Internal Server Error")}, {502, QStringLiteral("Bad Gateway")}, {503, QStringLiteral("Service Unavailable")}, {504, QStringLiteral("Gateway Timeout")}};
    return names.value(httpStatus);
}

Mark statusMark(int httpStatus)
{
    if (httpStatus == 0)
        return Mark::Running;
    if (httpStatus < 400)
        return Mark::Success;
    return httpStatus == 429 || httpStatus == 408 ? Mark::Late : Mark::Failed;
}

QString countWords(qint64 count)
{
    return QLocale().toString(qlonglong(count));
}

QString bytesWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString elapsedWords(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    const QString tail = QStringLiteral("%1:%2").arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds < 3600 ? tail : QStringLiteral("%1:%2").arg(seconds / 3600).arg(tail);
}

} // namespace syncview
