// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/rules.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace pipeline {

namespace {

enum class Mark : char { New, OnPath, Done };

struct Step {
    int node = 0;
    qsizetype next = 0; ///< edge to follow
};

/// Rotated so that its smallest number comes first: the same cycle looks the same however it was found.
QVector<int> cycleFrom(const QVector<Step>& path, int closing)
{
    QVector<int> cycle;
    for (qsizetype i = path.size() - 1; i >= 0; --i) {
        cycle.prepend(path[i].node);
        if (path[i].node == closing)
            break;
    }
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    cycle.append(cycle.first());
    return cycle;
}

QString cyclePathText(const QStringList& names)
{
    return names.join(QStringLiteral(" -> "));
}

void pipelineCycles(const Workspace& workspace, base::Problems& problems)
{
    QHash<QString, int> numbers;
    for (int i = 0; i < int(workspace.pipelines.size()); ++i) {
        if (!numbers.contains(workspace.pipelines[i].id))
            numbers.insert(workspace.pipelines[i].id, i);
    }
    QVector<QVector<int>> graph(workspace.pipelines.size());
    for (qsizetype i = 0; i < workspace.pipelines.size(); ++i) {
        for (const OutputRef& ref : workspace.pipelines[i].dependencies) {
            if (numbers.contains(ref.pipeline))
                graph[i].append(numbers.value(ref.pipeline));
        }
    }
    for (const QVector<int>& cycle : cyclesIn(graph)) {
        QStringList names;
        for (const int node : cycle)
            names.append(workspace.pipelines[node].id);
        const Pipeline& first = workspace.pipelines[cycle[0]];
        const auto ref = std::find_if(first.dependencies.begin(), first.dependencies.end(), [&](const OutputRef& r) { return r.pipeline == names[1]; });
        problems.append({base::Severity::Error, QStringLiteral("pipeline.cycle"),
            QCoreApplication::translate("pipeline", "pipelines wait for each other: %1").arg(cyclePathText(names)),
            ref == first.dependencies.end() ? first.place : ref->place});
    }
}

void taskCycles(const Pipeline& pipeline, base::Problems& problems)
{
    QHash<QString, int> numbers;
    for (int i = 0; i < int(pipeline.tasks.size()); ++i) {
        if (!numbers.contains(pipeline.tasks[i].id))
            numbers.insert(pipeline.tasks[i].id, i);
    }
    QVector<QVector<int>> graph(pipeline.tasks.size());
    for (qsizetype i = 0; i < pipeline.tasks.size(); ++i) {
        for (const QString& need : pipeline.tasks[i].needs) {
            if (numbers.contains(need))
                graph[i].append(numbers.value(need));
        }
    }
    for (const QVector<int>& cycle : cyclesIn(graph)) {
        QStringList names;
        for (const int node : cycle)
            names.append(pipeline.tasks[node].id);
        problems.append({base::Severity::Error, QStringLiteral("pipeline.cycle"),
            QCoreApplication::translate("pipeline", "tasks of '%1' wait for each other: %2").arg(pipeline.id, cyclePathText(names)),
            pipeline.tasks[cycle[0]].placeOf(QStringLiteral("needs.") + names[1])});
    }
}

} // namespace

QVector<QVector<int>> cyclesIn(const QVector<QVector<int>>& waitsFor)
{
    QVector<QVector<int>> cycles;
    QVector<Mark> marks(waitsFor.size(), Mark::New);
    for (int start = 0; start < int(waitsFor.size()); ++start) {
        if (marks[start] != Mark::New)
            continue;
        QVector<Step> path{{start, 0}}; // no recursion: a chain of ten thousand tasks is legal
        marks[start] = Mark::OnPath;
        while (!path.isEmpty()) {
            Step& top = path.last();
            if (top.next >= waitsFor[top.node].size()) {
                marks[top.node] = Mark::Done;
                path.removeLast();
                continue;
            }
            const int target = waitsFor[top.node][top.next++];
            if (marks[target] == Mark::OnPath) {
                const QVector<int> cycle = cycleFrom(path, target);
                if (!cycles.contains(cycle))
                    cycles.append(cycle);
            } else if (marks[target] == Mark::New) {
                marks[target] = Mark::OnPath;
                path.append({target, 0});
            }
        }
    }
    return cycles;
}

base::Problems cyclesOf(const Workspace& workspace)
{
    base::Problems problems;
    pipelineCycles(workspace, problems);
    for (const Pipeline& pipeline : workspace.pipelines)
        taskCycles(pipeline, problems);
    return problems;
}

} // namespace pipeline
