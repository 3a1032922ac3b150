// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/joining.h"
#include "models/freshness/world.h"

namespace freshness {

/// Records of dbt invocations by invocation id, best first (run_results, log, sources), with their task.
[[nodiscard]] QVector<JoinedRun> dbtInvocations(const runs::History& history, const TaskMatcher& matcher);

/// Fills times, state and manifest of an invocation's execution (runs.md 12.3: start of the log's first line, else
/// invocation_started_at, 2.x: of the manifest or the UUIDv7, else generated_at - elapsed_time).
void describeInvocation(World& world, Execution& execution);

/// What an invocation's command was for.
struct DbtCommand {
    QString which;
    bool empty = false;            ///< --empty: tables replaced by empty ones
    [[nodiscard]] bool works() const;        ///< run, build, seed, snapshot, test, retry, clone (runs.md 1.2)
    [[nodiscard]] bool materialises() const; ///< works, without test and --empty
    [[nodiscard]] bool publishes() const;    ///< run, build, snapshot, retry without --empty
};
[[nodiscard]] DbtCommand dbtCommand(const World& world, const Execution& invocation);

/// Appends one execution per dbt node row; `byInvocation` maps invocation ids to their executions.
void addDbtNodes(World& world, const QHash<QString, int>& byInvocation);

} // namespace freshness
