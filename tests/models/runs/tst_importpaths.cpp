// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/import.h"
#include "tests/models/runs/runsupport.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace runs;

class TestImportPaths : public QObject {
    Q_OBJECT
private slots:
    void init();
    void aFolderIsWalkedInTheOrderOfNames();
    void whatIsNoHistoryIsPassedOverInAFolderAndRefusedWhenNamed();
    void aBrokenArtifactInAFolderIsReported();
    void aPathThatIsNotThereIsAnError();
    void aPipeIsRefusedAndNotWaitedFor();
    void cancellingStopsBetweenFiles();
    void theSyntheticScenarioIsImportedWhole();

private:
    QString put(const QString& name, const QByteArray& content)
    {
        QDir().mkpath(QFileInfo(m_folder->filePath(name)).path());
        return runsupport::writeTemporary(m_folder->path(), name, content);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Store> m_store;
};

namespace {
QByteArray jobOf(int id)
{
    return R"({"data":[{"jobId":)" + QByteArray::number(id)
        + R"(,"jobType":"sync","startTime":"2026-08-18T00:10:03Z","connectionId":"c","status":"succeeded","lastUpdatedAt":"2026-08-18T00:20:03Z"}]})";
}
} // namespace

void TestImportPaths::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = Store::open(QStringLiteral(":memory:"));
    QVERIFY_RESULT(store);
    m_store = std::move(*store);
}

void TestImportPaths::aFolderIsWalkedInTheOrderOfNames()
{
    put(QStringLiteral("b/jobs.json"), jobOf(2));
    put(QStringLiteral("a/jobs.json"), jobOf(1));
    put(QStringLiteral("c.json"), jobOf(1));
    put(QStringLiteral(".hidden/jobs.json"), jobOf(3));
    put(QStringLiteral(".git/jobs.json"), jobOf(4));
    put(QStringLiteral("jobs.db-wal"), jobOf(5));
    QStringList seen;
    const auto reports = importPaths(*m_store, {m_folder->path()}, {}, [&](const QString& path, int done, int total) {
        seen << QFileInfo(path).fileName() + QStringLiteral(" %1/%2").arg(done).arg(total);
    });
    QVERIFY_RESULT(reports);
    QCOMPARE(reports->size(), 3);
    QVERIFY(reports->at(0).path.endsWith(QLatin1String("a/jobs.json")));
    QVERIFY(reports->at(1).path.endsWith(QLatin1String("b/jobs.json")));
    QCOMPARE(reports->at(0).counts.added, 1);
    QCOMPARE(reports->at(2).counts.unchanged, 1);
    QCOMPARE(reports->at(2).format, QStringLiteral("Airbyte jobs (public API)"));
    QCOMPARE(seen.first(), QStringLiteral("jobs.json 0/3"));
    QCOMPARE(seen.last(), QStringLiteral(" 3/3"));
    QCOMPARE(m_store->runCount(), 2);
}

void TestImportPaths::whatIsNoHistoryIsPassedOverInAFolderAndRefusedWhenNamed()
{
    const QString other = put(QStringLiteral("package.json"), "{\"name\": \"x\"}");
    const QString broken = put(QStringLiteral("tsconfig.json"), "{ // a comment\n}");
    put(QStringLiteral("readme.md"), "text");
    put(QStringLiteral("image.png"), "\x89PNG");
    const auto walked = importPaths(*m_store, {m_folder->path()});
    QVERIFY_RESULT(walked);
    QVERIFY(walked->isEmpty());
    const auto named = importPaths(*m_store, {other, broken});
    QVERIFY_RESULT(named);
    QCOMPARE(named->size(), 2);
    for (const FileReport& report : *named)
        QVERIFY(!report.refused.isEmpty() && report.format.isEmpty());
    QVERIFY(named->at(1).refused.contains(QStringLiteral("tsconfig.json:1:")));
}

void TestImportPaths::aBrokenArtifactInAFolderIsReported()
{
    WK_SHARED_OR_SKIP(file, "runs/dbt/run_results_v6.json");
    const QByteArray whole = support::readAll(file);
    put(QStringLiteral("target/run_results.json"), whole.left(whole.size() / 2));
    put(QStringLiteral("target/other.json"), whole.left(whole.size() - 2));
    put(QStringLiteral("target/empty/run_results.json"), "");
    const auto reports = importPaths(*m_store, {m_folder->path()});
    QVERIFY_RESULT(reports);
    QCOMPARE(reports->size(), 3);
    for (const FileReport& report : *reports)
        QVERIFY2(report.refused.contains(QLatin1String("(json.")), qPrintable(report.refused));
}

void TestImportPaths::aPathThatIsNotThereIsAnError()
{
    const auto reports = importPaths(*m_store, {m_folder->filePath(QStringLiteral("nothing"))});
    QVERIFY(!reports.ok());
    QCOMPARE(reports.error().code, QStringLiteral("import.not_found"));
}

void TestImportPaths::aPipeIsRefusedAndNotWaitedFor()
{
    const QString pipe = m_folder->filePath(QStringLiteral("pipe.json"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const auto reports = importPaths(*m_store, {pipe});
    QVERIFY_RESULT(reports);
    QCOMPARE(reports->size(), 1);
    QVERIFY2(reports->first().refused.contains(QLatin1String("not a regular file")), qPrintable(reports->first().refused));
}

void TestImportPaths::cancellingStopsBetweenFiles()
{
    for (int i = 0; i < 5; ++i)
        put(QStringLiteral("%1.json").arg(i), jobOf(i));
    const base::CancelToken cancel;
    const auto reports = importPaths(*m_store, {m_folder->path()}, cancel, [&](const QString&, int done, int) {
        if (done == 2)
            cancel.cancel();
    });
    QVERIFY_RESULT(reports);
    QCOMPARE(reports->size(), 3);
}

void TestImportPaths::theSyntheticScenarioIsImportedWhole()
{
    WK_SHARED_OR_SKIP(folder, "runs/synthetic");
    const auto reports = importPaths(*m_store, {folder});
    QVERIFY_RESULT(reports);
    QMap<QString, int> counts;
    const auto history = m_store->load();
    QVERIFY_RESULT(history);
    for (const Run& run : history->runs)
        ++counts[run.record];
    // 14 nights of dbt with 7 nodes each, and one `docs generate` that built nothing.
    const QMap<QString, int> expected{{QStringLiteral("airbyte.config"), 14}, {QStringLiteral("airbyte.public"), 15},
        {QStringLiteral("dbt.run_results"), 14 * 8 + 1}, {QStringLiteral("dbt.sources"), 1}, {QStringLiteral("dlt.loads"), 14},
        {QStringLiteral("openlineage"), 4}, {QStringLiteral("tableau"), 14}};
    QCOMPARE(counts, expected);
    QCOMPARE(history->manifests.size(), 1);
    QCOMPARE(history->sourceChecks.size(), 4);
    QCOMPARE(history->observations.size(), 14);
    const auto again = importPaths(*m_store, {folder});
    QVERIFY_RESULT(again);
    QCOMPARE(again->size(), reports->size());
    for (const FileReport& report : *again)
        QVERIFY2(report.counts.added == 0 && report.counts.updated == 0, qPrintable(report.path));
}

WK_REGISTER_TEST(TestImportPaths)
#include "tst_importpaths.moc"
