// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/dbt.h"
#include "models/runs/import.h"
#include "tests/models/runs/runsupport.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace runs;
using runsupport::rawWords;
using runsupport::runOf;

class TestDbt : public QObject {
    Q_OBJECT
private slots:
    void readsEveryArtifactOfEveryVersion_data();
    void readsEveryArtifactOfEveryVersion();
    void agreesWithTheTableOfRealRuns_data();
    void agreesWithTheTableOfRealRuns();
    void theLogAgreesWithTheArtifact_data();
    void theLogAgreesWithTheArtifact();
    void anAbortedRunOfVersionTwoIsUnknownNotFailed();
    void theStartOfVersionTwoIsItsIdNotElapsedTime();
    void withoutAStartInTheMetadataItIsEstimated();
    void skippedNodesEndWithTheInvocation();
    void hooksAndExposuresAreNoWork();
    void emptyRunsAreMarked();
    void aRetryNamesItsCommand();
    void failedQueriesOfAFreshnessCheckAreKept();
    void aManifestKeepsWhatDiagnosisNeeds();
    void aLogWithForeignLinesIsReadAndTheyAreNamed();
};

void TestDbt::readsEveryArtifactOfEveryVersion_data()
{
    QTest::addColumn<QString>("path");
    WK_SHARED_OR_SKIP(folder, "runs/dbt");
    for (const QString& path : runsupport::filesUnder(folder, {QStringLiteral("*.json"), QStringLiteral("*.jsonl")})) {
        if (!path.contains(QLatin1String("/schemas/")))
            QTest::newRow(qPrintable(path.mid(folder.size()))) << path;
    }
}

void TestDbt::readsEveryArtifactOfEveryVersion()
{
    QFETCH(QString, path);
    const auto batch = readRunFile(path);
    QVERIFY_RESULT(batch);
    QVERIFY(batch->format.startsWith(QLatin1String("dbt ")));
    if (path.contains(QLatin1String("run_results")) || path.endsWith(QLatin1String(".jsonl"))) {
        QVERIFY(!batch->runs.isEmpty());
        QVERIFY2(batch->runs.first().start.has_value() && batch->runs.first().end.has_value(), "the invocation's window");
    } else if (path.contains(QLatin1String("manifest"))) {
        QCOMPARE(batch->manifests.size(), 1);
        QVERIFY(!batch->manifests.first().nodes.isEmpty());
        QVERIFY(!batch->manifests.first().project.isEmpty());
    } else {
        QVERIFY(path.contains(QLatin1String("catalog")));
        QVERIFY(batch->runs.isEmpty() && batch->notes.size() == 1);
    }
}

void TestDbt::agreesWithTheTableOfRealRuns_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("wrote");
    WK_SHARED_OR_SKIP(real, "real/dbt");
    const QStringList lines = QString::fromUtf8(support::readAll(real + QStringLiteral("/README.md"))).split(u'\n');
    static const QRegularExpression heading(QStringLiteral("^### ([0-9].*)$"));
    QString version;
    for (const QString& line : lines) {
        if (const auto match = heading.match(line); match.hasMatch())
            version = match.captured(1);
        const QStringList cells = line.split(u'|');
        if (version.isEmpty() || cells.size() < 6 || !cells.at(1).trimmed().contains(u'_'))
            continue;
        const QString folder = real + u'/' + version + u'/' + cells.at(1).trimmed();
        if (QDir(folder).exists())
            QTest::newRow(qPrintable(version + u' ' + cells.at(1).trimmed())) << folder << cells.at(3).trimmed();
    }
}

namespace {

/// `run_results (which=build): 3 error, 12 success` -> {"error": 3, ...}
QMap<QString, int> countsOf(const QString& cell)
{
    QMap<QString, int> counts;
    static const QRegularExpression part(QStringLiteral("(\\d+) ([A-Za-z-]+(?: [a-z]+)?)"));
    auto matches = part.globalMatch(cell.section(QStringLiteral(": "), 1));
    while (matches.hasNext()) {
        const auto match = matches.next();
        counts[match.captured(2)] = match.captured(1).toInt();
    }
    return counts;
}

int sum(const QMap<QString, int>& counts)
{
    int total = 0;
    for (const int count : counts)
        total += count;
    return total;
}

} // namespace

void TestDbt::agreesWithTheTableOfRealRuns()
{
    QFETCH(QString, folder);
    QFETCH(QString, wrote);
    const QString results = folder + QStringLiteral("/run_results.json");
    const QString sources = folder + QStringLiteral("/sources.json");
    QCOMPARE(QFile::exists(results), wrote.startsWith(QLatin1String("run_results")));
    QCOMPARE(QFile::exists(sources), wrote.startsWith(QLatin1String("sources")));
    if (QFile::exists(results)) {
        const auto batch = readRunFile(results);
        QVERIFY_RESULT(batch);
        const Run& invocation = batch->runs.first();
        const QString which = wrote.section(QStringLiteral("which="), 1).section(u')', 0, 0);
        QCOMPARE(invocation.detail.value(QStringLiteral("which")).toString(), which);
        const QMap<QString, int> stored = rawWords(batch->runs, invocation.runKey);
        QMap<QString, int> expected = countsOf(wrote);
        if (!dbt::isWork(which)) {
            QVERIFY(stored.isEmpty());
            QCOMPARE(invocation.kind, Kind::Other);
            return;
        }
        // Hooks and exposures are rows of the file, but no work items.
        const QJsonObject file = runsupport::readObject(results);
        for (const auto& row : file.value(QStringLiteral("results")).toArray()) {
            const QString id = row[QStringLiteral("unique_id")].toString();
            if (id.startsWith(QLatin1String("operation.")) || id.startsWith(QLatin1String("exposure."))) {
                int& count = expected[row[QStringLiteral("status")].toString()];
                if (--count == 0)
                    expected.remove(row[QStringLiteral("status")].toString());
            }
        }
        QCOMPARE(stored, expected);
    } else if (QFile::exists(sources)) {
        const auto batch = readRunFile(sources);
        QVERIFY_RESULT(batch);
        QMap<QString, int> stored;
        for (const SourceCheck& check : batch->sourceChecks)
            ++stored[check.status];
        QMap<QString, int> expected;
        const QMap<QString, int> written = countsOf(wrote);
        for (auto it = written.begin(); it != written.end(); ++it)
            expected[it.key().toLower()] += it.value();
        QCOMPARE(stored, expected);
        QCOMPARE(int(batch->sourceChecks.size()), sum(expected));
    } else {
        QVERIFY(wrote == QLatin1String("manifest.json only") || wrote == QLatin1String("none of them"));
    }
}

void TestDbt::theLogAgreesWithTheArtifact_data()
{
    QTest::addColumn<QString>("log");
    QTest::addColumn<QString>("artifact");
    WK_SHARED_OR_SKIP(real, "real/dbt");
    for (const QString& log : runsupport::filesUnder(real, {QStringLiteral("stdout.jsonl"), QStringLiteral("dbt.log")})) {
        const QString artifact = log.section(u'/', 0, -2) + QStringLiteral("/run_results.json");
        if (QFile::exists(artifact))
            QTest::newRow(qPrintable(log.mid(real.size() + 1))) << log << artifact;
    }
}

void TestDbt::theLogAgreesWithTheArtifact()
{
    QFETCH(QString, log);
    QFETCH(QString, artifact);
    const auto told = readRunFile(log);
    const auto written = readRunFile(artifact);
    QVERIFY_RESULT(told);
    QVERIFY_RESULT(written);
    const Run& invocation = written->runs.first();
    const Run* logged = runOf(told->runs, invocation.runKey);
    QVERIFY2(logged != nullptr, "the same invocation");
    const QString which = invocation.detail.value(QStringLiteral("which")).toString();
    if (!dbt::isWork(which)) {
        QVERIFY(rawWords(told->runs, invocation.runKey).isEmpty());
        return;
    }
    const bool exact = log.endsWith(QLatin1String("dbt.log")) && !log.contains(QLatin1String("/2.0"));
    int compared = 0;
    for (const Run& run : written->runs) {
        const Run* same = runOf(told->runs, run.runKey);
        if (run.parentKey.isEmpty() || run.state == State::Unknown || run.message.startsWith(QLatin1String("Skipping due to fail_fast")))
            continue; // an aborted run of dbt 2, or a query that --fail-fast cancelled: only the log knows
        if (same == nullptr) { // --fail-fast: what was never started is in the artifact only
            QVERIFY2(run.state == State::Skipped, qPrintable(run.runKey));
            continue;
        }
        ++compared;
        // 2.0.0a4 calls a test whose SQL fails "fail" here and "error" there; both are failed.
        QVERIFY2(same->state == run.state, qPrintable(QStringLiteral("%1: %2, %3").arg(run.jobKey, same->rawState, run.rawState)));
        if (exact && !run.endEstimated && run.state != State::Skipped) {
            QCOMPARE(same->start->toIso(), run.start->toIso());
            QCOMPARE(same->end->toIso(), run.end->toIso());
        } else if (run.start && same->start && run.state != State::Skipped) {
            // The result lines of stdout know when a node was taken up, before it was compiled.
            QVERIFY2(*same->start <= *run.start + base::microsPerSecond, qPrintable(run.jobKey));
            QVERIFY2(same->startEstimated || log.contains(QLatin1String("/2.0")), qPrintable(run.jobKey));
        }
    }
    QVERIFY(compared > 0 || written->runs.size() == 1 || written->runs.at(1).state == State::Unknown);
    QVERIFY(*logged->start <= *invocation.start + base::microsPerSecond || invocation.startEstimated);
}

namespace {

base::Result<ImportBatch> realFile(const QString& real, const char* name)
{
    return readRunFile(real + u'/' + QString::fromLatin1(name));
}

} // namespace

void TestDbt::anAbortedRunOfVersionTwoIsUnknownNotFailed()
{
    WK_SHARED_OR_SKIP(real, "real/dbt");
    for (const char* name : {"2.0/16_build_sigint/run_results.json", "2.0/18_build_no_database/run_results.json",
             "2.0/20_build_fail_fast/run_results.json", "2.0-fusion/17_build_parse_error/run_results.json"}) {
        const auto batch = realFile(real, name);
        QVERIFY_RESULT(batch);
        QVERIFY(batch->runs.size() > 1);
        for (const Run& run : batch->runs) {
            QVERIFY2(run.state == State::Unknown, qPrintable(run.runKey));
            QVERIFY(run.parentKey.isEmpty() || run.rawState == QLatin1String("error"));
        }
        QVERIFY(batch->notes.join(u' ').contains(QLatin1String("aborted")));
    }
    const auto good = realFile(real, "2.0/03_build_race/run_results.json");
    QVERIFY_RESULT(good);
    for (const Run& run : good->runs)
        QVERIFY(run.state != State::Unknown);
}

void TestDbt::theStartOfVersionTwoIsItsIdNotElapsedTime()
{
    WK_SHARED_OR_SKIP(real, "real/dbt");
    const auto batch = realFile(real, "2.0/03_build_race/run_results.json");
    QVERIFY_RESULT(batch);
    const Run& invocation = batch->runs.first();
    QCOMPARE(invocation.start->toIso(), QStringLiteral("2026-11-23T15:06:36.261000Z")); // 01a208f1-d565
    QVERIFY(!invocation.startEstimated);
    QVERIFY(!invocation.detail.contains(QStringLiteral("startedAt")));
    QVERIFY(!dbt::uuidV7Time(QStringLiteral("5226c5fe-e22a-4d2b-b6f7-e61b8ccf67d3")).has_value());
}

void TestDbt::withoutAStartInTheMetadataItIsEstimated()
{
    WK_SHARED_OR_SKIP(real, "real/dbt");
    const auto old = realFile(real, "1.6/03_build_race/run_results.json");
    const auto recent = realFile(real, "1.12/03_build_race/run_results.json");
    QVERIFY_RESULT(old);
    QVERIFY_RESULT(recent);
    QVERIFY(old->runs.first().startEstimated);
    const double elapsed = old->runs.first().detail.value(QStringLiteral("elapsed")).toDouble();
    QVERIFY(std::abs(double(*old->runs.first().end - *old->runs.first().start) / 1e6 - elapsed) < 0.001);
    QVERIFY(!recent->runs.first().startEstimated);
    QCOMPARE(recent->runs.first().start->toIso(), QStringLiteral("2026-11-23T15:13:09.638353Z"));
    QCOMPARE(recent->runs.first().detail.value(QStringLiteral("startedAt")).toString(), QStringLiteral("2026-11-23T15:13:09.638353Z"));
}

void TestDbt::skippedNodesEndWithTheInvocation()
{
    WK_SHARED_OR_SKIP(real, "real/dbt");
    const auto batch = realFile(real, "1.12/03_build_race/run_results.json");
    QVERIFY_RESULT(batch);
    const QString id = batch->runs.first().runKey;
    const Run* skipped = runOf(batch->runs, id + QStringLiteral("/model.shop.fct_returns"));
    QVERIFY(skipped != nullptr);
    QCOMPARE(skipped->state, State::Skipped);
    QVERIFY(!skipped->start.has_value() && skipped->endEstimated);
    QCOMPARE(skipped->end->us, batch->runs.first().end->us);
    const Run* failed = runOf(batch->runs, id + QStringLiteral("/model.shop.stg_returns"));
    QVERIFY(failed != nullptr);
    QCOMPARE(failed->state, State::Failed);
    QVERIFY(failed->start.has_value() && !failed->startEstimated && !failed->endEstimated);
    const Run* partial = runOf(batch->runs, id + QStringLiteral("/model.shop.fct_session_days"));
    QVERIFY(partial != nullptr);
    QCOMPARE(partial->state, State::Warn);
    const Run* done = runOf(batch->runs, id + QStringLiteral("/model.shop.stg_orders"));
    QVERIFY(done != nullptr);
    QCOMPARE(done->start->toIso(), QStringLiteral("2026-11-23T15:13:44.392092Z"));
    QCOMPARE(done->outputs, QStringList{QStringLiteral("\"shop\".\"dw\".\"stg_orders\"")});
    QCOMPARE(done->rows.value_or(-1), 60);
    const Run* view = runOf(batch->runs, id + QStringLiteral("/model.shop.stg_campaigns"));
    QVERIFY(view != nullptr && !view->rows.has_value()); // -1 is no count
}

void TestDbt::hooksAndExposuresAreNoWork()
{
    WK_SHARED_OR_SKIP(real, "real/dbt");
    const auto batch = realFile(real, "1.12/03_build_race/run_results.json");
    QVERIFY_RESULT(batch);
    for (const Run& run : batch->runs)
        QVERIFY2(!run.jobKey.startsWith(QLatin1String("operation.")) && !run.jobKey.startsWith(QLatin1String("exposure.")), qPrintable(run.jobKey));
    QCOMPARE(batch->runs.first().jobKey, QStringLiteral("shop"));
    const Run* unit = runOf(batch->runs, batch->runs.first().runKey + QStringLiteral("/unit_test.shop.fct_revenue_daily.daily_revenue_uses_the_rate"));
    QVERIFY(unit != nullptr);
    QCOMPARE(unit->kind, Kind::Test);
}

void TestDbt::emptyRunsAreMarked()
{
    WK_SHARED_OR_SKIP(real, "real/dbt");
    const auto empty = realFile(real, "1.12/13_run_empty/run_results.json");
    const auto full = realFile(real, "1.12/13b_run_after_empty/run_results.json");
    QVERIFY_RESULT(empty);
    QVERIFY_RESULT(full);
    QVERIFY(empty->runs.first().detail.value(QStringLiteral("empty")).toBool());
    QVERIFY(!full->runs.first().detail.contains(QStringLiteral("empty")));
}

void TestDbt::aRetryNamesItsCommand()
{
    WK_SHARED_OR_SKIP(real, "real/dbt");
    const auto batch = realFile(real, "1.12/04_retry_fails_again/run_results.json");
    QVERIFY_RESULT(batch);
    QCOMPARE(batch->runs.first().detail.value(QStringLiteral("which")).toString(), QStringLiteral("build"));
    QVERIFY(batch->runs.first().detail.value(QStringLiteral("command")).toString().startsWith(QLatin1String("dbt retry")));
}

void TestDbt::failedQueriesOfAFreshnessCheckAreKept()
{
    WK_SHARED_OR_SKIP(real, "real/dbt");
    const auto file = realFile(real, "1.6/02_source_freshness/sources.json");
    const auto log = realFile(real, "1.12/02_source_freshness/stdout.jsonl");
    QVERIFY_RESULT(file);
    QVERIFY_RESULT(log);
    for (const auto* batch : {&*file, &*log}) {
        int failed = 0;
        for (const SourceCheck& check : (*batch).sourceChecks) {
            if (check.status == QLatin1String("runtime error")) {
                ++failed;
                QVERIFY2(check.error.contains(QLatin1String("Database Error")), qPrintable(check.uniqueId));
            }
            QCOMPARE(check.project, QStringLiteral("shop"));
        }
        QCOMPARE(failed, 2);
    }
    const auto capitals = realFile(real, "2.0-fusion/02b_source_freshness_selected/sources.json");
    QVERIFY_RESULT(capitals);
    for (const SourceCheck& check : capitals->sourceChecks) {
        QCOMPARE(check.status, check.status.toLower());
        QCOMPARE(check.checkStart.toIso(), QStringLiteral("2026-11-23T15:09:18.712000Z"));
    }
    const auto vouchers = std::find_if(file->sourceChecks.begin(), file->sourceChecks.end(),
        [](const SourceCheck& check) { return check.uniqueId == QLatin1String("source.shop.web.vouchers"); });
    QVERIFY(vouchers != file->sourceChecks.end());
    QCOMPARE(vouchers->maxLoadedAt->toIso(), QStringLiteral("0001-01-01T00:00:00.000000Z")); // the empty table's sentinel
    QCOMPARE(vouchers->maxLoadedAtText, QStringLiteral("0001-01-01T00:00:00+00:00"));
}

void TestDbt::aManifestKeepsWhatDiagnosisNeeds()
{
    WK_SHARED_OR_SKIP(real, "real/dbt");
    for (const char* name : {"1.12/03_build_race/manifest.json", "2.0/03_build_race/manifest.json"}) {
        const auto batch = realFile(real, name);
        QVERIFY_RESULT(batch);
        const Manifest& manifest = batch->manifests.first();
        QCOMPARE(manifest.project, QStringLiteral("shop"));
        QCOMPARE(manifest.adapter, QStringLiteral("postgres"));
        QVERIFY(manifest.invocationStartedAt.has_value());
        QMap<QString, ManifestNode> nodes;
        for (const ManifestNode& node : manifest.nodes)
            nodes.insert(node.uniqueId, node);
        const ManifestNode orders = nodes.value(QStringLiteral("model.shop.stg_orders"));
        QCOMPARE(orders.materialized, QStringLiteral("table"));
        QCOMPARE(orders.dependsOn, QStringList{QStringLiteral("source.shop.erp.orders")});
        QCOMPARE(QString(orders.relation).remove(u'"'), QStringLiteral("shop.dw.stg_orders"));
        const ManifestNode source = nodes.value(QStringLiteral("source.shop.erp.orders"));
        QVERIFY(source.freshnessConfigured);
        QCOMPARE(source.sourceName, QStringLiteral("erp"));
        QCOMPARE(source.loadedAtField, QStringLiteral("loaded_on"));
        QCOMPARE(QString(source.relation).remove(u'"'), QStringLiteral("shop.erp.orders"));
        QVERIFY(!nodes.value(QStringLiteral("source.shop.web.campaigns")).freshnessConfigured);
        QVERIFY(!nodes.value(QStringLiteral("source.shop.erp.products")).freshnessConfigured);
        QVERIFY(!nodes.value(QStringLiteral("source.shop.web.consents")).loadedAtQuery.isEmpty());
        QVERIFY(std::is_sorted(manifest.nodes.begin(), manifest.nodes.end(),
            [](const ManifestNode& a, const ManifestNode& b) { return a.uniqueId < b.uniqueId; }));
    }
}

void TestDbt::aLogWithForeignLinesIsReadAndTheyAreNamed()
{
    WK_SHARED_OR_SKIP(real, "real/dbt");
    const QByteArray log = support::readAll(real + QStringLiteral("/1.12/01_seed/stdout.jsonl"));
    QTemporaryDir folder;
    const QByteArray before = "warning: something said by Python\n" + log + "{\"info\": {\"name\": \"cut";
    const auto batch = readRunFile(runsupport::writeTemporary(folder.path(), QStringLiteral("a.jsonl"), before));
    QVERIFY_RESULT(batch);
    const auto clean = realFile(real, "1.12/01_seed/stdout.jsonl");
    QVERIFY(batch->runs == clean->runs);
    QCOMPARE(batch->notes.size(), 2);
    QVERIFY(batch->notes.first().startsWith(QLatin1String("line 1, column ")));
}

WK_REGISTER_TEST(TestDbt)
#include "tst_dbt.moc"
