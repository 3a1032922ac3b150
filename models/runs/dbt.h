// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runs/format.h"

/// What dbt's artifacts and its log have in common (runs.md 1).
namespace runs::dbt {

struct Meta {
    QString artifact;             ///< run-results, sources, manifest, catalog
    int schemaVersion = 0;
    QString dbtVersion;
    int major = 1;                ///< 2: the Rust engine
    QString invocationId;
    std::optional<base::UtcTime> generatedAt;
    std::optional<base::UtcTime> startedAt; ///< invocation_started_at
};

/// Nothing if the document is no dbt artifact.
[[nodiscard]] std::optional<Meta> metaOf(simdjson::dom::element root);
[[nodiscard]] int majorOf(const QString& dbtVersion);

[[nodiscard]] State stateOf(const QString& word); ///< any capitals; runs.md 0.2
/// The time inside a UUIDv7; nothing for other versions.
[[nodiscard]] std::optional<base::UtcTime> uuidV7Time(const QString& uuid);

struct Start {
    std::optional<base::UtcTime> at;
    bool estimated = false;
};
/// runs.md 12.3: invocation_started_at; 2.x: the id's own milliseconds (never minus elapsed, a sum of node times there);
/// else generated_at - elapsed_time, estimated.
[[nodiscard]] Start invocationStart(const Meta& meta, std::optional<double> elapsed);

/// Commands that build or test something: only their rows are work.
[[nodiscard]] bool isWork(const QString& which);
[[nodiscard]] Kind kindOfCommand(const QString& which);
/// Kind of a node by the first part of its unique_id; nothing for hooks, exposures and other rows that are no work items.
[[nodiscard]] std::optional<Kind> kindOfNode(const QString& uniqueId);
/// Whether the node leaves a relation behind.
[[nodiscard]] bool buildsRelation(const QString& uniqueId);
[[nodiscard]] QString projectOf(const QString& uniqueId);
/// The commonest project (ties: the first by name), and all of them sorted.
[[nodiscard]] QString commonest(const QHash<QString, int>& projects, QStringList* all = nullptr);
/// Rows as adapter_response tells them, where it can be trusted.
[[nodiscard]] std::optional<qint64> rowsOf(simdjson::dom::element result, int major);
/// The state of an invocation from those of its nodes.
[[nodiscard]] State worstOf(const QHash<State, int>& states);

[[nodiscard]] base::Result<ImportBatch> readRunResults(const Content& content, const Meta& meta);
[[nodiscard]] base::Result<ImportBatch> readSources(const Content& content, const Meta& meta);
[[nodiscard]] base::Result<ImportBatch> readManifest(const Content& content, const Meta& meta);

} // namespace runs::dbt
