// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/limits.h"
#include "models/net/ratebudget.h"
#include "models/net/retry.h"
#include "tests/support/register.h"

#include <QTest>

using namespace net;

class TestRetry : public QObject {
    Q_OBJECT
private slots:
    void readsRetryAfter_data();
    void readsRetryAfter();
    void readsSizes_data();
    void readsSizes();
    void aBudgetCountsFromTheEndOfRequests();
    void noBudgetNeverWaits();
};

void TestRetry::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("seconds"); // 0: back-off
    QTest::newRow("seconds") << QByteArray("120") << qint64(120);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("negative") << QByteArray("-3") << qint64(0);
    QTest::newRow("text") << QByteArray("later") << qint64(0);
    QTest::newRow("empty") << QByteArray("") << qint64(0);
    QTest::newRow("not a number") << QByteArray("nan") << qint64(0);
    QTest::newRow("endless") << QByteArray("1e300") << qint64(0);
    QTest::newRow("date") << QByteArray("Tue, 18 Aug 2026 01:37:10 GMT") << qint64(60);
    QTest::newRow("date of RFC 850") << QByteArray("Tuesday, 18-Aug-26 01:37:10 GMT") << qint64(60);
    QTest::newRow("date of asctime") << QByteArray("Tue Aug 18 01:37:10 2026") << qint64(60);
    QTest::newRow("past date") << QByteArray("Tue, 18 Aug 2026 01:36:10 GMT") << qint64(0);
}

void TestRetry::readsRetryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, seconds);
    const auto now = base::UtcTime::fromUtc(QDate(2026, 8, 18), QTime(1, 36, 10));
    const auto wait = parseRetryAfter(value, now);
    QCOMPARE(wait.value_or(0), seconds * base::microsPerSecond);
}

void TestRetry::readsSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("size"); // 0: refused
    QTest::newRow("MiB") << QStringLiteral("64MiB") << qint64(64) * 1024 * 1024;
    QTest::newRow("MB") << QStringLiteral("10 MB") << qint64(10'000'000);
    QTest::newRow("bytes") << QStringLiteral("4096") << qint64(4096);
    QTest::newRow("B") << QStringLiteral("5B") << qint64(5);
    QTest::newRow("kib") << QStringLiteral("2kib") << qint64(2048);
    QTest::newRow("zero") << QStringLiteral("0") << qint64(0);
    QTest::newRow("words") << QStringLiteral("big") << qint64(0);
    QTest::newRow("too large") << QStringLiteral("999999999999TiB") << qint64(0);
    QTest::newRow("iB alone") << QStringLiteral("5iB") << qint64(0);
}

void TestRetry::readsSizes()
{
    QFETCH(QString, text);
    QFETCH(qint64, size);
    QCOMPARE(parseByteSize(text).value_or(0), size);
}

void TestRetry::aBudgetCountsFromTheEndOfRequests()
{
    RateBudget budget(2, 1'000'000);
    QCOMPARE(budget.waitBefore(0), base::Micros(0));
    budget.ended(100);
    budget.ended(500'000);
    QVERIFY(budget.waitBefore(600'000) > 400'000);
    QCOMPARE(budget.waitBefore(1'100'000 + 100), base::Micros(0));
    budget.ended(1'200'000);
    QVERIFY(budget.waitBefore(1'300'000) >= 200'000);
}

void TestRetry::noBudgetNeverWaits()
{
    RateBudget none;
    for (int i = 0; i < 100; ++i)
        none.ended(i);
    QCOMPARE(none.waitBefore(100), base::Micros(0));
}

WK_REGISTER_TEST(TestRetry)
#include "tst_retry.moc"
