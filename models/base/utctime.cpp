// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/utctime.h"

#include <QDateTime>

#include <chrono>
#include <cmath>

namespace base {

namespace {

// A constant, not an object: other files make instants while they are initialised themselves.
constexpr qint64 epochJulianDay = 2440588; // of 1970-01-01

/// Reads exactly `count` digits at `pos`; -1 if there are fewer.
int digitsAt(QStringView text, qsizetype& pos, int count)
{
    if (pos + count > text.size())
        return -1;
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const char16_t c = text[pos + i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    pos += count;
    return value;
}

bool take(QStringView text, qsizetype& pos, QLatin1Char c)
{
    if (pos >= text.size() || text[pos] != c)
        return false;
    ++pos;
    return true;
}

std::optional<Micros> fraction(QStringView text, qsizetype& pos)
{
    if (pos >= text.size() || (text[pos] != u'.' && text[pos] != u','))
        return 0;
    ++pos;
    Micros value = 0;
    int digits = 0;
    for (; pos < text.size() && text[pos] >= u'0' && text[pos] <= u'9'; ++pos, ++digits) {
        if (digits < 6)
            value = value * 10 + (text[pos].unicode() - u'0');
    }
    if (digits == 0)
        return std::nullopt;
    for (; digits < 6; ++digits)
        value *= 10;
    return value;
}

struct Offset {
    bool given = false;
    int seconds = 0;
};

std::optional<Offset> zoneAt(QStringView text, qsizetype& pos)
{
    if (pos >= text.size())
        return Offset{};
    if (take(text, pos, QLatin1Char('Z')) || take(text, pos, QLatin1Char('z')))
        return Offset{true, 0};
    const int sign = text[pos] == u'+' ? 1 : text[pos] == u'-' ? -1 : 0;
    if (sign == 0)
        return std::nullopt;
    ++pos;
    const int hours = digitsAt(text, pos, 2);
    if (hours < 0 || hours > 23)
        return std::nullopt;
    take(text, pos, QLatin1Char(':'));
    int minutes = 0;
    if (pos < text.size() && text[pos].isDigit())
        minutes = digitsAt(text, pos, 2);
    if (minutes < 0 || minutes > 59)
        return std::nullopt;
    take(text, pos, QLatin1Char('Z')); // dbt docs' old example has both
    return Offset{true, sign * (hours * 3600 + minutes * 60)};
}

} // namespace

UtcTime UtcTime::now()
{
    using namespace std::chrono;
    return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

UtcTime UtcTime::fromUtc(QDate date, QTime time)
{
    return {(date.toJulianDay() - epochJulianDay) * microsPerDay + qint64(time.msecsSinceStartOfDay()) * 1000};
}

UtcTime UtcTime::fromEpochSeconds(double seconds)
{
    return {qint64(std::llround(seconds * 1e6))};
}

QDate UtcTime::utcDate() const
{
    const qint64 day = us >= 0 ? us / microsPerDay : -((-us + microsPerDay - 1) / microsPerDay);
    return QDate::fromJulianDay(day + epochJulianDay);
}

Micros UtcTime::microsOfDay() const
{
    return ((us % microsPerDay) + microsPerDay) % microsPerDay;
}

QTime UtcTime::utcTimeOfDay() const
{
    return QTime::fromMSecsSinceStartOfDay(int(microsOfDay() / 1000));
}

QString UtcTime::toIso() const
{
    const Micros inDay = microsOfDay();
    const QDate date = utcDate();
    return QStringLiteral("%1-%2-%3T%4:%5:%6.%7Z")
        .arg(date.year(), 4, 10, QLatin1Char('0'))
        .arg(date.month(), 2, 10, QLatin1Char('0'))
        .arg(date.day(), 2, 10, QLatin1Char('0'))
        .arg(inDay / microsPerHour, 2, 10, QLatin1Char('0'))
        .arg(inDay / microsPerMinute % 60, 2, 10, QLatin1Char('0'))
        .arg(inDay / microsPerSecond % 60, 2, 10, QLatin1Char('0'))
        .arg(inDay % microsPerSecond, 6, 10, QLatin1Char('0'));
}

std::optional<ParsedTime> parseTime(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    qsizetype pos = 0;
    const int year = digitsAt(trimmed, pos, 4);
    if (year < 1 || !take(trimmed, pos, QLatin1Char('-')))
        return std::nullopt;
    const int month = digitsAt(trimmed, pos, 2);
    if (month < 0 || !take(trimmed, pos, QLatin1Char('-')))
        return std::nullopt;
    const int day = digitsAt(trimmed, pos, 2);
    const QDate date(year, month, day);
    if (day < 0 || !date.isValid())
        return std::nullopt;
    if (pos == trimmed.size())
        return ParsedTime{UtcTime::fromUtc(date), ZoneSource::AssumedUtc, text.toString()};
    if (!take(trimmed, pos, QLatin1Char('T')) && !take(trimmed, pos, QLatin1Char('t'))
        && !take(trimmed, pos, QLatin1Char(' ')))
        return std::nullopt;
    const int hour = digitsAt(trimmed, pos, 2);
    if (hour < 0 || hour > 23 || !take(trimmed, pos, QLatin1Char(':')))
        return std::nullopt;
    const int minute = digitsAt(trimmed, pos, 2);
    int second = 0;
    if (minute < 0 || minute > 59)
        return std::nullopt;
    if (take(trimmed, pos, QLatin1Char(':')))
        second = digitsAt(trimmed, pos, 2);
    if (second < 0 || second > 60)
        return std::nullopt;
    const auto part = fraction(trimmed, pos);
    if (!part)
        return std::nullopt;
    while (pos < trimmed.size() && trimmed[pos] == u' ')
        ++pos;
    const auto zone = zoneAt(trimmed, pos);
    if (!zone || pos != trimmed.size())
        return std::nullopt;
    const Micros inDay = ((hour * 60LL + minute) * 60 + second - zone->seconds) * microsPerSecond + *part;
    return ParsedTime{UtcTime::fromUtc(date) + inDay, zone->given ? ZoneSource::Explicit : ZoneSource::AssumedUtc,
        text.toString()};
}

std::optional<Micros> parseDuration(QStringView text)
{
    qsizetype pos = 0;
    if (!take(text, pos, QLatin1Char('P')) || pos == text.size())
        return std::nullopt;
    bool inTime = false;
    bool any = false;
    double total = 0;
    while (pos < text.size()) {
        if (take(text, pos, QLatin1Char('T'))) {
            if (inTime)
                return std::nullopt;
            inTime = true;
            any = false;
            continue;
        }
        const qsizetype begin = pos;
        while (pos < text.size() && (text[pos].isDigit() || text[pos] == u'.'))
            ++pos;
        bool isNumber = false;
        const double number = text.mid(begin, pos - begin).toDouble(&isNumber);
        if (!isNumber || pos == text.size())
            return std::nullopt;
        const char16_t unit = text[pos++].unicode();
        if (!inTime && unit == u'D')
            total += number * 86400;
        else if (!inTime && unit == u'W')
            total += number * 7 * 86400;
        else if (inTime && unit == u'H')
            total += number * 3600;
        else if (inTime && unit == u'M')
            total += number * 60;
        else if (inTime && unit == u'S')
            total += number;
        else
            return std::nullopt;
        any = true;
    }
    if (!any || total > 1e11)
        return std::nullopt;
    return Micros(std::llround(total * 1e6));
}

QString durationWords(Micros duration)
{
    const QString sign = duration < 0 ? QStringLiteral("\u2212") : QString();
    const Micros length = duration < 0 ? -duration : duration;
    if (length < 10 * microsPerSecond && length % microsPerSecond != 0)
        return sign + QStringLiteral("%1 s").arg(double(length) / 1e6, 0, 'f', 1);
    const qint64 seconds = (length + microsPerSecond / 2) / microsPerSecond;
    if (seconds < 60)
        return sign + QStringLiteral("%1 s").arg(seconds);
    // Minutes are cut, not rounded: "5 h 27 min" is said of 5:27:31 in the mock-ups and by the clock.
    const qint64 minutes = seconds / 60;
    if (minutes < 60) {
        if (minutes < 5 && seconds % 60 != 0)
            return sign + QStringLiteral("%1 min %2 s").arg(minutes).arg(seconds % 60);
        return sign + QStringLiteral("%1 min").arg(minutes);
    }
    const qint64 hours = minutes / 60;
    if (hours < 48) {
        return sign
            + (minutes % 60 == 0 ? QStringLiteral("%1 h").arg(hours)
                                 : QStringLiteral("%1 h %2 min").arg(hours).arg(minutes % 60));
    }
    return sign
        + (hours % 24 == 0 ? QStringLiteral("%1 d").arg(hours / 24)
                           : QStringLiteral("%1 d %2 h").arg(hours / 24).arg(hours % 24));
}

} // namespace base
