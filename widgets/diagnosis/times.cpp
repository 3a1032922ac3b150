// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosis/times.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace diagnosis {

QString clockWords(base::UtcTime at, const base::Zone& zone)
{
    return QTime::fromMSecsSinceStartOfDay(int(zone.localMicrosOfDay(at) / 1000)).toString(QStringLiteral("HH:mm:ss"));
}

QString dayWords(QDate day)
{
    return QLocale().toString(day, QStringLiteral("d MMM"));
}

QString weekdayWords(QDate day)
{
    return QLocale().toString(day, QStringLiteral("ddd d MMM"));
}

QString dayAndClock(base::UtcTime at, const base::Zone& zone)
{
    return dayWords(zone.localDate(at)) + u' ' + clockWords(at, zone);
}

QString timeOfDayWords(base::Micros sinceMidnight)
{
    const qint64 minutes = sinceMidnight / base::microsPerMinute;
    const qint64 days = minutes / (24 * 60);
    const QString clock = QStringLiteral("%1:%2").arg(minutes / 60 % 24, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    if (days == 0)
        return clock;
    return days == 1 ? QCoreApplication::translate("diagnosis", "%1, next day").arg(clock)
                     : QCoreApplication::translate("diagnosis", "%1, %n days later", nullptr, int(days)).arg(clock);
}

QString heldTogether(const QString& sentence)
{
    static const QRegularExpression unit(QStringLiteral("(?<=\\d) (?=(h|min|s|d|%)\\b)|(?<=\\d\\s[hd]) (?=\\d)"));
    QString held = sentence;
    return held.replace(unit, QString(QChar(QChar::Nbsp)));
}

QString inZone(const QString& sentence, const base::Zone& zone)
{
    static const QRegularExpression instant(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"));
    QString result;
    qsizetype from = 0;
    for (auto matches = instant.globalMatch(sentence); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const auto time = base::parseTime(match.capturedView());
        result += sentence.mid(from, match.capturedStart() - from);
        result += time ? dayAndClock(time->at, zone) : match.captured();
        from = match.capturedEnd();
    }
    return result + sentence.mid(from);
}

} // namespace diagnosis
