// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/store.h"

#include "models/runs/schema.h"
#include "models/runs/storeprivate.h"

#include <sqlite3.h>

namespace runs {

Store::Store() : d(std::make_unique<Private>()) { }
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

base::Result<Store> Store::open(const QString& path)
{
    auto database = Database::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, "store.open", path);
    if (!database)
        return database.error();
    Store store;
    store.d->database = std::move(*database);
    Database& db = store.d->database;
    if (!db.exec("PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON"))
        return db.error("store.open");
    // A file that is no database fails here first; quick_check in migrate() finds the rest.
    if (!db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY"))
        return db.error("store.corrupt");
    const auto migrated = migrate(db, path);
    if (!migrated)
        return migrated.error();
    return store;
}

qint64 Store::runCount() const
{
    return d->database.pragma("SELECT count(*) FROM run");
}

base::Result<ImportCounts> Store::import(const ImportBatch& batch)
{
    Database& db = d->database;
    if (!db.exec("BEGIN IMMEDIATE"))
        return db.error("store.write");
    StoreWriter writer(db);
    const bool written = writer.write(batch) && db.exec("COMMIT");
    if (written)
        return writer.counts();
    const base::Error error = db.error("store.write");
    const bool rolledBack = db.exec("ROLLBACK");
    Q_UNUSED(rolledBack)
    return error;
}

base::Result<History> Store::load() const
{
    History history;
    if (!loadHistory(d->database, history))
        return d->database.error("store.read");
    return history;
}

} // namespace runs
