// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/editing/editfixture.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QTest>

using namespace pipeline;

namespace {

const QString dbt = QStringLiteral("dbt_transformation");
const QString source = QStringLiteral("source_extraction");
const QString ready = QStringLiteral("source_extraction.source_tables_ready");
const QString file = QStringLiteral("pipelines/a.yaml");

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

Task plain(const QString& id)
{
    Task task;
    task.id = id;
    return task;
}

/// Only the changed lines of the diff.
QByteArray changedLines(const QByteArray& before, const QByteArray& after)
{
    QByteArray lines;
    for (const QByteArray& line : editing::unifiedDiff(before, after, file).split('\n')) {
        if ((line.startsWith('+') || line.startsWith('-')) && !line.startsWith("+++") && !line.startsWith("---"))
            lines += line + '\n';
    }
    return lines;
}

} // namespace

class TestChangeSplices : public QObject {
    Q_OBJECT
private slots:
    void touchesOnlyTheLinesOfTheChange_data();
    void touchesOnlyTheLinesOfTheChange();
    void theFixOfTheStoryIsTwoLines();
    void aPipelineOnOneLineIsEditedToo();
    void windowsLineBreaksStay();
    void anAnchoredBlockIsRewrittenAndSaid();
    void anAliasThatCannotBeEditedIsRefused();
    void anErrorChangesNothing();
    void aPipelineInAFileOfItsOwn();
};

void TestChangeSplices::touchesOnlyTheLinesOfTheChange_data()
{
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char* name, const Changes& changes, const char* lines) { QTest::newRow(name) << changes << QByteArray(lines); };
    const QString test = q("test_models");
    const QString build = q("dbt_build_models");
    row("dependency", {AddDependency{dbt, ready}}, "+    dependencies:\n+      - source_extraction.source_tables_ready\n");
    row("schedule with a comment", {SetSchedule{source, std::nullopt}}, "-    schedule: \"0 3 * * *\"  # 3 AM daily\n+    schedule: null  # 3 AM daily\n");
    row("schedule without", {SetSchedule{dbt, std::nullopt}}, "-    schedule: '30 1 * * *'\n");
    row("other schedule", {SetSchedule{dbt, q("45 2 * * *")}}, "-    schedule: '30 1 * * *'\n+    schedule: '45 2 * * *'\n");
    row("output", {AddOutput{dbt, q("marts_ready")}}, "+    outputs:\n+      - marts_ready\n");
    row("second output", {AddOutput{source, q("late")}}, "+      - late\n");
    row("short task", {AddTask{dbt, plain(q("extra"))}}, "+      - extra\n");
    Task task;
    task.id = q("extra");
    task.kind = q("sql.check");
    task.needs = QStringList{build};
    task.with = {{q("statement"), q("no")}};
    task.retries = 1;
    row("long task", {AddTask{dbt, task}},
        "+      - extra:\n+          kind: sql.check\n+          needs: [dbt_build_models]\n+          with:\n+            statement: \"no\"\n+          retries: 1\n");
    row("remove the first task", {RemoveTask{dbt, build}}, "-      - dbt_build_models\n-          needs: [dbt_build_models]\n");
    row("rename short", {RenameTask{dbt, build, q("build")}},
        "-      - dbt_build_models\n+      - build\n-          needs: [dbt_build_models]\n+          needs: [build]\n");
    row("rename long", {RenameTask{source, q("trakit_sync"), q("sync")}}, "-      - trakit_sync:\n+      - sync:\n");
    row("need of a short task", {AddNeed{source, q("shifts"), q("trakit_sync")}}, "-      - shifts\n+      - shifts:\n+          needs: [trakit_sync]\n");
    row("first need of a long task", {AddNeed{source, q("trakit_sync"), q("shifts")}}, "+          needs: [shifts]\n");
    row("last need goes", {RemoveNeed{dbt, test, build}}, "-          needs: [dbt_build_models]\n");
    row("kind of a short task", {SetTaskField{dbt, build, q("kind"), q("dbt.build")}}, "-      - dbt_build_models\n+      - dbt_build_models:\n+          kind: dbt.build\n");
    row("parameter of a short task", {SetTaskField{dbt, build, q("with.select"), q("tag:nightly")}},
        "-      - dbt_build_models\n+      - dbt_build_models:\n+          with:\n+            select: tag:nightly\n");
    row("parameter in a block", {SetTaskField{dbt, test, q("with.other"), qint64(2)}}, "-            other: 1\n+            other: 2\n");
    row("new parameter in a line", {SetTaskField{source, q("trakit_sync"), q("with.full"), true}},
        "-          with: {connection_id: 6f1d3c52, pipeline_name: 'trakit'}   # both names\n"
        "+          with: {connection_id: 6f1d3c52, pipeline_name: 'trakit', full: true}   # both names\n");
    row("retries", {SetTaskField{source, q("trakit_sync"), q("retries"), qint64(3)}}, "-          retries: 2   # twice\n+          retries: 3   # twice\n");
    row("retries go", {SetTaskField{source, q("trakit_sync"), q("retries"), QVariant()}}, "-          retries: 2   # twice\n");
    row("connection at its place", {SetTaskField{dbt, test, q("connection"), q("snowflake")}}, "+          connection: snowflake\n");
    row("description", {SetPipelineField{dbt, q("description"), q("nightly: all")}}, "+    description: \"nightly: all\"\n");
    row("zone", {SetPipelineField{dbt, q("timezone"), q("Europe/Berlin")}}, "+    timezone: Europe/Berlin\n");
    row("deadline", {SetPipelineField{dbt, q("sla"), q("09:30")}}, "-    sla: \"08:00\"\n+    sla: \"09:30\"\n");
    row("deadline goes", {SetPipelineField{dbt, q("sla"), QVariant()}}, "-    sla: \"08:00\"\n");
    row("new pipeline", {AddPipeline{q("reports"), {}}}, "+\n+  reports: {}\n");
    row("new pipeline, filled", {AddPipeline{q("reports"), {}}, SetSchedule{q("reports"), q("0 6 * * *")}, AddTask{q("reports"), plain(q("send"))}},
        "+\n+  reports:\n+    schedule: \"0 6 * * *\"\n+    tasks:\n+      - send\n");
}

void TestChangeSplices::touchesOnlyTheLinesOfTheChange()
{
    QFETCH(Changes, changes);
    QFETCH(QByteArray, lines);
    EditFixture fixture({{file, commentedPipelines()}});
    QStringList notes;
    connect(&fixture.document, &editing::PipelineDocument::changed, this, [&](const editing::DocumentChange& change) { notes += change.notes; });
    const auto preview = fixture.document.preview(changes);
    QVERIFY_RESULT(preview);
    QVERIFY_RESULT(fixture.document.apply(changes));
    QCOMPARE(preview->value(file), fixture.text());
    QCOMPARE(changedLines(commentedPipelines(), fixture.text()), lines);
    QCOMPARE(notes, QStringList());
    fixture.document.undoStack()->undo();
    QCOMPARE(fixture.text(), commentedPipelines());
    fixture.document.undoStack()->redo();
    QCOMPARE(fixture.text(), preview->value(file));
}

void TestChangeSplices::theFixOfTheStoryIsTwoLines()
{
    const QByteArray sample = support::readAll(QStringLiteral(WK_SOURCE_DIR "/resources/samples/trakit/pipelines/trakit.yaml"));
    QVERIFY(!sample.isEmpty());
    EditFixture fixture({{file, sample}});
    QVERIFY_RESULT(fixture.document.apply({AddDependency{dbt, ready}, SetSchedule{dbt, std::nullopt}}));
    QCOMPARE(changedLines(sample, fixture.text()),
        QByteArray("-    schedule: \"30 1 * * *\"\n+    dependencies:\n+      - source_extraction.source_tables_ready\n"));
    for (const base::Problem& problem : fixture.document.problems())
        QVERIFY2(problem.code != q("pipeline.schedule_and_dependency"), qPrintable(problem.message));
    QCOMPARE(fixture.document.workspace().pipeline(dbt)->dependencies.size(), 1);
    EditFixture other({{file, sample}});
    QVERIFY_RESULT(other.document.apply({SetSchedule{dbt, std::nullopt}, AddDependency{dbt, ready}}));
    QCOMPARE(other.text(), fixture.text());
}

void TestChangeSplices::aPipelineOnOneLineIsEditedToo()
{
    const QByteArray text = "pipelines: {a: {outputs: [x], tasks: [t]}, b: {schedule: '0 1 * * *'}}  # short\n";
    EditFixture fixture({{file, text}});
    QVERIFY_RESULT(fixture.document.apply({AddDependency{q("b"), q("a.x")}, SetSchedule{q("b"), q("0 2 * * *")}, SetTaskField{q("a"), q("t"), q("kind"), q("dbt.build")}}));
    QVERIFY(fixture.text().endsWith("  # short\n"));
    QCOMPARE(fixture.document.workspace().pipeline(q("b"))->dependencies.size(), 1);
    QCOMPARE(fixture.document.workspace().task(q("a.t"))->kind, q("dbt.build"));
}

void TestChangeSplices::windowsLineBreaksStay()
{
    const QByteArray text = commentedPipelines().replace("\n", "\r\n");
    EditFixture fixture({{file, text}});
    QVERIFY_RESULT(fixture.document.apply({AddDependency{dbt, ready}, AddTask{dbt, plain(q("x"))}, AddPipeline{q("y"), {}}, SetSchedule{source, std::nullopt}}));
    QCOMPARE(fixture.text().count('\n'), fixture.text().count("\r\n"));
}

void TestChangeSplices::anAnchoredBlockIsRewrittenAndSaid()
{
    EditFixture fixture({{file, "pipelines:\n  p:   # a\n    tasks: &t\n      - one   # inside\n      - two\n  r:\n    schedule: '0 1 * * *'   # stays\n"}});
    QStringList notes;
    connect(&fixture.document, &editing::PipelineDocument::changed, this, [&](const editing::DocumentChange& change) { notes += change.notes; });
    QVERIFY_RESULT(fixture.document.apply({AddTask{q("p"), plain(q("three"))}}));
    QCOMPARE(fixture.document.workspace().pipeline(q("p"))->tasks.size(), 3);
    QVERIFY(fixture.text().endsWith("  r:\n    schedule: '0 1 * * *'   # stays\n"));
    QCOMPARE(notes.size(), 1);
}

void TestChangeSplices::anAliasThatCannotBeEditedIsRefused()
{
    const QByteArray text = "pipelines:\n  p: &p\n    tasks: [one]\n  r: *p\n";
    EditFixture fixture({{file, text}});
    const auto result = fixture.document.apply({AddTask{q("r"), plain(q("three"))}});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, q("document.cannot_edit"));
    QCOMPARE(fixture.text(), text);
}

void TestChangeSplices::anErrorChangesNothing()
{
    EditFixture fixture({{file, commentedPipelines()}});
    const auto result = fixture.document.apply({AddDependency{dbt, ready}, RemoveTask{dbt, q("nobody")}});
    QCOMPARE(result.error().code, q("pipeline.no_such_task"));
    QCOMPARE(fixture.text(), commentedPipelines());
    QCOMPARE(fixture.document.undoStack()->count(), 0);
}

void TestChangeSplices::aPipelineInAFileOfItsOwn()
{
    EditFixture fixture({{file, commentedPipelines()}});
    const QString other = q("pipelines/b.yaml");
    QVERIFY_RESULT(fixture.document.apply({AddPipeline{q("reports"), other}, AddTask{q("reports"), plain(q("send"))}}));
    QCOMPARE(fixture.text(other), QByteArray("pipelines:\n  reports:\n    tasks:\n      - send\n"));
    QCOMPARE(fixture.text(), commentedPipelines());
    QVERIFY_RESULT(fixture.document.save());
    QCOMPARE(fixture.onDisk(other), fixture.text(other));
    fixture.document.undoStack()->undo();
    QVERIFY(!fixture.document.texts().contains(other));
    QVERIFY(fixture.document.isModified());
    QVERIFY_RESULT(fixture.document.save());
    QVERIFY(!QFile::exists(fixture.path(other)));
}

WK_REGISTER_TEST(TestChangeSplices)
#include "tst_changesplices.moc"
