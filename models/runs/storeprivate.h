// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runs/sqlite.h"
#include "models/runs/store.h"

#include <QHash>

namespace runs {

struct Store::Private {
    Database database;
};

/// Writes one batch inside the caller's transaction.
class StoreWriter {
public:
    explicit StoreWriter(Database& database);
    /// False after an SQLite error (see Database::lastError); the caller rolls back.
    [[nodiscard]] bool write(const ImportBatch& batch);
    [[nodiscard]] const ImportCounts& counts() const { return m_counts; }

private:
    [[nodiscard]] bool writeRun(const Run& run);
    [[nodiscard]] bool replaceRun(qint64 id, const Run& run, const QByteArray& digest);
    [[nodiscard]] bool writeNeighbours(qint64 id, const Run& run);
    [[nodiscard]] std::optional<Run> storedRun(qint64 id);
    [[nodiscard]] std::optional<qint64> datasetId(const QString& name);
    [[nodiscard]] bool writeCheck(const SourceCheck& check);
    [[nodiscard]] bool writeObservation(const Observation& observation);
    [[nodiscard]] bool writeManifest(const Manifest& manifest);

    Database& m_database;
    ImportCounts m_counts;
    QHash<QString, qint64> m_datasets;
    Statement m_insertRun, m_findRun, m_readRun, m_updateRun, m_insertAttempt, m_insertIo, m_readAttempts, m_readIo, m_deleteAttempts,
        m_deleteIo, m_insertDataset, m_findDataset, m_findCheck, m_putCheck, m_findObservation, m_putObservation;
};

[[nodiscard]] bool loadHistory(Database& database, History& history);
[[nodiscard]] std::optional<Manifest> loadManifest(Database& database, const QString& invocationId);

} // namespace runs
