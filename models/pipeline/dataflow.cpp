// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/dataflow.h"

#include <QHash>

namespace pipeline {

QVector<DataEdge> dataEdges(const Workspace& workspace)
{
    const auto key = [&workspace](const QString& name) { return workspace.aliases.value(name, name).toCaseFolded(); };
    QHash<QString, QStringList> producers;
    for (const Pipeline& pipeline : workspace.pipelines) {
        for (const Task& task : pipeline.tasks) {
            for (const QString& dataset : task.produces) {
                QStringList& list = producers[key(dataset)];
                const QString id = pipeline.id + u'.' + task.id;
                if (!list.contains(id)) {
                    list.append(id);
                }
            }
        }
    }
    QVector<DataEdge> edges;
    for (const Pipeline& pipeline : workspace.pipelines) {
        for (const Task& task : pipeline.tasks) {
            const QString to = pipeline.id + u'.' + task.id;
            for (const QString& dataset : task.consumes) {
                for (const QString& from : producers.value(key(dataset))) {
                    if (from != to) {
                        edges.append({from, to, dataset});
                    }
                }
            }
        }
    }
    return edges;
}

} // namespace pipeline
