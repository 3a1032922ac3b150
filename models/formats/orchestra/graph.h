// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/chains.h"

#include <QHash>
#include <QSet>

namespace formats::orchestra {

/// A task within a chain.
struct TaskRef {
    const pipeline::Pipeline* pipeline = nullptr;
    const pipeline::Task* task = nullptr;
    [[nodiscard]] QString key() const { return pipeline->id + u'.' + task->id; }
};

/// Who waits for whom among the tasks of a chain, pipelines' outputs dissolved into the tasks that make them.
class ChainGraph {
public:
    /// `written`: keys of the tasks that the file will hold; the others are bridged: who waited for them waits for what they waited for.
    ChainGraph(const Chain& chain, const QSet<QString>& written);

    /// Keys of the written tasks that a task waits for, each once; in the order of `needs`.
    [[nodiscard]] QStringList predecessors(const TaskRef& task) const;
    /// A cycle among the tasks as a path `a.x, a.y, a.x`; empty if there is none.
    [[nodiscard]] QStringList cycle() const;
    [[nodiscard]] const QVector<TaskRef>& tasks() const { return m_tasks; }

private:
    void addProducers(const pipeline::Pipeline& consumer, QStringList& keys, QSet<QString>& seen) const;

    QVector<TaskRef> m_tasks;
    QHash<QString, QStringList> m_direct; ///< before bridging
    QHash<QString, const pipeline::Pipeline*> m_pipelines;
    QSet<QString> m_written;
};

} // namespace formats::orchestra
