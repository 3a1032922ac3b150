// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/sync/syncfixture.h"
#include "tests/support/register.h"

#include <QTest>

using namespace support;
using syncs::Outcome;

/// local-sync.md, A read and A sync, sentence by sentence.
class TestReads : public QObject {
    Q_OBJECT
private slots:
    void aCappedPageDoesNotEndARead_data();
    void aCappedPageDoesNotEndARead();
};

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
        constexpr int total = 25;
        constexpr int cap = 10;
        const int from = request.query.contains(QStringLiteral("page")) ? (request.query.value(QStringLiteral("page")).toInt() - 1) * cap
                                                                        : request.query.value(QStringLiteral("offset")).toInt();
        return FaultReply::json(recordsFrom(from, std::clamp(total - from, 0, cap)));
    });
    SyncFixture fixture;
    fixture.write(server.url(), QStringLiteral("      items:\n        path: /items\n        pagination: ") + pagination + u'\n');
    const auto report = fixture.run();
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->error.toString()) : "");
    QCOMPARE(report.status, Outcome::Ok);
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(server.requests().at(0).query.value(QStringLiteral("size")), QStringLiteral("100"));
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(DISTINCT id) FROM items")), QVariantList{25});
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{25});
}

WK_REGISTER_TEST(TestReads)
#include "tst_reads.moc"
