// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/plausible.h"
#include "models/itemmodels/buildtimeline.h"
#include "tests/models/itemmodels/trakitscene.h"
#include "tests/support/register.h"

#include <QTest>

using namespace itemmodels;

class BuildTimelineTest : public QObject {
    Q_OBJECT
private slots:
    void groupsFlowFromExtractionToDashboardAndEndWithTheClocks();
    void nodesStandUnderTheirInvocationAndTroubleFirst();
    void jobsThatEverRetriedHaveALaneOfAttempts();
    void theReaderIsMarkedNotTheLoad();
    void theArrowRunsFromTheEndOfTheLoadBackToTheRead();
    void theTwoClocksAreStepsWithTheirRows();
    void aCheckOfTheSourceIsAStepOfTheLoadTime();
    void expectedRunsAreGhostsOfTheirTask();
    void deadlinesFollowTheWallClock();
    void nextProblemVisitsAllInOrder();
    void theOtherEndOfAnEdgeIsFoundBothWays();
    void theOverviewHasOneBucketADayWithTheWorst();
    void aWrongDateStaysCheap();
    void aFailedRunWithoutFindingIsAProblemToo();
    void runsWithoutAnyTimeAreCounted();
    void theSameHistoryInOtherOrderGivesTheSameLanes();
    void anEmptyPictureIsEmpty();
};

static QStringList laneNames(const TimelineData& data, int group)
{
    QStringList names;
    for (int i = 0; i < data.groups[group].laneCount; ++i)
        names.append(data.lanes[data.groups[group].firstLane + i].name);
    return names;
}

void BuildTimelineTest::groupsFlowFromExtractionToDashboardAndEndWithTheClocks()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    QStringList titles;
    for (const Group& group : data.groups)
        titles.append(group.title);
    QCOMPARE(titles, (QStringList {QStringLiteral("Airbyte · trakit_extraction"), QStringLiteral("dbt · concrete"),
                         QStringLiteral("Tableau · dashboards"), QStringLiteral("Freshness · trakit.statuses")}));
    QCOMPARE(data.systems, (QStringList {QStringLiteral("airbyte"), QStringLiteral("dbt"), QStringLiteral("tableau")}));
    QCOMPARE(data.span.start, scene::la(-17, 0, 30).us);
    QCOMPARE(data.span.end, scene::la(3, 7, 4, 12).us);
}

void BuildTimelineTest::nodesStandUnderTheirInvocationAndTroubleFirst()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    QCOMPARE(laneNames(data, 1),
        (QStringList {QStringLiteral("dbt_build_models"), QStringLiteral("fact_trakit_statuses_with_shifts"), QStringLiteral("rpt_pre_post_trip")}));
    QCOMPARE(data.lanes[data.groups[1].firstLane].role, Lane::Role::Job);
    QCOMPARE(data.lanes[data.groups[1].firstLane + 1].role, Lane::Role::Node);
}

void BuildTimelineTest::jobsThatEverRetriedHaveALaneOfAttempts()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    QCOMPARE(laneNames(data, 0), (QStringList {QStringLiteral("trakit_sync"), QStringLiteral("attempts")}));
    const Bars& attempts = data.lanes[1].depths.first();
    QCOMPARE(attempts.start, (QVector<qint64> {scene::la(3, 0, 30).us, scene::la(3, 6, 10, 12).us}));
    QCOMPARE(attempts.attempt, (QVector<quint8> {1, 2}));
    QCOMPARE(attempts.mark, (QVector<quint8> {quint8(Mark::Failed), quint8(Mark::Ok)}));
    QVERIFY(std::abs(data.lanes[0].usual - 22 * base::microsPerMinute) < 2 * base::microsPerMinute);
}

void BuildTimelineTest::theReaderIsMarkedNotTheLoad()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    const int reader = data.runIndex(QStringLiteral("model.concrete.fact_trakit_statuses_with_shifts"), QStringLiteral("70013"));
    const int load = data.runIndex(QStringLiteral("trakit_extraction.trakit_sync"), QStringLiteral("8812"));
    const int board = data.runIndex(QStringLiteral("dashboards.concrete_pre_post_trip"), QStringLiteral("503"));
    QCOMPARE(data.runMarks[reader], Mark::ReadTooEarly);
    QCOMPARE(data.runMarks[load], Mark::Late);
    QCOMPARE(data.runMarks[board], Mark::ReadTooEarly);
    QCOMPARE(data.notes.value(board), QStringLiteral("showed old data"));
    QCOMPARE(data.runMarks.count(Mark::Ok), data.runMarks.size() - 3);
}

void BuildTimelineTest::theArrowRunsFromTheEndOfTheLoadBackToTheRead()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    QCOMPARE(data.arrows.size(), 1);
    const Arrow& arrow = data.arrows.first();
    QCOMPARE(arrow.from, scene::la(3, 7, 4, 12).us);
    QCOMPARE(arrow.to, scene::la(3, 1, 36, 44).us);
    QCOMPARE(data.lanes[arrow.fromLane].role, Lane::Role::Attempts);
    QCOMPARE(data.lanes[arrow.toLane].name, QStringLiteral("fact_trakit_statuses_with_shifts"));
    QCOMPARE(arrow.sentence, QStringLiteral("read <b>5 h 27 min before</b> its load ended"));
    QCOMPARE(data.places[arrow.finding].span, (Span {arrow.to, arrow.from}));
}

void BuildTimelineTest::theTwoClocksAreStepsWithTheirRows()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    const Lane& loaded = data.lanes[data.groups[3].firstLane];
    const Lane& business = data.lanes[data.groups[3].firstLane + 1];
    QCOMPARE(loaded.role, Lane::Role::LoadedAt);
    QCOMPARE(loaded.steps.size(), 21);
    QCOMPARE(loaded.steps.last().at, scene::la(3, 7, 4, 12).us);
    QCOMPARE(*loaded.steps.last().instant, scene::la(3, 7, 3, 58).us);
    QCOMPARE(business.steps.last().date, QDate(2025, 10, 2));
    QCOMPARE(business.steps.last().rows, std::optional<qint64>(1951));
}

void BuildTimelineTest::aCheckOfTheSourceIsAStepOfTheLoadTime()
{
    runs::History history;
    const auto check = [](int day, int hour, base::UtcTime loaded) {
        runs::SourceCheck c;
        c.uniqueId = QStringLiteral("source.concrete.trakit.shifts");
        c.snapshottedAt = scene::la(day, hour, 0);
        c.maxLoadedAt = loaded;
        return c;
    };
    history.sourceChecks = {check(1, 2, scene::la(1, 0, 40)), check(1, 12, scene::la(1, 0, 40)), check(2, 2, scene::la(1, 11, 0)),
        check(2, 3, base::UtcTime::fromUtc({1, 1, 1}))};
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture(), &history);
    QCOMPARE(data.groups[3].title, QStringLiteral("Freshness · trakit.statuses")); // the one with a finding comes first
    const Lane& lane = data.lanes[data.groups[4].firstLane];
    QCOMPARE(lane.job, QStringLiteral("trakit.shifts"));
    QCOMPARE(lane.steps.size(), 2);
    QCOMPARE(lane.steps[0].at, scene::la(1, 0, 40).us);
    // The check at noon had not seen it: so it became visible only later, and the next check is the first witness.
    QCOMPARE(lane.steps[1].at, scene::la(2, 2, 0).us);
}

void BuildTimelineTest::expectedRunsAreGhostsOfTheirTask()
{
    freshness::Picture picture = scene::picture();
    picture.expected = {{QStringLiteral("trakit_extraction.trakit_sync"), scene::la(5, 0, 30)}, {QStringLiteral("trakit_extraction.trakit_sync"), scene::la(4, 0, 30)}};
    const TimelineData data = buildTimeline(scene::workspace(), picture);
    QCOMPARE(data.lanes[0].ghosts, (QVector<qint64> {scene::la(4, 0, 30).us, scene::la(5, 0, 30).us}));
}

void BuildTimelineTest::deadlinesFollowTheWallClock()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    QCOMPARE(data.deadlines.size(), 1);
    const qint64 day = base::microsPerDay;
    QCOMPARE(deadlinesIn(data.deadlines.first(), {scene::la(3, 0, 0).us, scene::la(4, 0, 0).us}), (QVector<qint64> {scene::la(3, 8, 0).us}));
    // 2 November: the clock goes back, so the same wall time comes an hour later.
    const QVector<qint64> autumn = deadlinesIn(data.deadlines.first(), {scene::la(32, 0, 0).us, scene::la(34, 0, 0).us});
    QCOMPARE(autumn.size(), 2);
    QCOMPARE(autumn[1] - autumn[0], day + base::microsPerHour);
}

void BuildTimelineTest::nextProblemVisitsAllInOrder()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    QStringList ids;
    for (int stop = data.nextStop(data.span.start); stop >= 0; stop = data.nextStop(data.stops[stop].at))
        ids.append(data.picture->diagnosis.findings[data.stops[stop].finding].id);
    QCOMPARE(ids, (QStringList {QStringLiteral("f-none"), QStringLiteral("f-late"), QStringLiteral("f-race"), QStringLiteral("f-board")}));
    QCOMPARE(data.previousStop(data.stops[1].at), 0);
    QCOMPARE(data.previousStop(data.stops[0].at), -1);
    QCOMPARE(data.nextStop(data.stops.last().at), -1);
}

void BuildTimelineTest::theOtherEndOfAnEdgeIsFoundBothWays()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    for (const int back : {0, 5}) { // of the mismatch, and of a day that went well
        const int reader = data.runIndex(QStringLiteral("model.concrete.fact_trakit_statuses_with_shifts"), QString::number(70013 - back));
        const int load = data.runIndex(QStringLiteral("trakit_extraction.trakit_sync"), QString::number(8812 - back));
        QCOMPARE(data.otherEnd(reader, false), load);
        QCOMPARE(data.otherEnd(load, true), reader);
        QCOMPARE(data.otherEnd(load, false), -1);
    }
}

void BuildTimelineTest::theOverviewHasOneBucketADayWithTheWorst()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    const Overview strip = buildOverview(data, *base::Zone::find(QStringLiteral("America/Los_Angeles")));
    QCOMPARE(strip.days, 21);
    QCOMPARE(strip.worst.size(), 21);
    QCOMPARE(strip.worst.count(Mark::Ok), 20);
    QCOMPARE(strip.worst.last(), Mark::ReadTooEarly);
    QCOMPARE(strip.edges.last(), scene::la(4, 0, 0).us);
}

void BuildTimelineTest::aWrongDateStaysCheap()
{
    freshness::Picture picture = scene::picture();
    picture.runs[0].start = base::UtcTime::fromUtc({1, 1, 1});
    picture.runs[0].end = base::UtcTime::fromUtc({1, 1, 2});
    const TimelineData without = buildTimeline(scene::workspace(), picture);
    QCOMPARE(without.unplaced, 1); // no file means the year one
    QCOMPARE(without.span.end, scene::la(3, 7, 4, 12).us);
    QVERIFY(without.span.start > base::plausibleFrom.us);
    QVERIFY(buildOverview(without, base::Zone()).worst.size() < 40);
    picture.runs[0].start = base::UtcTime::fromUtc({1990, 1, 1});
    picture.runs[0].end = base::UtcTime::fromUtc({9999, 12, 31});
    const TimelineData with = buildTimeline(scene::workspace(), picture);
    QCOMPARE(with.unplaced, 0);
    QCOMPARE(with.span.end, scene::la(3, 7, 4, 12).us);
    const Overview strip = buildOverview(with, base::Zone());
    QVERIFY(strip.worst.size() < 14'000);
    QCOMPARE(strip.worst.last(), Mark::ReadTooEarly);
    QCOMPARE(strip.count.first(), 1);
    QCOMPARE(strip.count[strip.count.size() / 2], 0);
}

void BuildTimelineTest::aFailedRunWithoutFindingIsAProblemToo()
{
    freshness::Picture picture = scene::picture();
    picture.runs[2].state = runs::State::Failed;
    const TimelineData data = buildTimeline(scene::workspace(), picture);
    QCOMPARE(data.stops.size(), 5);
    QCOMPARE(data.stops.first().run, 2);
    QCOMPARE(data.stops.first().finding, -1);
}

void BuildTimelineTest::runsWithoutAnyTimeAreCounted()
{
    freshness::Picture picture = scene::picture();
    picture.runs[2].start.reset();
    const TimelineData data = buildTimeline(scene::workspace(), picture);
    QCOMPARE(data.unplaced, 1);
    QCOMPARE(data.laneOfRun[2], -1);
    QCOMPARE(data.runSpan(2), Span());
}

void BuildTimelineTest::theSameHistoryInOtherOrderGivesTheSameLanes()
{
    freshness::Picture picture = scene::picture();
    const TimelineData first = buildTimeline(scene::workspace(), picture);
    std::reverse(picture.runs.begin(), picture.runs.end());
    std::reverse(picture.observations.begin(), picture.observations.end());
    const TimelineData second = buildTimeline(scene::workspace(), picture);
    QCOMPARE(first.lanes.size(), second.lanes.size());
    for (qsizetype i = 0; i < first.lanes.size(); ++i) {
        QCOMPARE(first.lanes[i].name, second.lanes[i].name);
        QCOMPARE(first.lanes[i].steps, second.lanes[i].steps);
        QCOMPARE(first.lanes[i].depths.size(), second.lanes[i].depths.size());
        for (qsizetype d = 0; d < first.lanes[i].depths.size(); ++d) {
            QCOMPARE(first.lanes[i].depths[d].start, second.lanes[i].depths[d].start);
            QCOMPARE(first.lanes[i].depths[d].mark, second.lanes[i].depths[d].mark);
        }
    }
}

void BuildTimelineTest::anEmptyPictureIsEmpty()
{
    const TimelineData data = buildTimeline(scene::workspace(), freshness::Picture());
    QVERIFY(data.isEmpty());
    QCOMPARE(data.nextStop(0), -1);
    QCOMPARE(buildOverview(data, base::Zone()).worst.size(), 0);
    QVERIFY(buildTimeline({}, std::shared_ptr<const freshness::Picture>()).isEmpty());
}

WK_REGISTER_TEST(BuildTimelineTest)
#include "tst_buildtimeline.moc"
