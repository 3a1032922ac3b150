// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/sync/syncfixture.h"
#include "tests/support/register.h"

#include <QTest>

using namespace support;
using syncs::Outcome;

/// local-sync.md, A sync and Loading: sentence by sentence.
class TestLoading : public QObject {
    Q_OBJECT
private slots:
    void limitEndsAStreamAfterExactlySoManyRecords_data();
    void limitEndsAStreamAfterExactlySoManyRecords();
    void finishedStreamsAreSkippedUntilAllHaveFinished();
    void whatIsStartedAfterAFinishedSyncIsANewOne();
    void appendDropsWhatItHasLoadedAtTheCursor_data();
    void appendDropsWhatItHasLoadedAtTheCursor();
    void mergeReplacesTheRowWhole();
    void aRecordWithoutItsKeyIsRefused();
    void replaceSwapsInTheEnd();
    void anEmptyReplacementEmptiesTheTable();
    void valuesStayExact();
    void keysThatMeetGetTheirOwnColumns();
    void twoSyncsIntoOneFileDoNotMix();
    void listsBecomeTablesWhereTheStreamSaysSo_data();
    void listsBecomeTablesWhereTheStreamSaysSo();
    void aNewReplacementDropsWhatAnOldOneLeft();
};

namespace {
QVector<QByteArray> loadingPages; // what the server gives page by page
QString loadingMessage(const syncs::SyncReport& report)
{
    if (report.error)
        return report.error->error.toString();
    return report.streams.value(0).error ? report.streams.value(0).error->error.toString() : QString();
}

FaultReply pageOf(const SeenRequest& request)
{
    return FaultReply::json(loadingPages.value(request.query.value(QStringLiteral("page")).toInt() - 1, "[]"));
}

const QString pagedItems = QStringLiteral("      items:\n        path: /items\n        primary_key: [id]\n        pagination: {type: page, parameter: page}\n");
const QString mergeItems = QStringLiteral("    items: {disposition: merge}\n");
const QString replaceItems = QStringLiteral("    items: {disposition: replace}\n");
} // namespace

void TestLoading::limitEndsAStreamAfterExactlySoManyRecords_data()
{
    QTest::addColumn<QString>("disposition");
    for (const char* word : {"append", "merge", "replace"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TestLoading::limitEndsAStreamAfterExactlySoManyRecords()
{
    QFETCH(QString, disposition);
    loadingPages = {recordsFrom(0, 5), recordsFrom(5, 5), recordsFrom(10, 5)};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems, QStringLiteral("    items: {disposition: %1}\n").arg(disposition));
    for (const int already : {0, 7}) {
        const auto report = fixture.run(7);
        QCOMPARE(report.status, Outcome::Interrupted);
        QCOMPARE(syncs::exitStatus(report), 1);
        QCOMPARE(report.streams.first().rowsRead, 7);
        QCOMPARE(report.streams.first().rowsLoaded, 7);
        if (disposition != QLatin1String("replace"))
            QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{already + 7});
    }
    const auto report = fixture.run();
    QVERIFY2(report.status == Outcome::Ok, qPrintable(loadingMessage(report)));
    QVERIFY(report.streams.first().resumed);
    QCOMPARE(report.streams.first().rowsRead, 1);
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{15});
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(DISTINCT id) FROM items")), QVariantList{15});
}

void TestLoading::finishedStreamsAreSkippedUntilAllHaveFinished()
{
    bool failing = true;
    FaultServer server([&](const SeenRequest& request) {
        return request.path == "/b" && failing ? FaultReply::failing(404) : FaultReply::json(recordsFrom(0, 2));
    });
    SyncFixture fixture;
    fixture.write(server.url(), QStringLiteral("      a: {path: /a}\n      b: {path: /b}\n"));
    const auto first = fixture.run();
    QCOMPARE(first.status, Outcome::Failed);
    QCOMPARE(first.streams.at(0).status, Outcome::Ok);
    QCOMPARE(first.streams.at(1).error->errorClass, QStringLiteral("NOT_FOUND"));
    failing = false;
    const auto second = fixture.run();
    QCOMPARE(second.status, Outcome::Ok);
    QCOMPARE(second.streams.at(0).status, Outcome::Skipped);
    QCOMPARE(second.streams.at(0).requests, 0);
    QCOMPARE(second.streams.at(1).status, Outcome::Ok);
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM a")), QVariantList{2});
    const auto third = fixture.run();
    QCOMPARE(third.streams.at(0).status, Outcome::Ok);
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM a")), QVariantList{4});
}

void TestLoading::whatIsStartedAfterAFinishedSyncIsANewOne()
{
    loadingPages = {recordsFrom(0, 2)};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems);
    QCOMPARE(fixture.run().status, Outcome::Ok);
    const auto again = fixture.run();
    QCOMPARE(again.status, Outcome::Ok);
    QVERIFY(!again.streams.first().resumed);
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{4});
}

void TestLoading::appendDropsWhatItHasLoadedAtTheCursor_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QVariantList>("names");
    const QByteArray first = R"([{"id":1,"n":"a","at":"2026-01-01T00:00:00Z"},{"id":2,"n":"b","at":"2026-01-02T00:00:00Z"},{"id":3,"n":"c","at":"2026-01-02T01:00:00+01:00"}])";
    const QByteArray second = R"([{"at":"2026-01-02T00:00:00.0Z","n":"b2","id":2},{"id":3,"n":"c","at":"2026-01-02T01:00:00+01:00"},{"id":4,"n":"d","at":"2026-01-02T00:00:00Z"},{"id":5,"n":"e","at":"2026-01-03T00:00:00Z"}])";
    QTest::newRow("by primary key") << QStringLiteral("        primary_key: [id]\n") << first << second
        << QVariantList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e")};
    QTest::newRow("by content") << QString() << first << second
        << QVariantList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("b2"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e")};
    const QByteArray twice = R"([{"n":"x","at":5},{"n":"x","at":5}])";
    const auto row = [](const char* name, const char* keyYaml, const char* one, const char* two, const QVariantList& loaded) {
        QTest::newRow(name) << QString::fromLatin1(keyYaml) << QByteArray(one) << QByteArray(two) << loaded;
    };
    const QVariantList both{QStringLiteral("x"), QStringLiteral("y")};
    row("a number and a text are two keys", "        primary_key: [id]\n", R"([{"id":1,"n":"x","at":5}])", R"([{"id":1,"n":"x","at":5},{"id":"1","n":"y","at":5}])", both);
    row("a record without its key goes by its content", "        primary_key: [id]\n", R"([{"n":"x","at":5}])", R"([{"n":"x","at":5},{"id":null,"n":"y","at":5}])", both);
    row("two parts of a key do not run together", "        primary_key: [a, b]\n", R"([{"a":"p\u001fq","b":"r","n":"x","at":5}])", R"([{"a":"p","b":"q\u001fr","n":"y","at":5}])", both);
    row("a number and a text are two contents", "", R"([{"v":1.5,"n":"x","at":5}])", R"([{"v":"1.5","n":"x","at":5}])", {both.first(), both.first()});
    row("true is not one", "", R"([{"v":true,"n":"x","at":5}])", R"([{"v":1,"n":"x","at":5}])", {both.first(), both.first()});
    row("lists that are tables are content", "        lists: tables\n", R"([{"l":[1],"n":"x","at":5}])", R"([{"l":[1],"n":"x","at":5},{"l":[2],"n":"x","at":5}])", {both.first(), both.first()});
    QTest::newRow("equal contents are counted") << QString() << twice << QByteArray(R"([{"n":"x","at":5},{"n":"x","at":5},{"n":"x","at":5},{"n":"y","at":10}])")
        << QVariantList{QStringLiteral("x"), QStringLiteral("x"), QStringLiteral("x"), QStringLiteral("y")};
}

void TestLoading::appendDropsWhatItHasLoadedAtTheCursor()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QVariantList, names);
    QByteArray body = first;
    FaultServer server([&](const SeenRequest&) { return FaultReply::json(body); });
    SyncFixture fixture;
    fixture.write(server.url(), QStringLiteral("      items:\n        path: /items\n        incremental: {cursor_field: at, parameter: since}\n") + key);
    QCOMPARE(fixture.run().status, Outcome::Ok);
    body = second;
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(fixture.column(QStringLiteral("SELECT n FROM items ORDER BY n")), names);
    body = "[" + second.mid(second.lastIndexOf('{')); // the last record is at the cursor now
    const auto report = fixture.run();
    QCOMPARE(report.streams.first().rowsRead, 1);
    QCOMPARE(report.streams.first().rowsLoaded, 0);
    QCOMPARE(fixture.run().streams.first().rowsLoaded, 0);
}

void TestLoading::mergeReplacesTheRowWhole()
{
    loadingPages = {R"([{"id":1,"a":"x","b":{"c":1}},{"id":2,"a":"y"}])"};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems, mergeItems);
    QCOMPARE(fixture.run().status, Outcome::Ok);
    loadingPages = {R"([{"id":1,"d":7},{"id":1,"d":8}])"};
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(fixture.row(QStringLiteral("SELECT a, b__c, d FROM items WHERE id=1")), (QVariantList{QVariant(), QVariant(), 8}));
    QCOMPARE(fixture.row(QStringLiteral("SELECT a, b__c, d FROM items WHERE id=2")), (QVariantList{QStringLiteral("y"), QVariant(), QVariant()}));
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{2});
}

void TestLoading::aRecordWithoutItsKeyIsRefused()
{
    loadingPages = {R"([{"id":1},{"x":"no key"},{"id":null,"x":2},{"id":2},3])"};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems, mergeItems);
    const auto report = fixture.run();
    QCOMPARE(report.status, Outcome::Ok);
    QCOMPARE(report.streams.first().rowsRead, 5);
    QCOMPARE(report.streams.first().rowsLoaded, 2);
    QCOMPARE(report.streams.first().refused, 3);
    QCOMPARE(fixture.column(QStringLiteral("SELECT class || ' ' || payload FROM _sync_refused ORDER BY id")),
        (QVariantList{QStringLiteral("KEY {\"x\":\"no key\"}"), QStringLiteral("KEY {\"id\":null,\"x\":2}"), QStringLiteral("RECORD 3")}));
}

void TestLoading::replaceSwapsInTheEnd()
{
    loadingPages = {recordsFrom(0, 3)};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems, replaceItems);
    QCOMPARE(fixture.run().status, Outcome::Ok);
    loadingPages = {R"([{"id":10,"new":1}])", R"([{"id":11}])"};
    const auto old = QVariantList{0, 1, 2};
    fixture.onEvent = [&](const syncs::SyncEvent& event) {
        if (event.kind == syncs::SyncEvent::Kind::Request)
            QCOMPARE(fixture.column(QStringLiteral("SELECT id FROM items ORDER BY id")), old);
    };
    QCOMPARE(fixture.run(1).status, Outcome::Interrupted);
    QCOMPARE(fixture.column(QStringLiteral("SELECT id FROM items ORDER BY id")), old);
    const auto report = fixture.run();
    QVERIFY2(report.status == Outcome::Ok, qPrintable(loadingMessage(report)));
    QCOMPARE(fixture.column(QStringLiteral("SELECT id FROM items ORDER BY id")), (QVariantList{10, 11}));
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name LIKE '\\_sync\\_new%' ESCAPE '\\'")), QVariantList{0});
}

void TestLoading::anEmptyReplacementEmptiesTheTable()
{
    loadingPages = {recordsFrom(0, 3)};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems, replaceItems);
    QCOMPARE(fixture.run().status, Outcome::Ok);
    loadingPages = {};
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{0});
}

void TestLoading::valuesStayExact()
{
    loadingPages = {R"([{"id":1,"text":" a\u0000\"\u00e9 \ud83d\ude00 ","big":123456789012345678901234567890,"dec":12345678901234567.8900,"max":9223372036854775807,
        "over":9223372036854775808,"exp":1e400,"yes":true,"no":false,"none":null,"o":{"in":{"x":1}},"list":[1.10, {"k" : "v w"}],"empty":[],
        "at":"2026-08-18T03:36:10.5+02:00","day":"2026-08-18","code":"007","nano":"2026-08-18T01:36:10.123456789Z"}])"};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems);
    QCOMPARE(fixture.run().status, Outcome::Ok);
    const auto text = [](const char* utf8) { return QVariant(QString::fromUtf8(utf8)); };
    QCOMPARE(fixture.row(QStringLiteral("SELECT text, big, dec, max, over, exp, yes, no, none, o__in__x, list, empty FROM items")),
        (QVariantList{QStringLiteral(" a") + QChar(0) + QString::fromUtf8("\"é 😀 "), text("123456789012345678901234567890"), text("12345678901234567.8900"),
            qint64(9223372036854775807), text("9223372036854775808"), text("1e400"), 1, 0, QVariant(), 1, text("[1.10,{\"k\":\"v w\"}]"), text("[]")}));
    QCOMPARE(fixture.row(QStringLiteral("SELECT at, day, code, nano FROM items")), (QVariantList{text("2026-08-18T01:36:10.500000Z"), text("2026-08-18"),
        text("007"), text("2026-08-18T01:36:10.123456789Z")}));
}

void TestLoading::keysThatMeetGetTheirOwnColumns()
{
    loadingPages = {R"([{"id":1,"userName":"a","user_name":"b","a":{"b":1},"a__b":2}])"};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems);
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(fixture.row(QStringLiteral("SELECT user_name, user_name_2, a__b, a__b_2 FROM items")), (QVariantList{QStringLiteral("a"), QStringLiteral("b"), 1, 2}));
    const auto told = std::any_of(fixture.events.begin(), fixture.events.end(), [](const auto& event) { return event.text.contains(QLatin1String("user_name_2")); });
    QVERIFY(told);
}

void TestLoading::twoSyncsIntoOneFileDoNotMix()
{
    loadingPages = {recordsFrom(0, 3)};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems);
    std::optional<syncs::SyncReport> second;
    fixture.onEvent = [&](const syncs::SyncEvent& event) {
        if (event.kind != syncs::SyncEvent::Kind::Request || second)
            return;
        second = syncs::SyncReport();
        fixture.onEvent = {};
        second = fixture.run();
    };
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QVERIFY(second && second->error);
    QCOMPARE(second->error->errorClass, QStringLiteral("STORE"));
    QCOMPARE(second->error->error.code, QStringLiteral("store.locked"));
    QCOMPARE(syncs::exitStatus(*second), 1);
}

void TestLoading::listsBecomeTablesWhereTheStreamSaysSo_data()
{
    QTest::addColumn<QString>("disposition");
    QTest::addColumn<int>("tags"); // after the second sync
    QTest::newRow("append") << QStringLiteral("append") << 7;
    QTest::newRow("merge") << QStringLiteral("merge") << 2;
    QTest::newRow("replace") << QStringLiteral("replace") << 1;
}

void TestLoading::listsBecomeTablesWhereTheStreamSaysSo()
{
    QFETCH(QString, disposition);
    QFETCH(int, tags);
    loadingPages = {R"([{"id":1,"tags":["a","b"],"o":{"parts":[{"n":1,"sizes":[[2,3]]},{"n":2}]}},{"id":2,"tags":["c"]},{"id":1,"tags":["d","e","f"],"o":{"parts":[]}}])"};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems + QStringLiteral("        lists: tables\n"), QStringLiteral("    items: {disposition: %1}\n").arg(disposition));
    const auto report = fixture.run();
    QVERIFY2(report.status == Outcome::Ok, qPrintable(loadingMessage(report)));
    const bool merges = disposition == QLatin1String("merge");
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items__tags")), QVariantList{merges ? 4 : 6});
    if (!merges) {
        QCOMPARE(fixture.column(QStringLiteral("SELECT p.n FROM items i JOIN items__o__parts p ON p._dlt_parent_id = i._dlt_id WHERE i.id = 1 ORDER BY p._dlt_list_idx")),
            (QVariantList{1, 2}));
        QCOMPARE(fixture.column(QStringLiteral("SELECT l.value FROM items__o__parts__sizes__list l ORDER BY _dlt_list_idx")), (QVariantList{2, 3}));
    }
    loadingPages = {R"([{"id":1,"tags":["z"]}])"};
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items__tags")), QVariantList{tags});
    QCOMPARE(fixture.column(QStringLiteral("SELECT t.value FROM items__tags t JOIN items i ON i._dlt_id = t._dlt_parent_id WHERE i.id = 1 AND t.value = 'z'")),
        QVariantList{QStringLiteral("z")});
}

void TestLoading::aNewReplacementDropsWhatAnOldOneLeft()
{
    loadingPages = {R"([{"old":1,"id":1},{"old":2,"id":2}])"};
    FaultServer server(pageOf);
    SyncFixture fixture;
    fixture.write(server.url(), pagedItems, replaceItems);
    QCOMPARE(fixture.run(1).status, Outcome::Interrupted);
    fixture.write(server.url(), pagedItems); // appends in between
    QCOMPARE(fixture.run(1).status, Outcome::Interrupted);
    fixture.write(server.url(), pagedItems, replaceItems);
    loadingPages = {R"([{"id":7,"new":1}])"};
    const auto report = fixture.run();
    QVERIFY2(report.status == Outcome::Ok, qPrintable(loadingMessage(report)));
    QVERIFY(!report.streams.first().resumed);
    QCOMPARE(fixture.row(QStringLiteral("SELECT id, new FROM items")), (QVariantList{7, 1}));
    QCOMPARE(fixture.column(QStringLiteral("SELECT name FROM pragma_table_info('items')")), (QVariantList{QStringLiteral("id"), QStringLiteral("new")}));
}

WK_REGISTER_TEST(TestLoading)
#include "tst_loading.moc"
