// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/verdicts.h"
#include "tests/models/freshness/histories.h"
#include "tests/support/register.h"

#include <QTest>

using namespace freshness;
using histories::at;

Q_DECLARE_METATYPE(Verdict)

/// runs.md 12.4 and 12.6: slots, extra runs, served slots, and the rows of the verdict table, each at its boundary.
class TestVerdicts : public QObject {
    Q_OBJECT
private slots:
    void theFirstRowThatHolds_data();
    void theFirstRowThatHolds();
    void aRunBelongsToTheLatestSlotWithAMinuteOfGrace_data();
    void aRunBelongsToTheLatestSlotWithAMinuteOfGrace();
    void aRunIsExtraIfAnotherOkRunOfItsSlotHadEndedBefore_data();
    void aRunIsExtraIfAnotherOkRunOfItsSlotHadEndedBefore();
    void aBusyEngineServesTheSlotsThatFallDueMeanwhile();
    void aRunWithoutLengthIsNotExtraBesideItself();
    void gapAndFoldDaysFireOnce();
    void aJobWithoutScheduleHasOneSlotPerRun();
    void anOldButDeliveredSlotIsStaleForATaskWithFreshness();
};

namespace {

/// `08T00:10-00:50 ok`, created at the start; `08T00:10-?` has no end.
SlotRun parsedRun(const QString& text)
{
    const QString window = text.section(u' ', 0, 0);
    const QString start = window.section(u'-', 0, 0);
    const QString end = window.section(u'-', 1);
    const QString day = start.section(u'T', 0, 0);
    const auto instant = [&day](const QString& part) {
        const QString full = part.contains(u'T') ? part : day + u'T' + part;
        return at(QStringLiteral("2026-08-") + (full.size() == 8 ? full + QStringLiteral(":00Z") : full + u'Z'));
    };
    SlotRun run;
    run.start = instant(start);
    run.created = run.start;
    if (end != QLatin1String("?"))
        run.end = instant(end);
    const QString state = text.section(u' ', 1);
    run.state = state == QLatin1String("ok") ? runs::State::Ok : state == QLatin1String("warn") ? runs::State::Warn
        : state == QLatin1String("running")                                                    ? runs::State::Running
        : state == QLatin1String("unknown")                                                    ? runs::State::Unknown
                                                                                               : runs::State::Failed;
    return run;
}

/// The first of August is always a good day, so that the slots in question are after the first recorded run.
QVector<SlotRun> parsedRuns(const QString& text)
{
    QVector<SlotRun> result;
    int number = 0;
    for (const QString& one : text.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        SlotRun run = parsedRun(one.trimmed());
        run.execution = number++;
        result.append(run);
    }
    return result;
}

struct Scheduled {
    pipeline::Workspace workspace;
    Schedules schedules;
    SlotTable table;

    Scheduled(const QString& cron, const QString& zone, const QVector<SlotRun>& runs, const char* from = "2026-08-01T00:00", const char* to = "2026-08-20T00:00")
        : workspace(histories::workspace(QStringLiteral("pipelines:\n  p:\n    schedule: \"%1\"\n    timezone: %2\n    tasks: [t]\n").arg(cron, zone)))
        , schedules(workspace, at(from), at(to))
        , table(schedules.of(QStringLiteral("p")), runs)
    {
    }
};

} // namespace

void TestVerdicts::theFirstRowThatHolds_data()
{
    QTest::addColumn<QString>("runs");
    QTest::addColumn<QString>("readAt");
    QTest::addColumn<QString>("expected"); // verdict, number of the named run, slot day, gap
    const auto row = [](const char* name, const char* runs, const char* readAt, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(runs) << QStringLiteral("2026-08-") + QString::fromLatin1(readAt) << QString::fromLatin1(expected);
    };
    row("2: delivered before", "08T00:10-00:50 ok", "08T01:36", "OK 0 08 null");
    row("2: delivered at the very instant", "08T00:10-00:50 ok", "08T00:50", "OK 0 08 null");
    row("2: warnings are ok", "08T00:10-00:50 warn", "08T01:36", "OK 0 08 null");
    row("2: the smallest end of two", "08T00:10-00:50 ok, 08T00:12-00:40 ok", "08T01:36", "OK 1 08 null");
    row("3: one microsecond before the end", "08T00:10-00:50 ok", "08T00:49:59.999999Z", "RACE 0 08 1e-06");
    row("3: at the start", "08T00:10-00:50 ok", "08T00:10", "RACE 0 08 2400");
    row("3: the smallest end of several", "08T00:10-03:00 ok, 08T00:11-02:00 ok", "08T01:36", "RACE 1 08 1440");
    row("3: not a failed one", "08T00:10-03:00 failed, 08T00:20-02:00 ok", "08T01:36", "RACE 1 08 1440");
    row("1: delivered, but an earlier slot's run still loads", "07T00:10-08T03:00 ok, 08T00:20-00:50 ok", "08T01:36", "RACE 0 07 5040");
    row("1: that run ends at the read", "07T00:10-08T01:36 ok, 08T00:20-00:50 ok", "08T01:36", "OK 1 08 null");
    row("1: a failed run of an earlier slot does not count", "07T00:10-08T03:00 failed, 08T00:20-00:50 ok", "08T01:36", "OK 1 08 null");
    row("1: an extra run of an earlier slot does not count", "07T00:10-00:50 ok, 07T20:00-08T03:00 ok, 08T00:20-00:50 ok", "08T01:36", "OK 2 08 null");
    row("4: failed and repaired later", "08T00:10-00:50 failed, 08T05:00-06:00 ok", "08T01:36", "ON_FAILED 0 08 15840");
    row("4: failed, never repaired", "08T00:10-00:50 failed", "08T01:36", "ON_FAILED 0 08 null");
    row("4: the latest started of several", "08T00:10-00:20 failed, 08T00:30-00:50 failed", "08T01:36", "ON_FAILED 1 08 null");
    row("4: started at the read", "08T01:36-01:50 failed", "08T01:36", "ON_FAILED 0 08 null");
    row("4: still failing at the read", "08T00:10-02:00 failed", "08T01:36", "ON_FAILED 0 08 null");
    row("5: starts one second later", "08T01:36:01-02:00 ok", "08T01:36", "EARLY 0 08 1440");
    row("5: the delivering one, not the first", "08T02:00-02:30 failed, 08T03:00-03:10 ok", "08T01:36", "EARLY 1 08 5640");
    row("5: never delivered: the first", "08T02:00-02:30 failed, 08T03:00-03:10 failed", "08T01:36", "EARLY 0 08 null");
    row("6: no run, but a later slot has one", "07T00:10-00:50 ok, 09T00:10-00:50 ok", "08T01:36", "STALE 0 08 null");
    row("6: newest ok run, an extra one", "07T00:10-00:50 ok, 07T12:00-12:30 ok, 09T00:10-00:50 ok", "08T01:36", "STALE 1 08 null");
    row("6: no ok run had ended", "07T00:10-00:50 failed, 09T00:10-00:50 ok", "08T01:36", "STALE -1 08 null");
    row("not judged: nothing later is recorded", "07T00:10-00:50 ok", "08T01:36", "none");
    row("not judged: its only run has not ended", "08T00:10-? running", "08T01:36", "none");
    row("6: its only run never ended", "07T00:10-00:50 ok, 08T00:10-? running, 09T00:10-00:50 ok", "08T01:36", "STALE 0 08 null");
    row("3: beside one that never ended", "08T00:05-? running, 08T00:10-02:00 ok", "08T01:36", "RACE 1 08 1440");
    row("not judged: nobody knows how it ended", "08T00:10-00:50 unknown", "08T01:36", "none");
    row("served: the busy run of yesterday is still loading", "07T00:10-08T03:00 ok, 09T00:10-00:50 ok", "08T01:36", "RACE 0 08 5040");
    row("served: it had ended", "07T00:10-08T01:00 ok, 09T00:10-00:50 ok", "08T01:36", "OK 0 08 null");
    row("served: it failed", "07T00:10-08T01:00 failed, 09T00:10-00:50 ok", "08T01:36", "ON_FAILED 0 08 null");
}

void TestVerdicts::theFirstRowThatHolds()
{
    QFETCH(QString, runs);
    QFETCH(QString, readAt);
    QFETCH(QString, expected);
    const Scheduled world(QStringLiteral("10 0 * * *"), QStringLiteral("UTC"), parsedRuns(runs));
    const base::UtcTime read = at(readAt);
    const auto judgement = judge(world.table, world.table.latestAtOrBefore(read), read);
    QString found = QStringLiteral("none");
    if (judgement) {
        const int run = judgement->namedRun < 0 ? -1 : world.table.run(judgement->namedRun).execution;
        found = QStringLiteral("%1 %2 %3 %4")
                    .arg(verdictWord(judgement->verdict))
                    .arg(run)
                    .arg(world.table.date(judgement->namedSlot).toString(QStringLiteral("dd")),
                        judgement->gap ? QString::number(double(*judgement->gap) / 1e6) : QStringLiteral("null"));
    }
    QCOMPARE(found, expected);
}

void TestVerdicts::aRunBelongsToTheLatestSlotWithAMinuteOfGrace_data()
{
    QTest::addColumn<QString>("created");
    QTest::addColumn<QString>("slot");
    QTest::newRow("after its slot") << QStringLiteral("2026-08-08T00:10:05Z") << QStringLiteral("2026-08-08T00:10:00.000000Z");
    QTest::newRow("60 s before it") << QStringLiteral("2026-08-08T00:09:00Z") << QStringLiteral("2026-08-08T00:10:00.000000Z");
    QTest::newRow("60.000001 s before it") << QStringLiteral("2026-08-08T00:08:59.999999Z") << QStringLiteral("2026-08-07T00:10:00.000000Z");
}

void TestVerdicts::aRunBelongsToTheLatestSlotWithAMinuteOfGrace()
{
    QFETCH(QString, created);
    QFETCH(QString, slot);
    SlotRun run;
    run.created = at(created);
    run.start = at("2026-08-08T05:00"); // queued for hours: the created time decides
    run.end = at("2026-08-08T06:00");
    run.state = runs::State::Ok;
    const Scheduled world(QStringLiteral("10 0 * * *"), QStringLiteral("UTC"), {run});
    QCOMPARE(world.table.at(world.table.run(0).slot).toIso(), slot);
}

void TestVerdicts::aRunIsExtraIfAnotherOkRunOfItsSlotHadEndedBefore_data()
{
    QTest::addColumn<QString>("runs");
    QTest::addColumn<bool>("extra");
    QTest::newRow("manual repeat") << QStringLiteral("08T00:10-00:50 ok, 08T09:00-09:10 ok") << true;
    QTest::newRow("failed repeat too") << QStringLiteral("08T00:10-00:50 ok, 08T09:00-09:10 failed") << true;
    QTest::newRow("after a failure") << QStringLiteral("08T00:10-00:50 failed, 08T09:00-09:10 ok") << false;
    QTest::newRow("beside it") << QStringLiteral("08T00:10-00:50 ok, 08T00:40-09:10 ok") << false;
    QTest::newRow("at its very end") << QStringLiteral("08T00:10-00:50 ok, 08T00:50-09:10 ok") << true;
    QTest::newRow("a second before its end") << QStringLiteral("08T00:10-00:50 ok, 08T00:49:59-09:10 ok") << false;
    QTest::newRow("of another slot") << QStringLiteral("07T00:10-00:50 ok, 08T00:10-09:10 ok") << false;
}

void TestVerdicts::aRunIsExtraIfAnotherOkRunOfItsSlotHadEndedBefore()
{
    QFETCH(QString, runs);
    QFETCH(bool, extra);
    const Scheduled world(QStringLiteral("10 0 * * *"), QStringLiteral("UTC"), parsedRuns(runs));
    QVERIFY(!world.table.run(0).extra);
    QCOMPARE(world.table.run(1).extra, extra);
}

void TestVerdicts::aBusyEngineServesTheSlotsThatFallDueMeanwhile()
{
    const Scheduled world(QStringLiteral("0 * * * *"), QStringLiteral("UTC"), parsedRuns(QStringLiteral("08T00:00-02:00 ok, 08T03:00-03:10 ok")));
    const auto slotAt = [&world](const char* time) { return world.table.latestAtOrBefore(at(time)); };
    QCOMPARE(world.table.delivered(slotAt("2026-08-08T01:00")), at("2026-08-08T02:00"));
    QVERIFY(!world.table.hasRun(slotAt("2026-08-08T02:00"))); // start <= slot < end
    QCOMPARE(world.table.delivered(slotAt("2026-08-08T03:00")), at("2026-08-08T03:10"));
}

void TestVerdicts::aRunWithoutLengthIsNotExtraBesideItself()
{
    const Scheduled world(QStringLiteral("10 0 * * *"), QStringLiteral("UTC"), parsedRuns(QStringLiteral("08T00:10-00:10 ok")));
    QVERIFY(!world.table.run(0).extra);
}

void TestVerdicts::gapAndFoldDaysFireOnce()
{
    const Scheduled spring(QStringLiteral("30 2 * * *"), QStringLiteral("Europe/Berlin"), {}, "2026-03-28T00:00", "2026-03-30T12:00");
    QVERIFY(spring.table.times().contains(at("2026-03-29T01:30"))); // 02:30 does not exist: 03:30 summer time
    const Scheduled autumn(QStringLiteral("30 2 * * *"), QStringLiteral("Europe/Berlin"), {}, "2026-10-24T12:00", "2026-10-25T12:00");
    QCOMPARE(autumn.table.countWithin(at("2026-10-25T00:00"), at("2026-10-25T12:00")), 1);
    QVERIFY(autumn.table.times().contains(at("2026-10-25T00:30"))); // the first of the two
    QCOMPARE(autumn.table.date(autumn.table.latestAtOrBefore(at("2026-10-25T00:30"))), QDate(2026, 10, 25));
}

void TestVerdicts::aJobWithoutScheduleHasOneSlotPerRun()
{
    QVector<SlotRun> runs = parsedRuns(QStringLiteral("08T00:10-00:50 ok, 08T09:00-09:10 ok"));
    runs[1].nominal = at("2026-08-07T00:00");
    const Schedule none;
    const SlotTable table(&none, runs);
    QCOMPARE(table.count(), 2);
    QCOMPARE(table.at(table.run(0).slot), at("2026-08-08T00:10"));
    QCOMPARE(table.at(table.run(1).slot), at("2026-08-07T00:00"));
}

void TestVerdicts::anOldButDeliveredSlotIsStaleForATaskWithFreshness()
{
    const Scheduled world(QStringLiteral("10 0 * * *"), QStringLiteral("UTC"), parsedRuns(QStringLiteral("08T00:10-00:50 ok, 08T09:00-09:10 ok")));
    const int slot = world.table.latestAtOrBefore(at("2026-08-08T10:10"));
    const base::Micros hour = base::microsPerHour;
    QCOMPARE(judge(world.table, slot, at("2026-08-08T10:10"), hour)->verdict, Verdict::Ok); // exactly an hour after the newest
    const auto stale = judge(world.table, slot, at("2026-08-08T10:11"), hour);
    QCOMPARE(stale->verdict, Verdict::Stale);
    QCOMPARE(world.table.run(stale->namedRun).execution, 0); // the delivering run, not the newest
    QVERIFY(!stale->gap);
}

WK_REGISTER_TEST(TestVerdicts)

#include "tst_verdicts.moc"
