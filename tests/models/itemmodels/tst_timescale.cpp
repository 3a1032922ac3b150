// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/timescale.h"
#include "models/itemmodels/timeticks.h"
#include "tests/support/register.h"

#include <QTest>

using namespace itemmodels;
using base::UtcTime;

class TimeScaleTest : public QObject {
    Q_OBJECT
private slots:
    void pixelsAndTimesAreInverse();
    void zoomingKeepsTheInstantUnderTheCursor();
    void zoomStopsAtTheShortestAndTheLongestSpan();
    void theSpringDayHasTwentyThreeHourLines();
    void theAutumnDayHasTwentyFiveHourLines();
    void dayLinesStandAtLocalMidnightAcrossAClockChange();
    void calendarSpansFollowTheZone_data();
    void calendarSpansFollowTheZone();
    void ticksStandAtLeastTheSpacingApart();
};

static base::Zone zoneOf(const char* name)
{
    return *base::Zone::find(QString::fromLatin1(name));
}

void TimeScaleTest::pixelsAndTimesAreInverse()
{
    const TimeScale scale {{UtcTime::fromUtc({2025, 10, 3}).us, UtcTime::fromUtc({2025, 10, 4}).us}, 206, 864};
    QCOMPARE(scale.toX(scale.span.start), 206.0);
    QCOMPARE(scale.toX(scale.span.end), 1070.0);
    QCOMPARE(scale.toX(UtcTime::fromUtc({2025, 10, 3}, QTime(12, 0)).us), 638.0);
    for (double x = 206; x <= 1070; x += 13.5)
        QVERIFY(std::abs(scale.toX(scale.toTime(x)) - x) < 1e-3);
}

void TimeScaleTest::zoomingKeepsTheInstantUnderTheCursor()
{
    TimeScale scale {{1'000'000'000, 87'400'000'000}, 100, 1000};
    const qint64 at = scale.toTime(373);
    for (const double factor : {0.5, 0.9, 1.7, 0.01}) {
        scale.span = zoomed(scale.span, at, factor);
        QVERIFY(std::abs(scale.toX(at) - 373) < 0.01);
    }
}

void TimeScaleTest::zoomStopsAtTheShortestAndTheLongestSpan()
{
    const Span span {0, base::microsPerDay};
    QCOMPARE(zoomed(span, 0, 1e-12).length(), shortestSpan);
    QCOMPARE(zoomed(span, 0, 1e12).length(), longestSpan);
}

void TimeScaleTest::theSpringDayHasTwentyThreeHourLines()
{
    const base::Zone la = zoneOf("America/Los_Angeles");
    const Span day = calendarSpan(Range::Day, UtcTime::fromUtc({2025, 3, 9}, QTime(20, 0)).us, la);
    QCOMPARE(day.length(), 23 * base::microsPerHour);
    const QVector<Tick> lines = ticks({day.start, day.end - 1}, {TickUnit::Hour, 1}, la);
    QCOMPARE(lines.size(), 23);
    for (qsizetype i = 1; i < lines.size(); ++i)
        QCOMPARE(lines[i].at - lines[i - 1].at, base::microsPerHour);
}

void TimeScaleTest::theAutumnDayHasTwentyFiveHourLines()
{
    const base::Zone la = zoneOf("America/Los_Angeles");
    const Span day = calendarSpan(Range::Day, UtcTime::fromUtc({2025, 11, 2}, QTime(20, 0)).us, la);
    QCOMPARE(day.length(), 25 * base::microsPerHour);
    const QVector<Tick> lines = ticks({day.start, day.end - 1}, {TickUnit::Hour, 1}, la);
    QCOMPARE(lines.size(), 25);
    QVERIFY(lines[0].major && !lines[1].major);
    for (qsizetype i = 1; i < lines.size(); ++i)
        QCOMPARE(lines[i].at - lines[i - 1].at, base::microsPerHour);
}

void TimeScaleTest::dayLinesStandAtLocalMidnightAcrossAClockChange()
{
    const base::Zone berlin = zoneOf("Europe/Berlin");
    const QVector<Tick> lines = ticks({UtcTime::fromUtc({2025, 10, 20}).us, UtcTime::fromUtc({2025, 11, 2}).us}, {TickUnit::Day, 1}, berlin);
    QCOMPARE(lines.size(), 13);
    for (const Tick& line : lines)
        QCOMPARE(berlin.localMicrosOfDay({line.at}), qint64(0));
    QVERIFY(lines[11].major); // 1 November
    QCOMPARE(lines[11].at, UtcTime::fromUtc({2025, 10, 31}, QTime(23, 0)).us);
}

void TimeScaleTest::calendarSpansFollowTheZone_data()
{
    QTest::addColumn<int>("range");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    const auto row = [](const char* name, Range range, int steps, const char* start, const char* end) {
        QTest::newRow(name) << int(range) << steps << QString::fromLatin1(start) << QString::fromLatin1(end);
    };
    row("hour", Range::Hour, 0, "2025-10-03T08:00:00.000000Z", "2025-10-03T09:00:00.000000Z");
    row("day", Range::Day, 0, "2025-10-03T07:00:00.000000Z", "2025-10-04T07:00:00.000000Z");
    row("day before", Range::Day, -1, "2025-10-02T07:00:00.000000Z", "2025-10-03T07:00:00.000000Z");
    row("month", Range::Month, 0, "2025-10-01T07:00:00.000000Z", "2025-11-01T07:00:00.000000Z");
    row("next month, winter at its end", Range::Month, 1, "2025-11-01T07:00:00.000000Z", "2025-12-01T08:00:00.000000Z");
    row("year", Range::Year, 0, "2025-01-01T08:00:00.000000Z", "2026-01-01T08:00:00.000000Z");
}

void TimeScaleTest::calendarSpansFollowTheZone()
{
    QFETCH(int, range);
    QFETCH(int, steps);
    const qint64 at = UtcTime::fromUtc({2025, 10, 3}, QTime(8, 36, 44)).us;
    const Span span = calendarStep(Range(range), at, steps, zoneOf("America/Los_Angeles"));
    QTEST(UtcTime {span.start}.toIso(), "start");
    QTEST(UtcTime {span.end}.toIso(), "end");
}

void TimeScaleTest::ticksStandAtLeastTheSpacingApart()
{
    const base::Zone la = zoneOf("America/Los_Angeles");
    const qint64 start = UtcTime::fromUtc({2025, 1, 1}).us;
    for (qint64 length = base::microsPerSecond * 2; length < 400 * 366 * base::microsPerDay; length = length * 7 / 5) {
        const TimeScale scale {{start, start + length}, 0, 1000};
        const QVector<Tick> lines = ticks(scale.span, tickStep(scale, 64), la);
        QVERIFY2(lines.size() <= 18, qPrintable(QString::number(length)));
        for (qsizetype i = 1; i < lines.size(); ++i)
            QVERIFY(scale.toX(lines[i].at) - scale.toX(lines[i - 1].at) > 55); // months are 28 to 31 days
    }
}

WK_REGISTER_TEST(TimeScaleTest)
#include "tst_timescale.moc"
