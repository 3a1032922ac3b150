// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QTime>

#include <compare>
#include <optional>

namespace base {

/// Microseconds; a length of time.
using Micros = qint64;
inline constexpr Micros microsPerSecond = 1'000'000;
inline constexpr Micros microsPerMinute = 60 * microsPerSecond;
inline constexpr Micros microsPerHour = 60 * microsPerMinute;
inline constexpr Micros microsPerDay = 24 * microsPerHour;

/// An instant: microseconds since 1970-01-01T00:00:00Z, proleptic Gregorian (year 1 is representable).
struct UtcTime {
    qint64 us = 0;

    auto operator<=>(const UtcTime&) const = default;
    UtcTime operator+(Micros d) const { return {us + d}; }
    UtcTime operator-(Micros d) const { return {us - d}; }
    Micros operator-(UtcTime other) const { return us - other.us; }

    static UtcTime now();
    static UtcTime fromUtc(QDate date, QTime time = QTime(0, 0));
    static UtcTime fromEpochSeconds(double seconds); ///< exact to the microsecond for present-day values

    [[nodiscard]] QDate utcDate() const;
    [[nodiscard]] QTime utcTimeOfDay() const; ///< milliseconds, cut
    [[nodiscard]] Micros microsOfDay() const; ///< 0 ... 86 399 999 999
    /// RFC 3339, always six digits: `2026-08-18T01:36:10.033100Z`.
    [[nodiscard]] QString toIso() const;
};

/// Where an instant's zone came from; only the original text proves a zone error later (runs.md 0.1).
enum class ZoneSource { Explicit, AssumedUtc };

struct ParsedTime {
    UtcTime at;
    ZoneSource zone = ZoneSource::Explicit;
    QString original;
};

/// Reads every timestamp dialect of runs.md 0.1: `T` or space, 0 to 9+ fraction digits (cut to microseconds), `Z`,
/// `+00:00`, `+0000`, `+00`, doubled zone, or none (assumed UTC). Returns nothing for anything else.
[[nodiscard]] std::optional<ParsedTime> parseTime(QStringView text);

/// ISO 8601 duration (`PT8H2M`, `PT0.5S`, `P1DT2H`); years and months are refused.
[[nodiscard]] std::optional<Micros> parseDuration(QStringView text);

/// `5 h 27 min`, `22 min`, `38 s`, `1.2 s`, `3 d 4 h`: the two largest units, for people.
[[nodiscard]] QString durationWords(Micros duration);

} // namespace base
