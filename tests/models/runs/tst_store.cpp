// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/import.h"
#include "models/runs/merge.h"
#include "tests/models/runs/runsupport.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace runs;
using runsupport::difference;

class TestStore : public QObject {
    Q_OBJECT
private slots:
    void anEmptyStoreHoldsNothing();
    void whatWasWrittenComesBack();
    void refusesANewerStore();
    void refusesWhatIsNoDatabase();
    void aDamagedStoreIsNamedNotRead();
    void theLaterVersionOfAJobWinsInAnyOrder();
    void mergingIsCommutativeAssociativeAndIdempotent();
    void importsEverythingTwiceAndInReverseOrderToTheSameContent();
    void importsAHundredThousandRunsASecond();
};

namespace {

Run someRun(int number)
{
    Run run;
    run.record = QStringLiteral("airbyte.config");
    run.jobKey = QStringLiteral("7ee20f77-e5ca-5258-8d43-78fbabb4e27e");
    run.runKey = QString::number(number);
    run.kind = Kind::Load;
    run.state = State::Ok;
    run.rawState = QStringLiteral("succeeded");
    run.start = base::UtcTime{1'785'000'000'000'000 + number * base::microsPerMinute};
    run.end = *run.start + 30 * base::microsPerSecond;
    run.rows = number;
    return run;
}

ImportBatch batchOf(const QVector<Run>& all)
{
    ImportBatch batch;
    batch.runs = all;
    return batch;
}

void executeOn(const QString& path, const char* sql)
{
    sqlite3* database = nullptr;
    sqlite3_open(path.toUtf8().constData(), &database);
    const int code = sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
    sqlite3_close(database);
    QCOMPARE(code, SQLITE_OK);
}

Run randomPiece(QRandomGenerator& random)
{
    Run run;
    run.record = QStringLiteral("openlineage");
    run.runKey = QStringLiteral("r");
    run.jobKey = QStringLiteral("job%1").arg(random.bounded(2));
    run.detail.insert(QStringLiteral("namespace"), QStringLiteral("n%1").arg(random.bounded(2)));
    run.state = State(random.bounded(10));
    run.rawState = QStringLiteral("w%1").arg(random.bounded(3));
    if (random.bounded(3) > 0)
        run.start = base::UtcTime{random.bounded(5)};
    run.startEstimated = run.start && random.bounded(2) == 0;
    if (random.bounded(3) > 0)
        run.end = base::UtcTime{random.bounded(5)};
    run.endEstimated = run.end && random.bounded(2) == 0;
    run.message = QStringLiteral("m").repeated(int(random.bounded(3)));
    if (random.bounded(2) == 0)
        run.inputs << QStringLiteral("d%1").arg(random.bounded(3));
    if (random.bounded(2) == 0)
        run.updated = base::UtcTime{random.bounded(3)};
    if (random.bounded(2) == 0)
        run.rows = random.bounded(3);
    return run;
}

} // namespace

void TestStore::anEmptyStoreHoldsNothing()
{
    const auto store = Store::open(QStringLiteral(":memory:"));
    QVERIFY_RESULT(store);
    const auto history = store->load();
    QVERIFY_RESULT(history);
    QVERIFY(history->runs.isEmpty() && history->manifests.isEmpty());
    QCOMPARE(store->runCount(), 0);
}

void TestStore::whatWasWrittenComesBack()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("store.sqlite"));
    Run run = someRun(1);
    run.connection = QStringLiteral("prod");
    run.parentKey = QStringLiteral("p");
    run.planned = run.queued = run.nominalStart = run.nominalEnd = run.updated = base::UtcTime{-5};
    run.startEstimated = run.endEstimated = true;
    run.zone = base::ZoneSource::AssumedUtc;
    run.bytes = qint64(1) << 40;
    run.message = QStringLiteral("Größe \"x\"\n\u2713");
    run.inputs = {QStringLiteral("a"), QStringLiteral("b")};
    run.outputs = {QStringLiteral("b")};
    run.detail.insert(QStringLiteral("which"), QStringLiteral("run"));
    run.attempts = {{1, run.start, run.end, State::Failed, QStringLiteral("failed"), QStringLiteral("429"), 3}, {2, {}, {}, State::Running, {}, {}, {}}};
    ImportBatch batch = batchOf({run});
    SourceCheck check;
    check.invocationId = QStringLiteral("i");
    check.uniqueId = QStringLiteral("source.p.s.t");
    check.ageSeconds = 0.25;
    check.maxLoadedAt = base::UtcTime{7};
    batch.sourceChecks << check;
    Observation seen{QStringLiteral("b"), base::UtcTime{9}, Observation::Kind::BusinessDate, QStringLiteral("2025-10-02"), base::UtcTime{3},
        QStringLiteral("dlt.loads"), QStringLiteral("crm"), QStringLiteral("1.5"), QStringLiteral("day")};
    batch.observations << seen;
    Manifest manifest;
    manifest.invocationId = QStringLiteral("i");
    manifest.project = QStringLiteral("p");
    manifest.nodes << ManifestNode{QStringLiteral("model.p.a"), QStringLiteral("model"), QStringLiteral("a"), QStringLiteral("p"),
        QStringLiteral("\"db\".\"s\".\"a\""), QStringLiteral("table"), {QStringLiteral("source.p.s.t")}, {}, {}, {}, {}, true};
    batch.manifests << manifest;
    {
        auto store = Store::open(path);
        QVERIFY_RESULT(store);
        const auto counts = store->import(batch);
        QVERIFY_RESULT(counts);
        QCOMPARE(counts->added, 4);
    }
    const auto again = Store::open(path);
    QVERIFY_RESULT(again);
    const auto history = again->load();
    QVERIFY_RESULT(history);
    QCOMPARE(difference(*history, History{{run}, {check}, {seen}, {manifest}}), QString());
}

void TestStore::refusesANewerStore()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("store.sqlite"));
    executeOn(path, "PRAGMA user_version=99");
    const auto store = Store::open(path);
    QVERIFY(!store.ok());
    QCOMPARE(store.error().code, QStringLiteral("store.newer"));
    QCOMPARE(store.error().place.file, path);
}

void TestStore::refusesWhatIsNoDatabase()
{
    QTemporaryDir folder;
    const QString path = runsupport::writeTemporary(folder.path(), QStringLiteral("store.sqlite"), QByteArray(8192, 'x'));
    const auto store = Store::open(path);
    QVERIFY(!store.ok());
    QCOMPARE(store.error().code, QStringLiteral("store.corrupt"));
    const auto absent = Store::open(folder.path() + QStringLiteral("/no/such/folder/store.sqlite"));
    QVERIFY(!absent.ok());
    QCOMPARE(absent.error().code, QStringLiteral("store.open"));
}

void TestStore::aDamagedStoreIsNamedNotRead()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("store.sqlite"));
    {
        auto store = Store::open(path);
        QVERIFY_RESULT(store);
        QVector<Run> all;
        for (int i = 0; i < 500; ++i)
            all << someRun(i);
        QVERIFY_RESULT(store->import(batchOf(all)));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 16384);
    QVERIFY(file.seek(4096 * 3));
    file.write(QByteArray(4096, '\x5a'));
    file.close();
    const auto store = Store::open(path);
    QVERIFY(!store.ok());
    QCOMPARE(store.error().code, QStringLiteral("store.corrupt"));
}

void TestStore::theLaterVersionOfAJobWinsInAnyOrder()
{
    Run running = someRun(1);
    running.state = State::Running;
    running.rawState = QStringLiteral("running");
    running.end.reset();
    running.updated = base::UtcTime{900};
    Run done = someRun(1);
    done.updated = base::UtcTime{800}; // an ended job beats one that is not, whatever the clocks say
    for (const bool forward : {true, false}) {
        auto store = Store::open(QStringLiteral(":memory:"));
        QVERIFY_RESULT(store);
        const auto first = store->import(batchOf({forward ? running : done}));
        QCOMPARE(first->added, 1);
        const auto second = store->import(batchOf({forward ? done : running}));
        QCOMPARE(second->updated, forward ? 1 : 0);
        QCOMPARE(second->unchanged, forward ? 0 : 1);
        QCOMPARE(store->load()->runs.value(0).state, State::Ok);
        QCOMPARE(store->load()->runs.size(), 1);
    }
}

void TestStore::mergingIsCommutativeAssociativeAndIdempotent()
{
    QRandomGenerator random(20261126);
    for (int i = 0; i < 20000; ++i) {
        Run a = randomPiece(random);
        Run b = randomPiece(random);
        Run c = randomPiece(random);
        for (Run* run : {&a, &b, &c})
            run->record = i % 2 == 0 ? QStringLiteral("openlineage") : QStringLiteral("airbyte.config");
        QVERIFY2(merged(a, b) == merged(b, a), qPrintable(QString::number(i)));
        QVERIFY2(merged(merged(a, b), c) == merged(a, merged(b, c)), qPrintable(QString::number(i)));
        QVERIFY(merged(a, a) == a);
        QVERIFY(merged(merged(a, b), b) == merged(a, b));
    }
}

void TestStore::importsEverythingTwiceAndInReverseOrderToTheSameContent()
{
    WK_SHARED_OR_SKIP(shared, "runs");
    WK_SHARED_OR_SKIP(real, "real");
    const QStringList patterns{QStringLiteral("*.json"), QStringLiteral("*.jsonl"), QStringLiteral("*.log"), QStringLiteral("*.db"), QStringLiteral("*.xml")};
    QStringList files;
    for (const QString& part : {shared + QStringLiteral("/synthetic"), shared + QStringLiteral("/dbt"), shared + QStringLiteral("/openlineage"),
             real + QStringLiteral("/dbt/1.12"), real + QStringLiteral("/dbt/1.6"), real + QStringLiteral("/dbt/2.0"), real + QStringLiteral("/dbt/2.0-fusion"),
             real + QStringLiteral("/dlt/cases"), real + QStringLiteral("/openlineage")})
        files += runsupport::filesUnder(part, patterns);
    QVector<ImportBatch> batches;
    for (const QString& file : std::as_const(files)) {
        const auto batch = readRunFile(file);
        if (batch)
            batches << *batch;
    }
    QVERIFY2(batches.size() > 250, qPrintable(QString::number(batches.size())));
    auto forward = Store::open(QStringLiteral(":memory:"));
    auto backward = Store::open(QStringLiteral(":memory:"));
    QVERIFY(forward.ok() && backward.ok());
    for (qsizetype i = 0; i < batches.size(); ++i) {
        QVERIFY_RESULT(forward->import(batches.at(i)));
        QVERIFY_RESULT(backward->import(batches.at(batches.size() - 1 - i)));
    }
    const auto first = forward->load();
    const auto second = backward->load();
    QVERIFY_RESULT(first);
    QVERIFY_RESULT(second);
    QCOMPARE(difference(*first, *second), QString());
    QVERIFY(first->runs.size() > 2000);
    QVERIFY(std::is_sorted(first->runs.begin(), first->runs.end(), [](const Run& a, const Run& b) {
        return std::tie(a.record, a.connection, a.runKey) < std::tie(b.record, b.connection, b.runKey);
    }));
    for (const ImportBatch& batch : std::as_const(batches)) {
        const auto counts = forward->import(batch);
        QVERIFY_RESULT(counts);
        QCOMPARE(counts->added, 0);
        QCOMPARE(counts->updated, 0);
    }
    QCOMPARE(difference(*first, *forward->load()), QString());
}

void TestStore::importsAHundredThousandRunsASecond()
{
    QTemporaryDir folder;
    auto store = Store::open(folder.filePath(QStringLiteral("store.sqlite")));
    QVERIFY_RESULT(store);
    QVector<Run> all;
    constexpr int count = 100'000;
    for (int i = 0; i < count; ++i)
        all << someRun(i);
    QElapsedTimer timer;
    timer.start();
    const auto counts = store->import(batchOf(all));
    const qint64 elapsed = timer.elapsed();
    QVERIFY_RESULT(counts);
    QCOMPARE(counts->added, count);
    qInfo("%d runs in %lld ms", count, static_cast<long long>(elapsed));
    QCOMPARE(store->runCount(), count);
    // The target is one second on a free machine; the test machine may be shared by many.
    QVERIFY2(elapsed < 10'000, qPrintable(QString::number(elapsed)));
}

WK_REGISTER_TEST(TestStore)
#include "tst_store.moc"
