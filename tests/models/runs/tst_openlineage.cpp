// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/import.h"
#include "tests/models/runs/runsupport.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace runs;

class TestOpenLineage : public QObject {
    Q_OBJECT
private slots:
    void readsEveryEventFile_data();
    void readsEveryEventFile();
    void anyOrderAndAnySplitGiveTheSameRuns_data();
    void anyOrderAndAnySplitGiveTheSameRuns();
    void airflowsEventsGiveOneRunPerTry();
    void dbtNodesOfBothWaysAreJoinedByTheirUniqueId();
    void timesOfEveryDialectAreRead_data();
    void timesOfEveryDialectAreRead();
    void whoEndsTwiceEndedAtTheLaterEvent();
    void eventsWithoutARunAreNoted();

private:
    base::Result<ImportBatch> read(const QByteArray& content)
    {
        return readRunFile(runsupport::writeTemporary(m_folder.path(), QStringLiteral("a.jsonl"), content));
    }
    QTemporaryDir m_folder;
};

void TestOpenLineage::readsEveryEventFile_data()
{
    QTest::addColumn<QString>("path");
    WK_SHARED_OR_SKIP(folder, "runs/openlineage");
    for (const QString& path : runsupport::filesUnder(folder + QStringLiteral("/events"), {QStringLiteral("*")})
            + runsupport::filesUnder(folder + QStringLiteral("/marquez"), {QStringLiteral("*.json")}))
        QTest::newRow(qPrintable(path.mid(folder.size()))) << path;
}

void TestOpenLineage::readsEveryEventFile()
{
    QFETCH(QString, path);
    const auto batch = readRunFile(path);
    if (path.endsWith(QLatin1String("flink2_events.jsonl"))) { // rows of a table, no events
        QVERIFY(!batch.ok());
        QCOMPARE(batch.error().code, QStringLiteral("import.unknown_format"));
        return;
    }
    QVERIFY_RESULT(batch);
    QCOMPARE(batch->format, QStringLiteral("OpenLineage events"));
    QVERIFY2(!batch->runs.isEmpty() || !batch->notes.isEmpty(), "nothing is lost silently");
    for (const Run& run : batch->runs) {
        QVERIFY(!run.runKey.isEmpty() && !run.runKey.contains(QLatin1String("{{")));
        QCOMPARE(run.jobKey, run.detail.value(QStringLiteral("namespace")).toString() + u'.' + run.detail.value(QStringLiteral("name")).toString());
    }
}

void TestOpenLineage::anyOrderAndAnySplitGiveTheSameRuns_data()
{
    QTest::addColumn<QString>("path");
    WK_SHARED_OR_SKIP(real, "real/openlineage");
    WK_SHARED_OR_SKIP(synthetic, "runs/synthetic/openlineage/events.jsonl");
    for (const char* name : {"airflow3.jsonl", "dbt_build_artifacts.jsonl", "dbt_build_structured.jsonl"})
        QTest::newRow(name) << real + u'/' + QString::fromLatin1(name);
    QTest::newRow("synthetic") << synthetic;
}

void TestOpenLineage::anyOrderAndAnySplitGiveTheSameRuns()
{
    QFETCH(QString, path);
    QByteArrayList lines = support::readAll(path).split('\n');
    lines.removeAll(QByteArray());
    const auto whole = readRunFile(path);
    QVERIFY_RESULT(whole);
    auto reference = Store::open(QStringLiteral(":memory:"));
    QVERIFY_RESULT(reference->import(*whole));
    const auto expected = reference->load();
    quint32 seed = 7;
    for (int round = 0; round < 6; ++round) {
        auto store = Store::open(QStringLiteral(":memory:"));
        QVERIFY_RESULT(store);
        for (qsizetype i = lines.size() - 1; i > 0; --i) { // a fixed shuffle
            seed = seed * 1664525U + 1013904223U;
            lines.swapItemsAt(i, qsizetype(seed % quint32(i + 1)));
        }
        const qsizetype cut = lines.size() / 3;
        for (const QByteArrayList& part : {lines.mid(0, cut), lines.mid(cut / 2, 2 * cut), lines.mid(cut)}) { // overlapping
            const auto batch = read(part.join('\n'));
            QVERIFY_RESULT(batch);
            QVERIFY_RESULT(store->import(*batch));
        }
        QCOMPARE(runsupport::difference(*expected, *store->load()), QString());
    }
}

void TestOpenLineage::airflowsEventsGiveOneRunPerTry()
{
    WK_SHARED_OR_SKIP(file, "real/openlineage/airflow3.jsonl");
    const auto batch = readRunFile(file);
    QVERIFY_RESULT(batch);
    QCOMPARE(batch->runs.size(), 72);
    QSet<QString> ids;
    for (const Run& run : batch->runs) {
        ids.insert(run.runKey);
        QCOMPARE(run.detail.value(QStringLiteral("integration")).toString(), QStringLiteral("AIRFLOW"));
        QVERIFY(run.start.has_value());
        QCOMPARE(run.end.has_value(), run.state != State::Running);
        QVERIFY(!run.end || *run.start <= *run.end);
        if (!run.parentKey.isEmpty())
            QVERIFY2(runsupport::runOf(batch->runs, run.parentKey) != nullptr, qPrintable(run.jobKey));
    }
    QCOMPARE(ids.size(), 72);
    // FAIL without START: killed before it began.
    const Run* killed = runsupport::runOf(batch->runs, QStringLiteral("01a20606-35c0-7a14-b9d1-7cc17d185665"));
    QVERIFY(killed != nullptr);
    QVERIFY(killed->startEstimated && killed->state == State::Failed && !killed->message.isEmpty());
}

void TestOpenLineage::dbtNodesOfBothWaysAreJoinedByTheirUniqueId()
{
    WK_SHARED_OR_SKIP(real, "real/openlineage");
    for (const char* name : {"artifacts", "structured"}) {
        const auto batch = readRunFile(QStringLiteral("%1/dbt_build_%2.jsonl").arg(real, QString::fromLatin1(name)));
        QVERIFY_RESULT(batch);
        const QJsonObject truth = runsupport::readObject(QStringLiteral("%1/run_results_%2.json").arg(real, QString::fromLatin1(name)));
        int compared = 0;
        for (const auto& value : truth.value(QStringLiteral("results")).toArray()) {
            const QString id = value[QStringLiteral("unique_id")].toString();
            const auto run = std::find_if(batch->runs.begin(), batch->runs.end(), [&](const Run& one) {
                return one.kind == Kind::Transform && one.detail.value(QStringLiteral("dbtUniqueId")).toString() == id;
            });
            if (run == batch->runs.end() || !id.startsWith(QLatin1String("model.")))
                continue;
            ++compared;
            const QString status = value[QStringLiteral("status")].toString();
            QCOMPARE(run->state, status == QLatin1String("success") ? State::Ok : status == QLatin1String("error") ? State::Failed : State::Cancelled);
            const auto timing = value[QStringLiteral("timing")].toArray();
            if (timing.size() == 2)
                QVERIFY(std::abs(*run->end - base::parseTime(timing.at(1)[QStringLiteral("completed_at")].toString())->at) < base::microsPerSecond);
        }
        QVERIFY2(compared >= 3, qPrintable(QString::number(compared)));
        for (const Run& run : batch->runs)
            QVERIFY2(!run.jobKey.contains(QLatin1String(".sql.")), qPrintable(run.jobKey));
    }
}

void TestOpenLineage::timesOfEveryDialectAreRead_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<bool>("assumed");
    QTest::newRow("offset") << QByteArray("2020-12-28T19:52:00.001+10:00") << QStringLiteral("2020-12-28T09:52:00.001000Z") << false;
    QTest::newRow("nine digits") << QByteArray("2020-12-28T19:52:00.123456789Z") << QStringLiteral("2020-12-28T19:52:00.123456Z") << false;
    QTest::newRow("no zone") << QByteArray("2020-12-28T19:52:00.001") << QStringLiteral("2020-12-28T19:52:00.001000Z") << true;
    QTest::newRow("no fraction") << QByteArray("2020-12-28T19:52:00Z") << QStringLiteral("2020-12-28T19:52:00.000000Z") << false;
}

void TestOpenLineage::timesOfEveryDialectAreRead()
{
    QFETCH(QByteArray, time);
    QFETCH(QString, utc);
    QFETCH(bool, assumed);
    const auto batch = read(R"({"eventType":"START","run":{"runId":"r"},"job":{"namespace":"n","name":"j"},"eventTime":")" + time + R"("})");
    QVERIFY_RESULT(batch);
    QCOMPARE(batch->runs.first().start->toIso(), utc);
    QCOMPARE(batch->runs.first().zone == base::ZoneSource::AssumedUtc, assumed);
    QCOMPARE(batch->runs.first().state, State::Running);
}

void TestOpenLineage::whoEndsTwiceEndedAtTheLaterEvent()
{
    const auto event = [](const char* type, const char* time) {
        return QByteArray(R"({"run":{"runId":"r"},"job":{"namespace":"n","name":"j"},"eventType":")") + type + R"(","eventTime":"2026-01-01T00:0)" + time + R"(:00Z"})" + '\n';
    };
    QByteArrayList lines{event("FAIL", "2"), event("COMPLETE", "3"), event("START", "1"), event("START", "0"), event("RUNNING", "4")};
    do {
        const auto batch = read(lines.join());
        QVERIFY_RESULT(batch);
        QCOMPARE(batch->runs.size(), 1);
        QCOMPARE(batch->runs.first().state, State::Ok);
        QCOMPARE(batch->runs.first().start->toIso(), QStringLiteral("2026-01-01T00:00:00.000000Z"));
        QCOMPARE(batch->runs.first().end->toIso(), QStringLiteral("2026-01-01T00:03:00.000000Z"));
    } while (std::next_permutation(lines.begin(), lines.end()));
    const auto tie = read(event("COMPLETE", "3") + event("FAIL", "3"));
    QVERIFY_RESULT(tie);
    QCOMPARE(tie->runs.first().state, State::Failed); // at the same instant the bad news counts
}

void TestOpenLineage::eventsWithoutARunAreNoted()
{
    WK_SHARED_OR_SKIP(folder, "runs/openlineage/marquez");
    for (const char* name : {"event_dataset_event.json", "event_job_event.json"}) {
        const auto batch = readRunFile(folder + u'/' + QString::fromLatin1(name));
        QVERIFY_RESULT(batch);
        QVERIFY(batch->runs.isEmpty());
        QVERIFY(batch->notes.join(u' ').contains(QLatin1String("have no run")));
    }
}

WK_REGISTER_TEST(TestOpenLineage)
#include "tst_openlineage.moc"
