// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/edges.h"

#include <algorithm>

namespace freshness {

using namespace base;

std::optional<Micros> maxAgeOf(const pipeline::Task* task)
{
    if (!task || !task->freshness)
        return std::nullopt;
    const QString& period = task->freshness->period;
    const Micros unit = period == QLatin1String("minute") ? microsPerMinute : period == QLatin1String("hour") ? microsPerHour
        : period == QLatin1String("day")                                                                      ? microsPerDay
                                                                                                              : 0;
    return unit > 0 ? std::optional<Micros>(task->freshness->count * unit) : std::nullopt;
}

Judgements::Judgements(World& world)
    : m_world(world)
    , m_byExecution(world.executions.size())
{
    for (const Job& job : world.jobs)
        m_maxAge.append(maxAgeOf(world.task(job.task)));
    for (const Job& job : world.jobs) {
        for (const int execution : job.executions) {
            if (world.executions.at(execution).published)
                judgeExecution(execution);
        }
    }
    for (Edge& edge : edges) {
        std::stable_sort(edge.judged.begin(), edge.judged.end(), [this](int a, int b) {
            return *m_world.executions.at(runs.at(a).execution).read < *m_world.executions.at(runs.at(b).execution).read;
        });
    }
}

void Judgements::judgeExecution(int execution)
{
    const Reads reads = m_world.readsOf(m_world.executions.at(execution));
    for (const Read& read : reads)
        judgeRead(execution, read);
}

bool Judgements::isEdge(const Execution& execution, int producer, const Read& read) const
{
    const Job& from = m_world.jobs.at(producer);
    const Job& to = m_world.jobs.at(execution.job);
    if (read.inside || producer == execution.job)
        return false;
    if (!to.dbtNode)
        return true;
    const bool sameManifest = from.dbtNode && execution.manifest >= 0 && m_world.manifests.nodeIndex(execution.manifest, from.uniqueId) >= 0;
    return !sameManifest && !(from.dbtTask && from.task == to.task);
}

void Judgements::judgeRead(int execution, const Read& read)
{
    const Execution& consumer = m_world.executions.at(execution);
    const QVector<int>& producers = m_world.writers.at(read.dataset);
    for (const int producer : producers) {
        if (!isEdge(consumer, producer, read))
            continue;
        const SlotTable& slots_ = m_world.jobs.at(producer).slotTable;
        const int slot = pairing(consumer.job, producer).judgedSlot(*consumer.start, *consumer.read);
        if (slot < 0)
            continue;
        const std::optional<Judgement> judgement = judge(slots_, slot, *consumer.read, m_maxAge.at(consumer.job));
        if (!judgement)
            continue;
        const int edge = edgeOf(producer, read.dataset, consumer.job);
        edges[edge].judged.append(int(runs.size()));
        m_byExecution[execution].append(int(runs.size()));
        runs.append({edge, execution, slot, *judgement, read.path, read.root});
    }
}

int Judgements::edgeOf(int producer, int dataset, int consumer)
{
    const std::pair<int, std::pair<int, int>> key(producer, {dataset, consumer});
    const auto known = m_edgeNumbers.constFind(key);
    if (known != m_edgeNumbers.constEnd())
        return *known;
    edges.append({producer, dataset, consumer, {}});
    m_edgeNumbers.insert(key, int(edges.size()) - 1);
    return int(edges.size()) - 1;
}

const Pairing& Judgements::pairing(int consumerJob, int producerJob)
{
    const std::pair<int, int> key(consumerJob, producerJob);
    const auto known = m_pairings.constFind(key);
    if (known != m_pairings.constEnd())
        return *known;
    const Job& consumer = m_world.jobs.at(consumerJob);
    const pipeline::Pipeline* pipeline = m_world.pipelineOf(consumer.task);
    const bool ownCron = pipeline && m_world.schedules.hasOwnCron(pipeline->id);
    return *m_pairings.insert(key, Pairing(consumer.slotTable, m_world.jobs.at(producerJob).slotTable, m_world.latest, ownCron));
}

} // namespace freshness
