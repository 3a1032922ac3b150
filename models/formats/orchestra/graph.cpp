// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/graph.h"

#include <functional>

namespace formats::orchestra {

ChainGraph::ChainGraph(const Chain& chain, const QSet<QString>& written)
    : m_written(written)
{
    for (const pipeline::Pipeline* member : chain.pipelines)
        m_pipelines.insert(member->id, member);
    for (const pipeline::Pipeline* member : chain.pipelines) {
        QStringList before;
        QSet<QString> seen{member->id};
        addProducers(*member, before, seen);
        for (const pipeline::Task& task : member->tasks) {
            const TaskRef reference{member, &task};
            QStringList keys;
            for (const QString& need : task.needs) {
                if (member->task(need))
                    keys.append(member->id + u'.' + need);
            }
            m_tasks.append(reference);
            m_direct.insert(reference.key(), keys.isEmpty() ? before : keys);
        }
    }
}

/// The final tasks of the pipelines that `consumer` waits for; a pipeline without tasks passes on what it waits for itself.
void ChainGraph::addProducers(const pipeline::Pipeline& consumer, QStringList& keys, QSet<QString>& seen) const
{
    for (const pipeline::OutputRef& output : consumer.dependencies) {
        const pipeline::Pipeline* producer = m_pipelines.value(output.pipeline);
        if (!producer || seen.contains(producer->id))
            continue;
        seen.insert(producer->id);
        const QStringList last = finalTasks(*producer);
        for (const QString& id : last)
            keys.append(producer->id + u'.' + id);
        if (last.isEmpty())
            addProducers(*producer, keys, seen);
    }
}

QStringList ChainGraph::predecessors(const TaskRef& task) const
{
    QStringList result;
    QSet<QString> seen;
    const std::function<void(const QString&)> visit = [&](const QString& key) {
        for (const QString& before : m_direct.value(key)) {
            if (seen.contains(before))
                continue;
            seen.insert(before);
            if (m_written.contains(before))
                result.append(before);
            else
                visit(before);
        }
    };
    visit(task.key());
    return result;
}

QStringList ChainGraph::cycle() const
{
    QSet<QString> done;
    QStringList path;
    const std::function<QStringList(const QString&)> visit = [&](const QString& key) -> QStringList {
        if (const qsizetype at = path.indexOf(key); at >= 0)
            return path.mid(at) + QStringList{key};
        if (done.contains(key))
            return {};
        path.append(key);
        for (const QString& before : m_direct.value(key)) {
            const QStringList found = visit(before);
            if (!found.isEmpty())
                return found;
        }
        path.removeLast();
        done.insert(key);
        return {};
    };
    for (const TaskRef& task : m_tasks) {
        const QStringList found = visit(task.key());
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace formats::orchestra
