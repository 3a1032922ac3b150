// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/orchestra/graph.h"
#include "models/formats/orchestra/orchestra.h"
#include "models/formats/orchestra/pipelinefile.h"

namespace formats::orchestra {

/// Makes one file of one chain. Not for reuse.
class Builder {
public:
    Builder(const Chain& chain, const Speller& speller, base::Problems& findings);
    /// Nothing where no honest file can be written; the findings say why.
    std::optional<PipelineFile> build();

private:
    void spellTasks();
    void assignIds();
    Group groupOf(const TaskRef& reference, const ChainGraph& graph);
    QString conditionOf(const TaskRef& reference, const QStringList& before);
    void addLimits(const TaskRef& reference, Group& group);
    void noteLosses(const TaskRef& reference);
    QString shortName(const QString& wanted, const QString& fallback, const base::Place& place);
    QString freeId(const QString& wanted, const QString& meant, const base::Place& place);

    const Chain& m_chain;
    const Speller& m_speller;
    base::Problems& m_findings;
    QHash<QString, Spelling> m_spellings; ///< key `pipeline.task`
    QHash<QString, QString> m_groupIds;
    QHash<QString, QString> m_taskIds;
    QSet<QString> m_usedIds;
};

} // namespace formats::orchestra
