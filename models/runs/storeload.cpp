// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/storeprivate.h"
#include "models/runs/storerows.h"

#include <algorithm>
#include <tuple>

namespace runs {

namespace {

bool loadRuns(Database& database, QVector<Run>& all)
{
    QHash<qint64, qsizetype> places;
    Statement rows = database.prepare(QStringLiteral("SELECT id,%1 FROM run ORDER BY record,connection,run_key").arg(runColumns()));
    Statement attempts = database.prepare(
        QStringLiteral("SELECT run_id,number,start_us,end_us,state,raw_state,message,rows FROM attempt ORDER BY run_id,position"));
    Statement io = database.prepare(QStringLiteral("SELECT run_id,direction,name FROM run_io JOIN dataset ON dataset.id=dataset_id ORDER BY run_id"));
    if (!rows.valid() || !attempts.valid() || !io.valid())
        return false;
    Statement::Step step = rows.step();
    for (; step == Statement::Step::Row; step = rows.step()) {
        places.insert(rows.integer(0), all.size());
        all << readRun(rows, 1);
    }
    if (step == Statement::Step::Failed)
        return false;
    for (step = attempts.step(); step == Statement::Step::Row; step = attempts.step()) {
        const auto place = places.constFind(attempts.integer(0));
        if (place != places.constEnd())
            all[*place].attempts << readAttempt(attempts, 1);
    }
    if (step == Statement::Step::Failed)
        return false;
    for (step = io.step(); step == Statement::Step::Row; step = io.step()) {
        const auto place = places.constFind(io.integer(0));
        if (place != places.constEnd())
            (io.text(1) == QLatin1String("in") ? all[*place].inputs : all[*place].outputs) << io.text(2);
    }
    for (Run& run : all) {
        run.inputs.sort();
        run.outputs.sort();
    }
    // SQLite orders by UTF-8 bytes, QString by UTF-16 units: the same but for characters beyond U+FFFF.
    std::sort(all.begin(), all.end(), [](const Run& a, const Run& b) {
        return std::tie(a.record, a.connection, a.runKey) < std::tie(b.record, b.connection, b.runKey);
    });
    return step == Statement::Step::Done;
}

bool loadChecks(Database& database, QVector<SourceCheck>& all)
{
    Statement rows = database.prepare(QStringLiteral("SELECT %1 FROM source_check ORDER BY invocation_id,unique_id").arg(sourceCheckColumns()));
    if (!rows.valid())
        return false;
    Statement::Step step = rows.step();
    for (; step == Statement::Step::Row; step = rows.step())
        all << readSourceCheck(rows);
    return step == Statement::Step::Done;
}

bool loadObservations(Database& database, QVector<Observation>& all)
{
    Statement rows = database.prepare(
        QStringLiteral("SELECT name,at_us,kind,value,instant_us,record,job_key,run_key,cursor_field FROM observation JOIN dataset ON "
                       "dataset.id=dataset_id ORDER BY record,job_key,run_key,name,kind,cursor_field"));
    if (!rows.valid())
        return false;
    Statement::Step step = rows.step();
    for (; step == Statement::Step::Row; step = rows.step()) {
        Observation seen;
        seen.dataset = rows.text(0);
        seen.at = base::UtcTime{rows.integer(1)};
        seen.kind = Observation::Kind(std::clamp<qint64>(rows.integer(2), 0, qint64(Observation::Kind::RowCount)));
        seen.value = rows.text(3);
        seen.instant = rows.isNull(4) ? std::nullopt : std::optional(base::UtcTime{rows.integer(4)});
        seen.record = rows.text(5);
        seen.jobKey = rows.text(6);
        seen.runKey = rows.text(7);
        seen.cursorField = rows.text(8);
        all << seen;
    }
    return step == Statement::Step::Done;
}

constexpr const char* manifestQuery
    = "SELECT invocation_id,project,dbt_version,generated_us,started_us,adapter,nodes FROM manifest JOIN manifest_nodes USING(digest)";

Manifest readManifestRow(const Statement& row)
{
    Manifest manifest;
    manifest.invocationId = row.text(0);
    manifest.project = row.text(1);
    manifest.dbtVersion = row.text(2);
    if (!row.isNull(3))
        manifest.generatedAt = base::UtcTime{row.integer(3)};
    if (!row.isNull(4))
        manifest.invocationStartedAt = base::UtcTime{row.integer(4)};
    manifest.adapter = row.text(5);
    manifest.nodes = unpackNodes(row.blob(6));
    return manifest;
}

} // namespace

std::optional<Manifest> loadManifest(Database& database, const QString& invocationId)
{
    Statement row = database.prepare(QLatin1String(manifestQuery) + QStringLiteral(" WHERE invocation_id=?"));
    if (!row.valid())
        return std::nullopt;
    row.bind(1, invocationId);
    return row.step() == Statement::Step::Row ? std::optional(readManifestRow(row)) : std::nullopt;
}

bool loadHistory(Database& database, History& history)
{
    if (!loadRuns(database, history.runs) || !loadChecks(database, history.sourceChecks) || !loadObservations(database, history.observations))
        return false;
    Statement rows = database.prepare(QLatin1String(manifestQuery) + QStringLiteral(" ORDER BY invocation_id"));
    if (!rows.valid())
        return false;
    Statement::Step step = rows.step();
    for (; step == Statement::Step::Row; step = rows.step())
        history.manifests << readManifestRow(rows);
    return step == Statement::Step::Done;
}

} // namespace runs
