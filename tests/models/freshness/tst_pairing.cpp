// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/zone.h"
#include "tests/models/freshness/histories.h"
#include "tests/support/register.h"

#include <QTest>

#include <algorithm>

using namespace freshness;
using histories::History;
using histories::at;

/// runs.md 12.5: which slot a consumer run is judged by.
class TestPairing : public QObject {
    Q_OBJECT
private slots:
    void aBuildThatRunsBeforeTheExtractionIsNeverEarly();
    void aWeekdayProducerIsNotEarlyAtTheWeekend();
    void anHourlyConsumerIsJudgedByTheLatestSlot();
    void aClockChangePairsWithTheSlotThatIsUsuallyBefore();
    void slotsBeforeTheFirstRecordedRunAreNotJudged();
    void aPipelineWithoutScheduleHasTheSlotsOfItsFirstDependency();
};

namespace {

pipeline::Workspace loadAndUse(const char* loadSchedule, const char* loadZone, const char* useSchedule, const char* useZone)
{
    return histories::workspace(QStringLiteral(R"(pipelines:
  extraction:
    schedule: "%1"
    timezone: %2
    outputs: [ready]
    tasks:
      - load: {kind: python.script, with: {namespace: prod, job: load}, produces: [RAW.A]}
  build:
    schedule: "%3"
    timezone: %4
    tasks:
      - use: {kind: python.script, with: {namespace: prod, job: use}, consumes: [RAW.A]}
)").arg(QString::fromLatin1(loadSchedule), QString::fromLatin1(loadZone), QString::fromLatin1(useSchedule), QString::fromLatin1(useZone)));
}

void addRun(History& history, const char* job, const QDate& date, base::UtcTime start, int minutes)
{
    const QString id = QString::fromLatin1(job) + date.toString(QStringLiteral("MMdd")) + QString::number(start.us % 1000000007);
    history.lineage(job, qPrintable(id), qPrintable(start.toIso()), qPrintable((start + minutes * base::microsPerMinute).toIso()));
}

/// Verdict words by read day, in order.
QStringList words(const Picture& picture)
{
    QStringList result;
    for (const EdgeVerdict& verdict : picture.diagnosis.verdicts)
        result.append(verdictWord(verdict.verdict));
    return result;
}

} // namespace

void TestPairing::aBuildThatRunsBeforeTheExtractionIsNeverEarly()
{
    History history;
    for (QDate date(2026, 8, 3); date <= QDate(2026, 8, 12); date = date.addDays(1)) {
        addRun(history, "use", date, base::UtcTime::fromUtc(date, QTime(1, 0)), 20);
        addRun(history, "load", date, base::UtcTime::fromUtc(date, QTime(4, 0)), 30);
    }
    const Picture picture = history.judged(loadAndUse("0 4 * * *", "UTC", "0 1 * * *", "UTC"));
    QCOMPARE(words(picture), QStringList(9, QStringLiteral("OK"))); // the first build has no load before it
    QVERIFY(picture.diagnosis.findings.isEmpty());
}

void TestPairing::aWeekdayProducerIsNotEarlyAtTheWeekend()
{
    History history;
    for (QDate date(2026, 8, 3); date <= QDate(2026, 8, 16); date = date.addDays(1)) {
        if (date.dayOfWeek() <= 5)
            addRun(history, "load", date, base::UtcTime::fromUtc(date, QTime(0, 10)), 30);
        addRun(history, "use", date, base::UtcTime::fromUtc(date, QTime(1, 36)), 20);
    }
    const Picture picture = history.judged(loadAndUse("10 0 * * 1-5", "UTC", "36 1 * * *", "UTC"));
    QCOMPARE(words(picture), QStringList(14, QStringLiteral("OK")));
    QVERIFY(picture.diagnosis.findings.isEmpty());
}

void TestPairing::anHourlyConsumerIsJudgedByTheLatestSlot()
{
    History history;
    for (QDate date(2026, 8, 3); date <= QDate(2026, 8, 5); date = date.addDays(1)) {
        addRun(history, "load", date, base::UtcTime::fromUtc(date, QTime(4, 0)), 90);
        for (int hour = 0; hour < 24; ++hour)
            addRun(history, "use", date, base::UtcTime::fromUtc(date, QTime(hour, 30)), 5);
    }
    const Picture picture = history.judged(loadAndUse("0 4 * * *", "UTC", "30 * * * *", "UTC"));
    const QStringList found = words(picture);
    QCOMPARE(found.count(QStringLiteral("RACE")), 3); // 04:30 of each day, 05:30 is the very end
    QCOMPARE(found.count(QStringLiteral("EARLY")), 0);
    QCOMPARE(found.count(QStringLiteral("OK")), 3 * 24 - 4 - 3); // not the four before the first load
}

/// The build goes by Berlin, the load by UTC: 00:30 UTC is 01:30 in winter, and 02:30 from 29 March on. The build at
/// 02:00 Berlin is half an hour after it until then, half an hour before it from then on.
void TestPairing::aClockChangePairsWithTheSlotThatIsUsuallyBefore()
{
    History history;
    const base::Zone berlin = *base::Zone::find(QStringLiteral("Europe/Berlin"));
    for (QDate date(2026, 3, 16); date <= QDate(2026, 4, 4); date = date.addDays(1)) {
        addRun(history, "load", date, base::UtcTime::fromUtc(date, QTime(0, 30)), 10);
        addRun(history, "use", date, berlin.toUtc(date, 2 * base::microsPerHour), 5);
    }
    const Picture picture = history.judged(loadAndUse("30 0 * * *", "UTC", "0 2 * * *", "Europe/Berlin"));
    const QStringList found = words(picture);
    QCOMPARE(found.count(QStringLiteral("OK")), 14); // 16 to 29 March: at 02:00 on the 29th the clock jumps, it fires at 01:00 UTC
    QCOMPARE(found.count(QStringLiteral("EARLY")), 6);
    const auto shifted = histories::ofRule(picture.diagnosis, "schedule_shifted_by_dst");
    QCOMPARE(shifted.size(), 1);
    QCOMPARE(shifted.first().slotDate, QDate(2026, 3, 29));
    QCOMPARE(shifted.first().gapSeconds, std::optional<double>(3600));
    QCOMPARE(shifted.first().consumer->job, QStringLiteral("build.use"));
    QVERIFY(shifted.first().consumer->run.isEmpty() && !shifted.first().consumer->time);
    QCOMPARE(shifted.first().producer->job, QStringLiteral("extraction.load"));
}

void TestPairing::slotsBeforeTheFirstRecordedRunAreNotJudged()
{
    History history;
    for (QDate date(2026, 8, 3); date <= QDate(2026, 8, 8); date = date.addDays(1)) {
        addRun(history, "use", date, base::UtcTime::fromUtc(date, QTime(1, 36)), 20);
        if (date >= QDate(2026, 8, 6))
            addRun(history, "load", date, base::UtcTime::fromUtc(date, QTime(0, 10)), 30);
    }
    QCOMPARE(words(history.judged(loadAndUse("10 0 * * *", "UTC", "36 1 * * *", "UTC"))), QStringList(3, QStringLiteral("OK")));
}

void TestPairing::aPipelineWithoutScheduleHasTheSlotsOfItsFirstDependency()
{
    const pipeline::Workspace workspace = histories::workspace(QStringLiteral(R"(pipelines:
  first:
    schedule: "0 22 * * *"
    timezone: America/New_York
    outputs: [o]
    tasks: [t]
  second:
    dependencies: [first.o]
    outputs: [o]
    tasks: [t]
  third:
    dependencies: [second.o]
    tasks:
      - load: {kind: python.script, with: {namespace: prod, job: load}, produces: [RAW.A]}
)"));
    History history;
    history.lineage("load", "l1", "2026-08-04T02:30", "2026-08-04T02:40");
    history.lineage("load", "l2", "2026-08-05T02:30", "2026-08-05T02:40");
    history.lineage("use", "u1", "2026-08-05T02:35", "2026-08-05T03:00", {QStringLiteral("raw.a")});
    const Picture picture = history.judged(workspace);
    QCOMPARE(picture.diagnosis.findings.size(), 1);
    QCOMPARE(picture.diagnosis.findings.first().slotDate, QDate(2026, 8, 4)); // New York's evening before
    QCOMPARE(picture.diagnosis.findings.first().slot, std::optional(at("2026-08-05T02:00")));
    QCOMPARE(picture.diagnosis.findings.first().dataset, QStringLiteral("RAW.A"));
}

WK_REGISTER_TEST(TestPairing)

#include "tst_pairing.moc"
