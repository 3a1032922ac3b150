// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/buildtimeline.h"
#include "models/itemmodels/findingsmodel.h"
#include "models/itemmodels/logmodel.h"
#include "models/itemmodels/runsmodel.h"
#include "tests/models/itemmodels/trakitscene.h"
#include "tests/support/register.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace itemmodels;

class TablesTest : public QObject {
    Q_OBJECT
private slots:
    void theProblemsReadAsInTheMockup();
    void findingsSortByWhatTheyAreNotByTheirText();
    void runsComeNewestFirstAndOfOneJobOnRequest();
    void theLogKeepsItsNewestLines();
    void theLogFollowsTheZone();
};

static QStringList rowText(const QAbstractItemModel& model, int row)
{
    QStringList cells;
    for (int c = 0; c < model.columnCount(); ++c)
        cells.append(model.index(row, c).data().toString());
    return cells;
}

void TablesTest::theProblemsReadAsInTheMockup()
{
    FindingsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFindings(scene::picture().diagnosis.findings);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(rowText(model, 0), (QStringList {QStringLiteral("Read too early"), QStringLiteral("fact_trakit_statuses_with_shifts ← trakit.statuses"),
                                    QStringLiteral("3 Oct"), QStringLiteral("5 h 27 min"), QStringLiteral("dbt_build_models #70013")}));
    QCOMPARE(rowText(model, 1).first(), QStringLiteral("Old data shown"));
    QCOMPARE(rowText(model, 2).first(), QStringLiteral("Late after a retry"));
    QCOMPARE(rowText(model, 3), (QStringList {QStringLiteral("No result"), QStringLiteral("trakit.shifts"), QStringLiteral("3 Oct"), QString(), QString()}));
    QCOMPARE(model.index(0, 0).data(FindingsModel::MarkRole).toInt(), int(Mark::ReadTooEarly));
    QCOMPARE(model.index(0, 3).data(FindingsModel::FindingIdRole).toString(), QStringLiteral("f-race"));
    QCOMPARE(model.rowOf(QStringLiteral("f-late")), 2);
    QCOMPARE(model.rowOf(QStringLiteral("gone")), -1);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Where"));
}

void TablesTest::findingsSortByWhatTheyAreNotByTheirText()
{
    FindingsModel model;
    model.setFindings(scene::picture().diagnosis.findings);
    QVERIFY(model.index(0, FindingsModel::By).data(FindingsModel::SortRole).toDouble() > model.index(1, FindingsModel::By).data(FindingsModel::SortRole).toDouble());
    QVERIFY(model.index(0, FindingsModel::What).data(FindingsModel::SortRole).toInt() < model.index(2, FindingsModel::What).data(FindingsModel::SortRole).toInt());
    QCOMPARE(model.index(0, FindingsModel::Day).data(FindingsModel::SortRole).toDate(), QDate(2025, 10, 3));
}

void TablesTest::runsComeNewestFirstAndOfOneJobOnRequest()
{
    RunsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const auto data = std::make_shared<const TimelineData>(buildTimeline(scene::workspace(), scene::picture()));
    model.setTimeline(data, *base::Zone::find(QStringLiteral("America/Los_Angeles")));
    QCOMPARE(model.rowCount(), 105);
    model.setJob(QStringLiteral("trakit_extraction.trakit_sync"));
    QCOMPARE(model.rowCount(), 21);
    QCOMPARE(rowText(model, 0), (QStringList {QStringLiteral("ok"), QStringLiteral("trakit_sync"), QStringLiteral("airbyte"), QStringLiteral("3 Oct 00:30:00"),
                                    QStringLiteral("3 Oct 07:04:12"), QStringLiteral("6 h 34 min"), QStringLiteral("2"), QString(), QStringLiteral("8812")}));
    QCOMPARE(model.index(0, 0).data(RunsModel::MarkRole).toInt(), int(Mark::Late));
    model.setJob(QStringLiteral("nobody"));
    QCOMPARE(model.rowCount(), 0);
}

void TablesTest::theLogKeepsItsNewestLines()
{
    LogModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVector<LogLine> lines;
    for (int i = 0; i < LogModel::mostLines; ++i)
        lines.append({{i}, base::Severity::Info, QString::number(i)});
    model.append(lines);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.append({{7}, base::Severity::Error, QStringLiteral("new")});
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.rowCount(), LogModel::mostLines);
    QCOMPARE(rowText(model, 0)[1], QStringLiteral("1"));
    QCOMPARE(rowText(model, LogModel::mostLines - 1)[1], QStringLiteral("new"));
    QCOMPARE(model.index(LogModel::mostLines - 1, 0).data(LogModel::LevelRole).toInt(), int(base::Severity::Error));
    lines += lines;
    model.append(lines);
    QCOMPARE(model.rowCount(), LogModel::mostLines);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TablesTest::theLogFollowsTheZone()
{
    LogModel model;
    model.append({scene::la(3, 7, 4, 12), base::Severity::Info, QStringLiteral("load ended")});
    QCOMPARE(rowText(model, 0).first(), QStringLiteral("14:04:12.000"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setZone(*base::Zone::find(QStringLiteral("America/Los_Angeles")));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(rowText(model, 0).first(), QStringLiteral("07:04:12.000"));
    QCOMPARE(model.plainText(), QStringLiteral("2025-10-03T14:04:12.000000Z info load ended\n"));
}

WK_REGISTER_TEST(TablesTest)
#include "tst_tables.moc"
