// SPDX-License-Identifier: GPL-3.0-or-later
// Files cut short and bytes changed: an error with a place, never a crash, never a run that was not there.
#include "models/runs/import.h"
#include "tests/models/runs/runsupport.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace runs;

class TestDamage : public QObject {
    Q_OBJECT
private slots:
    void aDocumentCutAnywhereIsAnErrorWithAPlace_data();
    void aDocumentCutAnywhereIsAnErrorWithAPlace();
    void linesCutAnywhereLoseOnlyTheLastLine_data();
    void linesCutAnywhereLoseOnlyTheLastLine();
    void aDatabaseCutAnywhereIsAnError_data();
    void aDatabaseCutAnywhereIsAnError();
    void changedBytesNeverCrash_data();
    void changedBytesNeverCrash();
    void deepNestingAndHugeNumbersAreHarmless();

private:
    QTemporaryDir m_folder;
};

namespace {

void addFiles(const QString& root, const QList<const char*>& names)
{
    QTest::addColumn<QString>("path");
    for (const char* name : names)
        QTest::newRow(name) << root + u'/' + QString::fromLatin1(name);
}

/// Every byte of a small file, 300 of a large one; always the first and the last ones.
QVector<qsizetype> cuts(qsizetype size, quint32 seed)
{
    QVector<qsizetype> all;
    if (size <= 5000) {
        for (qsizetype i = 0; i < size; ++i)
            all << i;
        return all;
    }
    QRandomGenerator random(seed);
    for (int i = 0; i < 300; ++i)
        all << qsizetype(random.bounded(quint32(size)));
    for (qsizetype i = 1; i <= 20; ++i)
        all << i << size - i;
    return all;
}

} // namespace

void TestDamage::aDocumentCutAnywhereIsAnErrorWithAPlace_data()
{
    WK_SHARED_OR_SKIP(data, ".");
    addFiles(data, {"runs/dbt/run_results_v4.json", "runs/dbt/run_results_v6.json", "runs/dbt/manifest_v12.json",
                       "runs/dbt/openlineage-fixtures/catalog.json", "real/dbt/2.0/03_build_race/run_results.json",
                       "runs/synthetic/dbt/2026-08-18T01-34_source_freshness/sources.json", "runs/synthetic/airbyte/public_v1_jobs.json",
                       "runs/synthetic/airbyte/config_api_jobs_list.json", "runs/openlineage/marquez/event_simple.json",
                       "runs/synthetic/tableau/jobs.xml"});
}

void TestDamage::aDocumentCutAnywhereIsAnErrorWithAPlace()
{
    QFETCH(QString, path);
    const QByteArray whole = support::readAll(path).trimmed();
    QVERIFY(!whole.isEmpty());
    QVERIFY_RESULT(readRunFile(path));
    for (const qsizetype cut : cuts(whole.size(), 1)) {
        const auto batch = readRunFile(runsupport::writeTemporary(m_folder.path(), QStringLiteral("cut"), whole.left(cut)));
        QVERIFY2(!batch.ok(), qPrintable(QString::number(cut)));
        const bool unknown = batch.error().code == QLatin1String("import.unknown_format"); // of XML without its root
        QVERIFY2(unknown || (batch.error().place.line > 0 && batch.error().place.column > 0), qPrintable(batch.error().toString()));
        QVERIFY(!batch.error().place.file.isEmpty());
        QVERIFY2(!unknown || cut < 200, qPrintable(QString::number(cut)));
    }
}

void TestDamage::linesCutAnywhereLoseOnlyTheLastLine_data()
{
    WK_SHARED_OR_SKIP(data, ".");
    addFiles(data, {"runs/synthetic/openlineage/events.jsonl", "real/openlineage/dbt_build_artifacts.jsonl", "real/dbt/1.12/01_seed/stdout.jsonl"});
}

void TestDamage::linesCutAnywhereLoseOnlyTheLastLine()
{
    QFETCH(QString, path);
    const QByteArray whole = support::readAll(path).trimmed();
    const qsizetype firstEnd = whole.indexOf('\n');
    for (const qsizetype cut : cuts(whole.size(), 2)) {
        const QByteArray part = whole.left(cut);
        const auto batch = readRunFile(runsupport::writeTemporary(m_folder.path(), QStringLiteral("cut"), part));
        if (cut < firstEnd) {
            QVERIFY2(!batch.ok() && batch.error().place.line > 0, qPrintable(QString::number(cut)));
            continue;
        }
        QVERIFY_RESULT(batch);
        const bool complete = part.endsWith('\n') || whole.mid(cut, 1) == "\n";
        const QString line = QStringLiteral("line %1, column ").arg(part.count('\n') + 1);
        QCOMPARE(batch->notes.filter(line).size(), complete ? 0 : 1);
    }
}

void TestDamage::aDatabaseCutAnywhereIsAnError_data()
{
    WK_SHARED_OR_SKIP(data, ".");
    addFiles(data, {"runs/synthetic/dlt/dlt_destination.db", "real/dlt/cases/append/warehouse__raw.db", "real/dlt/cases/v1.0.0_append/warehouse__raw.db"});
}

void TestDamage::aDatabaseCutAnywhereIsAnError()
{
    QFETCH(QString, path);
    const QByteArray whole = support::readAll(path);
    QVERIFY_RESULT(readRunFile(path));
    QRandomGenerator random(3);
    for (int i = 0; i < 200; ++i) {
        // At least a page is missing: the rows of every table are needed.
        const qsizetype cut = i < 60 ? qsizetype(i) : qsizetype(random.bounded(quint32(whole.size() - 4096)));
        const auto batch = readRunFile(runsupport::writeTemporary(m_folder.path(), QStringLiteral("cut.db"), whole.left(cut)));
        if (batch.ok()) // pages that are read by nobody (indices, free ones, dlt's own tables) may be missing
            continue;
        QVERIFY2(batch.error().code.startsWith(QLatin1String("sqlite.")) || cut < 100, qPrintable(batch.error().toString()));
        QVERIFY(!batch.error().place.file.isEmpty());
    }
    const auto half = readRunFile(runsupport::writeTemporary(m_folder.path(), QStringLiteral("cut.db"), whole.left(whole.size() / 4)));
    QVERIFY(!half.ok());
}

void TestDamage::changedBytesNeverCrash_data()
{
    WK_SHARED_OR_SKIP(data, ".");
    addFiles(data, {"runs/dbt/run_results_v6.json", "runs/dbt/openlineage-fixtures/build_manifest.json",
                       "real/dbt/2.0-fusion/02b_source_freshness_selected/sources.json", "real/dbt/1.12/01_seed/stdout.jsonl",
                       "runs/synthetic/airbyte/config_api_jobs_list.json", "runs/synthetic/airbyte/public_v1_jobs.json",
                       "runs/synthetic/tableau/jobs.xml", "real/openlineage/dbt_build_artifacts.jsonl", "runs/synthetic/dlt/dlt_destination.db",
                       "real/dlt/cases/incremental_lag/warehouse__raw.db"});
}

void TestDamage::changedBytesNeverCrash()
{
    QFETCH(QString, path);
    const QByteArray whole = support::readAll(path);
    QVERIFY(!whole.isEmpty());
    static const QByteArrayList pieces{"{", "}", "[", "]", "\"", "null", "-1", "9223372036854775807", "1e999", "\xff", "\"\\ud800\"", ",", ":", "\0"};
    QRandomGenerator random(20261126);
    auto store = Store::open(QStringLiteral(":memory:"));
    QVERIFY_RESULT(store);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 250; ++i) {
        QByteArray changed = whole;
        for (quint32 n = 1 + random.bounded(4U); n > 0; --n) {
            const qsizetype at = qsizetype(random.bounded(quint32(changed.size())));
            if (random.bounded(2) == 0)
                changed[at] = char(random.bounded(256));
            else
                changed.replace(at, 1 + qsizetype(random.bounded(6)), pieces.at(qsizetype(random.bounded(quint32(pieces.size())))));
        }
        const auto batch = readRunFile(runsupport::writeTemporary(m_folder.path(), QStringLiteral("changed"), changed));
        ++(batch.ok() ? read : refused);
        if (batch.ok())
            QVERIFY_RESULT(store->import(*batch)); // whatever was read can be stored
        else
            QVERIFY(!batch.error().message.isEmpty() && !batch.error().place.file.isEmpty());
    }
    QVERIFY_RESULT(store->load());
    QCOMPARE(read + refused, 250);
}

void TestDamage::deepNestingAndHugeNumbersAreHarmless()
{
    const QByteArray deep = QByteArray(R"({"data":)") + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}';
    const auto nested = readRunFile(runsupport::writeTemporary(m_folder.path(), QStringLiteral("deep.json"), deep));
    QVERIFY(!nested.ok());
    QVERIFY(nested.error().code.startsWith(QLatin1String("json.")));
    const QByteArray huge = R"({"jobs":[{"job":{"id":18446744073709551615,"configId":"c","configType":"sync","status":"succeeded","createdAt":1e300,
        "updatedAt":-5},"attempts":[{"id":-9223372036854775808,"createdAt":9223372036854775807,"endedAt":1e18,"recordsSynced":1e40}]},
        {"job":{"id":"x","configId":"c","configType":7,"status":null},"attempts":[null,3,{"id":"z"}]}]})";
    const auto batch = readRunFile(runsupport::writeTemporary(m_folder.path(), QStringLiteral("huge.json"), huge));
    if (batch.ok()) {
        for (const Run& run : batch->runs)
            QVERIFY(!run.runKey.isEmpty());
    } else {
        QVERIFY(batch.error().code.startsWith(QLatin1String("json.")));
    }
}

WK_REGISTER_TEST(TestDamage)
#include "tst_damage.moc"
