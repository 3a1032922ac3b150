// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/eventbridgecron.h"

#include <QRegularExpression>

#include <functional>

namespace formats::orchestra {

namespace {

struct CronField {
    int low = 0;
    int high = 0;
    std::function<bool(int)> isSet;
};

/// `1,3-5,9`: the values as numbers, three or more in a row as a range; `shift` is added to each (days of the week).
QString asList(const CronField& field, int shift)
{
    QStringList parts;
    for (int value = field.low; value <= field.high; ++value) {
        if (!field.isSet(value))
            continue;
        int last = value;
        while (last < field.high && field.isSet(last + 1))
            ++last;
        if (last - value >= 2) {
            parts.append(QStringLiteral("%1-%2").arg(value + shift).arg(last + shift));
            value = last;
        } else {
            parts.append(QString::number(value + shift));
        }
    }
    return parts.join(u',');
}

bool isFull(const CronField& field)
{
    for (int value = field.low; value <= field.high; ++value) {
        if (!field.isSet(value))
            return false;
    }
    return true;
}

/// As written where both dialects mean the same by it; a step gets its start (`*/15` is `0/15` there); anything else as a list.
QString convertField(const QString& written, const CronField& field)
{
    if (isFull(field))
        return QStringLiteral("*");
    static const QRegularExpression step(QStringLiteral("^(\\*|\\d+)/(\\d+)$"));
    if (const auto match = step.match(written); match.hasMatch()) {
        const int start = match.captured(1) == QLatin1String("*") ? field.low : match.captured(1).toInt();
        const int size = match.captured(2).toInt();
        if (size > 1 && start + size <= field.high)
            return QStringLiteral("%1/%2").arg(start).arg(size);
        return asList(field, 0);
    }
    static const QRegularExpression names(QStringLiteral("^[A-Za-z]{3}([-,][A-Za-z]{3})*$"));
    return names.match(written).hasMatch() ? written.toUpper() : asList(field, 0);
}

QString daysOfWeekText(const QString& written, const CronField& days)
{
    static const QRegularExpression names(QStringLiteral("^[A-Za-z]{3}([-,][A-Za-z]{3})*$"));
    return names.match(written).hasMatch() ? written.toUpper() : asList(days, 1);
}

} // namespace

QStringList toEventBridge(const base::Cron& cron)
{
    const QStringList written = cron.fields();
    const QString minute = convertField(written[0], {0, 59, [&](int v) { return cron.minuteSet(v); }});
    const QString hour = convertField(written[1], {0, 23, [&](int v) { return cron.hourSet(v); }});
    const QString month = convertField(written[3], {1, 12, [&](int v) { return cron.monthSet(v); }});
    const CronField monthDays{1, 31, [&](int v) { return cron.dayOfMonthSet(v); }};
    const CronField weekDays{0, 6, [&](int v) { return cron.dayOfWeekSet(v); }};
    const auto line = [&](const QString& dayOfMonth, const QString& dayOfWeek) {
        return QStringList{minute, hour, dayOfMonth, month, dayOfWeek, QStringLiteral("*")}.join(u' ');
    };
    const QString none = QStringLiteral("?");
    const bool eitherDay = !cron.dayOfMonthIsStar() && !cron.dayOfWeekIsStar();
    if (eitherDay ? isFull(monthDays) || isFull(weekDays) : isFull(monthDays) && isFull(weekDays))
        return {line(QStringLiteral("*"), none)};
    const QString byMonth = line(convertField(written[2], monthDays), none);
    const QString byWeek = line(none, daysOfWeekText(written[4], weekDays));
    if (eitherDay)
        return {byMonth, byWeek};
    return {isFull(weekDays) ? byMonth : byWeek};
}

} // namespace formats::orchestra
