// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/datasets.h"
#include "models/runs/run.h"

#include <optional>

namespace freshness {

/// What one consumer selects from, after views were looked through.
struct Read {
    int dataset = -1;
    int root = -1;          ///< the dataset that was named: a view of the same or another project, else `dataset`
    int manifest = -1;      ///< where `node` is, if a dbt node writes the dataset
    int node = -1;
    bool inside = false;    ///< written inside the reader's own manifest: dbt orders that
    QStringList path;       ///< views on the way, by unique_id
};
using Reads = QVector<Read>;

/// The manifests of the history, searchable: which belongs to an invocation, what a node reads (runs.md 12.2, 12.3).
class Manifests {
public:
    Manifests(const runs::History& history, Datasets& datasets);

    /// Same invocation_id; else the latest of the project generated at or before `end`; else the earliest later. -1: none.
    [[nodiscard]] int ofInvocation(const QStringList& projects, const QString& invocationId, base::UtcTime end) const;
    [[nodiscard]] int sameInvocation(const QString& invocationId) const { return m_byInvocation.value(invocationId, -1); }
    [[nodiscard]] bool knowsProject(const QString& project) const { return m_byProject.contains(project); }
    [[nodiscard]] const runs::Manifest& manifest(int index) const { return m_manifests.at(index); }
    [[nodiscard]] int count() const { return int(m_manifests.size()); }
    /// -1: not in it.
    [[nodiscard]] int nodeIndex(int manifest, const QString& uniqueId) const;
    [[nodiscard]] const runs::ManifestNode& node(int manifest, int node) const { return m_manifests.at(manifest).nodes.at(node); }
    [[nodiscard]] static bool isPassThrough(const runs::ManifestNode& node); ///< view, ephemeral
    [[nodiscard]] static bool isRelation(const runs::ManifestNode& node);    ///< model, seed, snapshot

    /// What a node selects from at `at`: sources, and nodes (those of its own manifest are `inside`).
    [[nodiscard]] Reads readsOfNode(int manifest, int node, base::UtcTime at);
    /// What somebody else who names the dataset selects from: itself, or what is behind a view.
    [[nodiscard]] Reads readsOfDataset(int dataset, base::UtcTime at);

private:
    struct Expansion {
        int ownManifest = -1;
        base::UtcTime at;
        QVector<std::pair<int, int>> visited;
        QStringList path;
        int root = -1;
        Reads result;
    };
    struct Key {
        int manifest;
        int id;
        int epoch;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0) { return qHashMulti(seed, key.manifest, key.id, key.epoch); }
    };
    [[nodiscard]] int latestOf(const QString& project, base::UtcTime at) const;
    [[nodiscard]] int epoch(base::UtcTime at) const;
    const QHash<int, int>& relations(int manifest);
    [[nodiscard]] int dataset(int manifest, int node);
    void expandNode(int manifest, int node, Expansion& expansion);
    void expandDataset(int dataset, Expansion& expansion);
    void reach(int manifest, int node, Expansion& expansion);

    const QVector<runs::Manifest>& m_manifests;
    Datasets& m_datasets;
    QHash<QString, int> m_byInvocation;
    QHash<QString, QVector<int>> m_byProject; ///< by generatedAt
    QStringList m_projects;                   ///< sorted
    QVector<base::UtcTime> m_epochs;
    QHash<int, QHash<int, int>> m_relations;  ///< manifest -> dataset -> node
    QHash<Key, Reads> m_nodeReads;
    QHash<Key, Reads> m_datasetReads;
};

} // namespace freshness
