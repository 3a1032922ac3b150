// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "tests/widgets/diagnosis/badmorning.h"
#include "widgets/diagnosis/decisionpath.h"
#include "widgets/diagnosis/times.h"

#include <QTest>

using diagnosis::Fact;
using diagnosis::Step;
using painting::Mark;

class DecisionPathTest : public QObject {
    Q_OBJECT
private slots:
    void theRaceGoesThroughAllThreeQuestions();
    void aFailedLoadIsAnExtractionProblem();
    void aStaleReadNamesTheLastLoad();
    void oldBusinessDatesPointToTheSource();
    void withoutADateItSaysThatNoneIsRecorded();
    void aLateLoadTellsItsEvidenceInTheViewsZone();
    void bothClocksStandInTheViewsZone();
    void anotherDayIsNamed();
    void timesAfterMidnightSayTheDay_data();
    void timesAfterMidnightSayTheDay();
    void itIsCertainWhenBothClocksAreThere();
};

void DecisionPathTest::theRaceGoesThroughAllThreeQuestions()
{
    const QVector<Step> steps = diagnosis::pathOf(badmorning::race(), badmorning::losAngeles());
    QCOMPARE(steps.size(), 3);
    QCOMPARE(steps.at(0), (Step {Mark::Success, QStringLiteral("Loaded today?"), QStringLiteral("yes, load ended 3 Oct 07:04:12"), false}));
    QCOMPARE(steps.at(1), (Step {Mark::Success, QStringLiteral("Business dates current?"), QStringLiteral("yes, through 2 Oct"), false}));
    QCOMPARE(steps.at(2), (Step {Mark::ReadTooEarly, QStringLiteral("Loaded after the dbt job?"), QStringLiteral("yes, by 5 h 27 min: timing mismatch"), true}));
}

void DecisionPathTest::aFailedLoadIsAnExtractionProblem()
{
    freshness::Finding finding = badmorning::race();
    finding.verdict = freshness::Verdict::OnFailed;
    const QVector<Step> steps = diagnosis::pathOf(finding, badmorning::losAngeles());
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.first().mark, Mark::Failed);
    QVERIFY(steps.first().decisive);
    QVERIFY(steps.first().answer.endsWith(QStringLiteral("extraction problem")));
}

void DecisionPathTest::aStaleReadNamesTheLastLoad()
{
    freshness::Finding finding = badmorning::race();
    finding.verdict = freshness::Verdict::Stale;
    finding.slotDate = QDate(2025, 10, 1);
    finding.evidence[1].at = base::UtcTime::fromUtc(QDate(2025, 10, 1), QTime(14, 4, 12));
    const QVector<Step> steps = diagnosis::pathOf(finding, badmorning::losAngeles());
    QCOMPARE(steps.first(), (Step {Mark::Failed, QStringLiteral("Loaded today?"), QStringLiteral("no, the last load ended 1 Oct 07:04:12: extraction problem"), true}));
}

void DecisionPathTest::oldBusinessDatesPointToTheSource()
{
    freshness::Finding finding = badmorning::race();
    finding.verdict = freshness::Verdict::Stale;
    finding.evidence.removeIf([](const freshness::Evidence& e) { return e.value == QStringLiteral("2025-10-02"); });
    const QVector<Step> steps = diagnosis::pathOf(finding, badmorning::losAngeles());
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.last(), (Step {Mark::Late, QStringLiteral("Business dates current?"), QStringLiteral("no, only through 1 Oct: the source system is behind"), true}));
}

void DecisionPathTest::withoutADateItSaysThatNoneIsRecorded()
{
    freshness::Finding finding = badmorning::race();
    finding.evidence.removeIf([](const freshness::Evidence& e) { return e.kind == QStringLiteral("business_date"); });
    const QVector<Step> steps = diagnosis::pathOf(finding, badmorning::losAngeles());
    QCOMPARE(steps.size(), 3);
    QCOMPARE(steps.at(1).mark, Mark::Unknown);
    QVERIFY(diagnosis::clocksOf(finding, badmorning::losAngeles()).contains(Fact {QStringLiteral("the load brought"), QStringLiteral("1,951 rows"), false}));
}

void DecisionPathTest::aLateLoadTellsItsEvidenceInTheViewsZone()
{
    const QVector<Step> steps = diagnosis::pathOf(badmorning::late(), badmorning::losAngeles());
    QCOMPARE(steps.size(), 4);
    QCOMPARE(steps.at(1).answer, QStringLiteral("trakit_sync run 8812 ended at 3 Oct 07:04:12 (attempt 2), state succeeded."));
    QCOMPARE(steps.at(2).mark, Mark::Failed);
    QVERIFY(steps.at(2).question.isEmpty());
}

void DecisionPathTest::bothClocksStandInTheViewsZone()
{
    const QVector<Fact> expected {{QStringLiteral("dbt started reading"), QStringLiteral("01:36:44"), false},
        {QStringLiteral("load ended (attempt 2)"), QStringLiteral("07:04:12"), true},
        {QStringLiteral("LOADEDON at the read"), QStringLiteral("2 Oct 00:50:23"), false},
        {QStringLiteral("latest business date"), QStringLiteral("2 Oct   1,951 rows"), false}};
    QCOMPARE(diagnosis::clocksOf(badmorning::race(), badmorning::losAngeles()), expected);
    QCOMPARE(diagnosis::clocksOf(badmorning::race(), base::Zone()).first().value, QStringLiteral("08:36:44"));
}

void DecisionPathTest::anotherDayIsNamed()
{
    freshness::Finding finding = badmorning::race();
    finding.evidence[1].at = base::UtcTime::fromUtc(QDate(2025, 10, 4), QTime(14, 4, 12));
    const QVector<Fact> facts = diagnosis::clocksOf(finding, badmorning::losAngeles());
    QCOMPARE(facts.at(0).value, QStringLiteral("3 Oct 01:36:44"));
    QCOMPARE(facts.at(1).value, QStringLiteral("4 Oct 07:04:12"));
}

void DecisionPathTest::timesAfterMidnightSayTheDay_data()
{
    QTest::addColumn<qint64>("minutes");
    QTest::addColumn<QString>("words");
    QTest::newRow("morning") << qint64(75) << QStringLiteral("01:15");
    QTest::newRow("last minute") << qint64(1439) << QStringLiteral("23:59");
    QTest::newRow("midnight") << qint64(1440) << QStringLiteral("00:00, next day");
    QTest::newRow("two days") << qint64(2 * 1440 + 61) << QStringLiteral("01:01, 2 days later");
}

void DecisionPathTest::timesAfterMidnightSayTheDay()
{
    QFETCH(qint64, minutes);
    QTEST(diagnosis::timeOfDayWords(minutes * base::microsPerMinute), "words");
}

void DecisionPathTest::itIsCertainWhenBothClocksAreThere()
{
    QVERIFY(diagnosis::isCertain(badmorning::race()));
    freshness::Finding finding = badmorning::race();
    finding.producer->time.reset();
    QVERIFY(!diagnosis::isCertain(finding));
}

WK_REGISTER_TEST(DecisionPathTest)
#include "tst_decisionpath.moc"
