// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/retry.h"
#include "tests/models/sync/syncfixture.h"
#include "tests/support/register.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <thread>

using namespace support;
using syncs::Outcome;
using Fault = FaultReply::Fault;

/// local-sync.md, Tries and waits: sentence by sentence, against a real server on a paper clock.
class TestTries : public QObject {
    Q_OBJECT
private slots:
    void everyFailureIsTriedAsOftenAsItShould_data();
    void everyFailureIsTriedAsOftenAsItShould();
    void waitsThatTheServerAsksForDoNotCount_data();
    void waitsThatTheServerAsksForDoNotCount();
    void afterTenMinutesTheyCount();
    void longestCapsTheBackOffNotRetryAfter();
    void backOffHasFullJitter();
    void theBudgetHoldsInEveryWindow();
    void aLargeBodyIsALimitError();
    void aSilentConnectionIsATimeout();
    void cancellingEndsARequestSoon();
    void gzipIsDecoded();
    void aResetOnAKeptConnectionIsOneTry();
};

namespace {
const QString oneStream = QStringLiteral("      items: {path: /items}\n");
const QString fourTries = QStringLiteral("    retry: {attempts: 4, base: PT1S, longest: PT8S}\n");

QString triesClass(const syncs::SyncReport& report)
{
    return report.streams.value(0).error ? report.streams.value(0).error->errorClass : QString();
}

double sleptSeconds(const SyncFixture& fixture)
{
    const auto& sleeps = fixture.clock.sleeps;
    return double(std::accumulate(sleeps.begin(), sleeps.end(), base::Micros(0))) / 1e6;
}
} // namespace

void TestTries::everyFailureIsTriedAsOftenAsItShould_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<QString>("outcome");
    const auto row = [](int status, int requests, const char* name, const char* outcome) {
        QTest::newRow(qPrintable(QString::number(status))) << status << int(Fault::None) << requests << QString::fromLatin1(name) << QString::fromLatin1(outcome);
    };
    for (const int status : {500, 502, 503, 504})
        row(status, 4, "SERVER", "interrupted");
    row(408, 4, "TIMEOUT", "interrupted");
    row(425, 4, "SERVER", "interrupted");
    for (const int status : {400, 402, 405, 409, 422, 451})
        row(status, 1, "PROTOCOL", "failed");
    row(401, 1, "AUTH", "failed");
    row(403, 1, "AUTH", "failed");
    row(404, 1, "NOT_FOUND", "failed");
    row(410, 1, "NOT_FOUND", "failed");
    QTest::newRow("reset") << 200 << int(Fault::Reset) << 4 << QStringLiteral("CONNECT") << QStringLiteral("interrupted");
    QTest::newRow("cut body") << 200 << int(Fault::CutBody) << 4 << QStringLiteral("PROTOCOL") << QStringLiteral("failed");
    QTest::newRow("cut without a length is not JSON") << 200 << int(Fault::NoLength) << 3 << QStringLiteral("PROTOCOL") << QStringLiteral("failed");
}

void TestTries::everyFailureIsTriedAsOftenAsItShould()
{
    QFETCH(int, status);
    QFETCH(int, fault);
    QFETCH(int, requests);
    QFETCH(QString, errorClass);
    QFETCH(QString, outcome);
    FaultServer server([&](const SeenRequest&) {
        FaultReply reply = FaultReply::json(recordsFrom(0, 3));
        reply.status = status;
        reply.fault = Fault(fault);
        return reply;
    });
    SyncFixture fixture;
    fixture.write(server.url(), oneStream, {}, fourTries);
    const auto report = fixture.run();
    QCOMPARE(triesClass(report), errorClass);
    QCOMPARE(server.requests().size(), requests);
    QCOMPARE(report.streams.first().requests, requests);
    QCOMPARE(report.streams.first().retries, requests - 1);
    QCOMPARE(syncs::outcomeWord(report.status), outcome);
    QCOMPARE(syncs::exitStatus(report), 1);
}

void TestTries::waitsThatTheServerAsksForDoNotCount_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<double>("least"); // seconds a wait
    QTest::addColumn<double>("most");
    QTest::newRow("429 with seconds") << 429 << QByteArray("20") << 20.0 << 20.0;
    QTest::newRow("503 with seconds") << 503 << QByteArray("20") << 20.0 << 20.0;
    QTest::newRow("429 bare") << 429 << QByteArray() << 0.0 << 8.0;
    QTest::newRow("zero means back-off") << 429 << QByteArray("0") << 0.0 << 8.0;
    QTest::newRow("negative means back-off") << 503 << QByteArray("-5") << 0.0 << 8.0;
    QTest::newRow("past means back-off") << 503 << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << 0.0 << 8.0;
    QTest::newRow("unreadable means back-off") << 429 << QByteArray("soon") << 0.0 << 8.0;
}

void TestTries::waitsThatTheServerAsksForDoNotCount()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(double, least);
    QFETCH(double, most);
    constexpr int refusals = 9; // more than the four tries
    FaultServer server([&](const SeenRequest& request) {
        if (request.number >= refusals)
            return FaultReply::json(recordsFrom(0, 3));
        FaultReply reply = FaultReply::failing(status);
        if (!retryAfter.isEmpty())
            reply.with("Retry-After", retryAfter);
        return reply;
    });
    SyncFixture fixture;
    fixture.write(server.url(), oneStream, {}, fourTries);
    const auto report = fixture.run();
    QCOMPARE(report.status, Outcome::Ok);
    QCOMPARE(report.streams.first().retries, refusals);
    QCOMPARE(fixture.clock.sleeps.size(), refusals);
    for (const base::Micros sleep : fixture.clock.sleeps)
        QVERIFY(double(sleep) / 1e6 >= least && double(sleep) / 1e6 <= most);
    QCOMPARE(report.streams.first().asleepSeconds, sleptSeconds(fixture));
}

void TestTries::afterTenMinutesTheyCount()
{
    FaultServer server([&](const SeenRequest&) {
        FaultReply reply = FaultReply::failing(429);
        reply.with("Retry-After", "100");
        return reply;
    });
    SyncFixture fixture;
    fixture.write(server.url(), oneStream, {}, fourTries);
    const auto report = fixture.run();
    QCOMPARE(triesClass(report), QStringLiteral("RATE_LIMIT"));
    QCOMPARE(report.status, Outcome::Interrupted);
    QCOMPARE(server.requests().size(), 6 + 4); // six waits of 100 s, then four tries
}

void TestTries::longestCapsTheBackOffNotRetryAfter()
{
    FaultServer server([&](const SeenRequest& request) {
        FaultReply reply = FaultReply::failing(request.number < 12 ? 500 : 503);
        if (request.number == 12)
            reply.with("Retry-After", "300");
        return request.number > 12 ? FaultReply::json("[]") : reply;
    });
    SyncFixture fixture;
    fixture.write(server.url(), oneStream, {}, QStringLiteral("    retry: {attempts: 20, base: PT1S, longest: PT8S}\n"));
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(fixture.clock.sleeps.size(), 13);
    for (int i = 0; i < 12; ++i)
        QVERIFY(fixture.clock.sleeps.at(i) <= std::min<base::Micros>(8'000'000, 1'000'000LL << std::min(i, 10)));
    QCOMPARE(fixture.clock.sleeps.at(12), base::Micros(300'000'000));
}

void TestTries::backOffHasFullJitter()
{
    net::RetryPolicy policy;
    policy.base = 1'000'000;
    policy.longest = 16'000'000;
    std::mt19937_64 random(7);
    for (int failures = 1; failures < 8; ++failures) {
        const base::Micros ceiling = std::min<base::Micros>(policy.longest, policy.base << (failures - 1));
        base::Micros least = ceiling;
        base::Micros most = 0;
        for (int i = 0; i < 2000; ++i) {
            const base::Micros wait = net::backOff(policy, failures, random);
            least = std::min(least, wait);
            most = std::max(most, wait);
        }
        QVERIFY(most <= ceiling && most > ceiling * 9 / 10);
        QVERIFY(least < ceiling / 10);
    }
}

void TestTries::theBudgetHoldsInEveryWindow()
{
    FaultServer server([&](const SeenRequest& request) {
        return request.number % 4 == 3 ? FaultReply::failing(500) : FaultReply::json(recordsFrom(request.number, request.number < 20 ? 1 : 0));
    });
    SyncFixture fixture;
    const QString paged = QStringLiteral("{path: /x, pagination: {type: page, parameter: page}}\n");
    fixture.write(server.url(), QStringLiteral("      a: ") + paged + QStringLiteral("      b: ") + paged, {},
        QStringLiteral("    rate_limit: {requests: 5, per: minute}\n    retry: {attempts: 3, base: PT0.01S}\n"));
    QVector<base::Micros> times;
    fixture.onEvent = [&](const syncs::SyncEvent& event) {
        if (event.kind == syncs::SyncEvent::Kind::Request)
            times.append(fixture.clock.now());
    };
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QVERIFY(times.size() > 20);
    for (qsizetype i = 5; i < times.size(); ++i)
        QVERIFY(times.at(i) - times.at(i - 5) > base::microsPerMinute);
}

void TestTries::aLargeBodyIsALimitError()
{
    FaultServer server([&](const SeenRequest&) {
        FaultReply reply = FaultReply::json(gzipped("[" + QByteArray(300'000, ' ') + "]")); // small on the wire
        reply.with("Content-Encoding", "gzip");
        return reply;
    });
    SyncFixture fixture;
    fixture.write(server.url(), oneStream, {}, QStringLiteral("    limits: {body: 100KiB}\n"));
    const auto report = fixture.run();
    QCOMPARE(triesClass(report), QStringLiteral("LIMIT"));
    QCOMPARE(server.requests().size(), 1);
    fixture.write(server.url(), oneStream, {}, QStringLiteral("    limits: {body: 1MB}\n"));
    QCOMPARE(fixture.run().status, Outcome::Ok);
}

void TestTries::aSilentConnectionIsATimeout()
{
    FaultServer server([&](const SeenRequest&) { return FaultReply{200, {}, "[]", Fault::Silent, 0}; });
    SyncFixture fixture;
    fixture.write(server.url(), oneStream, {}, QStringLiteral("    limits: {idle: PT0.2S}\n    retry: {attempts: 2, base: PT0.001S}\n"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(triesClass(fixture.run()), QStringLiteral("TIMEOUT"));
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(timer.elapsed() >= 400 && timer.elapsed() < 5000);
}

void TestTries::cancellingEndsARequestSoon()
{
    FaultServer server([&](const SeenRequest&) { return FaultReply{200, {}, "[]", Fault::Silent, 0}; });
    SyncFixture fixture;
    fixture.write(server.url(), oneStream);
    QElapsedTimer since;
    std::thread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        since.start();
        fixture.cancel.cancel();
    });
    const auto report = fixture.run();
    const auto took = since.elapsed();
    canceller.join();
    QCOMPARE(report.status, Outcome::Cancelled);
    QVERIFY2(took < 100, qPrintable(QString::number(took)));
    QCOMPARE(syncs::exitStatus(report), 1);
}

void TestTries::gzipIsDecoded()
{
    FaultServer server([&](const SeenRequest& request) {
        FaultReply reply = FaultReply::json(gzipped(recordsFrom(0, 100)));
        reply.with("Content-Encoding", "gzip");
        reply.status = request.headers.value("accept-encoding").contains("gzip") ? 200 : 400;
        return reply;
    });
    SyncFixture fixture;
    fixture.write(server.url(), oneStream);
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{100});
}

void TestTries::aResetOnAKeptConnectionIsOneTry()
{
    FaultServer server([&](const SeenRequest& request) {
        FaultReply reply = FaultReply::json(recordsFrom(request.number, request.number < 3 ? 1 : 0));
        reply.fault = request.number == 1 ? Fault::Reset : Fault::None;
        return reply;
    });
    SyncFixture fixture;
    fixture.write(server.url(), QStringLiteral("      items: {path: /items, pagination: {type: page, parameter: page}}\n"), {}, fourTries);
    const auto report = fixture.run();
    QCOMPARE(report.status, Outcome::Ok);
    QCOMPARE(report.streams.first().retries, 1);
    QCOMPARE(server.requests().size(), report.streams.first().requests);
}

WK_REGISTER_TEST(TestTries)
#include "tst_tries.moc"
