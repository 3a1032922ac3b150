// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/itemmodels/trakitscene.h"
#include "tests/support/register.h"
#include "widgets/charts/edgehistory.h"
#include "widgets/charts/historyview.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using charts::EdgeHistory;
using itemmodels::SlackPoint;

class EdgeHistoryTest : public QObject {
    Q_OBJECT
private slots:
    void theEdgeOfAFindingHasOnePointADay();
    void reducingKeepsTheBadDays();
    void theSentenceSaysHowOften();
    void aClickOnADaySelectsIt();
    void manyYearsStayUnderTheLimit();
    void withoutPointsItSaysWhatItIsFor();
    void itLooksRightInEveryTheme_data();
    void itLooksRightInEveryTheme();
};

static QVector<SlackPoint> scenePoints()
{
    const freshness::Diagnosis diagnosis = scene::picture().diagnosis;
    return itemmodels::edgeHistory(diagnosis.verdicts, itemmodels::edgeOf(diagnosis.findings.first()));
}

static QVector<SlackPoint> manyPoints(int days)
{
    QVector<SlackPoint> points;
    for (int i = 0; i < days; ++i) {
        const bool bad = i % 997 == 500;
        points.append({QDate(2010, 1, 1).addDays(i), bad ? -90.0 : 40.0 + i % 7, true, bad, {}});
    }
    return points;
}

void EdgeHistoryTest::theEdgeOfAFindingHasOnePointADay()
{
    const QVector<SlackPoint> points = scenePoints();
    QCOMPARE(points.size(), 21);
    QCOMPARE(points.first().day, QDate(2025, 9, 13));
    QCOMPARE(points.last(), (SlackPoint {QDate(2025, 10, 3), -(5 * 60 + 27 + 28 / 60.0), true, true, QStringLiteral("f-race")}));
    QVERIFY(itemmodels::edgeHistory(scene::picture().diagnosis.verdicts, {}).isEmpty());
}

void EdgeHistoryTest::reducingKeepsTheBadDays()
{
    const QVector<SlackPoint> points = manyPoints(9000);
    const QVector<SlackPoint> fewer = itemmodels::reduced(points, 2000);
    QVERIFY(fewer.size() <= 2000);
    const auto bad = [](const QVector<SlackPoint>& all) { return std::count_if(all.cbegin(), all.cend(), [](const SlackPoint& p) { return p.bad; }); };
    QCOMPARE(bad(fewer), bad(points));
    QVERIFY(std::is_sorted(fewer.cbegin(), fewer.cend(), [](const SlackPoint& a, const SlackPoint& b) { return a.day < b.day; }));
}

void EdgeHistoryTest::theSentenceSaysHowOften()
{
    QCOMPARE(itemmodels::historyWords(scenePoints()), QStringLiteral("Read too early on 1 of 21 days. Usual slack 44 min."));
    QCOMPARE(itemmodels::historyWords({{QDate(2025, 10, 1), 30, true, false, {}}}), QStringLiteral("Read in time on the one recorded day. Usual slack 30 min."));
}

void EdgeHistoryTest::aClickOnADaySelectsIt()
{
    EdgeHistory chart;
    chart.resize(520, 300);
    chart.setHistory(QStringLiteral("edge"), scenePoints());
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QSignalSpy selected(&chart, &EdgeHistory::daySelected);
    for (const QDate day : {QDate(2025, 10, 3), QDate(2025, 9, 20)}) {
        const QPoint at = chart.pointOfDay(day);
        auto* view = chart.findChild<charts::HistoryView*>();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->viewport()->mapFrom(&chart, at));
        QCOMPARE(selected.takeFirst().first().toDate(), day);
        QCOMPARE(chart.day(), day);
    }
}

void EdgeHistoryTest::manyYearsStayUnderTheLimit()
{
    EdgeHistory chart;
    chart.setHistory(QStringLiteral("edge"), manyPoints(9000));
    QVERIFY(chart.shownPoints() <= EdgeHistory::mostPoints);
    QVERIFY(chart.shownPoints() > 1000);
    QCOMPARE(chart.sentence(), QStringLiteral("Read too early on 9 of 9,000 days. Usual slack 43 min."));
}

void EdgeHistoryTest::withoutPointsItSaysWhatItIsFor()
{
    EdgeHistory chart;
    chart.resize(400, 260);
    chart.show();
    QVERIFY(!chart.findChild<charts::HistoryView*>()->isVisible());
    const auto labels = chart.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel* l) { return l->isVisible() && l->text().contains(QStringLiteral("Select a mismatch")); }));
    chart.setHistory(QStringLiteral("edge"), scenePoints());
    QVERIFY(chart.findChild<charts::HistoryView*>()->isVisible());
    chart.clear();
    QVERIFY(!chart.findChild<charts::HistoryView*>()->isVisible());
}

void EdgeHistoryTest::itLooksRightInEveryTheme_data()
{
    QTest::addColumn<int>("theme");
    for (const auto theme : {painting::Theme::Light, painting::Theme::Dark})
        QTest::newRow(qPrintable(painting::themeName(theme))) << int(theme);
}

void EdgeHistoryTest::itLooksRightInEveryTheme()
{
    QFETCH(int, theme);
    common::applyTheme(*qApp, painting::Theme(theme));
    EdgeHistory chart;
    chart.resize(520, 300);
    chart.setHistory(QStringLiteral("trakit.statuses → fact_trakit_statuses_with_shifts"), scenePoints());
    chart.setDay(QDate(2025, 10, 3));
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QImage image = chart.grab().toImage();
    QDir().mkpath(QStringLiteral(WK_BINARY_DIR "/pictures"));
    QVERIFY(image.save(QStringLiteral(WK_BINARY_DIR "/pictures/edgehistory-%1.png").arg(painting::themeName(painting::Theme(theme)))));
    const painting::Tokens& t = painting::tokens(painting::Theme(theme));
    const QPoint bad = chart.pointOfDay(QDate(2025, 10, 3));
    QCOMPARE(image.pixelColor(bad), t.race);
    QCOMPARE(image.pixelColor(2, 2), t.surface);
}

WK_REGISTER_TEST(EdgeHistoryTest)
#include "tst_edgehistory.moc"
