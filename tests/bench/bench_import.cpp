// SPDX-License-Identifier: GPL-3.0-or-later
// Import into the run store and reading it back. The peer is SQLite itself: the same number of bare inserts into one table.
#include "models/runs/import.h"

#include <benchmark/benchmark.h>

#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

namespace {

constexpr int importRows = 100'000;

runs::ImportBatch importBatch(int rows)
{
    runs::ImportBatch batch;
    for (int i = 0; i < rows; ++i) {
        runs::Run run;
        run.record = QStringLiteral("dbt.run_results");
        run.parentKey = QStringLiteral("61b41f1c-b2aa-5ab0-bc8a-%1").arg(i / 200, 12, 10, QChar(u'0'));
        run.jobKey = QStringLiteral("model.shop.model_%1").arg(i % 200);
        run.runKey = run.parentKey + u'/' + run.jobKey;
        run.kind = runs::Kind::Transform;
        run.state = runs::State::Ok;
        run.rawState = QStringLiteral("success");
        run.start = base::UtcTime{1'785'000'000'000'000 + i * base::microsPerSecond};
        run.end = *run.start + 30 * base::microsPerSecond;
        run.outputs << QStringLiteral("ANALYTICS.SHOP.model_%1").arg(i % 200);
        batch.runs << run;
    }
    return batch;
}

void importIntoStore(benchmark::State& state)
{
    const runs::ImportBatch batch = importBatch(importRows);
    for (auto _ : state) {
        state.PauseTiming();
        QTemporaryDir folder;
        auto store = runs::Store::open(folder.filePath(QStringLiteral("store.sqlite")));
        state.ResumeTiming();
        if (!store || !store->import(batch))
            state.SkipWithError("import failed");
    }
    state.SetItemsProcessed(state.iterations() * importRows);
}
BENCHMARK(importIntoStore)->Unit(benchmark::kMillisecond);

void importAgainUnchanged(benchmark::State& state)
{
    const runs::ImportBatch batch = importBatch(importRows);
    QTemporaryDir folder;
    auto store = runs::Store::open(folder.filePath(QStringLiteral("store.sqlite")));
    if (!store || !store->import(batch))
        state.SkipWithError("import failed");
    for (auto _ : state) {
        const auto counts = store->import(batch);
        benchmark::DoNotOptimize(counts);
    }
    state.SetItemsProcessed(state.iterations() * importRows);
}
BENCHMARK(importAgainUnchanged)->Unit(benchmark::kMillisecond);

void loadHistory(benchmark::State& state)
{
    QTemporaryDir folder;
    auto store = runs::Store::open(folder.filePath(QStringLiteral("store.sqlite")));
    if (!store || !store->import(importBatch(importRows)))
        state.SkipWithError("import failed");
    for (auto _ : state) {
        const auto history = store->load();
        benchmark::DoNotOptimize(history);
    }
    state.SetItemsProcessed(state.iterations() * importRows);
}
BENCHMARK(loadHistory)->Unit(benchmark::kMillisecond);

void bareSqliteInserts(benchmark::State& state)
{
    const runs::ImportBatch batch = importBatch(importRows);
    for (auto _ : state) {
        state.PauseTiming();
        QTemporaryDir folder;
        sqlite3* database = nullptr;
        sqlite3_open(folder.filePath(QStringLiteral("bare.sqlite")).toUtf8().constData(), &database);
        sqlite3_exec(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE t(k TEXT UNIQUE, a, b, c, d)", nullptr, nullptr, nullptr);
        state.ResumeTiming();
        sqlite3_exec(database, "BEGIN", nullptr, nullptr, nullptr);
        sqlite3_stmt* insert = nullptr;
        sqlite3_prepare_v2(database, "INSERT INTO t VALUES(?,?,?,?,?)", -1, &insert, nullptr);
        for (const runs::Run& run : batch.runs) {
            const QByteArray key = run.runKey.toUtf8();
            const QByteArray job = run.jobKey.toUtf8();
            sqlite3_bind_text(insert, 1, key.constData(), int(key.size()), nullptr);
            sqlite3_bind_text(insert, 2, job.constData(), int(job.size()), nullptr);
            sqlite3_bind_int64(insert, 3, run.start->us);
            sqlite3_bind_int64(insert, 4, run.end->us);
            sqlite3_bind_int64(insert, 5, int(run.state));
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
        sqlite3_close(database);
    }
    state.SetItemsProcessed(state.iterations() * importRows);
}
BENCHMARK(bareSqliteInserts)->Unit(benchmark::kMillisecond);

void readArtifact(benchmark::State& state)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run_results.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        state.SkipWithError("cannot write");
        return;
    }
    constexpr int nodes = 5000;
    file.write(R"({"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/run-results/v6.json","dbt_version":"1.12.3",
        "generated_at":"2026-08-18T01:44:29.000000Z","invocation_id":"i"},"args":{"which":"build"},"elapsed_time":9.5,"results":[)");
    for (int i = 0; i < nodes; ++i) {
        file.write((i == 0 ? "" : ",") + QByteArray(R"({"status":"success","timing":[{"name":"compile","started_at":"2026-08-18T01:36:10.000100Z",
            "completed_at":"2026-08-18T01:36:10.031100Z"},{"name":"execute","started_at":"2026-08-18T01:36:10.033100Z",
            "completed_at":"2026-08-18T01:36:31.433100Z"}],"thread_id":"Thread-1","execution_time":21.4,"adapter_response":{},
            "message":"SELECT 60","failures":null,"unique_id":"model.shop.m)") + QByteArray::number(i) + R"(","relation_name":"a.b.c"})");
    }
    file.write("]}");
    file.close();
    for (auto _ : state) {
        const auto batch = runs::readRunFile(path);
        benchmark::DoNotOptimize(batch);
    }
    state.SetItemsProcessed(state.iterations() * nodes);
}
BENCHMARK(readArtifact)->Unit(benchmark::kMillisecond);

} // namespace
