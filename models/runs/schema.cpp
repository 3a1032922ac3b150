// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/schema.h"

#include <array>

namespace runs {

namespace {

// runs.md 12.1. Words, not numbers, for kinds and states: the database can be read without this program. Instants are
// UTC microseconds. `digest` recognises an unchanged record without reading it back.
constexpr const char* schemaVersionOne = R"sql(
CREATE TABLE run(
  id INTEGER PRIMARY KEY, record TEXT NOT NULL, connection TEXT NOT NULL, run_key TEXT NOT NULL, job_key TEXT NOT NULL,
  parent_key TEXT NOT NULL, kind TEXT NOT NULL, planned_us INTEGER, queued_us INTEGER, start_us INTEGER, end_us INTEGER,
  nominal_start_us INTEGER, nominal_end_us INTEGER, updated_us INTEGER, start_estimated INTEGER NOT NULL,
  end_estimated INTEGER NOT NULL, zone_src TEXT NOT NULL, state TEXT NOT NULL, raw_state TEXT NOT NULL, rows INTEGER,
  bytes INTEGER, message TEXT NOT NULL, detail TEXT NOT NULL, digest BLOB NOT NULL,
  UNIQUE(record, connection, run_key));
CREATE TABLE attempt(
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, position INTEGER NOT NULL, number INTEGER NOT NULL,
  start_us INTEGER, end_us INTEGER, state TEXT NOT NULL, raw_state TEXT NOT NULL, message TEXT NOT NULL, rows INTEGER,
  PRIMARY KEY(run_id, position)) WITHOUT ROWID;
CREATE TABLE dataset(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE run_io(
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, direction TEXT NOT NULL CHECK(direction IN ('in', 'out')),
  dataset_id INTEGER NOT NULL REFERENCES dataset(id), PRIMARY KEY(run_id, direction, dataset_id)) WITHOUT ROWID;
CREATE TABLE observation(
  record TEXT NOT NULL, job_key TEXT NOT NULL, run_key TEXT NOT NULL, dataset_id INTEGER NOT NULL REFERENCES dataset(id),
  kind INTEGER NOT NULL, cursor_field TEXT NOT NULL, at_us INTEGER NOT NULL, value TEXT NOT NULL, instant_us INTEGER,
  PRIMARY KEY(record, job_key, run_key, dataset_id, kind, cursor_field)) WITHOUT ROWID;
CREATE TABLE source_check(
  invocation_id TEXT NOT NULL, unique_id TEXT NOT NULL, project TEXT NOT NULL, dbt_version TEXT NOT NULL,
  max_loaded_at_us INTEGER, max_loaded_at TEXT NOT NULL, snapshotted_at_us INTEGER, age_s REAL, status TEXT NOT NULL,
  error TEXT NOT NULL, execute_start_us INTEGER, execute_end_us INTEGER, check_start_us INTEGER NOT NULL,
  PRIMARY KEY(invocation_id, unique_id)) WITHOUT ROWID;
CREATE TABLE manifest_nodes(digest BLOB PRIMARY KEY, nodes BLOB NOT NULL);
CREATE TABLE manifest(
  invocation_id TEXT PRIMARY KEY, project TEXT NOT NULL, dbt_version TEXT NOT NULL, generated_us INTEGER, started_us INTEGER,
  adapter TEXT NOT NULL, digest BLOB NOT NULL REFERENCES manifest_nodes(digest));
CREATE TABLE highwater(connection TEXT PRIMARY KEY, cursor TEXT NOT NULL);
)sql";

constexpr std::array schemaSteps{schemaVersionOne};
static_assert(schemaSteps.size() == schemaVersion);

} // namespace

base::Result<void> migrate(Database& database, const QString& path)
{
    Statement check = database.prepare(QStringLiteral("PRAGMA quick_check(1)"));
    if (!check.valid() || check.step() != Statement::Step::Row || check.text(0) != QLatin1String("ok")) {
        const QString what = check.valid() && !check.text(0).isEmpty() ? check.text(0) : database.lastError();
        return base::makeError("store.corrupt", QStringLiteral("the run store is damaged: %1").arg(what), base::Place{path, 0, 0, {}});
    }
    check = Statement();
    const qint64 found = database.pragma("PRAGMA user_version");
    if (found > schemaVersion) {
        return base::makeError("store.newer",
            QStringLiteral("the run store has schema version %1, written by a newer Weirkeeper; this one knows %2").arg(found).arg(schemaVersion),
            base::Place{path, 0, 0, {}});
    }
    if (found < 0)
        return base::makeError("store.corrupt", QStringLiteral("schema version %1").arg(found), base::Place{path, 0, 0, {}});
    if (size_t(found) == schemaSteps.size())
        return {};
    // Two programs may open a new store at once: whoever comes second finds the work done once it has the lock.
    const auto failed = [&database] {
        const base::Error error = database.error("store.open");
        const bool rolledBack = database.exec("ROLLBACK");
        Q_UNUSED(rolledBack)
        return error;
    };
    if (!database.exec("BEGIN IMMEDIATE"))
        return failed();
    for (auto step = size_t(database.pragma("PRAGMA user_version")); step < schemaSteps.size(); ++step) {
        const QByteArray version = "PRAGMA user_version=" + QByteArray::number(qulonglong(step + 1));
        if (!database.exec(schemaSteps.at(step)) || !database.exec(version.constData()))
            return failed();
    }
    if (!database.exec("COMMIT"))
        return failed();
    return {};
}

} // namespace runs
