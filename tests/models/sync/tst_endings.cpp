// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/sync/syncfixture.h"
#include "tests/support/register.h"

#include <QFile>
#include <QTest>

using namespace support;
using syncs::Outcome;

/// Where a sync or a read ends otherwise than with its last page, and files that are not ours.
class TestEndings : public QObject {
    Q_OBJECT
private slots:
    void aStreamThatIsNoLongerSyncedDoesNotHoldTheSyncOpen_data();
    void aStreamThatIsNoLongerSyncedDoesNotHoldTheSyncOpen();
    void aCircleEndsTheReadAndTheNextOneStartsAnew();
    void whatACircleLoadedAtTheCursorIsNotLoadedAgain();
    void aShortFileThatIsNoDatabaseIsLeftAlone();
    void anUnknownKeyOfTheConnectionIsAnError();
};

namespace {
QString plainStream(const QString& name)
{
    return QStringLiteral("      %1:\n        path: /%1\n").arg(name);
}
const QString tokenPages = QStringLiteral("        records: data\n        pagination: {type: cursor, parameter: token, path: next}\n");
} // namespace

void TestEndings::aStreamThatIsNoLongerSyncedDoesNotHoldTheSyncOpen_data()
{
    QTest::addColumn<QString>("streams");
    QTest::addColumn<QString>("sync");
    QTest::newRow("taken out of the streams") << plainStream(QStringLiteral("a")) << QString();
    QTest::newRow("taken out of the sync") << plainStream(QStringLiteral("a")) + plainStream(QStringLiteral("b")) << QStringLiteral("    a: {disposition: append}\n");
}

void TestEndings::aStreamThatIsNoLongerSyncedDoesNotHoldTheSyncOpen()
{
    QFETCH(QString, streams);
    QFETCH(QString, sync);
    FaultServer server([](const SeenRequest& request) { return request.path == "/b" ? FaultReply::failing(404) : FaultReply::json("[{\"id\":1}]"); });
    SyncFixture fixture;
    fixture.write(server.url(), plainStream(QStringLiteral("a")) + plainStream(QStringLiteral("b")));
    QCOMPARE(fixture.run().status, Outcome::Failed);
    QCOMPARE(fixture.run().streams.first().status, Outcome::Skipped);
    fixture.write(server.url(), streams, sync);
    for (int rows = 2; rows < 4; ++rows) {
        const auto report = fixture.run();
        QCOMPARE(report.streams.size(), 1);
        QCOMPARE(report.streams.first().status, Outcome::Ok);
        QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM a")), QVariantList{rows});
    }
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM _sync_runs WHERE status='open'")), QVariantList{0});
}

void TestEndings::aCircleEndsTheReadAndTheNextOneStartsAnew()
{
    bool mended = false;
    FaultServer server([&](const SeenRequest& request) {
        const bool first = request.query.value(QStringLiteral("token")).isEmpty();
        return FaultReply::json(first ? QByteArray("{\"data\":[{\"id\":1}],\"next\":\"t\"}") : mended ? QByteArray("{\"data\":[{\"id\":2}]}") : QByteArray("{\"data\":[{\"id\":2}],\"next\":\"t\"}"));
    });
    SyncFixture fixture;
    fixture.write(server.url(), plainStream(QStringLiteral("items")) + tokenPages);
    for (int rows = 2; rows < 6; rows += 2) {
        const auto report = fixture.run();
        QCOMPARE(report.status, Outcome::Failed);
        QCOMPARE(report.streams.first().error->errorClass, QStringLiteral("PAGINATION"));
        QCOMPARE(report.streams.first().requests, 2);
        QVERIFY(!report.streams.first().resumed);
        QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{rows});
        QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM _sync_followed")), QVariantList{0});
    }
    mended = true;
    QCOMPARE(fixture.run().status, Outcome::Ok);
}

void TestEndings::whatACircleLoadedAtTheCursorIsNotLoadedAgain()
{
    int turn = 0;
    FaultServer server([&](const SeenRequest& request) {
        if (turn == 0)
            return FaultReply::json("{\"data\":[{\"n\":\"a\",\"at\":5}]}");
        const QByteArray next = turn == 1 ? ",\"next\":\"t\"}" : "}";
        const bool first = request.query.value(QStringLiteral("token")).isEmpty();
        return FaultReply::json((first ? "{\"data\":[{\"n\":\"a\",\"at\":5},{\"n\":\"b\",\"at\":5}]" : "{\"data\":[{\"n\":\"c\",\"at\":6}]") + next);
    });
    SyncFixture fixture;
    fixture.write(server.url(), plainStream(QStringLiteral("items")) + tokenPages + QStringLiteral("        incremental: {cursor_field: at, parameter: since}\n"));
    QCOMPARE(fixture.run().status, Outcome::Ok);
    turn = 1;
    QCOMPARE(fixture.run().status, Outcome::Failed);
    turn = 2;
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(server.requests().last().query.value(QStringLiteral("since")), QStringLiteral("5"));
    QCOMPARE(fixture.column(QStringLiteral("SELECT n FROM items ORDER BY n")), (QVariantList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
}

void TestEndings::aShortFileThatIsNoDatabaseIsLeftAlone()
{
    FaultServer server([](const SeenRequest&) { return FaultReply::json("[{\"id\":1}]"); });
    SyncFixture fixture;
    fixture.write(server.url(), plainStream(QStringLiteral("items")));
    fixture.writeFile(QStringLiteral("out.sqlite"), "x");
    const auto report = fixture.run();
    QVERIFY(report.error);
    QCOMPARE(report.error->errorClass, QStringLiteral("STORE"));
    QFile file(fixture.target());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("x"));
    fixture.writeFile(QStringLiteral("out.sqlite"), "");
    QCOMPARE(fixture.run().status, Outcome::Ok);
}

void TestEndings::anUnknownKeyOfTheConnectionIsAnError()
{
    SyncFixture fixture;
    fixture.writeFile(QStringLiteral("connections/api.yaml"), "connection:\n  kind: rest\n  snyc: {}\n  config: {base_url: \"http://127.0.0.1:1\", streams: {items: {path: /items}}}\n");
    const auto report = fixture.run();
    QCOMPARE(syncs::exitStatus(report), 2);
    QCOMPARE(report.error->error.place.line, 3);
    QCOMPARE(report.error->error.place.column, 3);
}

WK_REGISTER_TEST(TestEndings)
#include "tst_endings.moc"
