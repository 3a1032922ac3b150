// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/manifests.h"
#include "models/freshness/slots.h"
#include "models/freshness/tasks.h"

#include <memory>

namespace freshness {

/// One physical run (or one dbt node of it) after all records of it were joined.
struct Execution {
    int record = -1;            ///< best record: index into History::runs
    QVector<int> others;        ///< further records of the same run
    int job = -1;               ///< index into World::jobs; -1: nothing that is judged (a sources check, an idle command)
    int task = -1;              ///< index into TaskMatcher::tasks()
    QString run;                ///< id in findings
    std::optional<base::UtcTime> created, start, end;
    runs::State state = runs::State::Unknown;
    std::optional<base::UtcTime> read; ///< r: when it read, had it read
    int invocation = -1;        ///< dbt node: its invocation's execution
    int manifest = -1;          ///< dbt: which manifest says what it read
    bool published = false;     ///< judged as a consumer
    bool producer = false;      ///< counts as a run of its job for slots and deliveries
    QVector<int> inputs, outputs; ///< datasets as recorded
    int slotRun = -1;           ///< index into its job's SlotTable::runs()
};

/// Whatever 12.9 calls a job: a task, a dbt node, a job known from lineage only.
struct Job {
    QString name;
    int task = -1;
    bool dbtNode = false;
    bool dbtTask = false;
    bool tableau = false;        ///< a refresh only reads, whatever its task says it produces
    QString uniqueId;
    const Schedule* schedule = nullptr;
    QVector<int> executions;     ///< by start
    QVector<int> writes;         ///< datasets
    QVector<int> declaredReads;  ///< `consumes`
    bool recordedInputs = false;
    bool recordedOutputs = false;
    SlotTable slotTable;
    [[nodiscard]] bool onlyReads() const
    {
        return !dbtNode && !dbtTask && (writes.isEmpty() || tableau) && (!declaredReads.isEmpty() || recordedInputs);
    }
    /// Writes datasets, reads none that is known (12.8).
    [[nodiscard]] bool extracts() const { return !dbtNode && !dbtTask && !writes.isEmpty() && declaredReads.isEmpty() && !recordedInputs; }
};

/// Everything that the rules look at, resolved and indexed. Holds references to workspace and history.
struct World {
    World(const pipeline::Workspace& workspace, const runs::History& history);
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    const pipeline::Workspace& workspace;
    const runs::History& history;
    base::UtcTime earliest, latest;       ///< instants in the store
    Datasets datasets;
    TaskMatcher matcher;
    Manifests manifests;
    Schedules schedules;
    QVector<Execution> executions;
    QVector<Job> jobs;
    QHash<QString, int> jobByName;
    QVector<QVector<int>> writers;        ///< dataset -> jobs

    [[nodiscard]] const runs::Run& record(const Execution& execution) const { return history.runs.at(execution.record); }
    [[nodiscard]] const pipeline::Task* task(int taskIndex) const { return taskIndex < 0 ? nullptr : matcher.tasks().at(taskIndex).task; }
    [[nodiscard]] const pipeline::Pipeline* pipelineOf(int taskIndex) const { return taskIndex < 0 ? nullptr : matcher.tasks().at(taskIndex).pipeline; }
    [[nodiscard]] QString taskName(int taskIndex) const { return taskIndex < 0 ? QString() : matcher.tasks().at(taskIndex).name; }
    [[nodiscard]] QString taskNameOf(const Job& job) const { return taskName(job.task); }
    /// What a run of a job read (12.2, 12.3), views looked through.
    [[nodiscard]] Reads readsOf(const Execution& execution);
    /// Execution of a run in a job's slot table.
    [[nodiscard]] const Execution& executionOf(const Job& job, int slotRun) const { return executions.at(job.slotTable.run(slotRun).execution); }
    /// Dataset named by a run's own table name: the task's `produces` with the same last part; -1.
    [[nodiscard]] int producedDataset(int taskIndex, const QString& tableName) const;
};

} // namespace freshness
