// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/lateness.h"
#include "models/freshness/rules.h"
#include "tests/models/freshness/histories.h"
#include "tests/support/register.h"

#include <QTest>

#include <algorithm>

using namespace freshness;
using histories::History;
using histories::at;

/// runs.md 12.7 and 12.8: the rules that are no row of the verdict table.
class TestRules : public QObject {
    Q_OBJECT
private slots:
    void theListIsClosed();
    void aLoadThatNobodyReadIsReported();
    void aConsumerWithFewerSlotsOwesNothing();
    void aLateEndIsAMissedDeadlineUnlessTheRunHasAnotherVerdict();
    void aLearnedLimitNeedsSevenSamples_data();
    void aLearnedLimitNeedsSevenSamples();
    void mediansOfEvenCountsAreTheMeanOfTheMiddleTwo();
    void aLateLoadIsNamedAfterItsRetry();
    void aJobThatReadsIsNoExtraction();
    void aSourceSystemThatStandsStillIsBehind();
    void aRefreshBlamesTheCauseThatWasDeliveredLast();
    void aRefreshThroughAnotherProjectIsBlamedToo();
    void aRefreshThatRacedItselfIsNotReportedTwice();
    void aCommandThatBuildsNothingIsAnInfo_data();
    void aCommandThatBuildsNothingIsAnInfo();
    void onlyWhatPublishedIsJudged_data();
    void onlyWhatPublishedIsJudged();
    void twoRecordsOfOneRunAreOneRun();
    void aliasesAndQuotesJoinNames();
    void anAbsurdTimeChangesNothingElse_data();
    void anAbsurdTimeChangesNothingElse();
    void everyMinuteForDecadesIsCutToTheLatestSlots();
};

namespace {

const char* const plain = R"(pipelines:
  extraction:
    schedule: "10 0 * * *"
    tasks:
      - load: {kind: airbyte.sync, with: {connection_id: c1}, produces: [RAW.A]}
  build:
    schedule: "36 1 * * *"
    sla: "02:00"
    tasks:
      - shop: {kind: dbt.build, with: {project: shop}}
  report:
    schedule: "0 6 * * *"
    tasks:
      - refresh: {kind: tableau.refresh, consumes: [DW.FCT], produces: [Sales board]}
)";

QByteArray onDay(int day, const char* time)
{
    return QStringLiteral("2026-08-%1T").arg(day, 2, 10, QLatin1Char('0')).toLatin1() + time;
}

void addManifest(History& history, const char* materialized = "table")
{
    history.manifest("shop", "2026-07-01T01:36").source("source.shop.raw.a", "\"RAW\".\"A\"");
    history.model("model.shop.stg", "DW.STG", {QStringLiteral("source.shop.raw.a")}, materialized);
    history.model("model.shop.fct", "DW.FCT", {QStringLiteral("model.shop.stg")});
}

void addLoad(History& history, int day, const char* end = "00:50", int attempts = 1)
{
    history.airbyte("c1", QByteArray::number(1000 + day).constData(), onDay(day, "00:10").constData(), onDay(day, end).constData(), runs::State::Ok, attempts);
}

void addBuild(History& history, int day, const char* end = "01:58")
{
    const QByteArray id = "inv" + QByteArray::number(day);
    history.invocation("shop", id.constData(), onDay(day, "01:36").constData(), onDay(day, end).constData());
    history.node("model.shop.stg", onDay(day, "01:40").constData(), onDay(day, "01:41").constData());
    history.node("model.shop.fct", onDay(day, "01:42").constData(), onDay(day, "01:50").constData());
}

} // namespace

void TestRules::anAbsurdTimeChangesNothingElse_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("year one") << QByteArray("0001-01-01T00:00") << QByteArray("0001-01-01T00:10");
    QTest::newRow("year 9999") << QByteArray("9999-12-31T00:00") << QByteArray("9999-12-31T00:10");
    QTest::newRow("no end in sight") << QByteArray("2026-08-03T00:10") << QByteArray("9999-12-31T00:00");
    QTest::newRow("before the first computer") << QByteArray("1900-01-01T00:00") << QByteArray("1900-01-01T00:10");
}

void TestRules::anAbsurdTimeChangesNothingElse()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, end);
    QString yaml = QString::fromLatin1(plain);
    yaml.replace(QStringLiteral("10 0 * * *"), QStringLiteral("* * * * *"));
    const pipeline::Workspace workspace = histories::workspace(yaml);
    History history;
    addManifest(history);
    for (int day = 1; day <= 6; ++day) {
        addLoad(history, day, day == 5 ? "02:50" : "00:50");
        addBuild(history, day);
    }
    const Picture before = history.judged(workspace);
    QVERIFY(!before.diagnosis.findings.isEmpty());
    history.airbyte("c1", "absurd", start.constData(), end.constData());
    const Picture after = history.judged(workspace);
    QCOMPARE(histories::lines(after.diagnosis), histories::lines(before.diagnosis));
    QCOMPARE(after.runs.size(), before.runs.size() + 1); // it stays in the list
    QCOMPARE(after.expected.size(), before.expected.size());
}

void TestRules::everyMinuteForDecadesIsCutToTheLatestSlots()
{
    const pipeline::Workspace workspace = histories::workspace(QStringLiteral("pipelines:\n  p: {schedule: \"* * * * *\", tasks: [t]}\n  d: {schedule: \"*/15 * * * *\", tasks: [u]}\n"));
    const Schedules schedules(workspace, at("1990-01-01T00:00"), at("2026-08-01T00:00"));
    const Schedule* minutes = schedules.of(QStringLiteral("p"));
    QVERIFY(minutes->cut);
    QVERIFY(minutes->slots_.size() <= Schedule::mostSlots + 2);
    QCOMPARE(minutes->slots_.last(), at("2026-08-01T00:00"));
    QVERIFY(minutes->slots_.first() < at("2023-08-01T00:00"));
    QVERIFY(!minutes->covers(at("1990-01-01T00:00")));
    QVERIFY(minutes->covers(at("2026-01-01T00:00")));
    QVERIFY(!schedules.of(QStringLiteral("d"))->cut);
    QCOMPARE(schedules.of(QStringLiteral("d"))->slots_.first(), at("1990-01-01T00:00"));
}

void TestRules::theListIsClosed()
{
    QCOMPARE(rules().size(), 19);
    QStringList ids;
    for (const Rule& rule : rules()) {
        ids.append(QString::fromLatin1(rule.id));
        QVERIFY(rule.find != nullptr && *rule.description != '\0');
    }
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 19);
}

void TestRules::aLoadThatNobodyReadIsReported()
{
    History history;
    addManifest(history);
    for (int day = 1; day <= 6; ++day) {
        addLoad(history, day);
        if (day != 4 && day != 6)
            addBuild(history, day);
    }
    const Picture picture = history.judged(histories::workspace(QString::fromLatin1(plain)));
    QCOMPARE(histories::lines(picture.diagnosis),
        QStringList{QStringLiteral("load_never_used NEVER_USED RAW.A model.shop.stg/null<-extraction.load/1004 2026-08-04 gap=null")});
    QVERIFY(!picture.diagnosis.findings.first().consumer->time);
    QCOMPARE(picture.diagnosis.findings.first().producer->time, std::optional(at("2026-08-04T00:50")));
}

void TestRules::aConsumerWithFewerSlotsOwesNothing()
{
    const pipeline::Workspace weekly = histories::workspace(QString::fromLatin1(plain).replace(QStringLiteral("36 1 * * *"), QStringLiteral("36 1 * * 1")));
    History history;
    addManifest(history);
    for (int day = 1; day <= 20; ++day) {
        addLoad(history, day);
        if (day % 7 == 3) // Mondays
            addBuild(history, day);
    }
    QVERIFY(histories::ofRule(history.judged(weekly).diagnosis, "load_never_used").isEmpty());
}

void TestRules::aLateEndIsAMissedDeadlineUnlessTheRunHasAnotherVerdict()
{
    History history;
    addManifest(history);
    addLoad(history, 1);
    addBuild(history, 1, "02:00"); // at the deadline
    addLoad(history, 2);
    addBuild(history, 2, "02:00:01");
    addLoad(history, 3, "03:00");
    addBuild(history, 3, "02:30"); // late too, but it raced: that is said
    const Picture picture = history.judged(histories::workspace(QString::fromLatin1(plain)));
    const auto missed = histories::ofRule(picture.diagnosis, "consumer_missed_deadline");
    QCOMPARE(missed.size(), 1);
    QCOMPARE(missed.first().consumer->job, QStringLiteral("build.shop"));
    QCOMPARE(missed.first().consumer->run, QStringLiteral("inv2"));
    QCOMPARE(missed.first().consumer->time, std::optional(at("2026-08-02T01:36")));
    QCOMPARE(missed.first().gapSeconds, std::optional(1.0));
    QCOMPARE(missed.first().slotDate, QDate(2026, 8, 2));
    QVERIFY(!missed.first().producer && missed.first().dataset.isEmpty());
}

void TestRules::aLearnedLimitNeedsSevenSamples_data()
{
    QTest::addColumn<int>("weekdays");
    QTest::addColumn<int>("weekends");
    QTest::addColumn<int>("lateMinutes");
    QTest::addColumn<int>("samples"); // -1: no judgement
    QTest::addColumn<bool>("late");
    QTest::newRow("six of all: none") << 4 << 2 << 500 << -1 << false;
    QTest::newRow("seven of its class") << 7 << 3 << 56 << 7 << true;
    QTest::newRow("at the limit") << 7 << 3 << 55 << 7 << false; // median 40 + 15
    QTest::newRow("six of its class: all") << 6 << 2 << 56 << 8 << true;
}

void TestRules::aLearnedLimitNeedsSevenSamples()
{
    QFETCH(int, weekdays);
    QFETCH(int, weekends);
    QFETCH(int, lateMinutes);
    QFETCH(int, samples);
    QFETCH(bool, late);
    QVector<LatenessSample> list;
    base::UtcTime slot = at("2026-08-01T00:10");
    for (int i = 0; i < weekdays + weekends; ++i, slot = slot + base::microsPerDay)
        list.append({slot, i >= weekdays, 40 * base::microsPerMinute});
    list.append({slot, false, lateMinutes * base::microsPerMinute});
    const auto limits = learnedLimits(list, 15 * base::microsPerMinute);
    QCOMPARE(limits.last() ? limits.last()->samples : -1, samples);
    QCOMPARE(limits.last() && limits.last()->exceeded, late);
}

void TestRules::mediansOfEvenCountsAreTheMeanOfTheMiddleTwo()
{
    // 10 20 30 40 50 60 70 80 minutes: median 45, deviations 5 5 15 15 25 25 35 35: MAD 20, limit 45 + 3 x 1.4826 x 20 = 133.956.
    QVector<LatenessSample> list;
    base::UtcTime slot = at("2026-08-01T00:10");
    for (int i = 1; i <= 8; ++i, slot = slot + base::microsPerDay)
        list.append({slot, false, 10 * i * base::microsPerMinute});
    list.append({slot, false, 134 * base::microsPerMinute});
    const auto limit = learnedLimits(list, 15 * base::microsPerMinute).last();
    QVERIFY(limit && limit->exceeded);
    QCOMPARE(limit->median, 45.0 * double(base::microsPerMinute));
    QCOMPARE(qRound64(limit->limit), qRound64(133.956 * double(base::microsPerMinute)));
    // A slot exactly 28 days old counts, an older one does not.
    list.last().slot = list.first().slot + 28 * base::microsPerDay;
    QCOMPARE(learnedLimits(list, 0).last()->samples, 8);
    list.last().slot = list.last().slot + 1;
    QCOMPARE(learnedLimits(list, 0).last()->samples, 7);
}

void TestRules::aLateLoadIsNamedAfterItsRetry()
{
    History history;
    for (int day = 3; day <= 14; ++day)
        addLoad(history, day, day == 13 ? "01:30" : day == 14 ? "03:00" : "00:50", day == 14 ? 2 : 1);
    const Picture picture = history.judged(histories::workspace(QString::fromLatin1(plain)));
    QCOMPARE(histories::lines(picture.diagnosis),
        (QStringList{QStringLiteral("producer_ended_late null null -<-extraction.load/1013 2026-08-13 gap=null"),
            QStringLiteral("retry_made_producer_late null null -<-extraction.load/1014 2026-08-14 gap=null")}));
}

void TestRules::aJobThatReadsIsNoExtraction()
{
    History history;
    for (int day = 3; day <= 14; ++day) {
        const QByteArray id = "t" + QByteArray::number(day);
        history.lineage("copy", id.constData(), onDay(day, "00:10").constData(), onDay(day, day == 14 ? "09:00" : "00:50").constData(),
            {QStringLiteral("RAW.X")}, {QStringLiteral("RAW.Y")});
    }
    QVERIFY(history.judged(histories::workspace(QString::fromLatin1(plain))).diagnosis.findings.isEmpty());
}

void TestRules::aSourceSystemThatStandsStillIsBehind()
{
    const pipeline::Workspace workspace = histories::workspace(QStringLiteral(R"(pipelines:
  extraction:
    schedule: "10 0 * * *"
    tasks:
      - load: {kind: dlt.pipeline, with: {pipeline_name: crm}, produces: [RAW.CRM.ORDERS, RAW.CRM.USERS]}
)"));
    History history;
    for (int day = 3; day <= 14; ++day) { // from the 13th on no new state: the source stands still
        history.dlt("crm", onDay(day, "00:10").constData(), onDay(day, "00:20").constData(), "orders", day < 13 ? onDay(day, "00:00").constData() : nullptr);
    }
    const auto behind = histories::ofRule(history.judged(workspace).diagnosis, "source_system_behind");
    QCOMPARE(behind.size(), 2);
    QCOMPARE(behind.first().dataset, QStringLiteral("RAW.CRM.ORDERS"));
    QCOMPARE(behind.first().slotDate, QDate(2026, 8, 14));
    QCOMPARE(behind.last().slotDate, QDate(2026, 8, 13));
    QVERIFY(!behind.first().consumer && behind.first().producer->job == QLatin1String("extraction.load") && !behind.first().gapSeconds);
}

void TestRules::aRefreshBlamesTheCauseThatWasDeliveredLast()
{
    const pipeline::Workspace workspace = histories::workspace(QString::fromLatin1(plain)
        + QStringLiteral("  other:\n    schedule: \"0 0 * * *\"\n    tasks:\n      - load: {kind: airbyte.sync, with: {connection_id: c2}, produces: [RAW.B]}\n"));
    History history;
    history.manifest("shop", "2026-07-01T01:36").source("source.shop.raw.a", "RAW.A").source("source.shop.raw.b", "RAW.B");
    history.model("model.shop.stg", "DW.STG", {QStringLiteral("source.shop.raw.a"), QStringLiteral("source.shop.raw.b")});
    history.model("model.shop.fct", "DW.FCT", {QStringLiteral("model.shop.stg")});
    addLoad(history, 2, "05:00");
    history.airbyte("c2", "2002", "2026-08-02T00:00", "2026-08-02T07:00");
    addBuild(history, 2);
    history.tableau("tab2", "2026-08-02T06:00", "2026-08-02T06:10");
    const Picture picture = history.judged(workspace);
    const auto dashboards = histories::ofRule(picture.diagnosis, "dashboard_refreshed_on_old_data");
    QCOMPARE(dashboards.size(), 1);
    QCOMPARE(dashboards.first().dataset, QStringLiteral("DW.FCT"));
    QCOMPARE(dashboards.first().producer->job, QStringLiteral("other.load"));
    QCOMPARE(dashboards.first().gapSeconds, std::optional(3600.0));
    QCOMPARE(dashboards.first().verdict, std::optional(Verdict::Race));
    QCOMPARE(histories::ofRule(picture.diagnosis, "consumer_started_before_producer_finished").size(), 2);
}

void TestRules::aRefreshThroughAnotherProjectIsBlamedToo()
{
    const pipeline::Workspace workspace = histories::workspace(QString::fromLatin1(plain)
        + QStringLiteral("  mart:\n    schedule: \"0 3 * * *\"\n    tasks:\n      - mart: {kind: dbt.build, with: {project: mart}}\n"
                         "  board:\n    schedule: \"0 7 * * *\"\n    tasks:\n      - board: {kind: python.script, with: {namespace: prod, job: board}, consumes: [mart.kpi]}\n"));
    History history;
    addManifest(history, "view"); // DW.STG is a view: DW.FCT reads RAW.A
    history.manifest("mart", "2026-07-01T03:00").source("source.mart.dw.fct", "DW.FCT");
    history.model("model.mart.kpi_view", "MART.KPI", {QStringLiteral("model.mart.kpi_table")}, "view");
    history.model("model.mart.kpi_table", "MART.KPI_TABLE", {QStringLiteral("source.mart.dw.fct")});
    addLoad(history, 2, "05:00");
    addBuild(history, 2);
    history.invocation("mart", "mart2", "2026-08-02T03:00", "2026-08-02T03:10").node("model.mart.kpi_table", "2026-08-02T03:01", "2026-08-02T03:05");
    history.lineage("board", "b2", "2026-08-02T07:00", "2026-08-02T07:01");
    const Picture picture = history.judged(workspace);
    const auto dashboards = histories::ofRule(picture.diagnosis, "dashboard_refreshed_on_old_data");
    QCOMPARE(dashboards.size(), 1);
    QCOMPARE(dashboards.first().dataset, QStringLiteral("mart.kpi"));
    QVERIFY(!dashboards.first().gapSeconds); // delivered before the refresh
    const auto races = histories::ofRule(picture.diagnosis, "consumer_started_before_producer_finished");
    QCOMPARE(races.size(), 1);
    QCOMPARE(races.first().consumer->job, QStringLiteral("model.shop.fct")); // the view read nothing when it was built
}

void TestRules::aRefreshThatRacedItselfIsNotReportedTwice()
{
    History history;
    addManifest(history);
    addLoad(history, 2, "05:00");
    addBuild(history, 2);
    history.tableau("tab2", "2026-08-02T01:45", "2026-08-02T06:10"); // while model.shop.fct was being built
    const Picture picture = history.judged(histories::workspace(QString::fromLatin1(plain)));
    QVERIFY(histories::ofRule(picture.diagnosis, "dashboard_refreshed_on_old_data").isEmpty());
    QCOMPARE(histories::ofRule(picture.diagnosis, "consumer_started_before_producer_finished").size(), 2);
}

void TestRules::aCommandThatBuildsNothingIsAnInfo_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<int>("findings");
    for (const char* word : {"run", "build", "seed", "snapshot", "test", "retry", "clone"})
        QTest::newRow(word) << QString::fromLatin1(word) << 0;
    for (const char* word : {"generate", "compile", "show", "run-operation", "freshness"})
        QTest::newRow(word) << QString::fromLatin1(word) << 1;
}

void TestRules::aCommandThatBuildsNothingIsAnInfo()
{
    QFETCH(QString, which);
    QFETCH(int, findings);
    History history;
    history.invocation("shop", "i1", "2026-08-02T23:59:59", "2026-08-03T00:01", qPrintable(which));
    const Picture picture = history.judged(histories::workspace(QString::fromLatin1(plain)));
    QCOMPARE(picture.diagnosis.findings.size(), findings);
    QCOMPARE(exitStatus(picture.diagnosis), 0);
    if (findings == 1) {
        QCOMPARE(histories::lines(picture.diagnosis).first(), QStringLiteral("not_a_materialising_run null null build.shop/i1<-- 2026-08-02 gap=null"));
        QCOMPARE(picture.diagnosis.findings.first().consumer->time, std::optional(at("2026-08-02T23:59:59")));
    }
}

void TestRules::onlyWhatPublishedIsJudged_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<bool>("empty");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("races");
    const auto row = [](const char* name, const char* which, bool empty, runs::State state, int races) {
        QTest::newRow(name) << QString::fromLatin1(which) << empty << int(state) << races;
    };
    row("build", "build", false, runs::State::Ok, 1);
    row("run", "run", false, runs::State::Ok, 1);
    row("retry", "retry", false, runs::State::Ok, 1);
    row("snapshot", "snapshot", false, runs::State::Ok, 1);
    row("partial success", "build", false, runs::State::Warn, 1);
    row("clone publishes nothing", "clone", false, runs::State::Ok, 0);
    row("compile", "compile", false, runs::State::Ok, 0);
    row("docs generate", "generate", false, runs::State::Ok, 0);
    row("--empty", "run", true, runs::State::Ok, 0);
    row("failed", "build", false, runs::State::Failed, 0);
    row("skipped", "build", false, runs::State::Skipped, 0);
    row("unknown", "build", false, runs::State::Unknown, 0);
}

void TestRules::onlyWhatPublishedIsJudged()
{
    QFETCH(QString, which);
    QFETCH(bool, empty);
    QFETCH(int, state);
    QFETCH(int, races);
    History history;
    addManifest(history);
    addLoad(history, 2, "05:00");
    history.invocation("shop", "i2", "2026-08-02T01:36", "2026-08-02T01:58", qPrintable(which));
    history.last().detail.insert(QStringLiteral("empty"), empty);
    history.node("model.shop.stg", "2026-08-02T01:40", "2026-08-02T01:41", runs::State(state));
    history.node("test.shop.t", "2026-08-02T01:42", "2026-08-02T01:43");
    const Picture picture = history.judged(histories::workspace(QString::fromLatin1(plain)));
    QCOMPARE(histories::ofRule(picture.diagnosis, "consumer_started_before_producer_finished").size(), races);
    QCOMPARE(picture.diagnosis.checkedRuns, races);
}

void TestRules::twoRecordsOfOneRunAreOneRun()
{
    const pipeline::Workspace workspace = histories::workspace(QStringLiteral(R"(pipelines:
  extraction:
    schedule: "10 0 * * *"
    tasks:
      - load: {kind: airbyte.sync, with: {connection_id: c1, pipeline_name: crm, namespace: prod, job: load}, produces: [RAW.A]}
)"));
    History history;
    addLoad(history, 2, "05:00");
    history.dlt("crm", "2026-08-02T03:00", "2026-08-02T05:00:02");                // inside it
    history.lineage("load", "ol2", "2026-08-02T00:10:01", "2026-08-02T05:00:01"); // the same
    history.lineage("load", "ol3", "2026-08-02T09:00", "2026-08-02T09:10");       // another one
    history.airbyte("c1", "1002", "2026-08-02T00:10", "2026-08-02T05:00:04");
    history.last().record = QStringLiteral("airbyte.public");
    const Picture picture = history.judged(workspace);
    QCOMPARE(picture.runs.size(), 2);
    QCOMPARE(picture.runs.first().record, QStringLiteral("airbyte.config"));
    QCOMPARE(picture.runs.first().end, std::optional(at("2026-08-02T05:00")));
    QCOMPARE(picture.runs.last().run, QStringLiteral("ol3"));
    QVERIFY(picture.runs.last().extra);
}

void TestRules::aliasesAndQuotesJoinNames()
{
    pipeline::Workspace workspace = histories::workspace(QString::fromLatin1(plain));
    workspace.aliases.insert(QStringLiteral("`lake`.[a]"), QStringLiteral("raw.a"));
    History history;
    addLoad(history, 2, "05:00");
    history.lineage("reader", "r1", "2026-08-02T01:00", "2026-08-02T01:10", {QStringLiteral("LAKE.A")});
    const Picture picture = history.judged(workspace);
    QCOMPARE(picture.diagnosis.findings.size(), 1);
    QCOMPARE(picture.diagnosis.findings.first().dataset, QStringLiteral("RAW.A")); // as `produces` spells it
    QCOMPARE(picture.diagnosis.findings.first().consumer->job, QStringLiteral("prod.reader"));
}

WK_REGISTER_TEST(TestRules)

#include "tst_rules.moc"
