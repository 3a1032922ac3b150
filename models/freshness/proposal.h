// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/freshness/diagnose.h"
#include "models/pipeline/change.h"

namespace freshness {

/// One replayed world: the recorded history under one arrangement of schedules and dependencies.
struct ReplayColumn {
    int mismatchDays = 0;                         ///< days with RACE, EARLY or ON_FAILED on the edge
    QVector<QDate> mismatchDates;
    std::optional<base::Micros> readyP95;         ///< consumer's end, microseconds after local midnight of the slot date
    std::optional<base::Micros> readyOnBadDay;    ///< on the finding's day
    int slaMet = 0;
    int slaTotal = 0;                             ///< 0: no sla
};

struct Replay {
    int days = 0;
    ReplayColumn now;                             ///< as recorded
    ReplayColumn changed;
    base::Micros extraLatencyMedian = 0;          ///< changed minus now, of the consumer's end
    int fitWithinMinute = 0;                      ///< days on which the unchanged schedule, replayed with its usual wait, starts within 60 s of what happened
};

struct Proposal {
    enum class Kind { Dependency, ScheduleShift };
    QString findingId;
    Kind kind = Kind::Dependency;
    QString title;                                ///< `Let dbt_transformation wait for source_extraction`
    QString reason;
    pipeline::Changes changes;
    Replay replay;
};

/// The change that would have prevented the finding, replayed. Error `freshness.no_such_finding`, `freshness.no_proposal`
/// (with why: the consumer is no task of the workspace, the producer neither, the change would make a cycle ...).
[[nodiscard]] base::Result<Proposal> propose(const pipeline::Workspace& workspace, const runs::History& history,
    const Picture& picture, const QString& findingId);

[[nodiscard]] QJsonObject toJson(const Proposal& proposal);

} // namespace freshness
