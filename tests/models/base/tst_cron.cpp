// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/cron.h"
#include "models/base/json.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QTest>

using namespace base;

class TestCron : public QObject {
    Q_OBJECT
private slots:
    void refusesWhatIsNoCron_data();
    void refusesWhatIsNoCron();
    void aTimeInTheSpringGapFiresOneHourLater();
    void aTimeThatOccursTwiceFiresAtTheFirst();
    void saysSchedulesInWords_data();
    void saysSchedulesInWords();
    void agreesWithTenProgramsOnTheNextFiveInstants();
    void refusesWhatAllProgramsRefuse();
};

void TestCron::refusesWhatIsNoCron_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("four fields") << QStringLiteral("0 3 * *") << QStringLiteral("cron.fields");
    QTest::newRow("six fields") << QStringLiteral("0 3 * * ? *") << QStringLiteral("cron.fields");
    QTest::newRow("minute 60") << QStringLiteral("60 3 * * *") << QStringLiteral("cron.field");
    QTest::newRow("step 0") << QStringLiteral("*/0 * * * *") << QStringLiteral("cron.field");
    QTest::newRow("empty part") << QStringLiteral("1,,2 * * * *") << QStringLiteral("cron.field");
    QTest::newRow("backwards") << QStringLiteral("0 5-3 * * *") << QStringLiteral("cron.field");
}

void TestCron::refusesWhatIsNoCron()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto cron = Cron::parse(text);
    QVERIFY(!cron.ok());
    QCOMPARE(cron.error().code, code);
}

void TestCron::aTimeInTheSpringGapFiresOneHourLater()
{
    const auto zone = Zone::find(QStringLiteral("America/Los_Angeles"));
    QVERIFY_RESULT(zone);
    const auto cron = Cron::parse(QStringLiteral("30 2 * * *"));
    QVERIFY_RESULT(cron);
    const auto firings = cron->firings(*zone, UtcTime::fromUtc({2026, 3, 8}), UtcTime::fromUtc({2026, 3, 9}));
    QCOMPARE(firings.size(), 1);
    QCOMPARE(firings.first().toIso(), QStringLiteral("2026-03-08T10:30:00.000000Z"));
}

void TestCron::aTimeThatOccursTwiceFiresAtTheFirst()
{
    const auto zone = Zone::find(QStringLiteral("America/Los_Angeles"));
    const auto cron = Cron::parse(QStringLiteral("30 1 * * *"));
    const auto firings = cron->firings(*zone, UtcTime::fromUtc({2026, 11, 1}), UtcTime::fromUtc({2026, 11, 2}));
    QCOMPARE(firings.size(), 1);
    QCOMPARE(firings.first().toIso(), QStringLiteral("2026-11-01T08:30:00.000000Z"));
    QCOMPARE(cron->latestAtOrBefore(*zone, firings.first())->us, firings.first().us);
}

void TestCron::saysSchedulesInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("daily") << QStringLiteral("30 0 * * *") << QStringLiteral("00:30 daily");
    QTest::newRow("quarter hours") << QStringLiteral("*/15 * * * *") << QStringLiteral("every 15 minutes");
    QTest::newRow("weekdays") << QStringLiteral("0 6 * * 1-5") << QStringLiteral("06:00 on Monday to Friday");
    QTest::newRow("too odd") << QStringLiteral("1-9 3 * 2 *") << QStringLiteral("1-9 3 * 2 *");
}

void TestCron::saysSchedulesInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QCOMPARE(Cron::parse(text)->words(), words);
}

void TestCron::agreesWithTenProgramsOnTheNextFiveInstants()
{
    WK_SHARED_OR_SKIP(path, "cron/golden/cron_next.jsonl");
    int checked = 0;
    int skipped = 0;
    for (const QByteArray& line : support::readAll(path).split('\n')) {
        if (line.isEmpty())
            continue;
        const auto json = Json::parse(line, path);
        QVERIFY_RESULT(json);
        if (jsonText(json->root(), "kind") != QStringLiteral("unix5"))
            continue;
        const QString expression = jsonText(json->root(), "expr");
        const auto cron = Cron::parse(expression);
        if (!cron.ok()) { // L, W, # and reversed ranges: extensions of some
            ++skipped;
            continue;
        }
        const auto zone = Zone::find(jsonText(json->root(), "zone"));
        QVERIFY_RESULT(zone);
        UtcTime at = parseTime(jsonText(json->root(), "from"))->at;
        const auto instants = jsonArray(json->root(), "next"); // named: the optional must outlive the loop
        for (const auto next : *instants) {
            const auto ours = cron->firstAfter(*zone, at);
            QVERIFY2(ours.has_value(), line.constData());
            const auto theirs = parseTime(toQString(std::string_view(next)))->at;
            QVERIFY2(ours->us == theirs.us, qPrintable(ours->toIso() + QStringLiteral(" <- ") + QString::fromUtf8(line)));
            at = *ours;
        }
        ++checked;
    }
    QVERIFY2(checked > 3000, qPrintable(QString::number(checked)));
    QVERIFY2(skipped < 400, qPrintable(QString::number(skipped)));
}

void TestCron::refusesWhatAllProgramsRefuse()
{
    WK_SHARED_OR_SKIP(path, "cron/golden/cron_refused.jsonl");
    for (const QByteArray& line : support::readAll(path).split('\n')) {
        if (line.isEmpty())
            continue;
        const auto json = Json::parse(line, path);
        if (jsonText(json->root(), "kind") == QStringLiteral("unix5"))
            QVERIFY2(!Cron::parse(jsonText(json->root(), "expr")).ok(), line.constData());
    }
}

WK_REGISTER_TEST(TestCron)
#include "tst_cron.moc"
