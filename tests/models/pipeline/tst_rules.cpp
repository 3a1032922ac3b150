// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/rules.h"
#include "tests/support/register.h"

#include <QTest>

using namespace pipeline;

namespace {

const QStringList rulesKinds{QStringLiteral("dbt.build"), QStringLiteral("airbyte.sync")};

QStringList linesOf(const base::Problems& problems)
{
    QStringList lines;
    for (const base::Problem& problem : problems)
        lines.append(QStringLiteral("%1:%2:%3 %4").arg(problem.place.file).arg(problem.place.line).arg(problem.place.column).arg(problem.code));
    return lines;
}

} // namespace

class TestRules : public QObject {
    Q_OBJECT
private slots:
    void aViolationHasItsCodeAndPlace_data();
    void aViolationHasItsCodeAndPlace();
    void whatIsAllowedIsNotReported_data();
    void whatIsAllowedIsNotReported();
    void duplicatesAcrossFilesNameBothPlaces();
    void aSingleFileKnowsNoNeighbours();
    void aLongChainIsNoCycleAndNoStackOverflow();
    void everyCycleIsFoundOnce();
    void theNearestWordIsSuggestedOnlyIfNear();
};

void TestRules::aViolationHasItsCodeAndPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* text, const char* place, const char* message) {
        QTest::newRow(name) << QByteArray("pipelines:\n") + text << QStringLiteral("p.yaml:") + QString::fromLatin1(place) << QString::fromLatin1(message);
    };
    row("cycle of pipelines", "  a:\n    outputs: [x]\n    dependencies: [c.x]\n  b:\n    outputs: [x]\n    dependencies: [a.x]\n  c:\n    outputs: [x]\n    dependencies: [b.x]\n",
        "4:20 pipeline.cycle", "a -> c -> b -> a");
    row("pipeline on itself", "  a:\n    outputs: [x]\n    dependencies: [a.x]\n", "4:20 pipeline.cycle", "a -> a");
    row("cycle of tasks", "  a:\n    tasks:\n      - t: {needs: [u]}\n      - u: {needs: [t]}\n", "4:21 pipeline.cycle", "tasks of 'a' wait for each other: t -> u -> t");
    row("no such pipeline", "  a:\n    dependencies: [b.x]\n", "3:20 pipeline.dangling_output", "there is no pipeline 'b'");
    row("no such output", "  a:\n    dependencies:\n      - b.reddy  # c\n  b:\n    outputs: [ready]\n", "4:9 pipeline.dangling_output", "did you mean 'b.ready'?");
    row("duplicate task", "  a:\n    tasks:\n      - t\n      - u\n      - t\n", "6:9 pipeline.duplicate_id", "stands at p.yaml, line 4, column 9 and at p.yaml, line 6, column 9");
    row("schedule and dependency", "  a:\n    outputs: [x]\n  b:\n    schedule: \"0 3 * * *\"\n    dependencies: [a.x]\n", "5:15 pipeline.schedule_and_dependency", "depends on a.x");
    row("unknown kind", "  a:\n    tasks:\n      - t:\n          kind: dbt.biuld\n", "5:17 pipeline.unknown_kind", "did you mean 'dbt.build'?");
    row("unknown need", "  a:\n    tasks:\n      - load\n      - t: {needs: [laod]}\n", "5:21 pipeline.unknown_need", "did you mean 'load'?");
    row("unknown connection", "  a:\n    tasks:\n      - t: {connection: trakt}\n", "4:25 pipeline.unknown_connection", "connections/trakt.yaml; did you mean 'trakit'?");
    row("bad cron", "  a:\n    schedule: \"0 25 * * *\"\n", "3:15 pipeline.bad_cron", "the schedule '0 25 * * *'");
    row("cron of four fields", "  a:\n    schedule: 0 3 * *\n", "3:15 pipeline.bad_cron", "the schedule '0 3 * *'");
    row("empty cron", "  a:\n    schedule: \"\"\n", "3:15 pipeline.bad_cron", "the schedule ''");
    row("unknown zone", "  a:\n    timezone: Europe/Berlim\n", "3:15 pipeline.unknown_zone", "expected an IANA name");
    row("bad sla", "  a:\n    sla: 25:00\n", "3:10 pipeline.bad_sla", "expected a time of day, HH:MM");
    row("sla without zero", "  a:\n    sla: \"7:30\"\n", "3:10 pipeline.bad_sla", "the sla '7:30'");
    row("bad pipeline id", "  a b:\n    description: x\n", "2:3 pipeline.bad_id", "the pipeline 'a b'");
    row("bad task id", "  a:\n    tasks: [t.u]\n", "3:13 pipeline.bad_id", "the task 't.u'");
    row("bad output id", "  a:\n    outputs: [\"x y\"]\n", "3:15 pipeline.bad_id", "the output 'x y'");
}

void TestRules::aViolationHasItsCodeAndPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, message);
    Workspace workspace;
    workspace.connections = {{QStringLiteral("trakit"), QStringLiteral("rest"), {}, QStringLiteral("connections/trakit.yaml")}};
    readPipelineText(text, QStringLiteral("p.yaml"), workspace);
    QCOMPARE(workspace.problems, base::Problems());
    const base::Problems problems = checkWorkspace(workspace, rulesKinds);
    QCOMPARE(linesOf(problems), QStringList{place});
    QVERIFY2(problems[0].message.contains(message), qPrintable(problems[0].message));
    QCOMPARE(problems[0].severity, base::Severity::Error);
}

void TestRules::whatIsAllowedIsNotReported_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* text) { QTest::newRow(name) << QByteArray("pipelines:\n") + text; };
    row("the same task id in two pipelines", "  a: {tasks: [t]}\n  b: {tasks: [t]}\n");
    row("a diamond", "  a:\n    tasks: [s, {l: {needs: [s]}}, {r: {needs: [s]}}, {e: {needs: [l, r]}}]\n");
    row("null schedule with a dependency", "  a: {outputs: [x]}\n  b: {schedule: null, dependencies: [a.x]}\n");
    row("plain sla and zone", "  a: {sla: 07:30, timezone: America/Los_Angeles, schedule: \"@daily\"}\n");
    row("no kind", "  a: {tasks: [{t: {with: {x: 1}}}]}\n");
}

void TestRules::whatIsAllowedIsNotReported()
{
    QFETCH(QByteArray, text);
    Workspace workspace;
    readPipelineText(text, QStringLiteral("p.yaml"), workspace);
    QCOMPARE(workspace.problems, base::Problems());
    QCOMPARE(linesOf(checkWorkspace(workspace, rulesKinds)), QStringList());
}

void TestRules::duplicatesAcrossFilesNameBothPlaces()
{
    Workspace workspace;
    readPipelineText("pipelines: {a: {}}\n", QStringLiteral("pipelines/one.yaml"), workspace);
    readPipelineText("pipelines:\n  a:\n", QStringLiteral("pipelines/two.yaml"), workspace);
    const base::Problems problems = checkWorkspace(workspace, {});
    QCOMPARE(linesOf(problems), QStringList{QStringLiteral("pipelines/two.yaml:2:3 pipeline.duplicate_id")});
    QVERIFY(problems[0].message.contains(QLatin1String("pipelines/one.yaml, line 1, column 13")));
}

void TestRules::aSingleFileKnowsNoNeighbours()
{
    Workspace workspace;
    workspace.singleFile = true;
    readPipelineText("pipelines:\n  a:\n    dependencies: [other.x]\n    tasks: [{t: {connection: c}}]\n", QStringLiteral("a.yaml"), workspace);
    QCOMPARE(linesOf(checkWorkspace(workspace, {})), QStringList());
}

void TestRules::aLongChainIsNoCycleAndNoStackOverflow()
{
    QVector<QVector<int>> chain(100000);
    for (int i = 1; i < int(chain.size()); ++i)
        chain[i].append(i - 1);
    QVERIFY(cyclesIn(chain).isEmpty());
    chain[0].append(int(chain.size()) - 1);
    QCOMPARE(cyclesIn(chain).size(), 1);
    QCOMPARE(cyclesIn(chain)[0].size(), chain.size() + 1);
}

void TestRules::everyCycleIsFoundOnce()
{
    // 0 <-> 1, 2 -> 3 -> 4 -> 2, 5 on itself, 6 into 0
    const QVector<QVector<int>> graph{{1}, {0}, {3}, {4}, {2}, {5}, {0, 5}};
    QCOMPARE(cyclesIn(graph), (QVector<QVector<int>>{{0, 1, 0}, {2, 3, 4, 2}, {5, 5}}));
}

void TestRules::theNearestWordIsSuggestedOnlyIfNear()
{
    const QStringList words{QStringLiteral("dbt.build"), QStringLiteral("dlt.pipeline")};
    QCOMPARE(nearestWord(QStringLiteral("DBT.Build"), words), QStringLiteral("dbt.build"));
    QCOMPARE(nearestWord(QStringLiteral("dlt.pipe"), words), QString());
    QCOMPARE(nearestWord(QStringLiteral("dbt"), words), QStringLiteral("dbt.build"));
    QCOMPARE(nearestWord(QStringLiteral("dlt.pipelin"), words), QStringLiteral("dlt.pipeline"));
    QCOMPARE(nearestWord(QStringLiteral("quite_another"), words), QString());
    QCOMPARE(nearestWord(QString(), {}), QString());
}

WK_REGISTER_TEST(TestRules)
#include "tst_rules.moc"
