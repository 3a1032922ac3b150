// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/sync/syncfixture.h"
#include "tests/support/register.h"

#include <QTest>

using namespace support;
using syncs::Outcome;

/// local-sync.md, A read: sentence by sentence.
class TestReads : public QObject {
    Q_OBJECT
private slots:
    void aCappedPageDoesNotEndARead_data();
    void aCappedPageDoesNotEndARead();
    void aShortFirstPageIsAskedOnUntilAnEmptyOne();
    void aPageAtTheSizeAskedGoesOn();
    void theOffsetGrowsByWhatWasReceived();
    void anEmptyPageWithATokenDoesNotEndARead_data();
    void anEmptyPageWithATokenDoesNotEndARead();
    void aFollowedTokenEndsTheReadAsFailed_data();
    void aFollowedTokenEndsTheReadAsFailed();
    void aFollowedTokenIsKnownAcrossAnInterruption();
    void aNextUrlIsUsedAsItStands();
    void aRelativeNextUrlIsResolvedAgainstThePage();
    void wrongShapesAreErrorsNotTheEnd_data();
    void wrongShapesAreErrorsNotTheEnd();
    void theFilterIsFixedForTheWholeRead();
    void lagIsSubtractedFromTheStoredCursorOnly();
};

namespace {
const QString itemsStream = QStringLiteral("      items:\n        path: /items\n        primary_key: [id]\n");

QString withPagination(const QString& pagination)
{
    return itemsStream + QStringLiteral("        records: data\n        pagination: ") + pagination + u'\n';
}

QString messageOf(const syncs::SyncReport& report)
{
    if (report.error)
        return report.error->error.toString();
    return report.streams.value(0).error ? report.streams.value(0).error->error.toString() : QString();
}

QString classOf(const syncs::SyncReport& report)
{
    return report.streams.value(0).error ? report.streams.value(0).error->errorClass : QString();
}

QByteArray dataPage(const QByteArray& records, const QByteArray& next = "null")
{
    return "{\"data\":" + records + ",\"next\":" + next + "}";
}
} // namespace

void TestReads::aCappedPageDoesNotEndARead_data()
{
    QTest::addColumn<QString>("pagination");
    QTest::newRow("page") << QStringLiteral("{type: page, parameter: page, start: 1, size_parameter: size, size: 100}");
    QTest::newRow("offset") << QStringLiteral("{type: offset, parameter: offset, size_parameter: size, size: 100}");
}

void TestReads::aCappedPageDoesNotEndARead()
{
    QFETCH(QString, pagination);
    FaultServer server([](const SeenRequest& request) {
        const bool byPage = request.query.contains(QStringLiteral("page"));
        const int from = byPage ? (request.query.value(QStringLiteral("page")).toInt() - 1) * 10 : request.query.value(QStringLiteral("offset")).toInt();
        return FaultReply::json(dataPage(recordsFrom(from, std::clamp(25 - from, 0, 10))));
    });
    SyncFixture fixture;
    fixture.write(server.url(), withPagination(pagination));
    const auto report = fixture.run();
    QVERIFY2(report.status == Outcome::Ok, qPrintable(messageOf(report)));
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(server.requests().at(0).query.value(QStringLiteral("size")), QStringLiteral("100"));
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(DISTINCT id) FROM items")), QVariantList{25});
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{25});
}

void TestReads::aShortFirstPageIsAskedOnUntilAnEmptyOne()
{
    FaultServer server([](const SeenRequest& request) {
        return FaultReply::json(dataPage(request.query.value(QStringLiteral("page")) == QLatin1String("1") ? recordsFrom(0, 3) : "[]"));
    });
    SyncFixture fixture;
    fixture.write(server.url(), withPagination(QStringLiteral("{type: page, parameter: page, size_parameter: size, size: 100}")));
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(server.requests().size(), 2);
}

void TestReads::aPageAtTheSizeAskedGoesOn()
{
    FaultServer server([](const SeenRequest& request) {
        const int page = request.query.value(QStringLiteral("page")).toInt();
        return FaultReply::json(dataPage(page == 1 ? recordsFrom(0, 9) : page == 2 ? recordsFrom(9, 5) : page == 3 ? recordsFrom(14, 2) : "[]"));
    });
    SyncFixture fixture; // 9 > 5 = the size: page 2 is full; page 3 is shorter than both
    fixture.write(server.url(), withPagination(QStringLiteral("{type: page, parameter: page, size_parameter: size, size: 5}")));
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{16});
}

void TestReads::theOffsetGrowsByWhatWasReceived()
{
    FaultServer server([](const SeenRequest& request) {
        const int at = request.query.value(QStringLiteral("offset")).toInt();
        return FaultReply::json(dataPage(at == 0 ? recordsFrom(0, 7) : at == 7 ? recordsFrom(7, 7) : at == 14 ? recordsFrom(14, 1) : "oops"));
    });
    SyncFixture fixture;
    fixture.write(server.url(), withPagination(QStringLiteral("{type: offset, parameter: offset, size_parameter: limit, size: 50}")));
    const auto report = fixture.run();
    QVERIFY2(report.status == Outcome::Ok, qPrintable(messageOf(report)));
    QCOMPARE(report.streams.first().pages, 3);
    QCOMPARE(report.streams.first().rowsLoaded, 15);
}

void TestReads::anEmptyPageWithATokenDoesNotEndARead_data()
{
    QTest::addColumn<QString>("pagination");
    QTest::newRow("cursor") << QStringLiteral("{type: cursor, parameter: after, path: next}");
    QTest::newRow("link in the body") << QStringLiteral("{type: link, path: next}");
    QTest::newRow("link header") << QStringLiteral("{type: link}");
}

void TestReads::anEmptyPageWithATokenDoesNotEndARead()
{
    QFETCH(QString, pagination);
    const bool header = pagination == QLatin1String("{type: link}");
    const bool link = pagination.contains(QLatin1String("link"));
    FaultServer server([&](const SeenRequest& request) {
        const int at = request.query.value(QStringLiteral("after")).toInt();
        const QByteArray records = at == 0 ? recordsFrom(0, 2) : at == 1 ? "[]" : recordsFrom(2, 1);
        const QByteArray token = QByteArray::number(at + 1);
        const QByteArray next = at == 2 ? QByteArray("\"\"") : link ? "\"/items?after=" + token + "\"" : "\"" + token + "\"";
        FaultReply reply = FaultReply::json(dataPage(records, header ? "null" : next));
        if (header && at < 2)
            reply.with("Link", "</items?after=9>; rel=\"prev\", </items?after=" + token + ">; rel=\"next\"");
        return reply;
    });
    SyncFixture fixture;
    fixture.write(server.url(), withPagination(pagination));
    const auto report = fixture.run();
    QVERIFY2(report.status == Outcome::Ok, qPrintable(messageOf(report)));
    QCOMPARE(fixture.column(QStringLiteral("SELECT id FROM items ORDER BY id")), (QVariantList{0, 1, 2}));
    QCOMPARE(server.requests().size(), 3);
}

void TestReads::aFollowedTokenEndsTheReadAsFailed_data()
{
    QTest::addColumn<QString>("pagination");
    QTest::addColumn<QByteArrayList>("nexts"); // of the pages in order
    QTest::addColumn<int>("rows");
    const QString cursor = QStringLiteral("{type: cursor, parameter: after, path: next}");
    const QString link = QStringLiteral("{type: link, path: next}");
    QTest::newRow("cursor to itself") << cursor << QByteArrayList{"\"a\"", "\"a\""} << 2;
    QTest::newRow("cursor in a circle") << cursor << QByteArrayList{"\"a\"", "\"b\"", "\"c\"", "\"a\""} << 4;
    QTest::newRow("link to the first page") << link << QByteArrayList{"\"/items?after=a\"", "\"/items\""} << 2;
    QTest::newRow("link to itself") << link << QByteArrayList{"\"/items?after=a\"", "\"?after=a\""} << 2;
}

void TestReads::aFollowedTokenEndsTheReadAsFailed()
{
    QFETCH(QString, pagination);
    QFETCH(QByteArrayList, nexts);
    QFETCH(int, rows);
    FaultServer server([&](const SeenRequest& request) {
        return FaultReply::json(dataPage(recordsFrom(request.number, 1), nexts.value(request.number, "null")));
    });
    SyncFixture fixture;
    fixture.write(server.url(), withPagination(pagination));
    const auto report = fixture.run();
    QCOMPARE(report.status, Outcome::Failed);
    QCOMPARE(classOf(report), QStringLiteral("PAGINATION"));
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{rows});
    QCOMPARE(server.requests().size(), rows);
}

void TestReads::aFollowedTokenIsKnownAcrossAnInterruption()
{
    bool failing = true;
    FaultServer server([&](const SeenRequest& request) {
        const QString at = request.query.value(QStringLiteral("after"));
        if (at.isEmpty())
            return FaultReply::json(dataPage(recordsFrom(0, 1), "\"a\""));
        if (at == QLatin1String("a"))
            return FaultReply::json(dataPage(recordsFrom(1, 1), "\"b\""));
        return failing ? FaultReply::failing(500) : FaultReply::json(dataPage(recordsFrom(2, 1), "\"a\""));
    });
    SyncFixture fixture;
    fixture.write(server.url(), withPagination(QStringLiteral("{type: cursor, parameter: after, path: next}")), {},
        QStringLiteral("    retry: {attempts: 2, base: PT0.001S}\n"));
    QCOMPARE(fixture.run().status, Outcome::Interrupted);
    failing = false;
    const auto report = fixture.run();
    QCOMPARE(classOf(report), QStringLiteral("PAGINATION"));
    QVERIFY(report.streams.first().resumed);
    QCOMPARE(report.streams.first().requests, 1);
    QCOMPARE(fixture.column(QStringLiteral("SELECT id FROM items ORDER BY id")), (QVariantList{0, 1, 2}));
}

void TestReads::aNextUrlIsUsedAsItStands()
{
    FaultServer server([&](const SeenRequest& request) {
        const bool first = request.number == 0;
        return FaultReply::json(dataPage(recordsFrom(request.number, 1), first ? "\"/items?after=x%2Fy&page=2\"" : "null"));
    });
    SyncFixture fixture;
    fixture.write(server.url(), withPagination(QStringLiteral("{type: link, path: next}"))
            + QStringLiteral("        parameters: {site: main}\n        incremental: {cursor_field: id, parameter: since, initial: \"5\"}\n"), {},
        QStringLiteral("    authentication: {type: api_key, name: key, value: topsecret99, in: query}\n"));
    const auto report = fixture.run();
    QVERIFY2(report.status == Outcome::Ok, qPrintable(messageOf(report)));
    QCOMPARE(server.requests().at(0).target, QByteArray("/items?site=main&since=5&key=topsecret99"));
    QCOMPARE(server.requests().at(1).target, QByteArray("/items?after=x%2Fy&page=2&key=topsecret99"));
}

void TestReads::aRelativeNextUrlIsResolvedAgainstThePage()
{
    FaultServer server([&](const SeenRequest& request) {
        return FaultReply::json(dataPage(recordsFrom(request.number, 1), request.number == 0 ? "\"more/second?n=1\"" : "null"));
    });
    SyncFixture fixture;
    fixture.write(server.url() + QStringLiteral("/api/v1/"), withPagination(QStringLiteral("{type: link, path: next}")));
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(server.requests().at(0).target, QByteArray("/api/v1/items"));
    QCOMPARE(server.requests().at(1).target, QByteArray("/api/v1/more/second?n=1"));
}

void TestReads::wrongShapesAreErrorsNotTheEnd_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("requests");
    QTest::newRow("HTML") << QByteArray("<html>all is well</html>") << 3;
    QTest::newRow("empty") << QByteArray() << 3;
    QTest::newRow("cut") << QByteArray("{\"data\":[{\"id\":1}") << 3;
    QTest::newRow("trailing") << QByteArray("{\"data\":[]} x") << 3;
    QTest::newRow("no array") << QByteArray("{\"data\":{\"id\":1}}") << 1;
    QTest::newRow("no such key") << QByteArray("{\"items\":[]}") << 1;
    QTest::newRow("null") << QByteArray("{\"data\":null}") << 1;
    QTest::newRow("a text") << QByteArray("\"data\"") << 1;
}

void TestReads::wrongShapesAreErrorsNotTheEnd()
{
    QFETCH(QByteArray, body);
    QFETCH(int, requests);
    FaultServer server([&](const SeenRequest&) { return FaultReply::json(body); });
    SyncFixture fixture;
    fixture.write(server.url(), withPagination(QStringLiteral("{type: page, parameter: page}")));
    const auto report = fixture.run();
    QCOMPARE(report.status, Outcome::Failed);
    QCOMPARE(classOf(report), QStringLiteral("PROTOCOL"));
    QCOMPARE(server.requests().size(), requests);
    QCOMPARE(syncs::exitStatus(report), 1);
}

void TestReads::theFilterIsFixedForTheWholeRead()
{
    FaultServer server([&](const SeenRequest& request) {
        const int page = request.query.value(QStringLiteral("page")).toInt();
        if (page == 3 && request.number == 2)
            return FaultReply::failing(400);
        const QByteArray at = QByteArray::number(page);
        return FaultReply::json(dataPage(page < 4 ? recordsFrom(page * 10, 2, ",\"at\":\"2026-01-0" + at + "T00:00:00Z\"") : "[]"));
    });
    SyncFixture fixture;
    fixture.write(server.url(), withPagination(QStringLiteral("{type: page, parameter: page, size_parameter: size, size: 2}"))
            + QStringLiteral("        incremental: {cursor_field: at, parameter: since, initial: \"2026-01-01\"}\n"));
    const auto first = fixture.run();
    QCOMPARE(first.status, Outcome::Failed);
    QVERIFY(first.streams.first().state.value(QStringLiteral("cursor")).isNull());
    const auto second = fixture.run();
    QVERIFY2(second.status == Outcome::Ok, qPrintable(messageOf(second)));
    QVERIFY(second.streams.first().resumed);
    for (const SeenRequest& request : server.requests())
        QCOMPARE(request.query.value(QStringLiteral("since")), QStringLiteral("2026-01-01"));
    QCOMPARE(second.streams.first().state.value(QStringLiteral("cursor")).toString(), QStringLiteral("2026-01-03T00:00:00.000000Z"));
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{6});
    const auto before = server.requests().size();
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(server.requests().at(before).query.value(QStringLiteral("since")), QStringLiteral("2026-01-03T00:00:00Z"));
}

void TestReads::lagIsSubtractedFromTheStoredCursorOnly()
{
    FaultServer server([&](const SeenRequest&) { return FaultReply::json(dataPage(recordsFrom(1, 1, ",\"at\":\"2026-03-29T01:05:00.250+01:00\""))); });
    SyncFixture fixture;
    fixture.write(server.url(), itemsStream + QStringLiteral("        records: data\n"
        "        incremental: {cursor_field: at, parameter: since, initial: \"2026-01-01T00:00:00Z\", lag: PT10M}\n"),
        QStringLiteral("    items: {disposition: merge}\n"));
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(server.requests().at(0).query.value(QStringLiteral("since")), QStringLiteral("2026-01-01T00:00:00Z"));
    QCOMPARE(server.requests().at(1).query.value(QStringLiteral("since")), QStringLiteral("2026-03-29T00:55:00.250+01:00"));
}

WK_REGISTER_TEST(TestReads)
#include "tst_reads.moc"
