// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/chains.h"

#include <QHash>
#include <QSet>

namespace formats {

namespace {

using pipeline::Pipeline;
using pipeline::Workspace;

/// Ids of the pipelines of this workspace that `consumer` waits for, each once.
QStringList producersOf(const Pipeline& consumer, const Workspace& workspace)
{
    QStringList ids;
    for (const pipeline::OutputRef& reference : consumer.dependencies) {
        if (workspace.pipeline(reference.pipeline) && !ids.contains(reference.pipeline))
            ids.append(reference.pipeline);
    }
    return ids;
}

/// Everything that is connected with `start`, whichever way the dependency points.
QSet<QString> connectedWith(const QString& start, const QHash<QString, QSet<QString>>& neighbours)
{
    QSet<QString> seen{start};
    QStringList open{start};
    while (!open.isEmpty()) {
        for (const QString& next : neighbours.value(open.takeLast())) {
            if (!seen.contains(next)) {
                seen.insert(next);
                open.append(next);
            }
        }
    }
    return seen;
}

Chain ordered(const QSet<QString>& ids, const Workspace& workspace)
{
    QVector<const Pipeline*> waiting;
    for (const Pipeline& candidate : workspace.pipelines) {
        if (ids.contains(candidate.id))
            waiting.append(&candidate);
    }
    Chain chain;
    QSet<QString> done;
    while (!waiting.isEmpty()) {
        const auto ready = std::find_if(waiting.begin(), waiting.end(), [&](const Pipeline* candidate) {
            const QStringList producers = producersOf(*candidate, workspace);
            return std::all_of(producers.begin(), producers.end(), [&](const QString& id) { return done.contains(id); });
        });
        if (ready == waiting.end()) {
            chain.cyclic = true;
            chain.pipelines += waiting;
            return chain;
        }
        done.insert((*ready)->id);
        chain.pipelines.append(*ready);
        waiting.erase(ready);
    }
    return chain;
}

} // namespace

QVector<const Pipeline*> Chain::roots() const
{
    QSet<QString> members;
    for (const Pipeline* member : pipelines)
        members.insert(member->id);
    QVector<const Pipeline*> result;
    for (const Pipeline* member : pipelines) {
        const bool waits = std::any_of(member->dependencies.begin(), member->dependencies.end(),
            [&](const pipeline::OutputRef& reference) { return members.contains(reference.pipeline); });
        if (!waits)
            result.append(member);
    }
    return result;
}

QVector<Chain> chainsOf(const Workspace& workspace, const QStringList& only)
{
    QHash<QString, QSet<QString>> neighbours;
    for (const Pipeline& consumer : workspace.pipelines) {
        for (const QString& producer : producersOf(consumer, workspace)) {
            neighbours[consumer.id].insert(producer);
            neighbours[producer].insert(consumer.id);
        }
    }
    QVector<Chain> chains;
    QSet<QString> seen;
    for (const Pipeline& first : workspace.pipelines) {
        if (seen.contains(first.id))
            continue;
        const QSet<QString> ids = connectedWith(first.id, neighbours);
        seen += ids;
        const bool wanted = only.isEmpty()
            || std::any_of(only.begin(), only.end(), [&](const QString& id) { return ids.contains(id); });
        if (wanted)
            chains.append(ordered(ids, workspace));
    }
    return chains;
}

QStringList finalTasks(const Pipeline& pipeline)
{
    QStringList ids;
    for (const pipeline::Task& task : pipeline.tasks) {
        if (task.runWhen == pipeline::RunWhen::Failure)
            continue;
        const bool followed = std::any_of(pipeline.tasks.begin(), pipeline.tasks.end(), [&](const pipeline::Task& other) {
            return other.runWhen == pipeline::RunWhen::Success && other.needs.contains(task.id);
        });
        if (!followed)
            ids.append(task.id);
    }
    return ids;
}

} // namespace formats
