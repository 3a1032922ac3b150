// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/finding.h"
#include "models/pipeline/model.h"
#include "models/runs/run.h"

#include <QJsonObject>

namespace freshness {

/// One physical run after "one run seen by several systems" (12.2) was resolved: what the timeline draws.
struct PhysicalRun {
    QString task;            ///< `pipeline.task`; empty if no task claims the job
    QString job;             ///< name in findings (12.9)
    QString run;             ///< id in findings
    QString system;          ///< of the best record
    QString record;
    runs::Kind kind = runs::Kind::Other;
    std::optional<base::UtcTime> planned, queued, start, end;
    runs::State state = runs::State::Unknown;
    QVector<runs::Attempt> attempts;
    std::optional<qint64> rows;
    QString message;
    QString parentRun;       ///< dbt node: its invocation
    std::optional<base::UtcTime> slot;
    bool extra = false;      ///< backfill, refresh, manual repeat (12.4)
    QStringList inputs, outputs;
};

/// A planned firing without a run: the ghost on the timeline.
struct ExpectedRun {
    QString task;
    base::UtcTime slot;
};

struct Picture {
    Diagnosis diagnosis;
    QVector<PhysicalRun> runs;          ///< by start
    QVector<ExpectedRun> expected;
    /// Two clocks per dataset: what was observed, for the freshness lanes. Dataset names resolved to produced datasets.
    QVector<runs::Observation> observations;
};

/// Judges the whole history by runs.md section 12. Pure: no clock, no files. `workspace.aliases` replace names.
[[nodiscard]] Picture diagnose(const pipeline::Workspace& workspace, const runs::History& history);

/// The document of `weirctl diagnose --json` (issue 3, section 3; runs.md 12.9).
[[nodiscard]] QJsonObject toJson(const Diagnosis& diagnosis);
/// 1 if any finding is error or warning, else 0.
[[nodiscard]] int exitStatus(const Diagnosis& diagnosis);

} // namespace freshness
