// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/tasks.h"

namespace freshness {

/// Records of one physical run, best first.
struct JoinedRun {
    int task = -1;
    QVector<int> records;   ///< indices into History::runs
};

/// "One physical run seen by several systems" (runs.md 12.2): records of one task from different systems whose windows
/// overlap, the same Airbyte job from both APIs, an OpenLineage run of a dbt node beside dbt's own row. `dbtInvocations` are
/// the invocations, already joined; they come back with the records that other systems have of them. OpenLineage records
/// that dbt's own node rows already tell are left out.
[[nodiscard]] QVector<JoinedRun> joinRecords(const runs::History& history, const TaskMatcher& matcher,
    const QVector<JoinedRun>& dbtInvocations);

/// Larger is better: the executing system's own detailed record, OpenLineage, dlt destination, Airbyte public API.
[[nodiscard]] int recordRank(const runs::Run& run);

} // namespace freshness
