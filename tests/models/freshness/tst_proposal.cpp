// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/proposal.h"
#include "tests/models/freshness/histories.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QTest>

#include <algorithm>

using namespace freshness;
using histories::History;
using histories::at;

class TestProposal : public QObject {
    Q_OBJECT
private slots:
    void aDependencyOnTheExtractionIsProposedAndReplayed();
    void anOutputIsAddedWhereTheProducerHasNone();
    void aDashboardProposesForTheBuildThatIsToBlame();
    void anUnmappedProducerMovesTheSchedule();
    void whatCannotBeProposedSaysWhy_data();
    void whatCannotBeProposedSaysWhy();
};

namespace {

const char* const twoPipelines = R"(pipelines:
  extraction:
    schedule: "10 0 * * *"
%1
    tasks:
      - load:
          kind: airbyte.sync
          with:
            connection_id: c1
          produces: [RAW.A]
  build:
    schedule: "36 1 * * *"
    sla: "08:00"
    tasks:
      - shop:
          kind: dbt.build
          with:
            project: shop
  report:
    schedule: "0 6 * * *"
    tasks:
      - refresh:
          kind: tableau.refresh
          consumes: [DW.FCT]
)";

pipeline::Workspace twoPipelinesWith(const char* outputs)
{
    return histories::workspace(QString::fromLatin1(twoPipelines).arg(QString::fromLatin1(outputs)));
}

/// Ten days; on the eighth the load ends at 07:04.
History tenDays(const char* badEnd = "07:04:12")
{
    History history;
    history.manifest("shop", "2026-08-01T01:36");
    history.source("source.shop.raw.a", "RAW.A").model("model.shop.stg", "DW.STG", {QStringLiteral("source.shop.raw.a")}, "view");
    history.model("model.shop.fct", "DW.FCT", {QStringLiteral("model.shop.stg")});
    for (int day = 1; day <= 10; ++day) {
        const QByteArray date = QStringLiteral("2026-08-%1T").arg(day, 2, 10, QLatin1Char('0')).toLatin1();
        const QByteArray id = QByteArray::number(day);
        history.airbyte("c1", ("job" + id).constData(), (date + "00:10:05").constData(), (date + (day == 8 ? badEnd : "00:50:00")).constData());
        history.invocation("shop", ("inv" + id).constData(), (date + "01:36:04").constData(), (date + "02:01:00").constData());
        history.node("model.shop.stg", (date + "01:36:10").constData(), (date + "01:36:11").constData());
        history.node("model.shop.fct", (date + "01:37:00").constData(), (date + "02:00:00").constData());
        history.tableau(("tab" + id).constData(), (date + "06:00:11").constData(), (date + "06:08:00").constData());
    }
    return history;
}

QStringList changeTexts(const Proposal& proposal)
{
    QStringList texts;
    for (const pipeline::Change& change : proposal.changes)
        texts.append(pipeline::changeText(change));
    return texts;
}

base::Result<Proposal> proposalFor(const pipeline::Workspace& workspace, const History& history, const char* rule)
{
    const Picture picture = history.judged(workspace);
    const auto findings = histories::ofRule(picture.diagnosis, rule);
    return propose(workspace, history.sorted(), picture, findings.isEmpty() ? QString() : findings.first().id);
}

} // namespace

void TestProposal::aDependencyOnTheExtractionIsProposedAndReplayed()
{
    const auto proposal = proposalFor(twoPipelinesWith("    outputs: [ready]"), tenDays(), "consumer_started_before_producer_finished");
    QVERIFY_RESULT(proposal);
    QCOMPARE(proposal->title, QStringLiteral("Let build wait for extraction"));
    QCOMPARE(proposal->changes.size(), 2);
    QCOMPARE(std::get<pipeline::AddDependency>(proposal->changes.at(0)).output, QStringLiteral("extraction.ready"));
    QVERIFY(!std::get<pipeline::SetSchedule>(proposal->changes.at(1)).cron.has_value());
    const Replay& replay = proposal->replay;
    QCOMPARE(replay.days, 10);
    QCOMPARE(replay.now.mismatchDates, QVector<QDate>{QDate(2026, 8, 8)});
    QCOMPARE(replay.changed.mismatchDays, 0);
    QCOMPARE(replay.now.slaMet, 9);
    QCOMPARE(replay.now.slaTotal, 10);
    QCOMPARE(replay.changed.slaMet, 10);
    QCOMPARE(replay.fitWithinMinute, 10);
    // The build takes 24 min 56 s from its start; it starts when the load has ended.
    QCOMPARE(replay.changed.readyOnBadDay, at("1970-01-01T07:29:08").us);
    QCOMPARE(replay.now.readyOnBadDay, at("1970-01-01T02:01:00").us);
    QCOMPARE(replay.now.readyP95, at("1970-01-01T02:01:00").us);
    QCOMPARE(replay.extraLatencyMedian, -(46 * base::microsPerMinute + 4 * base::microsPerSecond));
}

void TestProposal::anOutputIsAddedWhereTheProducerHasNone()
{
    const auto proposal = proposalFor(twoPipelinesWith(""), tenDays(), "consumer_started_before_producer_finished");
    QVERIFY_RESULT(proposal);
    QCOMPARE(proposal->changes.size(), 3);
    QCOMPARE(std::get<pipeline::AddOutput>(proposal->changes.at(0)).output, QStringLiteral("extraction_ready"));
    QCOMPARE(std::get<pipeline::AddDependency>(proposal->changes.at(1)).output, QStringLiteral("extraction.extraction_ready"));
    QVERIFY(!changeTexts(*proposal).contains(QString()));
}

void TestProposal::aDashboardProposesForTheBuildThatIsToBlame()
{
    const auto proposal = proposalFor(twoPipelinesWith("    outputs: [ready]"), tenDays(), "dashboard_refreshed_on_old_data");
    QVERIFY_RESULT(proposal);
    QCOMPARE(std::get<pipeline::AddDependency>(proposal->changes.at(0)).pipeline, QStringLiteral("build"));
}

void TestProposal::anUnmappedProducerMovesTheSchedule()
{
    const pipeline::Workspace workspace = histories::workspace(QStringLiteral(R"(pipelines:
  build:
    schedule: "36 1 * * *"
    tasks:
      - shop:
          kind: python.script
          consumes: [RAW.A]
          with: {namespace: prod, job: shop}
)"));
    History history;
    for (int day = 1; day <= 10; ++day) {
        const QByteArray date = QStringLiteral("2026-08-%1T").arg(day, 2, 10, QLatin1Char('0')).toLatin1();
        const QByteArray id = QByteArray::number(day);
        history.lineage("load", ("l" + id).constData(), (date + "01:00:00").constData(), (date + "01:52:00").constData(), {}, {QStringLiteral("RAW.A")});
        history.lineage("shop", ("s" + id).constData(), (date + "01:36:00").constData(), (date + "01:40:00").constData());
    }
    const auto proposal = proposalFor(workspace, history, "consumer_started_before_producer_finished");
    QVERIFY_RESULT(proposal);
    QCOMPARE(proposal->kind, Proposal::Kind::ScheduleShift);
    QCOMPARE(std::get<pipeline::SetSchedule>(proposal->changes.at(0)).cron, QStringLiteral("56 1 * * *"));
    QCOMPARE(proposal->replay.now.mismatchDays, 10);
    QCOMPARE(proposal->replay.changed.mismatchDays, 0);
    QCOMPARE(proposal->replay.extraLatencyMedian, 20 * base::microsPerMinute);
}

void TestProposal::whatCannotBeProposedSaysWhy_data()
{
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("code");
    const QString task = QStringLiteral("    tasks:\n      - %1: {kind: python.script, with: {namespace: prod, job: %1}, %2: [RAW.A]}\n");
    const QString load = task.arg(QStringLiteral("load"), QStringLiteral("produces"));
    const QString use = task.arg(QStringLiteral("use"), QStringLiteral("consumes"));
    QTest::newRow("consumer unmapped") << QStringLiteral("pipelines:\n  p:\n    schedule: \"0 1 * * *\"\n") + load << QStringLiteral("is no task");
    QTest::newRow("one pipeline") << QStringLiteral("pipelines:\n  p:\n    schedule: \"0 1 * * *\"\n") + load + use.section(u'\n', 1) << QStringLiteral("in one pipeline");
    QTest::newRow("cycle") << QStringLiteral("pipelines:\n  c:\n    schedule: \"30 1 * * *\"\n    outputs: [o]\n") + use
            + QStringLiteral("  p:\n    dependencies: [c.o]\n") + load
                           << QStringLiteral("cycle");
    QTest::newRow("no schedule") << QStringLiteral("pipelines:\n  q:\n    schedule: \"0 1 * * *\"\n    outputs: [o]\n    tasks: [x]\n  p:\n    schedule: \"0 1 * * *\"\n") + load
            + QStringLiteral("  c:\n    dependencies: [q.o]\n") + use
                                 << QStringLiteral("no schedule");
}

void TestProposal::whatCannotBeProposedSaysWhy()
{
    QFETCH(QString, yaml);
    QFETCH(QString, code);
    History history;
    history.lineage("load", "l1", "2026-08-01T01:35", "2026-08-01T02:00", {}, {QStringLiteral("RAW.A")});
    history.lineage("use", "u1", "2026-08-01T01:36", "2026-08-01T02:00", {QStringLiteral("RAW.A")});
    const auto proposal = proposalFor(histories::workspace(yaml), history, "consumer_started_before_producer_finished");
    QVERIFY(!proposal.ok());
    QCOMPARE(proposal.error().code, QStringLiteral("freshness.no_proposal"));
    QVERIFY2(proposal.error().message.contains(code), qPrintable(proposal.error().message));
}

WK_REGISTER_TEST(TestProposal)

#include "tst_proposal.moc"
