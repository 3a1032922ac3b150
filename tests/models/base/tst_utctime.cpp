// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/utctime.h"
#include "tests/support/register.h"

#include <QTest>

using namespace base;

class TestUtcTime : public QObject {
    Q_OBJECT
private slots:
    void readsEveryDialect_data();
    void readsEveryDialect();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
    void saysDurationsInWords_data();
    void saysDurationsInWords();
    void readsIsoDurations();
};

void TestUtcTime::readsEveryDialect_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");
    QTest::addColumn<bool>("explicitZone");
    const auto row = [](const char* name, const char* text, const char* iso, bool zone) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(iso) << zone;
    };
    row("dbt v1", "2026-08-10T07:03:39.914971Z", "2026-08-10T07:03:39.914971Z", true);
    row("dbt v2, nine digits are cut", "2026-06-14T20:42:42.535508900Z", "2026-06-14T20:42:42.535508Z", true);
    row("offset", "2026-08-12T11:40:36.879000+00:00", "2026-08-12T11:40:36.879000Z", true);
    row("empty table sentinel", "0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00.000000Z", true);
    row("no zone", "2024-11-20T19:45:51.614844", "2024-11-20T19:45:51.614844Z", false);
    row("space and Z", "2021-02-18 21:07:25.082433Z", "2021-02-18T21:07:25.082433Z", true);
    row("doubled zone", "2019-02-15T00:45:13.572836+00:00Z", "2019-02-15T00:45:13.572836Z", true);
    row("dlt", "2026-08-18 07:04:12.000000", "2026-08-18T07:04:12.000000Z", false);
    row("other offset", "2020-12-28T19:52:00.001+10:00", "2020-12-28T09:52:00.001000Z", true);
    row("no colon", "2015-07-17T08:42:58.315+0000", "2015-07-17T08:42:58.315000Z", true);
    row("date", "2026-08-18", "2026-08-18T00:00:00.000000Z", false);
    row("half hour", "2026-08-18T05:30:00+05:30", "2026-08-18T00:00:00.000000Z", true);
    row("before the epoch", "1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500000Z", true);
}

void TestUtcTime::readsEveryDialect()
{
    QFETCH(QString, text);
    QFETCH(QString, iso);
    QFETCH(bool, explicitZone);
    const auto time = parseTime(text);
    QVERIFY(time.has_value());
    QCOMPARE(time->at.toIso(), iso);
    QCOMPARE(time->zone == ZoneSource::Explicit, explicitZone);
    QCOMPARE(time->original, text);
}

void TestUtcTime::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "yesterday", "2026-02-30T00:00:00Z", "2026-08-18T25:00:00Z", "2026-08-18T01:00:00X", "1692188651.46"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestUtcTime::refusesWhatIsNoTime()
{
    QFETCH(QString, text);
    QVERIFY(!parseTime(text).has_value());
}

void TestUtcTime::saysDurationsInWords_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("the mismatch") << qint64(5 * 3600 + 27 * 60 + 28) << QStringLiteral("5 h 27 min");
    QTest::newRow("minutes") << qint64(22 * 60) << QStringLiteral("22 min");
    QTest::newRow("seconds") << qint64(38) << QStringLiteral("38 s");
    QTest::newRow("days") << qint64(76 * 3600) << QStringLiteral("3 d 4 h");
}

void TestUtcTime::saysDurationsInWords()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, words);
    QCOMPARE(durationWords(seconds * microsPerSecond), words);
}

void TestUtcTime::readsIsoDurations()
{
    QCOMPARE(parseDuration(u"PT8H2M").value(), 8 * microsPerHour + 2 * microsPerMinute);
    QCOMPARE(parseDuration(u"PT0.5S").value(), microsPerSecond / 2);
    QCOMPARE(parseDuration(u"P1DT2H").value(), 26 * microsPerHour);
    for (const auto text : {u"", u"P", u"PT", u"1H", u"PT1X", u"P1Y"})
        QVERIFY(!parseDuration(QStringView(text)).has_value());
}

WK_REGISTER_TEST(TestUtcTime)
#include "tst_utctime.moc"
