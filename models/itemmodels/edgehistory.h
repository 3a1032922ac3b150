// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/finding.h"

namespace itemmodels {

/// One day of an edge: how long before the read the load had ended.
struct SlackPoint {
    QDate day;                    ///< slot date
    double minutes = 0;           ///< negative: read too early by that much
    bool known = true;            ///< false: never delivered, so no number
    bool bad = false;             ///< verdict other than OK
    QString findingId;
    bool operator==(const SlackPoint&) const = default;
};

struct EdgeKey {
    QString dataset, producerJob, consumerJob;
    bool operator==(const EdgeKey&) const = default;
};

/// By day, the worst of each. Empty if the edge has no verdict.
[[nodiscard]] QVector<SlackPoint> edgeHistory(const QVector<freshness::EdgeVerdict>& verdicts, const EdgeKey& edge);
/// At most `most` points: smallest and largest of each stretch of days; no stretch with a bad day loses its worst.
[[nodiscard]] QVector<SlackPoint> reduced(const QVector<SlackPoint>& points, int most);
/// The edge of a finding; empty names if it has none.
[[nodiscard]] EdgeKey edgeOf(const freshness::Finding& finding);
/// `Read too early on 1 of 21 days. Usual slack 45 min.`
[[nodiscard]] QString historyWords(const QVector<SlackPoint>& points);

} // namespace itemmodels
