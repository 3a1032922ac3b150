// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/timeticks.h"

#include <array>

namespace itemmodels {

static qint64 tickUnitLength(TickUnit unit)
{
    switch (unit) {
    case TickUnit::Second: return base::microsPerSecond;
    case TickUnit::Minute: return base::microsPerMinute;
    case TickUnit::Hour: return base::microsPerHour;
    case TickUnit::Day: return base::microsPerDay;
    case TickUnit::Week: return 7 * base::microsPerDay;
    case TickUnit::Month: return 30 * base::microsPerDay;
    case TickUnit::Year: return 365 * base::microsPerDay;
    }
    return base::microsPerHour;
}

TickStep tickStep(const TimeScale& scale, double spacing)
{
    using enum TickUnit;
    static constexpr std::array<TickStep, 22> steps {{{Second, 1}, {Second, 5}, {Second, 15}, {Second, 30}, {Minute, 1},
        {Minute, 5}, {Minute, 10}, {Minute, 30}, {Hour, 1}, {Hour, 2}, {Hour, 3}, {Hour, 6}, {Hour, 12}, {Day, 1}, {Week, 1},
        {Month, 1}, {Month, 3}, {Year, 1}, {Year, 2}, {Year, 5}, {Year, 10}, {Year, 50}}};
    const double least = spacing * scale.microsPerPixel();
    for (const TickStep& step : steps) {
        if (double(tickUnitLength(step.unit)) * step.count >= least)
            return step;
    }
    return {Year, 100};
}

qint64 localDayStart(qint64 at, const base::Zone& zone, int days)
{
    return zone.toUtc(zone.localDate({at}).addDays(days), 0).us;
}

static void appendTicksOfDay(QVector<Tick>& out, Span span, qint64 step, QDate day, const base::Zone& zone)
{
    const base::UtcTime dayStart = zone.toUtc(day, 0);
    const base::UtcTime dayEnd = zone.toUtc(day.addDays(1), 0);
    QVector<Tick> found;
    for (qint64 micros = 0; micros < base::microsPerDay; micros += step) {
        const base::UtcTime at = zone.toUtc(day, micros);
        if (zone.localMicrosOfDay(at) == micros && zone.localDate(at) == day)
            found.append({at.us, micros == 0});
    }
    for (const base::Zone::Transition& change : zone.transitions(dayStart, dayEnd)) {
        const qint64 repeated = qint64(change.offsetBefore - change.offsetAfter) * base::microsPerSecond;
        if (repeated <= 0)
            continue;
        const qsizetype once = found.size();
        for (qsizetype i = 0; i < once; ++i) {
            if (found[i].at >= change.at.us - repeated && found[i].at < change.at.us)
                found.append({found[i].at + repeated, false});
        }
    }
    std::sort(found.begin(), found.end(), [](const Tick& a, const Tick& b) { return a.at < b.at; });
    for (const Tick& tick : found) {
        if (tick.at >= span.start && tick.at <= span.end)
            out.append(tick);
    }
}

/// Only the part of a day that is in view: seconds of a whole day would be 86 400 conversions.
static void appendFineTicks(QVector<Tick>& out, Span span, qint64 step, const base::Zone& zone)
{
    const qint64 offset = qint64(zone.offsetSeconds({span.start})) * base::microsPerSecond;
    const qint64 local = span.start + offset;
    qint64 first = local - ((local % step) + step) % step;
    for (qint64 at = first; at - offset <= span.end; at += step) {
        const qint64 utc = at - offset;
        if (utc >= span.start)
            out.append({utc, zone.localMicrosOfDay({utc}) == 0});
    }
}

static QDate firstTickDate(QDate date, TickStep step)
{
    switch (step.unit) {
    case TickUnit::Week: return date.addDays(1 - date.dayOfWeek());
    case TickUnit::Month: return {date.year(), ((date.month() - 1) / step.count) * step.count + 1, 1};
    case TickUnit::Year: return {date.year() - ((date.year() % step.count) + step.count) % step.count, 1, 1};
    default: return date;
    }
}

static QDate nextTickDate(QDate date, TickStep step)
{
    switch (step.unit) {
    case TickUnit::Week: return date.addDays(7 * step.count);
    case TickUnit::Month: return date.addMonths(step.count);
    case TickUnit::Year: return date.addYears(step.count);
    default: return date.addDays(step.count);
    }
}

QVector<Tick> ticks(Span span, TickStep step, const base::Zone& zone)
{
    QVector<Tick> out;
    if (span.length() <= 0)
        return out;
    const qint64 length = tickUnitLength(step.unit) * step.count;
    if (step.unit <= TickUnit::Minute && span.length() <= base::microsPerDay) {
        appendFineTicks(out, span, length, zone);
        return out;
    }
    const QDate last = zone.localDate({span.end});
    if (step.unit <= TickUnit::Hour) {
        for (QDate day = zone.localDate({span.start}); day <= last; day = day.addDays(1))
            appendTicksOfDay(out, span, length, day, zone);
        return out;
    }
    for (QDate day = firstTickDate(zone.localDate({span.start}), step); day <= last; day = nextTickDate(day, step)) {
        const qint64 at = zone.toUtc(day, 0).us;
        const bool major = step.unit == TickUnit::Month ? day.month() == 1 : step.unit == TickUnit::Year || day.day() == 1;
        if (at >= span.start && at <= span.end)
            out.append({at, major});
    }
    return out;
}

Span calendarStep(Range range, qint64 at, int steps, const base::Zone& zone)
{
    const QDate date = zone.localDate({at});
    if (range == Range::Hour) {
        const qint64 past = zone.localMicrosOfDay({at}) % base::microsPerHour;
        const qint64 start = at - past + steps * base::microsPerHour;
        return {start, start + base::microsPerHour};
    }
    if (range == Range::Day)
        return {localDayStart(at, zone, steps), localDayStart(at, zone, steps + 1)};
    const QDate first = range == Range::Month ? QDate(date.year(), date.month(), 1).addMonths(steps)
                                              : QDate(date.year(), 1, 1).addYears(steps);
    const QDate next = range == Range::Month ? first.addMonths(1) : first.addYears(1);
    return {zone.toUtc(first, 0).us, zone.toUtc(next, 0).us};
}

Span calendarSpan(Range range, qint64 at, const base::Zone& zone)
{
    return calendarStep(range, at, 0, zone);
}

} // namespace itemmodels
