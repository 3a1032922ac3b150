// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/zone.h"

#include <QVector>

#include <bitset>
#include <optional>

namespace base {

/// A five-field cron expression (`minute hour day-of-month month day-of-week`, names and `@daily` & co. too).
/// Day of month and day of week are ORed when both are restricted, as Vixie cron does. A value; any thread.
class Cron {
public:
    /// Errors `cron.fields` (count), `cron.field` (which field, what was expected).
    static Result<Cron> parse(const QString& expression);

    [[nodiscard]] QString expression() const { return m_expression; }
    /// All firings in [from, to), sorted, each instant once. Clock changes as Zone::toUtc: a time in the gap fires at the
    /// same distance after it, a time that occurs twice fires at the first (runs.md 12.4).
    [[nodiscard]] QVector<UtcTime> firings(const Zone& zone, UtcTime from, UtcTime to) const;
    [[nodiscard]] std::optional<UtcTime> latestAtOrBefore(const Zone& zone, UtcTime at) const; ///< looks back eight years
    [[nodiscard]] std::optional<UtcTime> firstAfter(const Zone& zone, UtcTime at) const;       ///< looks ahead eight years

    [[nodiscard]] bool minuteSet(int minute) const { return m_minutes.test(size_t(minute)); }
    [[nodiscard]] bool hourSet(int hour) const { return m_hours.test(size_t(hour)); }
    [[nodiscard]] bool dayOfMonthSet(int day) const { return m_daysOfMonth.test(size_t(day)); }
    [[nodiscard]] bool monthSet(int month) const { return m_months.test(size_t(month)); }
    [[nodiscard]] bool dayOfWeekSet(int day) const { return m_daysOfWeek.test(size_t(day)); } ///< 0 = Sunday
    [[nodiscard]] bool dayOfMonthIsStar() const { return m_dayOfMonthStar; }
    [[nodiscard]] bool dayOfWeekIsStar() const { return m_dayOfWeekStar; }
    /// The five fields as written (`@daily` expanded): for writers of other cron dialects.
    [[nodiscard]] QStringList fields() const { return m_fields; }
    /// In words: `00:30 daily`, `every 15 minutes`, `06:00 on Monday to Friday`; the expression itself where words would be longer.
    [[nodiscard]] QString words() const;

private:
    [[nodiscard]] bool dateMatches(QDate date) const;

    QString m_expression;
    QStringList m_fields;
    std::bitset<60> m_minutes;
    std::bitset<24> m_hours;
    std::bitset<32> m_daysOfMonth;
    std::bitset<13> m_months;
    std::bitset<7> m_daysOfWeek;
    bool m_dayOfMonthStar = true;
    bool m_dayOfWeekStar = true;
};

} // namespace base
