// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/manifests.h"

#include <algorithm>
#include <limits>

namespace freshness {

using namespace base;

namespace {

UtcTime generated(const runs::Manifest& manifest)
{
    return manifest.generatedAt.value_or(UtcTime{std::numeric_limits<qint64>::min()});
}

} // namespace

Manifests::Manifests(const runs::History& history, Datasets& datasets)
    : m_manifests(history.manifests)
    , m_datasets(datasets)
{
    for (int i = 0; i < count(); ++i) {
        const runs::Manifest& one = m_manifests.at(i);
        if (!one.invocationId.isEmpty())
            m_byInvocation.insert(one.invocationId, i);
        m_byProject[one.project].append(i);
        m_epochs.append(generated(one));
        for (const runs::ManifestNode& node : one.nodes) {
            const bool source = node.resourceType == QLatin1String("source");
            if (source || isRelation(node))
                datasets.add(node.relation, source ? Datasets::Spelling::DbtSource : Datasets::Spelling::DbtNode);
        }
    }
    std::sort(m_epochs.begin(), m_epochs.end());
    m_projects = m_byProject.keys();
    m_projects.sort();
    for (QVector<int>& list : m_byProject) {
        std::stable_sort(list.begin(), list.end(),
            [this](int a, int b) { return generated(m_manifests.at(a)) < generated(m_manifests.at(b)); });
    }
}

bool Manifests::isPassThrough(const runs::ManifestNode& node)
{
    return node.materialized == QLatin1String("view") || node.materialized == QLatin1String("ephemeral");
}

bool Manifests::isRelation(const runs::ManifestNode& node)
{
    return node.resourceType == QLatin1String("model") || node.resourceType == QLatin1String("seed")
        || node.resourceType == QLatin1String("snapshot");
}

int Manifests::latestOf(const QString& project, UtcTime at) const
{
    const auto found = m_byProject.constFind(project);
    if (found == m_byProject.constEnd())
        return -1;
    const auto later = std::upper_bound(found->begin(), found->end(), at,
        [this](UtcTime value, int manifest) { return value < generated(m_manifests.at(manifest)); });
    return later == found->begin() ? found->first() : *std::prev(later);
}

int Manifests::ofInvocation(const QStringList& projects, const QString& invocationId, UtcTime end) const
{
    const int same = sameInvocation(invocationId);
    if (same >= 0)
        return same;
    for (const QString& project : projects) {
        const int latest = latestOf(project, end);
        if (latest >= 0)
            return latest;
    }
    return -1;
}

int Manifests::nodeIndex(int manifest, const QString& uniqueId) const
{
    const QVector<runs::ManifestNode>& nodes = m_manifests.at(manifest).nodes;
    const auto found = std::lower_bound(nodes.begin(), nodes.end(), uniqueId,
        [](const runs::ManifestNode& node, const QString& id) { return node.uniqueId < id; });
    return found != nodes.end() && found->uniqueId == uniqueId ? int(found - nodes.begin()) : -1;
}

int Manifests::epoch(UtcTime at) const
{
    return int(std::upper_bound(m_epochs.begin(), m_epochs.end(), at) - m_epochs.begin());
}

const QHash<int, int>& Manifests::relations(int manifest)
{
    const auto known = m_relations.constFind(manifest);
    if (known != m_relations.constEnd())
        return *known;
    QHash<int, int> result;
    const QVector<runs::ManifestNode>& nodes = m_manifests.at(manifest).nodes;
    for (int i = 0; i < int(nodes.size()); ++i) {
        const int relation = isRelation(nodes.at(i)) ? m_datasets.find(nodes.at(i).relation) : -1;
        if (relation >= 0 && !result.contains(relation))
            result.insert(relation, i);
    }
    return m_relations.insert(manifest, result).value();
}

int Manifests::dataset(int manifest, int nodeNumber)
{
    return m_datasets.find(node(manifest, nodeNumber).relation);
}

/// A node stands in the reader's way: a view is looked through, anything else is what it reads.
void Manifests::reach(int manifest, int nodeNumber, Expansion& expansion)
{
    const runs::ManifestNode& reached = node(manifest, nodeNumber);
    if (isPassThrough(reached)) {
        expansion.path.append(reached.uniqueId);
        expandNode(manifest, nodeNumber, expansion);
        expansion.path.removeLast();
        return;
    }
    const int relation = dataset(manifest, nodeNumber);
    if (relation >= 0) {
        expansion.result.append({relation, expansion.root >= 0 ? expansion.root : relation, manifest, nodeNumber,
            manifest == expansion.ownManifest, expansion.path});
    }
}

void Manifests::expandNode(int manifest, int nodeNumber, Expansion& expansion)
{
    if (expansion.visited.contains({manifest, nodeNumber}))
        return;
    expansion.visited.append({manifest, nodeNumber});
    for (const QString& parent : node(manifest, nodeNumber).dependsOn) {
        const int index = nodeIndex(manifest, parent);
        if (index < 0)
            continue;
        if (node(manifest, index).resourceType == QLatin1String("source")) {
            const int source = dataset(manifest, index);
            const int own = source < 0 ? -1 : relations(manifest).value(source, -1);
            if (own >= 0)
                reach(manifest, own, expansion); // a project that declares its own table as a source
            else if (source >= 0)
                expandDataset(source, expansion);
        } else if (isRelation(node(manifest, index))) {
            reach(manifest, index, expansion);
        }
    }
}

void Manifests::expandDataset(int number, Expansion& expansion)
{
    for (const QString& project : std::as_const(m_projects)) {
        const int manifest = latestOf(project, expansion.at);
        const int found = manifest < 0 ? -1 : relations(manifest).value(number, -1);
        if (found < 0)
            continue;
        const int outer = expansion.root;
        if (outer < 0)
            expansion.root = number;
        reach(manifest, found, expansion);
        expansion.root = outer;
        return;
    }
    expansion.result.append({number, expansion.root >= 0 ? expansion.root : number, -1, -1, false, expansion.path});
}

namespace {

void keepOneOfEachDataset(Reads& reads)
{
    QVector<int> seen;
    const auto repeated = [&seen](const Read& read) {
        if (seen.contains(read.dataset))
            return true;
        seen.append(read.dataset);
        return false;
    };
    reads.erase(std::remove_if(reads.begin(), reads.end(), repeated), reads.end());
}

} // namespace

Reads Manifests::readsOfNode(int manifest, int nodeNumber, UtcTime at)
{
    const Key key{manifest, nodeNumber, epoch(at)};
    const auto known = m_nodeReads.constFind(key);
    if (known != m_nodeReads.constEnd())
        return *known;
    Expansion expansion{manifest, at, {}, {}, -1, {}};
    expandNode(manifest, nodeNumber, expansion);
    keepOneOfEachDataset(expansion.result);
    return m_nodeReads.insert(key, expansion.result).value();
}

Reads Manifests::readsOfDataset(int number, UtcTime at)
{
    const Key key{-1, number, epoch(at)};
    const auto known = m_datasetReads.constFind(key);
    if (known != m_datasetReads.constEnd())
        return *known;
    Expansion expansion{-1, at, {}, {}, -1, {}};
    expandDataset(number, expansion);
    keepOneOfEachDataset(expansion.result);
    return m_datasetReads.insert(key, expansion.result).value();
}

} // namespace freshness
