// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/files.h"
#include "models/pipeline/workspace.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace pipeline;

namespace {

/// DESIGN.md section 3, verbatim.
const char* const designExample = R"(pipelines:
  source_extraction:
    schedule: "0 3 * * *"  # 3 AM daily
    outputs:
      - source_tables_ready

  dbt_transformation:
    dependencies:
      - source_extraction.source_tables_ready  # Wait for source completion
    schedule: null  # Triggered by dependency, not time-based
    tasks:
      - dbt_build_models
)";

const char* const longForm = R"(pipelines:
  nightly:
    description: The night run
    timezone: Europe/Berlin
    sla: 07:30
    schedule: 0 3 * * *
    alerts:
      - slack: "#data"
    parameters: {day: 1}
    tasks:
      - extract:
          kind: airbyte.sync
          connection: trakit
          produces: [RAW.TRAKIT.STATUSES]
          retries: 2
          timeout: PT1H
      - dbt_build_models:
          kind: dbt.build
          with: {project: concrete, select: "tag:nightly", threads: 4, full: true, ratio: 0.5, vars: {a: [1, x]}}
          needs: [extract]
          run_when: done
          consumes: [RAW.TRAKIT.STATUSES]
          freshness: {error_after: {count: 12, period: hour}}
)";

Workspace readText(const QByteArray& text)
{
    Workspace workspace;
    workspace.root = QStringLiteral("/w");
    readPipelineText(text, QStringLiteral("pipelines/a.yaml"), workspace);
    return workspace;
}

void writeInto(const QTemporaryDir& folder, const QString& file, const QByteArray& text)
{
    QVERIFY(QDir(folder.path()).mkpath(QFileInfo(file).path()));
    QVERIFY_RESULT(base::writeFile(folder.filePath(file), text));
}

} // namespace

class TestDialect : public QObject {
    Q_OBJECT
private slots:
    void theDesignExampleIsAValidFile();
    void theLongFormIsReadWhole();
    void unknownKeysAreReportedAndNothingElseIsLost();
    void wrongTypesNameWhatWasExpected_data();
    void wrongTypesNameWhatWasExpected();
    void aFileWithoutTheKeyPipelinesIsAnError();
    void aWorkspaceMayBeEmpty();
    void aWorkspaceFolderIsReadWhole();
    void oneFileIsAWorkspaceToo();
    void aFileCutAtAnyByteNeverCrashes();
};

void TestDialect::theDesignExampleIsAValidFile()
{
    const Workspace workspace = readText(designExample);
    QCOMPARE(workspace.problems, base::Problems());
    QCOMPARE(checkWorkspace(workspace, {QStringLiteral("dbt.build")}), base::Problems());
    QCOMPARE(workspace.pipelines.size(), 2);
    const Pipeline& extraction = workspace.pipelines[0];
    QCOMPARE(extraction.id, QStringLiteral("source_extraction"));
    QCOMPARE(extraction.schedule.value(), QStringLiteral("0 3 * * *"));
    QCOMPARE(extraction.schedulePlace, (base::Place{QStringLiteral("pipelines/a.yaml"), 3, 15, QStringLiteral("pipelines.source_extraction.schedule")}));
    QCOMPARE(extraction.outputs, QStringList{QStringLiteral("source_tables_ready")});
    const Pipeline& dbt = *workspace.pipeline(QStringLiteral("dbt_transformation"));
    QVERIFY(!dbt.schedule.has_value());
    QCOMPARE(dbt.dependencies.size(), 1);
    QCOMPARE(dbt.dependencies[0].text(), QStringLiteral("source_extraction.source_tables_ready"));
    QCOMPARE(dbt.dependencies[0].place.line, 9);
    QCOMPARE(workspace.task(QStringLiteral("dbt_transformation.dbt_build_models"))->place.column, 9);
    QVERIFY(workspace.task(QStringLiteral("dbt_transformation.dbt_build_models"))->kind.isEmpty());
}

void TestDialect::theLongFormIsReadWhole()
{
    const Workspace workspace = readText(longForm);
    QCOMPARE(workspace.problems, base::Problems());
    const Pipeline& nightly = workspace.pipelines.at(0);
    QCOMPARE(nightly.schedule.value(), QStringLiteral("0 3 * * *"));
    QCOMPARE(nightly.timezone, QStringLiteral("Europe/Berlin"));
    QCOMPARE(nightly.sla, QStringLiteral("07:30"));
    QCOMPARE(nightly.alerts, (QVariantList{QVariantMap{{QStringLiteral("slack"), QStringLiteral("#data")}}}));
    QCOMPARE(nightly.parameters.value(QStringLiteral("day")), QVariant(qint64(1)));
    const Task& extract = *nightly.task(QStringLiteral("extract"));
    QCOMPARE(extract.connection, QStringLiteral("trakit"));
    QCOMPARE(extract.retries.value(), 2);
    QCOMPARE(extract.timeout, QStringLiteral("PT1H"));
    const Task& dbt = *nightly.task(QStringLiteral("dbt_build_models"));
    QCOMPARE(dbt.with_("select"), QStringLiteral("tag:nightly"));
    QCOMPARE(dbt.with.value(QStringLiteral("threads")), QVariant(qint64(4)));
    QCOMPARE(dbt.with.value(QStringLiteral("full")), QVariant(true));
    QCOMPARE(dbt.with.value(QStringLiteral("ratio")), QVariant(0.5));
    QCOMPARE(dbt.needs, QStringList{QStringLiteral("extract")});
    QCOMPARE(dbt.runWhen, RunWhen::Done);
    QCOMPARE(dbt.freshness.value(), (Freshness{12, QStringLiteral("hour")}));
    QCOMPARE(dbt.placeOf(QStringLiteral("kind")).toString(), QStringLiteral("pipelines/a.yaml:18:17 [pipelines.nightly.tasks.dbt_build_models.kind]"));
}

void TestDialect::unknownKeysAreReportedAndNothingElseIsLost()
{
    const Workspace workspace = readText("pipelines:\n  a:\n    shedule: 0 3 * * *\n    tasks:\n      - t: {kind: dbt.build, colour: red}\nversion: 2\n");
    QCOMPARE(workspace.problems.size(), 3);
    for (const base::Problem& problem : workspace.problems) {
        QCOMPARE(problem.code, QStringLiteral("pipeline.unknown_key"));
        QCOMPARE(problem.severity, base::Severity::Warning);
    }
    QCOMPARE(workspace.problems[0].place.toString(), QStringLiteral("pipelines/a.yaml:5:30 [pipelines.a.tasks.t.colour]"));
    QVERIFY(workspace.problems[1].message.contains(QLatin1String("did you mean 'schedule'?")));
    QCOMPARE(workspace.task(QStringLiteral("a.t"))->kind, QStringLiteral("dbt.build"));
}

void TestDialect::wrongTypesNameWhatWasExpected_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* place, const char* expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(place) << QString::fromLatin1(expected);
    };
    row("root", "[a]", "pipelines/a.yaml:1:1", "expected a map");
    row("pipelines", "pipelines: [a]", "pipelines/a.yaml:1:12 [pipelines]", "expected a map, found a list");
    row("pipeline", "pipelines: {a: 5}", "pipelines/a.yaml:1:16 [pipelines.a]", "expected a map, found a number");
    row("schedule", "pipelines: {a: {schedule: {cron: x}}}", "pipelines/a.yaml:1:27 [pipelines.a.schedule]", "expected text, found a map");
    row("outputs", "pipelines:\n  a:\n    outputs: x\n", "pipelines/a.yaml:3:14 [pipelines.a.outputs]", "expected a list of names, found text");
    row("an output", "pipelines:\n  a:\n    outputs: [[x]]\n", "pipelines/a.yaml:3:15 [pipelines.a.outputs[0]]", "expected a name, found a list");
    row("tasks", "pipelines:\n  a:\n    tasks: {t: {}}\n", "pipelines/a.yaml:3:12 [pipelines.a.tasks]", "expected a list, found a map");
    row("two keys", "pipelines:\n  a:\n    tasks:\n    - {t: {}, u: {}}\n", "pipelines/a.yaml:4:7 [pipelines.a.tasks[0]]", "a map with one key");
    row("long form", "pipelines:\n  a:\n    tasks:\n    - t: 5\n", "pipelines/a.yaml:4:10 [pipelines.a.tasks[0]]", "found a number");
    row("retries", "pipelines: {a: {tasks: [{t: {retries: -1}}]}}", "pipelines/a.yaml:1:39 [pipelines.a.tasks.t.retries]", "a whole number");
    row("retries text", "pipelines: {a: {tasks: [{t: {retries: '1'}}]}}", "pipelines/a.yaml:1:39 [pipelines.a.tasks.t.retries]", "a whole number");
    row("run_when", "pipelines: {a: {tasks: [{t: {run_when: later}}]}}", "pipelines/a.yaml:1:40 [pipelines.a.tasks.t.run_when]", "success, done or failure");
    row("freshness", "pipelines: {a: {tasks: [{t: {freshness: {error_after: {count: 1, period: week}}}}]}}",
        "pipelines/a.yaml:1:55 [pipelines.a.tasks.t.freshness.error_after]", "minute, hour or day");
    row("dependency", "pipelines: {a: {dependencies: [b]}}", "pipelines/a.yaml:1:32 [pipelines.a.dependencies[0]]", "expected pipeline.output");
    row("syntax", "pipelines:\n  a: [\n", "pipelines/a.yaml:3:1 [pipelines.a[0]]", "not valid YAML");
    row("duplicate", "pipelines:\n  a:\n  b:\n  a:\n", "pipelines/a.yaml:4:3 [pipelines]", "already at line 2, column 3");
}

void TestDialect::wrongTypesNameWhatWasExpected()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, expected);
    const Workspace workspace = readText(text);
    QCOMPARE(workspace.problems.size(), 1);
    QCOMPARE(workspace.problems[0].severity, base::Severity::Error);
    QCOMPARE(workspace.problems[0].place.toString(), place);
    QVERIFY2(workspace.problems[0].message.contains(expected), qPrintable(workspace.problems[0].message));
}

void TestDialect::aFileWithoutTheKeyPipelinesIsAnError()
{
    const Workspace workspace = readText("pipeline:\n  a: {}\n");
    QCOMPARE(workspace.problems.size(), 2);
    QVERIFY2(workspace.problems[0].message.contains(QLatin1String("did you mean 'pipelines'")), qPrintable(workspace.problems[0].message));
    QCOMPARE(workspace.problems[1].severity, base::Severity::Error);
    QCOMPARE(workspace.problems[1].place.toString(), QStringLiteral("pipelines/a.yaml:1:1 [pipelines]"));
}

void TestDialect::aWorkspaceMayBeEmpty()
{
    const QTemporaryDir folder;
    const auto empty = loadWorkspace(folder.path());
    QVERIFY_RESULT(empty);
    QCOMPARE(empty->problems, base::Problems());
    QCOMPARE(empty->name, QFileInfo(folder.path()).fileName());
    for (const char* text : {"", "# only a comment\n", "name:\n"}) {
        writeInto(folder, QStringLiteral("weirkeeper.yaml"), text);
        const auto again = loadWorkspace(folder.path());
        QVERIFY_RESULT(again);
        QCOMPARE(again->problems, base::Problems());
    }
    QCOMPARE(loadWorkspace(folder.filePath(QStringLiteral("absent"))).error().code, QStringLiteral("pipeline.no_workspace"));
}

void TestDialect::aWorkspaceFolderIsReadWhole()
{
    const QTemporaryDir folder;
    writeInto(folder, QStringLiteral("weirkeeper.yaml"), "name: concrete\ndescription: x\naliases:\n  raw.trakit.status: RAW.TRAKIT.STATUSES\n  bad: [x]\n");
    writeInto(folder, QStringLiteral("pipelines/b.yaml"), "pipelines: {b: {}}\n");
    writeInto(folder, QStringLiteral("pipelines/a.yaml"), designExample);
    writeInto(folder, QStringLiteral("pipelines/a.layout.yaml"), "positions: {a: [1, 2]}\n");
    writeInto(folder, QStringLiteral("pipelines/broken.yaml"), "pipelines: [\n");
    writeInto(folder, QStringLiteral("connections/trakit.yaml"), "connection: {kind: rest, description: Trakit, config: {base_url: x}}\n");
    writeInto(folder, QStringLiteral("connections/none.yaml"), "# nothing\n");
    const auto workspace = loadWorkspace(folder.path());
    QVERIFY_RESULT(workspace);
    QCOMPARE(workspace->name, QStringLiteral("concrete"));
    QCOMPARE(workspace->aliases, (QMap<QString, QString>{{QStringLiteral("raw.trakit.status"), QStringLiteral("RAW.TRAKIT.STATUSES")}}));
    QStringList ids;
    for (const Pipeline& pipeline : workspace->pipelines)
        ids.append(pipeline.file + u':' + pipeline.id);
    QCOMPARE(ids, (QStringList{QStringLiteral("pipelines/a.yaml:source_extraction"), QStringLiteral("pipelines/a.yaml:dbt_transformation"), QStringLiteral("pipelines/b.yaml:b")}));
    QCOMPARE(workspace->connections.size(), 2);
    QCOMPARE(workspace->connections[1], (ConnectionInfo{QStringLiteral("trakit"), QStringLiteral("rest"), QStringLiteral("Trakit"), QStringLiteral("connections/trakit.yaml")}));
    QStringList codes;
    for (const base::Problem& problem : workspace->problems)
        codes.append(problem.place.file + u' ' + problem.code);
    QCOMPARE(codes, (QStringList{QStringLiteral("connections/none.yaml pipeline.connection_kind"), QStringLiteral("pipelines/broken.yaml yaml.syntax"), QStringLiteral("weirkeeper.yaml pipeline.type")}));
}

void TestDialect::oneFileIsAWorkspaceToo()
{
    const QTemporaryDir folder;
    writeInto(folder, QStringLiteral("p/a.yaml"), designExample);
    const auto workspace = loadWorkspace(folder.filePath(QStringLiteral("p/a.yaml")));
    QVERIFY_RESULT(workspace);
    QCOMPARE(workspace->root, folder.filePath(QStringLiteral("p")));
    QCOMPARE(workspace->pipelines.size(), 2);
    QCOMPARE(workspace->pipelines[0].file, QStringLiteral("a.yaml"));
    QVERIFY(workspace->singleFile);
}

void TestDialect::aFileCutAtAnyByteNeverCrashes()
{
    for (const QByteArray& whole : {QByteArray(designExample), QByteArray(longForm), QByteArray(designExample).replace("\n", "\r\n")}) {
        for (qsizetype length = 0; length <= whole.size(); ++length) {
            const Workspace workspace = readText(whole.left(length));
            const base::Problems rules = checkWorkspace(workspace, {});
            for (const base::Problem& problem : workspace.problems + rules)
                QVERIFY2(problem.place.line >= 1 && !problem.message.isEmpty(), qPrintable(QString::number(length)));
        }
    }
}

WK_REGISTER_TEST(TestDialect)
#include "tst_dialect.moc"
