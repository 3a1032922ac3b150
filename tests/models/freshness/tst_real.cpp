// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/files.h"
#include "models/runs/import.h"
#include "tests/models/freshness/histories.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace freshness;

/// data/real/dbt: what each model really read is known from the database (truth.json).
class TestReal : public QObject {
    Q_OBJECT
private slots:
    void theRaceOfCase03IsFoundWhereTheRowsAreMissing_data();
    void theRaceOfCase03IsFoundWhereTheRowsAreMissing();
    void anAbortedRunOfVersion2SaysNothing_data();
    void anAbortedRunOfVersion2SaysNothing();
};

namespace {

runs::History importedReal(const QStringList& paths)
{
    auto store = runs::Store::open(QStringLiteral(":memory:"));
    if (!store || !runs::importPaths(*store, paths))
        qFatal("cannot import");
    const auto history = store->load();
    return history ? *history : runs::History{};
}

/// Each load of loads.json as the OpenLineage run of a loader of its table.
void addRealLoads(const QString& file, const QString& database, runs::History& history)
{
    for (const QJsonValue& value : QJsonDocument::fromJson(support::readAll(file)).array()) {
        const QJsonObject load = value.toObject();
        const auto instant = [&load](const char* key) { return histories::at(load.value(QLatin1String(key)).toString()); };
        runs::Run run;
        run.record = QStringLiteral("openlineage");
        run.runKey = load.value(QLatin1String("load_id")).toString();
        run.jobKey = QStringLiteral("loader.") + load.value(QLatin1String("table")).toString();
        run.start = instant("began_at");
        run.end = instant("commit_returned_at");
        run.state = load.value(QLatin1String("status")).toString() == QLatin1String("committed") ? runs::State::Ok : runs::State::Failed;
        run.outputs = {database + u'.' + load.value(QLatin1String("table")).toString()};
        history.runs.append(run);
    }
}

QString databaseOf(const runs::History& history)
{
    for (const runs::ManifestNode& node : history.manifests.first().nodes) {
        if (node.resourceType == QLatin1String("source"))
            return QString(node.relation).remove(u'"').section(u'.', 0, 0);
    }
    return {};
}

QString verdictOf(const Picture& picture, const char* consumer, const char* load)
{
    for (const EdgeVerdict& verdict : picture.diagnosis.verdicts) {
        if (verdict.consumerJob == QLatin1String(consumer) && verdict.producerRun == QLatin1String(load))
            return verdictWord(verdict.verdict);
    }
    return QStringLiteral("none");
}

} // namespace

void TestReal::theRaceOfCase03IsFoundWhereTheRowsAreMissing_data()
{
    QTest::addColumn<QString>("version");
    for (const char* version : {"1.6", "1.8", "1.10", "1.12", "2.0"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

void TestReal::theRaceOfCase03IsFoundWhereTheRowsAreMissing()
{
    QFETCH(QString, version);
    WK_SHARED_OR_SKIP(root, "real/dbt");
    const QString folder = root + u'/' + version;
    const QString race = folder + QStringLiteral("/03_build_race");
    if (!QFileInfo::exists(race + QStringLiteral("/manifest.json")))
        QSKIP("no manifest kept");
    runs::History history = importedReal({race + QStringLiteral("/run_results.json"), race + QStringLiteral("/manifest.json")});
    addRealLoads(folder + QStringLiteral("/loads.json"), databaseOf(history), history);
    const Picture picture = diagnose({}, history);
    // truth.json: stg_orders holds L007 only, dim_customers has L012 (through the view stg_customers).
    QCOMPARE(verdictOf(picture, "model.shop.stg_orders", "L011"), QStringLiteral("RACE"));
    QCOMPARE(verdictOf(picture, "model.shop.dim_customers", "L012"), QStringLiteral("OK"));
    QCOMPARE(verdictOf(picture, "model.shop.stg_customers", "L012"), QStringLiteral("none"));
    const auto races = histories::ofRule(picture.diagnosis, "consumer_started_before_producer_finished");
    QStringList readers; // the snapshot selects from erp.customers itself, before L012 was committed
    for (const Finding& finding : races)
        readers.append(finding.consumer->job + u' ' + finding.producer->run);
    readers.sort();
    QCOMPARE(readers, (QStringList{QStringLiteral("model.shop.stg_orders L011"), QStringLiteral("snapshot.shop.snap_customers L012")}));
}

void TestReal::anAbortedRunOfVersion2SaysNothing_data()
{
    QTest::addColumn<QString>("folder");
    for (const char* folder : {"2.0/16_build_sigint", "2.0/18_build_no_database", "2.0/20_build_fail_fast", "2.0-fusion/16_build_sigint"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
}

void TestReal::anAbortedRunOfVersion2SaysNothing()
{
    QFETCH(QString, folder);
    WK_SHARED_OR_SKIP(root, "real/dbt");
    runs::History history = importedReal({root + u'/' + folder + QStringLiteral("/run_results.json"), root + QStringLiteral("/2.0/03_build_race/manifest.json")});
    addRealLoads(root + QStringLiteral("/2.0/loads.json"), databaseOf(history), history);
    int nodes = 0;
    for (const runs::Run& run : std::as_const(history.runs)) {
        if (run.parentKey.isEmpty())
            continue;
        ++nodes;
        QCOMPARE(run.state, runs::State::Unknown);
    }
    QVERIFY(nodes > 0);
    QVERIFY(diagnose({}, history).diagnosis.verdicts.isEmpty());
}

WK_REGISTER_TEST(TestReal)

#include "tst_real.moc"
