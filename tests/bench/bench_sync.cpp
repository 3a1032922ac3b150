// SPDX-License-Identifier: GPL-3.0-or-later
// A local sync without faults beside what it is made of: a plain libcurl loop over the same pages and a plain SQLite insert loop of the
// same rows (sync.md 5.7: 250,000 rows/s for flat JSON Lines; 4e: libcurl on loopback). Same data, same run, CPU time.
#include "models/sync/syncjob.h"
#include "tests/support/httpfault.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <curl/curl.h>
#include <sqlite3.h>

namespace {

constexpr int benchPages = 50;
constexpr int benchSize = 1000;

QByteArray benchPage(int page)
{
    QByteArray text = "{\"data\":[";
    for (int i = 0; i < benchSize; ++i) {
        const QByteArray n = QByteArray::number((page - 1) * benchSize + i);
        text += (i > 0 ? ",{\"id\":" : "{\"id\":") + n + ",\"name\":\"item " + n + "\",\"city\":\"Berlin\",\"amount\":" + n
            + ".25,\"count\":7,\"ok\":true,\"at\":\"2026-08-18T01:36:10Z\",\"note\":null,\"where\":{\"lat\":52.5,\"lon\":13.4}}";
    }
    return text + "]}";
}

/// The server's work is done before: it only sends.
support::FaultServer& benchServer()
{
    static QVector<QByteArray> pages = [] {
        QVector<QByteArray> made;
        for (int page = 1; page <= benchPages; ++page)
            made.append(benchPage(page));
        return made;
    }();
    static support::FaultServer server([](const support::SeenRequest& request) {
        return support::FaultReply::json(pages.value(request.query.value(QStringLiteral("page")).toInt() - 1, "{\"data\":[]}"));
    });
    return server;
}

void countRows(benchmark::State& state)
{
    state.counters["rows"] = benchmark::Counter(double(state.iterations()) * benchPages * benchSize, benchmark::Counter::kIsRate);
    state.counters["pages"] = benchmark::Counter(double(state.iterations()) * benchPages, benchmark::Counter::kIsRate);
}

void benchSync(benchmark::State& state, const char* disposition)
{
    const QString url = benchServer().url();
    for (auto step : state) {
        state.PauseTiming();
        const QTemporaryDir folder;
        QDir(folder.path()).mkpath(QStringLiteral("connections"));
        QFile file(folder.filePath(QStringLiteral("connections/api.yaml")));
        if (!file.open(QIODevice::WriteOnly))
            state.SkipWithError("no file");
        file.write(QStringLiteral("connection:\n  kind: rest\n  config:\n    base_url: %1\n    streams:\n      items:\n        records: data\n"
            "        primary_key: [id]\n        pagination: {type: page, parameter: page}\n  sync:\n    items: {disposition: %2}\n")
                .arg(url, QString::fromLatin1(disposition)).toUtf8());
        file.close();
        syncs::SyncRequest request;
        request.workspaceRoot = folder.path();
        request.connection = QStringLiteral("api");
        request.into = folder.filePath(QStringLiteral("out.sqlite"));
        state.ResumeTiming();
        const auto report = syncs::runSync(request, {});
        if (report.status != syncs::Outcome::Ok || report.streams.first().rowsLoaded != benchPages * benchSize)
            state.SkipWithError("the sync failed");
    }
    countRows(state);
}

size_t swallow(char*, size_t size, size_t count, void* total)
{
    *static_cast<size_t*>(total) += size * count;
    return size * count;
}

void peerCurlFetch(benchmark::State& state)
{
    const QString url = benchServer().url();
    size_t total = 0;
    for (auto step : state) {
        CURL* curl = curl_easy_init();
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &swallow);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &total);
        for (int page = 1; page <= benchPages; ++page) {
            curl_easy_setopt(curl, CURLOPT_URL, QStringLiteral("%1/?page=%2").arg(url).arg(page).toUtf8().constData());
            if (curl_easy_perform(curl) != CURLE_OK)
                state.SkipWithError("no answer");
        }
        curl_easy_cleanup(curl);
    }
    benchmark::DoNotOptimize(total);
    countRows(state);
}

void peerSqliteInsert(benchmark::State& state)
{
    for (auto step : state) {
        state.PauseTiming();
        const QTemporaryDir folder;
        state.ResumeTiming();
        sqlite3* database = nullptr;
        sqlite3_stmt* insert = nullptr;
        sqlite3_open(folder.filePath(QStringLiteral("peer.sqlite")).toUtf8().constData(), &database);
        sqlite3_exec(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE items(id,name,city,amount,count,ok,at,note,lat,lon)", nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(database, "INSERT INTO items VALUES(?,?,?,?,?,?,?,?,?,?)", -1, &insert, nullptr);
        for (int row = 0; row < benchPages * benchSize; ++row) {
            if (row % benchSize == 0)
                sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
            sqlite3_bind_int(insert, 1, row);
            sqlite3_bind_text(insert, 2, "item 12345", -1, SQLITE_STATIC);
            sqlite3_bind_text(insert, 3, "Berlin", -1, SQLITE_STATIC);
            sqlite3_bind_text(insert, 4, "12345.25", -1, SQLITE_STATIC);
            sqlite3_bind_int(insert, 5, 7);
            sqlite3_bind_int(insert, 6, 1);
            sqlite3_bind_text(insert, 7, "2026-08-18T01:36:10.000000Z", -1, SQLITE_STATIC);
            sqlite3_bind_text(insert, 9, "52.5", -1, SQLITE_STATIC);
            sqlite3_bind_text(insert, 10, "13.4", -1, SQLITE_STATIC);
            sqlite3_step(insert);
            sqlite3_reset(insert);
            if (row % benchSize == benchSize - 1)
                sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
        }
        sqlite3_finalize(insert);
        sqlite3_close(database);
    }
    countRows(state);
}

} // namespace

// The server shares the process: thread CPU time of the client is what is compared.
BENCHMARK_CAPTURE(benchSync, append, "append")->Name("sync/append")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(benchSync, merge, "merge")->Name("sync/merge")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(benchSync, replace, "replace")->Name("sync/replace")->Unit(benchmark::kMillisecond);
BENCHMARK(peerCurlFetch)->Name("peer/libcurl fetch loop")->Unit(benchmark::kMillisecond);
BENCHMARK(peerSqliteInsert)->Name("peer/sqlite insert loop")->Unit(benchmark::kMillisecond);
