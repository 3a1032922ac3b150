// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/model.h"
#include "models/runs/run.h"

#include <QHash>

namespace freshness {

struct TaskRef {
    const pipeline::Pipeline* pipeline = nullptr;
    const pipeline::Task* task = nullptr;
    QString name; ///< `pipeline.task`
};

/// Which task of the workspace a recorded job is (runs.md 12.2, "Job -> task").
class TaskMatcher {
public:
    TaskMatcher() = default;
    explicit TaskMatcher(const pipeline::Workspace& workspace);

    [[nodiscard]] const QVector<TaskRef>& tasks() const { return m_tasks; }
    /// Index in tasks(); -1: no task claims the job. Not for dbt nodes: those belong to their invocation's task.
    [[nodiscard]] int taskOf(const runs::Run& run) const;
    /// The dbt task of an invocation.
    [[nodiscard]] int dbtTask(const QStringList& projects, const QJsonValue& select) const;
    [[nodiscard]] bool isDbt(int task) const { return !m_tasks.at(task).task->with_("project").isEmpty(); }

private:
    [[nodiscard]] int dltTask(const runs::Run& run) const;
    [[nodiscard]] int lineageTask(const runs::Run& run) const;

    QVector<TaskRef> m_tasks;
    QHash<QString, int> m_byConnectionId;
    QHash<QString, QVector<int>> m_bySchema;
    QHash<QString, QVector<int>> m_byProject;
    QHash<QString, int> m_byLineageJob; ///< namespace + newline + job; namespace empty: any
    QHash<QString, int> m_byTaskId;     ///< tasks without identity
    int m_tableau = -1;
};

} // namespace freshness
