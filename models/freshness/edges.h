// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/pairing.h"
#include "models/freshness/verdicts.h"
#include "models/freshness/world.h"

namespace freshness {

/// Producer -dataset-> consumer.
struct Edge {
    int producer = -1; ///< index into World::jobs
    int dataset = -1;
    int consumer = -1;
    QVector<int> judged; ///< indices into Judgements::runs, by read instant
    bool operator==(const Edge& other) const { return producer == other.producer && dataset == other.dataset && consumer == other.consumer; }
};

/// One consumer run on one edge, judged.
struct JudgedRun {
    int edge = -1;
    int execution = -1;
    int slot = -1;          ///< the producer's slot it was judged by
    Judgement judgement;
    QStringList path;       ///< views looked through
    int root = -1;          ///< dataset that the consumer named
};

/// Every verdict of the history.
class Judgements {
public:
    explicit Judgements(World& world);

    QVector<Edge> edges;
    QVector<JudgedRun> runs;
    /// Indices into `runs` of one execution.
    [[nodiscard]] const QVector<int>& ofExecution(int execution) const { return m_byExecution.at(execution); }
    [[nodiscard]] const Pairing& pairing(int consumerJob, int producerJob);

private:
    void judgeExecution(int execution);
    void judgeRead(int execution, const Read& read);
    [[nodiscard]] bool isEdge(const Execution& execution, int producer, const Read& read) const;
    int edgeOf(int producer, int dataset, int consumer);

    World& m_world;
    QHash<std::pair<int, int>, Pairing> m_pairings;
    QHash<std::pair<int, std::pair<int, int>>, int> m_edgeNumbers;
    QVector<std::optional<base::Micros>> m_maxAge; ///< by job
    QVector<QVector<int>> m_byExecution;
};

/// `freshness` of a task as a length of time.
[[nodiscard]] std::optional<base::Micros> maxAgeOf(const pipeline::Task* task);

} // namespace freshness
