// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/utctime.h"

#include <QByteArray>
#include <QVector>

namespace base {

/// An IANA time zone with its transitions from 1970 to 2100 in a sorted array: conversions are a binary search.
/// A value; cheap to copy; any thread.
class Zone {
public:
    /// UTC.
    Zone();
    /// Error `base.unknown_zone`.
    static Result<Zone> find(const QString& ianaName);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] int offsetSeconds(UtcTime at) const;
    /// Local calendar date and microseconds since local midnight.
    [[nodiscard]] QDate localDate(UtcTime at) const;
    [[nodiscard]] Micros localMicrosOfDay(UtcTime at) const;
    /// The instant of a local wall time. A time that occurs twice means the first; one that does not exist lies at the
    /// same distance after the last valid instant (02:30 becomes 03:30). runs.md 12.4.
    [[nodiscard]] UtcTime toUtc(QDate date, Micros microsOfDay) const;

    struct Transition {
        UtcTime at;
        int offsetBefore = 0; ///< seconds east of UTC
        int offsetAfter = 0;
    };
    /// Changes of the offset within (from, to].
    [[nodiscard]] QVector<Transition> transitions(UtcTime from, UtcTime to) const;

private:
    QString m_name = QStringLiteral("UTC");
    int m_firstOffset = 0;
    QVector<Transition> m_transitions;
};

} // namespace base
