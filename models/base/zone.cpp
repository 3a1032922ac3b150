// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/zone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace base {

Zone::Zone() = default;

Result<Zone> Zone::find(const QString& ianaName)
{
    const QTimeZone zone(ianaName.toUtf8());
    if (ianaName.isEmpty() || !zone.isValid() || !QTimeZone::isTimeZoneIdAvailable(ianaName.toUtf8())) {
        return makeError("base.unknown_zone",
            QCoreApplication::translate("base", "\"%1\" is no IANA time zone; expected e.g. Europe/Berlin or UTC")
                .arg(ianaName));
    }
    Zone result;
    result.m_name = ianaName;
    const QDateTime from = QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime to = QDateTime(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC);
    result.m_firstOffset = zone.offsetFromUtc(from);
    int offset = result.m_firstOffset;
    for (const QTimeZone::OffsetData& data : zone.transitions(from, to)) {
        if (data.offsetFromUtc == offset)
            continue;
        result.m_transitions.append({UtcTime{data.atUtc.toMSecsSinceEpoch() * 1000}, offset, data.offsetFromUtc});
        offset = data.offsetFromUtc;
    }
    return result;
}

int Zone::offsetSeconds(UtcTime at) const
{
    const auto next = std::upper_bound(m_transitions.begin(), m_transitions.end(), at,
        [](UtcTime value, const Transition& transition) { return value < transition.at; });
    return next == m_transitions.begin() ? m_firstOffset : std::prev(next)->offsetAfter;
}

QDate Zone::localDate(UtcTime at) const
{
    return (at + offsetSeconds(at) * microsPerSecond).utcDate();
}

Micros Zone::localMicrosOfDay(UtcTime at) const
{
    return (at + offsetSeconds(at) * microsPerSecond).microsOfDay();
}

UtcTime Zone::toUtc(QDate date, Micros microsOfDay) const
{
    const UtcTime wall = UtcTime::fromUtc(date) + microsOfDay;
    // The offset in force well before this wall time: the earlier of two instants uses it, and a gap is measured by it.
    const int before = offsetSeconds(wall - microsPerDay);
    const UtcTime first = wall - before * microsPerSecond;
    if (offsetSeconds(first) == before)
        return first;
    const int after = offsetSeconds(wall + microsPerDay);
    const UtcTime second = wall - after * microsPerSecond;
    if (offsetSeconds(second) == after)
        return second;
    return first; // in a gap
}

QVector<Zone::Transition> Zone::transitions(UtcTime from, UtcTime to) const
{
    QVector<Transition> result;
    for (const Transition& transition : m_transitions) {
        if (transition.at > from && transition.at <= to)
            result.append(transition);
    }
    return result;
}

} // namespace base
