// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/eventbridgecron.h"
#include "tests/models/formats/eventbridgeclock.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using formats::orchestra::eventBridgeError;
using formats::orchestra::toEventBridge;

namespace {

struct GoldenRow {
    QString id;
    QString kind;
    QString expression;
    QDateTime from;
    QVector<QDateTime> next;
};

/// Rows in UTC: clock changes are the scheduler's affair, not the expression's.
QVector<GoldenRow> goldenRows(const QString& path)
{
    QVector<GoldenRow> rows;
    for (const QByteArray& line : support::readAll(path).split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.value(QStringLiteral("zone")).toString() != QLatin1String("UTC"))
            continue;
        const auto time = [](const QJsonValue& value) { return QDateTime::fromString(value.toString(), Qt::ISODate); };
        GoldenRow row{object.value(QStringLiteral("id")).toString(), object.value(QStringLiteral("kind")).toString(),
            object.value(QStringLiteral("expr")).toString(), time(object.value(QStringLiteral("from"))), {}};
        for (const QJsonValue& next : object.value(QStringLiteral("next")).toArray())
            row.next.append(time(next));
        rows.append(row);
    }
    return rows;
}

} // namespace

class TestEventBridgeCron : public QObject {
    Q_OBJECT
private slots:
    void writesSixFields_data();
    void writesSixFields();
    void firesWhenTheUnixExpressionFires();
    void theClockOfTheTestIsRight();
    void acceptsWhatOrchestraTakes();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
};

void TestEventBridgeCron::writesSixFields_data()
{
    QTest::addColumn<QString>("unixCron");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* unixCron, const char* expected) {
        QTest::newRow(unixCron) << QString::fromLatin1(unixCron) << QString::fromLatin1(expected);
    };
    row("0 3 * * *", "0 3 * * ? *");
    row("30 0 * * *", "30 0 * * ? *");
    row("@daily", "0 0 * * ? *");
    row("@hourly", "0 * * * ? *");
    row("@weekly", "0 0 ? * 1 *");
    row("@monthly", "0 0 1 * ? *");
    row("@yearly", "0 0 1 1 ? *");
    row("*/15 * * * *", "0/15 * * * ? *");
    row("*/1 */1 * * *", "* * * * ? *");
    row("*/90 3 * * *", "0 3 * * ? *");
    row("5/20 * * * *", "5/20 * * * ? *");
    row("0 9-17/2 * * 1-5", "0 9,11,13,15,17 ? * 2-6 *");
    row("0 8-18 * * *", "0 8-18 * * ? *");
    row("0 6 * * 0", "0 6 ? * 1 *");
    row("0 6 * * 7", "0 6 ? * 1 *");
    row("0 6 * * 6-7", "0 6 ? * 1,7 *");
    row("0 6 * * 5-7", "0 6 ? * 1,6,7 *");
    row("0 6 * * 0-7", "0 6 * * ? *");
    row("0 6 * * 1-7", "0 6 * * ? *");
    row("0 6 * * */2", "0 6 ? * 1,3,5,7 *");
    row("0 6 * * 1-5/2", "0 6 ? * 2,4,6 *");
    row("0 6 * * 1,3,5", "0 6 ? * 2,4,6 *");
    row("0 6 * * mon-fri", "0 6 ? * MON-FRI *");
    row("0 6 * * MON,sun", "0 6 ? * MON,SUN *");
    row("0 6 * jan-mar *", "0 6 * JAN-MAR ? *");
    row("0 6 * 1,7 *", "0 6 * 1,7 ? *");
    row("0 0 1 */3 *", "0 0 1 1/3 ? *");
    row("0 0 */2 * *", "0 0 1/2 * ? *");
    row("0 0 1,15 * *", "0 0 1,15 * ? *");
    row("0 0 13 * 5", "0 0 13 * ? *|0 0 ? * 6 *");
    row("0 3 1,15 * 3", "0 3 1,15 * ? *|0 3 ? * 4 *");
    row("0 3 1 * mon", "0 3 1 * ? *|0 3 ? * MON *");
    row("0 3 1-31 * 1", "0 3 * * ? *");
    row("0 3 1 * 0-6", "0 3 * * ? *");
    row("07 03 * * *", "7 3 * * ? *");
}

void TestEventBridgeCron::writesSixFields()
{
    QFETCH(QString, unixCron);
    QFETCH(QString, expected);
    const auto cron = base::Cron::parse(unixCron);
    QVERIFY_RESULT(cron);
    const QStringList expressions = toEventBridge(*cron);
    QCOMPARE(expressions.join(u'|'), expected);
    for (const QString& expression : expressions)
        QCOMPARE(eventBridgeError(expression), QString());
}

void TestEventBridgeCron::firesWhenTheUnixExpressionFires()
{
    WK_SHARED_OR_SKIP(path, "cron/golden/cron_next.jsonl");
    int compared = 0;
    for (const GoldenRow& row : goldenRows(path)) {
        const auto cron = base::Cron::parse(row.expression);
        if (row.kind != QLatin1String("unix5") || !cron)
            continue;
        QVector<QDateTime> next;
        for (const QString& expression : toEventBridge(*cron)) {
            for (const QDateTime& at : EventBridgeClock(expression).after(row.from, 5)) {
                if (!next.contains(at))
                    next.append(at);
            }
        }
        std::sort(next.begin(), next.end());
        QVERIFY2(next.size() >= row.next.size(), qPrintable(row.id + u' ' + row.expression));
        QVERIFY2(next.mid(0, row.next.size()) == row.next, qPrintable(row.id + u' ' + row.expression));
        ++compared;
    }
    QVERIFY(compared > 150);
}

void TestEventBridgeCron::theClockOfTheTestIsRight()
{
    WK_SHARED_OR_SKIP(path, "cron/golden/cron_next.jsonl");
    int compared = 0;
    for (const GoldenRow& row : goldenRows(path)) {
        const EventBridgeClock clock(row.expression);
        if (row.kind != QLatin1String("eventbridge6") || !clock.known())
            continue;
        QVERIFY2(clock.after(row.from, int(row.next.size())) == row.next, qPrintable(row.id + u' ' + row.expression));
        ++compared;
    }
    QVERIFY(compared > 30);
}

void TestEventBridgeCron::acceptsWhatOrchestraTakes()
{
    WK_SHARED_OR_SKIP(path, "cron/golden/cron_next.jsonl");
    for (const GoldenRow& row : goldenRows(path)) {
        if (row.kind == QLatin1String("eventbridge6") && !row.next.isEmpty())
            QVERIFY2(eventBridgeError(row.expression).isEmpty(), qPrintable(row.expression + u' ' + eventBridgeError(row.expression)));
    }
}

void TestEventBridgeCron::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("word");
    QTest::newRow("unix") << QStringLiteral("0 3 * * *") << QStringLiteral("6");
    QTest::newRow("seven") << QStringLiteral("0 0 3 * * ? *") << QStringLiteral("6");
    QTest::newRow("empty") << QString() << QStringLiteral("6");
    QTest::newRow("preset") << QStringLiteral("@daily") << QStringLiteral("6");
    QTest::newRow("both days") << QStringLiteral("0 3 1 * 1 *") << QStringLiteral("?");
    QTest::newRow("no day") << QStringLiteral("0 3 ? * ? *") << QStringLiteral("?");
    QTest::newRow("Sunday as 0") << QStringLiteral("0 3 ? * 0 *") << QStringLiteral("day of week");
    QTest::newRow("minute 60") << QStringLiteral("60 3 * * ? *") << QStringLiteral("minute");
    QTest::newRow("step 0") << QStringLiteral("0/0 3 * * ? *") << QStringLiteral("minute");
    QTest::newRow("backwards") << QStringLiteral("0 5-3 * * ? *") << QStringLiteral("hour");
    QTest::newRow("30 February") << QStringLiteral("0 3 30 2 ? *") << QStringLiteral("30");
    QTest::newRow("past") << QStringLiteral("0 3 * * ? 2020") << QStringLiteral("2020");
    QTest::newRow("sixth") << QStringLiteral("0 3 ? * 2#6 *") << QStringLiteral("day of week");
}

void TestEventBridgeCron::namesWhatIsWrong()
{
    QFETCH(QString, expression);
    QFETCH(QString, word);
    QVERIFY2(eventBridgeError(expression).contains(word), qPrintable(eventBridgeError(expression)));
}

WK_REGISTER_TEST(TestEventBridgeCron)
#include "tst_eventbridgecron.moc"
