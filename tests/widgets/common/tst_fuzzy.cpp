// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "widgets/common/fuzzy.h"

#include <QTest>

class TestFuzzy : public QObject {
    Q_OBJECT
private slots:
    void lettersMustOccurInOrder_data();
    void lettersMustOccurInOrder();
    void theBetterAnswerScoresHigher_data();
    void theBetterAnswerScoresHigher();
    void positionsAreThoseOfTheMatchedLetters();
};

void TestFuzzy::lettersMustOccurInOrder_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("nothing typed") << QString() << QStringLiteral("Undo") << true;
    QTest::newRow("any case") << QStringLiteral("UNDO") << QStringLiteral("Undo") << true;
    QTest::newRow("initials") << QStringLiteral("ow") << QStringLiteral("Open workspace…") << true;
    QTest::newRow("wrong order") << QStringLiteral("wo ep") << QStringLiteral("Open workspace…") << false;
    QTest::newRow("a letter that is absent") << QStringLiteral("openz") << QStringLiteral("Open workspace…") << false;
    QTest::newRow("spaces do not count") << QStringLiteral("open w") << QStringLiteral("openworkspace") << true;
    QTest::newRow("umlaut") << QStringLiteral("öff") << QStringLiteral("Öffnen") << true;
}

void TestFuzzy::lettersMustOccurInOrder()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    QCOMPARE(common::fuzzyScore(pattern, text) >= 0, matches);
}

void TestFuzzy::theBetterAnswerScoresHigher_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("a whole word beats scattered letters")
        << QStringLiteral("sync") << QStringLiteral("trakit_sync") << QStringLiteral("synthetic_nightly_c");
    QTest::newRow("the start beats the middle") << QStringLiteral("un") << QStringLiteral("Undo") << QStringLiteral("Run tests");
    QTest::newRow("short beats long") << QStringLiteral("dash") << QStringLiteral("dashboards")
                                      << QStringLiteral("dashboards of the concrete plant in the north");
}

void TestFuzzy::theBetterAnswerScoresHigher()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(common::fuzzyScore(pattern, better) > common::fuzzyScore(pattern, worse));
}

void TestFuzzy::positionsAreThoseOfTheMatchedLetters()
{
    QCOMPARE(common::fuzzyPositions(QStringLiteral("ow"), QStringLiteral("Open workspace")), (QVector<int>{0, 5}));
    QCOMPARE(common::fuzzyPositions(QStringLiteral("spa"), QStringLiteral("Open workspace")), (QVector<int>{9, 10, 11}));
}

WK_REGISTER_TEST(TestFuzzy)
#include "tst_fuzzy.moc"
