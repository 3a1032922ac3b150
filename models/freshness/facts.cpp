// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/facts.h"

#include <algorithm>

namespace freshness {

using namespace base;

Facts::Facts(const World& world)
    : m_world(world)
{
    indexSources();
    indexObservations();
}

void Facts::indexSources()
{
    QHash<QString, int> known;
    QVector<UtcTime> generatedAt;
    for (int i = 0; i < m_world.manifests.count(); ++i) {
        const runs::Manifest& manifest = m_world.manifests.manifest(i);
        const UtcTime at = manifest.generatedAt.value_or(UtcTime{});
        for (const runs::ManifestNode& node : manifest.nodes) {
            if (node.resourceType != QLatin1String("source"))
                continue;
            int index = known.value(node.uniqueId, -1);
            if (index < 0) {
                index = int(m_sources.size());
                known.insert(node.uniqueId, index);
                m_sources.append({node.uniqueId, -1, {}, {}});
                generatedAt.append(at);
            } else if (at < generatedAt.at(index)) {
                continue;
            }
            generatedAt[index] = at;
            m_sources[index].dataset = m_world.datasets.find(node.relation);
            m_sources[index].loadedAtField = node.loadedAtField;
        }
    }
    const auto& checks = m_world.history.sourceChecks;
    for (int i = 0; i < int(checks.size()); ++i) {
        const int source = known.value(checks.at(i).uniqueId, -1);
        if (source < 0)
            continue;
        m_sources[source].checks.append(i);
        if (checks.at(i).snapshottedAt && checks.at(i).maxLoadedAt)
            m_checks[m_sources.at(source).dataset].append(i);
    }
    const auto byStart = [&checks](int a, int b) { return checks.at(a).checkStart < checks.at(b).checkStart; };
    for (SourceFacts& source : m_sources)
        std::stable_sort(source.checks.begin(), source.checks.end(), byStart);
    std::sort(m_sources.begin(), m_sources.end(), [](const SourceFacts& a, const SourceFacts& b) { return a.uniqueId < b.uniqueId; });
    for (QVector<int>& list : m_checks) {
        std::stable_sort(list.begin(), list.end(), [&checks](int a, int b) { return *checks.at(a).snapshottedAt < *checks.at(b).snapshottedAt; });
    }
}

int Facts::datasetOf(const runs::Observation& observation) const
{
    const int task = m_taskOfSchema.value(observation.record + u'\n' + observation.jobKey, -1);
    const int produced = m_world.producedDataset(task, observation.dataset);
    return produced >= 0 ? produced : m_world.datasets.find(observation.dataset);
}

void Facts::indexObservations()
{
    for (const Execution& execution : m_world.executions) {
        if (execution.invocation >= 0 || execution.task < 0)
            continue;
        for (const int record : QVector<int>{execution.record} + execution.others)
            m_taskOfSchema.insert(m_world.history.runs.at(record).record + u'\n' + m_world.history.runs.at(record).jobKey, execution.task);
    }
    const auto& all = m_world.history.observations;
    for (int i = 0; i < int(all.size()); ++i) {
        const int dataset = datasetOf(all.at(i));
        if (dataset < 0)
            continue;
        if (all.at(i).kind == runs::Observation::Kind::BusinessDate)
            m_businessDates[dataset].append(i);
        const bool cursor = all.at(i).kind == runs::Observation::Kind::Cursor || !all.at(i).cursorField.isEmpty();
        const int task = m_taskOfSchema.value(all.at(i).record + u'\n' + all.at(i).jobKey, -1);
        if (cursor && task >= 0)
            m_cursors[{task, dataset}].append(i);
    }
    const auto byTime = [&all](int a, int b) { return all.at(a).at < all.at(b).at; };
    for (QVector<int>& list : m_businessDates)
        std::stable_sort(list.begin(), list.end(), byTime);
    for (QVector<int>& list : m_cursors)
        std::stable_sort(list.begin(), list.end(), byTime);
}

const runs::SourceCheck* Facts::lastCheck(int dataset, UtcTime at) const
{
    const auto& checks = m_world.history.sourceChecks;
    const runs::SourceCheck* last = nullptr;
    for (const int i : m_checks.value(dataset)) {
        if (*checks.at(i).snapshottedAt > at)
            break;
        last = &checks.at(i);
    }
    return last;
}

const runs::Observation* Facts::businessDate(int dataset, UtcTime at) const
{
    const auto& all = m_world.history.observations;
    const runs::Observation* newest = nullptr;
    for (const int i : m_businessDates.value(dataset)) {
        if (all.at(i).at > at)
            break;
        if (!newest || newest->value <= all.at(i).value)
            newest = &all.at(i);
    }
    return newest;
}

const runs::Observation* Facts::newestBusinessDate(int dataset) const
{
    return businessDate(dataset, m_world.latest);
}

QVector<const runs::Observation*> Facts::cursors(int task, int dataset) const
{
    QVector<const runs::Observation*> result;
    for (const int i : m_cursors.value({task, dataset}))
        result.append(&m_world.history.observations.at(i));
    return result;
}

} // namespace freshness
