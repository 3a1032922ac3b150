// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/runs/run.h"

#include <memory>

struct sqlite3;

namespace runs {

/// What one file brought, before the store has seen it.
struct ImportBatch {
    QString format;                       ///< `dbt run results v6`, `Airbyte jobs (config API)`, ...
    QVector<Run> runs;
    QVector<SourceCheck> sourceChecks;
    QVector<Observation> observations;
    QVector<Manifest> manifests;
    QStringList notes;                    ///< what is odd in the file, in sentences
};

struct ImportCounts {
    int added = 0;
    int updated = 0;
    int unchanged = 0;
};

/// The long memory: one SQLite database (WAL) per workspace, outside the repository. One writer; move-only; one thread.
/// Merging is commutative and idempotent: the same files in any order, any number of times, give the same content.
class Store {
public:
    /// Creates or migrates. `:memory:` for tests. Errors `store.open`, `store.newer` (written by a newer version), `store.corrupt`.
    static base::Result<Store> open(const QString& path);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// One transaction: all of the batch or nothing. Error `store.write` (also if another process holds the store for 5 s).
    base::Result<ImportCounts> import(const ImportBatch& batch);
    /// All of it. Error `store.read`.
    [[nodiscard]] base::Result<History> load() const;
    [[nodiscard]] qint64 runCount() const;

private:
    Store();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace runs
