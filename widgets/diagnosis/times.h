// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/zone.h"

#include <QString>

namespace diagnosis {

[[nodiscard]] QString clockWords(base::UtcTime at, const base::Zone& zone);   ///< `07:04:12`
[[nodiscard]] QString dayAndClock(base::UtcTime at, const base::Zone& zone);  ///< `3 Oct 07:04:12`
[[nodiscard]] QString dayWords(QDate day);                                    ///< `3 Oct`
[[nodiscard]] QString weekdayWords(QDate day);                                ///< `Fri 3 Oct`
/// `01:15` since local midnight; past midnight `02:10, next day`.
[[nodiscard]] QString timeOfDayWords(base::Micros sinceMidnight);
/// Numbers and their units kept on one line: `5 h 27 min` with U+00A0.
[[nodiscard]] QString heldTogether(const QString& sentence);
/// Instants in UTC ISO inside a sentence (finding.h: Evidence::text), replaced by day and clock in the view's zone.
[[nodiscard]] QString inZone(const QString& sentence, const base::Zone& zone);

} // namespace diagnosis
