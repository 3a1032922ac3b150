// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/world.h"

namespace freshness {

/// A dbt source as its newest manifest tells it, with every check of it.
struct SourceFacts {
    QString uniqueId;
    int dataset = -1;
    QString loadedAtField;
    QVector<int> checks; ///< indices into History::sourceChecks, by start of the check
};

/// What was measured of datasets, by dataset and in time order.
class Facts {
public:
    explicit Facts(const World& world);

    [[nodiscard]] const QVector<SourceFacts>& sources() const { return m_sources; }
    /// The last check of the dataset whose snapshot lies in (after, at]; null: none.
    [[nodiscard]] const runs::SourceCheck* lastCheck(int dataset, base::UtcTime at) const;
    /// The newest business date (or cursor) that had been observed by `at`; null: none.
    [[nodiscard]] const runs::Observation* businessDate(int dataset, base::UtcTime at) const;
    /// The first observation of a larger value after `at`; null: none.
    [[nodiscard]] const runs::Observation* newestBusinessDate(int dataset) const;
    /// Observations of a dataset that a task's loads brought: cursors, by time.
    [[nodiscard]] QVector<const runs::Observation*> cursors(int task, int dataset) const;
    /// The dataset an observation speaks of: a produced dataset of its task, else one of that name; -1.
    [[nodiscard]] int datasetOf(const runs::Observation& observation) const;

private:
    void indexSources();
    void indexObservations();

    const World& m_world;
    QVector<SourceFacts> m_sources;
    QHash<int, QVector<int>> m_checks;        ///< dataset -> checks by snapshot
    QHash<int, QVector<int>> m_businessDates; ///< dataset -> observations by time
    QHash<std::pair<int, int>, QVector<int>> m_cursors;
    QHash<QString, int> m_taskOfSchema;       ///< record + jobKey -> task
};

} // namespace freshness
