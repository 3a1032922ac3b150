// SPDX-License-Identifier: GPL-3.0-or-later
// Airbyte's and Tableau's answers.
#include "models/runs/import.h"
#include "tests/models/runs/runsupport.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QTemporaryDir>
#include <QTest>

using namespace runs;

class TestApis : public QObject {
    Q_OBJECT
private slots:
    void theConfigApiKnowsAttempts();
    void thePublicApiKnowsOneWindow();
    void everyAirbyteStatusHasItsState_data();
    void everyAirbyteStatusHasItsState();
    void resetsAreNoLoads();
    void aSingleJobIsReadToo();
    void anEmptyPageIsAPage();
    void tableausXmlAndJsonGiveTheSameRuns();
    void brokenXmlIsNamedWithItsPlace();
    void unknownFilesSayWhatWasLookedFor();

private:
    base::Result<ImportBatch> read(const QByteArray& content, const char* name = "a.json")
    {
        return readRunFile(runsupport::writeTemporary(m_folder.path(), QString::fromLatin1(name), content));
    }
    QTemporaryDir m_folder;
};

void TestApis::theConfigApiKnowsAttempts()
{
    WK_SHARED_OR_SKIP(file, "runs/synthetic/airbyte/config_api_jobs_list.json");
    const auto batch = readRunFile(file);
    QVERIFY_RESULT(batch);
    QCOMPARE(batch->format, QStringLiteral("Airbyte jobs (config API)"));
    QCOMPARE(batch->runs.size(), 14);
    const Run* late = runsupport::runOf(batch->runs, QStringLiteral("5513"));
    QVERIFY(late != nullptr);
    QCOMPARE(late->jobKey, QStringLiteral("7ee20f77-e5ca-5258-8d43-78fbabb4e27e"));
    QCOMPARE(late->queued->toIso(), QStringLiteral("2026-08-18T00:10:03.000000Z"));
    QCOMPARE(late->start->toIso(), QStringLiteral("2026-08-18T00:10:05.000000Z"));
    QCOMPARE(late->end->toIso(), QStringLiteral("2026-08-18T07:04:12.000000Z"));
    QCOMPARE(late->attempts.size(), 2);
    QCOMPARE(late->attempts.first().number, 1);
    QCOMPARE(late->attempts.first().state, State::Failed);
    QCOMPARE(late->attempts.first().message, QStringLiteral("source: HTTP 429 from the CRM"));
    QCOMPARE(late->attempts.last().start->toIso(), QStringLiteral("2026-08-18T05:10:00.000000Z"));
    QCOMPARE(late->rows.value_or(0), 177028);
    QCOMPARE(late->bytes.value_or(0), 37529936);
    QCOMPARE(late->kind, Kind::Load);
    QVERIFY(!late->startEstimated && !late->endEstimated);
}

void TestApis::thePublicApiKnowsOneWindow()
{
    WK_SHARED_OR_SKIP(file, "runs/synthetic/airbyte/public_v1_jobs.json");
    const auto batch = readRunFile(file);
    QVERIFY_RESULT(batch);
    QCOMPARE(batch->runs.size(), 15);
    const Run* late = runsupport::runOf(batch->runs, QStringLiteral("5513"));
    QVERIFY(late != nullptr);
    QCOMPARE(late->start->toIso(), QStringLiteral("2026-08-18T00:10:03.000000Z"));
    QCOMPARE(late->end->toIso(), QStringLiteral("2026-08-18T07:04:15.000000Z"));
    QVERIFY(late->attempts.isEmpty());
    const Run* running = runsupport::runOf(batch->runs, QStringLiteral("5599"));
    QVERIFY(running != nullptr);
    QCOMPARE(running->state, State::Running);
    QVERIFY(!running->end.has_value());
}

void TestApis::everyAirbyteStatusHasItsState_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("state");
    QTest::newRow("pending") << QByteArray("pending") << int(State::Planned);
    QTest::newRow("queued") << QByteArray("queued") << int(State::Queued);
    QTest::newRow("running") << QByteArray("running") << int(State::Running);
    QTest::newRow("incomplete") << QByteArray("incomplete") << int(State::RetryWait);
    QTest::newRow("failed") << QByteArray("failed") << int(State::Failed);
    QTest::newRow("cancelled") << QByteArray("cancelled") << int(State::Cancelled);
    QTest::newRow("succeeded") << QByteArray("succeeded") << int(State::Ok);
    QTest::newRow("not known") << QByteArray("exploded") << int(State::Unknown);
}

void TestApis::everyAirbyteStatusHasItsState()
{
    QFETCH(QByteArray, status);
    QFETCH(int, state);
    const auto batch = read(R"({"data":[{"jobId":1,"jobType":"sync","startTime":"2026-08-18T00:10:03Z","connectionId":"c","status":")" + status + R"("}]})");
    QVERIFY_RESULT(batch);
    QCOMPARE(int(batch->runs.first().state), state);
    QCOMPARE(batch->runs.first().rawState, QString::fromLatin1(status));
    QCOMPARE(batch->notes.isEmpty(), State(state) != State::Unknown);
    const auto partial = read(R"({"job":{"id":1,"configType":"sync","configId":"c","status":")" + status
        + R"("},"attempts":[{"id":0,"status":"succeeded","createdAt":1,"failureSummary":{"partialSuccess":true}}]})");
    QVERIFY_RESULT(partial);
    QCOMPARE(partial->runs.first().state, State(state) == State::Ok ? State::Warn : State(state));
}

void TestApis::resetsAreNoLoads()
{
    for (const char* type : {"reset_connection", "clear", "reset", "something_new"}) {
        const auto batch = read(QByteArray(R"({"jobs":[{"job":{"id":1,"configId":"c","status":"succeeded","configType":")") + type + R"("},"attempts":[]}]})");
        QVERIFY_RESULT(batch);
        QCOMPARE(batch->runs.first().kind, Kind::Other);
        QCOMPARE(batch->runs.first().detail.value(QStringLiteral("jobType")).toString(), QString::fromLatin1(type));
    }
}

void TestApis::aSingleJobIsReadToo()
{
    const auto open = read(R"({"jobId":7,"status":"succeeded","jobType":"sync","startTime":"2026-08-18T00:00:00Z","connectionId":"c","duration":"PT8H2M"})");
    QVERIFY_RESULT(open);
    QCOMPARE(open->runs.size(), 1);
    QCOMPARE(open->runs.first().end->toIso(), QStringLiteral("2026-08-18T08:02:00.000000Z"));
}

void TestApis::anEmptyPageIsAPage()
{
    for (const char* page : {R"({"previous":"","next":"","data":[]})", R"({"jobs":[],"totalJobCount":0})"}) {
        const auto batch = read(page);
        QVERIFY_RESULT(batch);
        QVERIFY(batch->runs.isEmpty());
        QVERIFY(batch->format.startsWith(QLatin1String("Airbyte")));
    }
}

void TestApis::tableausXmlAndJsonGiveTheSameRuns()
{
    WK_SHARED_OR_SKIP(file, "runs/synthetic/tableau/jobs.xml");
    const auto xml = readRunFile(file);
    QVERIFY_RESULT(xml);
    QCOMPARE(xml->runs.size(), 14);
    const Run& first = xml->runs.first();
    QCOMPARE(first.jobKey, QStringLiteral("refresh_extracts"));
    QCOMPARE(first.kind, Kind::Refresh);
    QCOMPARE(first.queued->toIso(), QStringLiteral("2026-08-18T06:00:00.000000Z"));
    QCOMPARE(first.start->toIso(), QStringLiteral("2026-08-18T06:00:11.000000Z"));
    QCOMPARE(first.end->toIso(), QStringLiteral("2026-08-18T06:08:30.000000Z"));
    const auto json = read(R"({"pagination":{"pageNumber":"1"},"backgroundJobs":{"backgroundJob":[{"id":"c652ed19-279d-54de-8438-3f0c954e0599",
        "status":"Success","createdAt":"2026-08-18T06:00:00Z","startedAt":"2026-08-18T06:00:11Z","endedAt":"2026-08-18T06:08:30Z",
        "priority":"50","jobType":"refresh_extracts"},{"id":"2","status":"InProgress","createdAt":"2026-08-18T07:00:00Z","jobType":"subscription"}]}})");
    QVERIFY_RESULT(json);
    QCOMPARE(json->runs.size(), 2);
    QVERIFY(json->runs.first() == first);
    QCOMPARE(json->runs.last().state, State::Running);
    QCOMPARE(json->runs.last().kind, Kind::Other);
    QVERIFY(!json->runs.last().start.has_value() && !json->runs.last().end.has_value());
}

void TestApis::brokenXmlIsNamedWithItsPlace()
{
    const auto batch = read("<tsResponse>\n<backgroundJobs>\n<backgroundJob id=\"1\" status=\"Success\"/>\n</wrong>", "a.xml");
    QVERIFY(!batch.ok());
    QCOMPARE(batch.error().code, QStringLiteral("xml.syntax"));
    QCOMPARE(batch.error().place.line, 4);
    QVERIFY(batch.error().place.column > 0);
}

void TestApis::unknownFilesSayWhatWasLookedFor()
{
    for (const char* content : {"{}", "[]", "{\"data\":[1]}", "<html/>", "key: value\n", "[[1]]", "{\"jobs\":{}}", "42", "\"text\""}) {
        const auto batch = read(content);
        QVERIFY2(!batch.ok(), content);
        QCOMPARE(batch.error().code, QStringLiteral("import.unknown_format"));
        QVERIFY2(batch.error().message.contains(QLatin1String("OpenLineage")), content);
        QVERIFY(!batch.error().place.file.isEmpty());
    }
    const auto empty = read("  \n");
    QVERIFY(!empty.ok());
    QCOMPARE(empty.error().code, QStringLiteral("json.empty"));
    const auto binary = read(QByteArray("\x7f" "ELF\0\0\1", 7));
    QVERIFY(!binary.ok());
    QCOMPARE(binary.error().code, QStringLiteral("import.unknown_format"));
}

WK_REGISTER_TEST(TestApis)
#include "tst_apis.moc"
