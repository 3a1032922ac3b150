// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/zone.h"
#include "models/itemmodels/timescale.h"

#include <QVector>

/// Where the time axis has its lines: calendar units of a zone, so a day line is local midnight on days of 23 and 25 hours too.
namespace itemmodels {

enum class TickUnit { Second, Minute, Hour, Day, Week, Month, Year };

struct TickStep {
    TickUnit unit = TickUnit::Hour;
    int count = 1;
    bool operator==(const TickStep&) const = default;
};

struct Tick {
    qint64 at = 0;
    bool major = false;   ///< first tick of a local day (of a month, of a year where days or months are the unit)
    bool operator==(const Tick&) const = default;
};

/// The finest step whose ticks stand at least `spacing` pixels apart.
[[nodiscard]] TickStep tickStep(const TimeScale& scale, double spacing);
/// Every tick within the span, ascending. A local time that occurs twice has two ticks, one that does not exist has none.
[[nodiscard]] QVector<Tick> ticks(Span span, TickStep step, const base::Zone& zone);

/// Local midnight of the day that holds `at`, moved by whole days.
[[nodiscard]] qint64 localDayStart(qint64 at, const base::Zone& zone, int days = 0);

enum class Range { Year, Month, Day, Hour };
/// The calendar year, month, day or hour that holds `at`.
[[nodiscard]] Span calendarSpan(Range range, qint64 at, const base::Zone& zone);
/// The one `steps` before or after the one that holds `at`.
[[nodiscard]] Span calendarStep(Range range, qint64 at, int steps, const base::Zone& zone);

} // namespace itemmodels
