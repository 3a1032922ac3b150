// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/formats/eventbridgeclock.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

EventBridgeClock::EventBridgeClock(const QString& expression)
{
    const QStringList fields = expression.split(u' ');
    const int low[] = {0, 0, 1, 1, 1, 1970};
    const int high[] = {59, 23, 31, 12, 7, 2199};
    const QStringList months = QStringLiteral("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC").split(u' ');
    const QStringList days = QStringLiteral("SUN MON TUE WED THU FRI SAT").split(u' ');
    m_known = fields.size() == 6 && !expression.contains(QRegularExpression(QStringLiteral("[LW#]( |$|-)|\\dL|\\dW|#")));
    for (int f = 0; f < 6 && m_known; ++f) {
        QVector<int> values;
        const auto number = [&](const QString& text) {
            const QStringList names = f == 3 ? months : f == 4 ? days : QStringList();
            const qsizetype at = names.indexOf(text.toUpper());
            return at >= 0 ? int(at) + 1 : text.toInt();
        };
        for (const QString& part : fields[f].split(u',')) {
            if (part == QLatin1String("?"))
                continue;
            const QString range = part.section(u'/', 0, 0);
            const int step = part.contains(u'/') ? part.section(u'/', 1).toInt() : 1;
            int first = low[f];
            int last = high[f];
            if (range != QLatin1String("*")) {
                first = number(range.section(u'-', 0, 0));
                last = range.contains(u'-') ? number(range.section(u'-', 1)) : part.contains(u'/') ? high[f] : first;
            }
            const int span = high[f] - low[f] + 1;
            for (int v = first; v <= (last < first ? last + span : last); v += step)
                values.append(v > high[f] ? v - span : v);
        }
        m_values.append(values);
    }
}

QVector<QDateTime> EventBridgeClock::after(const QDateTime& from, int count) const
{
    QVector<QDateTime> found;
    for (QDate date = from.date(); found.size() < count && date < from.date().addYears(30); date = date.addDays(1)) {
        const bool day = m_values[2].isEmpty() || m_values[2].contains(date.day());
        const bool week = m_values[4].isEmpty() || m_values[4].contains(date.dayOfWeek() % 7 + 1);
        if (!day || !week || !m_values[3].contains(date.month()) || !m_values[5].contains(date.year()))
            continue;
        for (int hour = 0; hour < 24; ++hour) {
            for (int minute = 0; minute < 60; ++minute) {
                const QDateTime at(date, QTime(hour, minute), QTimeZone::utc());
                if (m_values[1].contains(hour) && m_values[0].contains(minute) && at > from && found.size() < count)
                    found.append(at);
            }
        }
    }
    return found;
}
