// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/cron.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace base {

namespace {

struct FieldRule {
    const char* name;
    int low;
    int high;
    QStringList names; ///< first name stands for `low`
};

QVector<FieldRule> fieldRules()
{
    const QString months = QStringLiteral("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC");
    const QString days = QStringLiteral("SUN MON TUE WED THU FRI SAT");
    return {{QT_TRANSLATE_NOOP("base", "minute"), 0, 59, {}}, {QT_TRANSLATE_NOOP("base", "hour"), 0, 23, {}},
        {QT_TRANSLATE_NOOP("base", "day of month"), 1, 31, {}}, {QT_TRANSLATE_NOOP("base", "month"), 1, 12, months.split(u' ')},
        {QT_TRANSLATE_NOOP("base", "day of week"), 0, 7, days.split(u' ')}};
}

QString expandPreset(const QString& text)
{
    static const QVector<std::pair<QString, QString>> presets = {
        {QStringLiteral("@yearly"), QStringLiteral("0 0 1 1 *")}, {QStringLiteral("@annually"), QStringLiteral("0 0 1 1 *")},
        {QStringLiteral("@monthly"), QStringLiteral("0 0 1 * *")}, {QStringLiteral("@weekly"), QStringLiteral("0 0 * * 0")},
        {QStringLiteral("@daily"), QStringLiteral("0 0 * * *")}, {QStringLiteral("@midnight"), QStringLiteral("0 0 * * *")},
        {QStringLiteral("@hourly"), QStringLiteral("0 * * * *")}};
    for (const auto& [name, fields] : presets) {
        if (text == name)
            return fields;
    }
    return text;
}

int valueOf(const QString& text, const FieldRule& rule)
{
    const qsizetype named = rule.names.indexOf(text.toUpper());
    if (named >= 0)
        return rule.low + int(named);
    bool isNumber = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int value = isNumber ? text.toInt(&isNumber) : -1;
    return isNumber && value >= rule.low && value <= rule.high ? value : -1;
}

/// One comma-separated part into a list of values; empty on error.
QVector<int> partValues(const QString& part, const FieldRule& rule)
{
    const qsizetype slash = part.indexOf(u'/');
    const QString range = slash < 0 ? part : part.left(slash);
    int step = 1;
    if (slash >= 0) {
        bool ok = false;
        step = part.mid(slash + 1).toInt(&ok);
        if (!ok || step < 1)
            return {};
    }
    int low = rule.low;
    int high = rule.high;
    if (range != QStringLiteral("*")) {
        const qsizetype dash = range.indexOf(u'-', 1);
        low = valueOf(dash < 0 ? range : range.left(dash), rule);
        high = dash < 0 ? (slash < 0 ? low : rule.high) : valueOf(range.mid(dash + 1), rule);
    } else if (rule.high == 7) {
        high = 6; // day of week: 7 is Sunday again
    }
    if (low < 0 || high < 0 || low > high)
        return {};
    QVector<int> values;
    for (int value = low; value <= high; value += step)
        values.append(value);
    return values;
}

Result<QVector<int>> fieldValues(const QString& field, const FieldRule& rule)
{
    QVector<int> values;
    for (const QString& part : field.split(u',')) {
        const QVector<int> some = partValues(part, rule);
        if (some.isEmpty()) {
            return makeError("cron.field",
                QCoreApplication::translate("base", "cron field %1 cannot be \"%2\"; expected numbers %3 to %4, ranges, steps or *")
                    .arg(QCoreApplication::translate("base", rule.name), field)
                    .arg(rule.low)
                    .arg(rule.high));
        }
        values += some;
    }
    return values;
}

} // namespace

Result<Cron> Cron::parse(const QString& expression)
{
    Cron cron;
    cron.m_expression = expression.simplified();
    cron.m_fields = expandPreset(cron.m_expression).split(u' ', Qt::SkipEmptyParts);
    if (cron.m_fields.size() != 5) {
        return makeError("cron.fields",
            QCoreApplication::translate("base", "\"%1\" has %2 cron fields; expected 5: minute hour day-of-month month day-of-week")
                .arg(expression)
                .arg(cron.m_fields.size()));
    }
    const QVector<FieldRule> rules = fieldRules();
    for (int i = 0; i < 5; ++i) {
        const Result<QVector<int>> values = fieldValues(cron.m_fields[i], rules[i]);
        if (!values)
            return values.error();
        for (const int value : *values) {
            switch (i) {
            case 0: cron.m_minutes.set(size_t(value)); break;
            case 1: cron.m_hours.set(size_t(value)); break;
            case 2: cron.m_daysOfMonth.set(size_t(value)); break;
            case 3: cron.m_months.set(size_t(value)); break;
            default: cron.m_daysOfWeek.set(size_t(value % 7)); break;
            }
        }
    }
    // Only a bare star leaves the day open: `1-31` and `*/2` are ORed with the other day field (data/cron/README.md).
    cron.m_dayOfMonthStar = cron.m_fields[2] == QStringLiteral("*");
    cron.m_dayOfWeekStar = cron.m_fields[4] == QStringLiteral("*");
    return cron;
}

bool Cron::dateMatches(QDate date) const
{
    if (!m_months.test(size_t(date.month())))
        return false;
    const bool byMonthDay = m_daysOfMonth.test(size_t(date.day()));
    const bool byWeekDay = m_daysOfWeek.test(size_t(date.dayOfWeek() % 7));
    if (m_dayOfMonthStar || m_dayOfWeekStar)
        return byMonthDay && byWeekDay;
    return byMonthDay || byWeekDay;
}

QVector<UtcTime> Cron::firings(const Zone& zone, UtcTime from, UtcTime to) const
{
    QVector<UtcTime> result;
    const QDate last = zone.localDate(to).addDays(1);
    for (QDate date = zone.localDate(from).addDays(-1); date <= last; date = date.addDays(1)) {
        if (!dateMatches(date))
            continue;
        for (size_t hour = 0; hour < 24; ++hour) {
            if (!m_hours.test(hour))
                continue;
            for (size_t minute = 0; minute < 60; ++minute) {
                if (!m_minutes.test(minute))
                    continue;
                const UtcTime at = zone.toUtc(date, qint64(hour * 60 + minute) * microsPerMinute);
                if (at >= from && at < to)
                    result.append(at);
            }
        }
    }
    std::sort(result.begin(), result.end()); // a time moved out of a gap may pass a later one
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::optional<UtcTime> Cron::latestAtOrBefore(const Zone& zone, UtcTime at) const
{
    Micros reach = 2 * microsPerDay;
    for (Micros looked = 0; looked < 8 * 366 * microsPerDay; looked += reach, reach = std::min(reach * 4, 400 * microsPerDay)) {
        const QVector<UtcTime> some = firings(zone, at - looked - reach, at - looked + 1);
        if (!some.isEmpty())
            return some.last();
    }
    return std::nullopt;
}

std::optional<UtcTime> Cron::firstAfter(const Zone& zone, UtcTime at) const
{
    Micros reach = 2 * microsPerDay;
    for (Micros looked = 0; looked < 8 * 366 * microsPerDay; looked += reach, reach = std::min(reach * 4, 400 * microsPerDay)) {
        const QVector<UtcTime> some = firings(zone, at + 1 + looked, at + 1 + looked + reach);
        if (!some.isEmpty())
            return some.first();
    }
    return std::nullopt;
}

} // namespace base
