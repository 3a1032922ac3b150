// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/dlt.h"
#include "models/runs/import.h"
#include "tests/models/runs/runsupport.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace runs;

class TestDlt : public QObject {
    Q_OBJECT
private slots:
    void agreesWithTheTruthOfEveryCase_data();
    void agreesWithTheTruthOfEveryCase();
    void aLoadIdIsAnInstantOfMicroseconds();
    void chainedStepsAreNoLoads();
    void rowsOfALoadThatNeverCompletedAreNamedNotCounted();
    void rowsInTheWriteAheadLogAreSeenAndNothingIsWrittenBeside();
    void lastValuesBecomeObservationsAtTheLoadsEnd();
    void dltsTypeMarksAreStripped();
    void theMainFileOfAConnectionHoldsNoLoads();
    void aStagingDatasetIsReadWithANote();
    void aDuckdbFileIsRefusedWithAReason();
    void allLoadsOfTheSyntheticScenario();
};

void TestDlt::agreesWithTheTruthOfEveryCase_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("truth");
    WK_SHARED_OR_SKIP(cases, "real/dlt/cases");
    for (const QString& file : runsupport::filesUnder(cases, {QStringLiteral("*__raw.db")}))
        QTest::newRow(qPrintable(file.mid(cases.size() + 1))) << file << file.section(u'/', 0, -2) + QStringLiteral("/truth.json");
}

void TestDlt::agreesWithTheTruthOfEveryCase()
{
    QFETCH(QString, file);
    QFETCH(QString, truth);
    const auto batch = readRunFile(file);
    QVERIFY_RESULT(batch);
    const QJsonObject destination
        = runsupport::readObject(truth).value(QStringLiteral("destinations")).toObject().value(QFileInfo(file).fileName()).toObject();
    QVERIFY(!destination.isEmpty());
    int loads = 0;
    for (const auto& value : destination.value(QStringLiteral("loads")).toArray()) {
        const QJsonObject load = value.toObject();
        if (load.value(QStringLiteral("status")).toInt() != 0)
            continue;
        ++loads;
        const QString id = load.value(QStringLiteral("load_id")).toString();
        const Run* run = runsupport::runOf(batch->runs, id);
        QVERIFY2(run != nullptr, qPrintable(id));
        QCOMPARE(run->jobKey, load.value(QStringLiteral("schema_name")).toString());
        QCOMPARE(run->state, State::Ok);
        QCOMPARE(run->end->us, base::parseTime(load.value(QStringLiteral("inserted_at")).toString())->at.us);
        const auto started = base::parseTime(load.value(QStringLiteral("load_id_as_time")).toString());
        QVERIFY(std::abs(*run->start - started->at) <= 1); // the truth rounds, we cut
        qint64 rows = 0;
        QStringList tables;
        const QJsonObject perLoad = destination.value(QStringLiteral("rows_per_load")).toObject();
        for (auto table = perLoad.begin(); table != perLoad.end(); ++table) {
            const qint64 count = table.value().toObject().value(id).toInteger();
            if (count > 0 && !table.key().startsWith(QLatin1String("_dlt"))) {
                rows += count;
                tables << table.key();
            }
        }
        QCOMPARE(run->rows.value_or(0), rows);
        QCOMPARE(run->outputs, tables);
        int counted = 0;
        for (const Observation& seen : batch->observations)
            counted += seen.runKey == id && seen.kind == Observation::Kind::RowCount ? 1 : 0;
        QCOMPARE(counted, int(tables.size()));
    }
    QCOMPARE(int(batch->runs.size()), loads);
    // Every pipeline of the truth is named by the loads of its schemas, and every last_value is observed once.
    int cursors = 0;
    for (const auto& value : destination.value(QStringLiteral("pipeline_state")).toArray()) {
        const QJsonObject state = value.toObject();
        const Run* run = runsupport::runOf(batch->runs, state.value(QStringLiteral("_dlt_load_id")).toString());
        if (run == nullptr)
            continue;
        QVERIFY(run->detail.value(QStringLiteral("pipelines")).toArray().contains(state.value(QStringLiteral("pipeline_name"))));
        for (const auto& source : state.value(QStringLiteral("state")).toObject().value(QStringLiteral("sources")).toObject()) {
            for (const auto& resource : source.toObject().value(QStringLiteral("resources")).toObject()) {
                for (const auto& cursor : resource.toObject().value(QStringLiteral("incremental")).toObject())
                    cursors += cursor.toObject().value(QStringLiteral("last_value")).isNull() ? 0 : 1;
            }
        }
    }
    int observed = 0;
    for (const Observation& seen : batch->observations)
        observed += seen.kind == Observation::Kind::RowCount ? 0 : 1;
    QCOMPARE(observed, cursors);
}

void TestDlt::aLoadIdIsAnInstantOfMicroseconds()
{
    QCOMPARE(dlt::loadTime(QStringLiteral("1692188651.466199"))->toIso(), QStringLiteral("2023-08-16T12:24:11.466199Z"));
    QCOMPARE(dlt::loadTime(QStringLiteral("1795444397.052925"))->us, qint64(1795444397052925));
    QCOMPARE(dlt::loadTime(QStringLiteral("1795444396.6819556"))->us, qint64(1795444396681955));
    QCOMPARE(dlt::loadTime(QStringLiteral("1795444396.5"))->us, qint64(1795444396500000));
    QCOMPARE(dlt::loadTime(QStringLiteral("1795444396"))->us, qint64(1795444396000000));
    for (const char* bad : {"", "x", "-1.5", "1795444396.x", "99999999999999999999", "1e9"})
        QVERIFY2(!dlt::loadTime(QString::fromLatin1(bad)).has_value(), bad);
}

void TestDlt::chainedStepsAreNoLoads()
{
    WK_SHARED_OR_SKIP(file, "real/dlt/cases/loads_status/warehouse__raw.db");
    const auto batch = readRunFile(file);
    QVERIFY_RESULT(batch);
    QCOMPARE(batch->runs.size(), 1);
    QVERIFY(batch->notes.join(u' ').contains(QLatin1String("chained")));
}

void TestDlt::rowsOfALoadThatNeverCompletedAreNamedNotCounted()
{
    WK_SHARED_OR_SKIP(file, "real/dlt/cases/killed_complete/warehouse__raw.db");
    const auto batch = readRunFile(file);
    QVERIFY_RESULT(batch);
    QCOMPARE(batch->runs.size(), 1);
    QVERIFY(batch->notes.join(u' ').contains(QLatin1String("1795444436.3185966")));
    QVERIFY(batch->notes.join(u' ').contains(QLatin1String("never completed")));
}

void TestDlt::rowsInTheWriteAheadLogAreSeenAndNothingIsWrittenBeside()
{
    WK_SHARED_OR_SKIP(file, "real/dlt/cases/killed_job/warehouse__raw.db");
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("warehouse__raw.db"));
    QVERIFY(QFile::copy(file, copy) && QFile::copy(file + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
    const auto with = readRunFile(copy);
    QVERIFY_RESULT(with);
    QVERIFY(with->notes.join(u' ').contains(QLatin1String("3 rows of table 'orders'")));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    QVERIFY(QFile::remove(copy + QStringLiteral("-wal")));
    const auto without = readRunFile(copy);
    QVERIFY_RESULT(without);
    QVERIFY(!without->notes.join(u' ').contains(QLatin1String("3 rows of table 'orders'")));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("warehouse__raw.db")});
}

void TestDlt::lastValuesBecomeObservationsAtTheLoadsEnd()
{
    WK_SHARED_OR_SKIP(file, "real/dlt/cases/incremental_lag/warehouse__raw.db");
    const auto batch = readRunFile(file);
    QVERIFY_RESULT(batch);
    const auto seen = std::find_if(batch->observations.begin(), batch->observations.end(),
        [](const Observation& one) { return one.kind == Observation::Kind::Cursor; });
    QVERIFY(seen != batch->observations.end());
    QCOMPARE(seen->dataset, QStringLiteral("events"));
    QCOMPARE(seen->cursorField, QStringLiteral("updatedAt"));
    QCOMPARE(seen->value, QStringLiteral("2026-03-01T10:05:00Z"));
    QCOMPARE(seen->instant->toIso(), QStringLiteral("2026-03-01T10:05:00.000000Z"));
    QCOMPARE(seen->at.toIso(), QStringLiteral("2026-11-23T14:33:16.618330Z"));
    QCOMPARE(seen->jobKey, QStringLiteral("shop_events"));
}

void TestDlt::dltsTypeMarksAreStripped()
{
    QString state = QStringLiteral(
        R"({"schema_names":["crm"],"sources":{"crm":{"resources":{"orders":{"incremental":{
        "loadedon":{"last_value":"@12026-08-18T06:00:00+00:00"},"business_date":{"last_value":"@22025-10-02"},
        "day":{"last_value":"2025-10-03"},"amount":{"last_value":"@312.50"},"id":{"last_value":42},"none":{"last_value":null}}}}}}})");
    state.replace(QLatin1String("@1"), QString(QChar(0xF027))).replace(QLatin1String("@2"), QString(QChar(0xF028))).replace(QLatin1String("@3"), QString(QChar(0xF026)));
    const auto decoded = dlt::decodeState(state);
    QVERIFY(decoded.has_value());
    QMap<QString, dlt::Cursor> cursors;
    for (const dlt::Cursor& cursor : decoded->cursors)
        cursors.insert(cursor.field, cursor);
    QCOMPARE(cursors.size(), 5);
    QCOMPARE(cursors.value(QStringLiteral("loadedon")).value, QStringLiteral("2026-08-18T06:00:00+00:00"));
    QVERIFY(!cursors.value(QStringLiteral("loadedon")).isDate);
    QVERIFY(cursors.value(QStringLiteral("business_date")).isDate);
    QCOMPARE(cursors.value(QStringLiteral("business_date")).value, QStringLiteral("2025-10-02"));
    QVERIFY(cursors.value(QStringLiteral("day")).isDate);
    QCOMPARE(cursors.value(QStringLiteral("day")).instant->toIso(), QStringLiteral("2025-10-03T00:00:00.000000Z"));
    QCOMPARE(cursors.value(QStringLiteral("amount")).value, QStringLiteral("12.50"));
    QCOMPARE(cursors.value(QStringLiteral("id")).value, QStringLiteral("42"));
    for (const char* bad : {"", "{", "AAAA", "eNp=", "not base64 at all", "[1]"})
        QVERIFY2(!dlt::decodeState(QString::fromLatin1(bad)).has_value(), bad);
}

void TestDlt::theMainFileOfAConnectionHoldsNoLoads()
{
    WK_SHARED_OR_SKIP(file, "real/dlt/cases/append/warehouse.db");
    const auto batch = readRunFile(file);
    QVERIFY(!batch.ok());
    QCOMPARE(batch.error().code, QStringLiteral("import.unknown_format"));
    QVERIFY(batch.error().message.contains(QLatin1String("<name>__<dataset>.db")));
    WK_SHARED_OR_SKIP(other, "runs/synthetic/meltano/meltano.db");
    QCOMPARE(readRunFile(other).error().code, QStringLiteral("import.unknown_format"));
}

void TestDlt::aStagingDatasetIsReadWithANote()
{
    WK_SHARED_OR_SKIP(file, "real/dlt/cases/merge_delete_insert/warehouse__raw_staging.db");
    const auto batch = readRunFile(file);
    QVERIFY_RESULT(batch);
    QVERIFY(batch->runs.isEmpty());
    QVERIFY(batch->notes.join(u' ').contains(QLatin1String("staging")));
}

void TestDlt::aDuckdbFileIsRefusedWithAReason()
{
    WK_SHARED_OR_SKIP(file, "real/dlt/cases/duckdb_types/warehouse.duckdb");
    const auto batch = readRunFile(file);
    QVERIFY(!batch.ok());
    QCOMPARE(batch.error().code, QStringLiteral("import.duckdb"));
    QCOMPARE(batch.error().place.file, file);
}

void TestDlt::allLoadsOfTheSyntheticScenario()
{
    WK_SHARED_OR_SKIP(file, "runs/synthetic/dlt/dlt_destination.db");
    const auto batch = readRunFile(file);
    QVERIFY_RESULT(batch);
    QCOMPARE(batch->runs.size(), 14);
    const Run& late = batch->runs.last();
    QCOMPARE(late.start->toIso(), QStringLiteral("2026-08-18T05:10:00.123456Z"));
    QCOMPARE(late.end->toIso(), QStringLiteral("2026-08-18T07:04:12.000000Z"));
    QCOMPARE(late.zone, base::ZoneSource::AssumedUtc);
    QCOMPARE(late.jobKey, QStringLiteral("crm"));
}

WK_REGISTER_TEST(TestDlt)
#include "tst_dlt.moc"
