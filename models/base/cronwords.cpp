// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/cron.h"

#include <QCoreApplication>
#include <QLocale>

namespace base {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("base", text);
}

/// `Monday to Friday`, `Sunday`, `Monday, Wednesday`.
QString daysOfWeek(const Cron& cron)
{
    QVector<int> days; // 1 = Monday ... 7 = Sunday
    for (int day = 1; day <= 7; ++day) {
        if (cron.dayOfWeekSet(day % 7))
            days.append(day);
    }
    const QLocale locale;
    const bool consecutive = days.size() > 2 && days.last() - days.first() == days.size() - 1;
    if (consecutive)
        return words(QT_TRANSLATE_NOOP("base", "%1 to %2")).arg(locale.dayName(days.first()), locale.dayName(days.last()));
    QStringList names;
    for (const int day : days)
        names.append(locale.dayName(day));
    return names.join(QStringLiteral(", "));
}

QVector<int> setValues(const Cron& cron, bool hours)
{
    QVector<int> values;
    for (int i = 0; i < (hours ? 24 : 60); ++i) {
        if (hours ? cron.hourSet(i) : cron.minuteSet(i))
            values.append(i);
    }
    return values;
}

QString timePart(const Cron& cron)
{
    const QVector<int> hours = setValues(cron, true);
    const QVector<int> minutes = setValues(cron, false);
    if (hours.size() == 24) {
        if (minutes.size() == 60)
            return words(QT_TRANSLATE_NOOP("base", "every minute"));
        const int step = minutes.size() > 1 ? minutes[1] - minutes[0] : 0;
        if (step > 0 && minutes.first() == 0 && 60 % step == 0 && minutes.size() == 60 / step)
            return words(QT_TRANSLATE_NOOP("base", "every %1 minutes")).arg(step);
        if (minutes.size() == 1)
            return words(QT_TRANSLATE_NOOP("base", "hourly at :%1")).arg(minutes.first(), 2, 10, QLatin1Char('0'));
        return {};
    }
    if (hours.size() * minutes.size() > 4)
        return {};
    QStringList times;
    for (const int hour : hours) {
        for (const int minute : minutes)
            times.append(QStringLiteral("%1:%2").arg(hour, 2, 10, QLatin1Char('0')).arg(minute, 2, 10, QLatin1Char('0')));
    }
    return times.join(QStringLiteral(", "));
}

} // namespace

QString Cron::words() const
{
    const QString time = timePart(*this);
    if (time.isEmpty() || m_months.count() != 12)
        return m_expression;
    const bool manyADay = m_hours.count() == 24;
    if (m_dayOfMonthStar && m_dayOfWeekStar)
        return manyADay ? time : base::words(QT_TRANSLATE_NOOP("base", "%1 daily")).arg(time);
    if (m_dayOfMonthStar)
        return base::words(QT_TRANSLATE_NOOP("base", "%1 on %2")).arg(time, daysOfWeek(*this));
    if (m_dayOfWeekStar && m_daysOfMonth.count() == 1) {
        int day = 1;
        while (!m_daysOfMonth.test(size_t(day)))
            ++day;
        return base::words(QT_TRANSLATE_NOOP("base", "%1 on day %2 of the month")).arg(time).arg(day);
    }
    return m_expression;
}

} // namespace base
