// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/cursorvalue.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>
#include <limits>

namespace syncs {

namespace {

QString cursorTr(const char* text)
{
    return QCoreApplication::translate("syncs", text);
}

bool isIntegerToken(const QString& token)
{
    return !token.contains(u'.') && !token.contains(u'e', Qt::CaseInsensitive);
}

int compareIntegers(const QString& a, const QString& b)
{
    const bool negative = a.startsWith(u'-');
    if (negative != b.startsWith(u'-'))
        return negative ? -1 : 1;
    const int sizes = a.size() == b.size() ? a.compare(b) : a.size() < b.size() ? -1 : 1;
    const int sign = sizes < 0 ? -1 : sizes > 0 ? 1 : 0;
    return negative ? -sign : sign;
}

/// A number as 0.DIGITS × 10^exponent, without leading or trailing zeros; no digits: zero.
struct DecimalText {
    bool negative = false;
    QString digits;
    qint64 exponent = 0;
};

DecimalText decimalOf(const QString& token)
{
    DecimalText decimal;
    qint64 point = 0;
    bool afterPoint = false;
    qsizetype at = token.startsWith(u'-') || token.startsWith(u'+') ? 1 : 0;
    for (; at < token.size() && token[at] != u'e' && token[at] != u'E'; ++at) {
        if (token[at] == u'.') {
            afterPoint = true;
            continue;
        }
        if (decimal.digits.isEmpty() && token[at] == u'0') {
            point -= afterPoint ? 1 : 0;
            continue;
        }
        decimal.digits += token[at];
        point += afterPoint ? 0 : 1;
    }
    while (decimal.digits.endsWith(u'0'))
        decimal.digits.chop(1);
    if (decimal.digits.isEmpty())
        return decimal;
    decimal.negative = token.startsWith(u'-');
    const QString power = token.mid(at + 1);
    bool fits = true;
    const qint64 written = power.isEmpty() ? 0 : power.toInt(&fits);
    const qint64 huge = std::numeric_limits<qint64>::max() / 2;
    decimal.exponent = (fits ? written : power.startsWith(u'-') ? -huge : huge) + point;
    return decimal;
}

/// Exact, and as JSON writes numbers: the C functions read them with the decimal comma of the user's locale.
int compareDecimals(const QString& x, const QString& y)
{
    const DecimalText a = decimalOf(x);
    const DecimalText b = decimalOf(y);
    const auto signOf = [](const DecimalText& d) { return d.digits.isEmpty() ? 0 : d.negative ? -1 : 1; };
    if (signOf(a) != signOf(b))
        return signOf(a) < signOf(b) ? -1 : 1;
    const int sizes = a.exponent != b.exponent ? (a.exponent < b.exponent ? -1 : 1) : a.digits.compare(b.digits);
    const int sign = sizes < 0 ? -1 : sizes > 0 ? 1 : 0;
    return a.negative ? -sign : sign;
}

/// `2026-08-18T03:36:10.033+02:00`: groups date, separator, time, fraction, zone.
const QRegularExpression& timeForm()
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4}-\\d\\d-\\d\\d)([Tt ])(\\d\\d:\\d\\d)(:\\d\\d)?(?:\\.(\\d+))?\\s*(.*)$"));
    return form;
}

int offsetMinutes(const QString& zone)
{
    static const QRegularExpression form(QStringLiteral("^([+-])(\\d\\d):?(\\d\\d)?"));
    const auto match = form.match(zone);
    if (!match.hasMatch())
        return 0;
    const int minutes = match.captured(2).toInt() * 60 + match.captured(3).toInt();
    return match.captured(1) == QLatin1String("-") ? -minutes : minutes;
}

QString writtenLike(const QString& pattern, base::UtcTime at)
{
    const auto match = timeForm().match(pattern);
    const QString zone = match.captured(6);
    const QString iso = (at + offsetMinutes(zone) * base::microsPerMinute).toIso(); // YYYY-MM-DDTHH:MM:SS.ffffffZ
    QString text = iso.left(10) + match.captured(2) + iso.mid(11, 5);
    if (!match.captured(4).isEmpty())
        text += iso.mid(16, 3);
    if (const auto digits = match.captured(5).size(); digits > 0)
        text += u'.' + iso.mid(20, std::min<qsizetype>(digits, 6)) + QString(std::max<qsizetype>(0, digits - 6), u'0');
    return text + zone;
}

} // namespace

CursorValue CursorValue::ofNumber(const QString& token)
{
    return {Kind::Number, token, {}};
}

CursorValue CursorValue::ofText(const QString& text)
{
    if (const auto time = base::parseTime(text); time && timeForm().match(text).hasMatch())
        return {Kind::Time, text, time->at};
    if (text.size() == 10) {
        if (const QDate date = QDate::fromString(text, Qt::ISODate); date.isValid())
            return {Kind::Date, text, base::UtcTime::fromUtc(date)};
    }
    return {Kind::Text, text, {}};
}

CursorValue CursorValue::restore(const QString& kindWord, const QString& raw)
{
    if (kindWord.isEmpty())
        return {};
    return kindWord == QLatin1String("number") ? ofNumber(raw) : ofText(raw);
}

QString CursorValue::kindWord() const
{
    switch (kind) {
    case Kind::None: return {};
    case Kind::Number: return QStringLiteral("number");
    case Kind::Time: return QStringLiteral("time");
    case Kind::Date: return QStringLiteral("date");
    case Kind::Text: return QStringLiteral("text");
    }
    return {};
}

QString CursorValue::canonical() const
{
    return kind == Kind::Time ? at.toIso() : raw;
}

std::optional<int> compare(const CursorValue& a, const CursorValue& b)
{
    const auto instant = [](const CursorValue& v) { return v.kind == CursorValue::Kind::Time || v.kind == CursorValue::Kind::Date; };
    if (instant(a) && instant(b))
        return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
    if (a.kind != b.kind)
        return std::nullopt;
    if (a.kind == CursorValue::Kind::Number) {
        if (isIntegerToken(a.raw) && isIntegerToken(b.raw))
            return compareIntegers(a.raw, b.raw);
        return compareDecimals(a.raw, b.raw);
    }
    const int order = a.raw.compare(b.raw);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

base::Result<QString> filterText(const CursorValue& value, base::Micros lag)
{
    if (lag == 0)
        return value.raw;
    switch (value.kind) {
    case CursorValue::Kind::Time:
        return writtenLike(value.raw, value.at - lag);
    case CursorValue::Kind::Date:
        return (value.at - lag).toIso().left(10);
    case CursorValue::Kind::Number: {
        const double number = value.raw.toDouble(); // QString's is locale-free
        const base::Micros unit = std::fabs(number) >= 1e14 ? 1 : std::fabs(number) >= 1e11 ? 1000 : base::microsPerSecond;
        if (isIntegerToken(value.raw))
            return QString::number(value.raw.toLongLong() - lag / unit);
        return QString::number(number - double(lag) / double(unit), 'f', 6);
    }
    default:
        return base::makeError("sync.cursor",
            cursorTr(QT_TRANSLATE_NOOP("syncs", "a lag cannot be subtracted from the cursor `%1`: it is neither a time nor a number")).arg(value.raw));
    }
}

namespace {

/// The digits [at, at + count) as a number; -1 if one is none.
int digitsAt(const char* text, qsizetype at, int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const char c = text[at + i];
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// Seconds east of UTC of `Z`, `+02:00` or `+0200`; nothing for anything else.
std::optional<int> zoneSeconds(const char* zone, qsizetype size)
{
    if (size == 1 && zone[0] == 'Z')
        return 0;
    const bool colon = size == 6 && zone[3] == ':';
    if ((size != 5 && !colon) || (zone[0] != '+' && zone[0] != '-'))
        return std::nullopt;
    const int hours = digitsAt(zone, 1, 2);
    const int minutes = digitsAt(zone, colon ? 4 : 3, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (zone[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

} // namespace

std::optional<QByteArray> fixedWidthTime(const char* text, qsizetype size)
{
    // By hand: it is asked for every text of a column of timestamps.
    if (size < 20 || size > 40 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const QDate date(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2));
    const int hour = digitsAt(text, 11, 2);
    const int minute = digitsAt(text, 14, 2);
    const int second = digitsAt(text, 17, 2);
    if (!date.isValid() || date.year() < 1 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return std::nullopt;
    qsizetype at = 19;
    base::Micros fraction = 0;
    if (text[at] == '.') {
        base::Micros unit = 100'000;
        for (++at; at < size && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10) {
            if (unit == 0 && text[at] != '0') // finer than microseconds: the text itself is kept
                return std::nullopt;
            fraction += (text[at] - '0') * unit;
        }
        if (at == 20)
            return std::nullopt;
    }
    const auto zone = zoneSeconds(text + at, size - at);
    if (!zone)
        return std::nullopt;
    const base::UtcTime midnight = base::UtcTime::fromUtc(date);
    const base::UtcTime instant = midnight + (hour * 3600 + minute * 60 + second - *zone) * base::microsPerSecond + fraction;
    if (*zone != 0)
        return instant.utcDate().year() < 1 || instant.utcDate().year() > 9999 ? std::nullopt : std::optional(instant.toIso().toLatin1());
    QByteArray iso(text, 19); // already UTC: only the width changes
    iso[10] = 'T';
    return iso + '.' + QByteArray::number(fraction).rightJustified(6, '0') + 'Z';
}

} // namespace syncs
