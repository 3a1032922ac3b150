// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/change.h"
#include "models/pipeline/workspace.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace pipeline;

namespace {

const char* const changesBefore = "pipelines:\n"
                                  "  a:\n    schedule: 0 3 * * *\n    outputs: [ready]\n    tasks: [load, {build: {needs: [load], with: {x: 1}, retries: 1}}]\n"
                                  "  b:\n    dependencies: [a.ready]\n";

Workspace changesWorkspace(const QByteArray& text)
{
    Workspace workspace;
    readPipelineText(text, QStringLiteral("pipelines/a.yaml"), workspace);
    return workspace;
}

QString word(const char* text)
{
    return QString::fromLatin1(text);
}

Task taskNamed(const char* id)
{
    Task task;
    task.id = word(id);
    return task;
}

} // namespace

Q_DECLARE_METATYPE(pipeline::Change)

class TestChanges : public QObject {
    Q_OBJECT
private slots:
    void aChangeGivesWhatTheTextWouldSay_data();
    void aChangeGivesWhatTheTextWouldSay();
    void aChangeThatCannotBeIsAnErrorAndChangesNothing_data();
    void aChangeThatCannotBeIsAnErrorAndChangesNothing();
    void aNewPipelineStandsAtTheEndOfItsFile();
    void everyChangeHasASentence();
    void layoutsAreSortedWholeAndStable();
    void aBadLayoutIsAnErrorWithItsPlace_data();
    void aBadLayoutIsAnErrorWithItsPlace();
};

void TestChanges::aChangeGivesWhatTheTextWouldSay_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replace");
    const auto row = [](const char* name, const Change& change, const char* find, const char* replace) {
        QTest::newRow(name) << change << QByteArray(find) << QByteArray(replace);
    };
    row("add pipeline", AddPipeline{word("c"), {}}, "dependencies: [a.ready]\n", "dependencies: [a.ready]\n  c:\n");
    row("remove pipeline and who waits for it", RemovePipeline{word("a")}, changesBefore, "pipelines:\n  b: {}\n");
    row("add task", AddTask{word("b"), taskNamed("t")}, "dependencies: [a.ready]\n", "dependencies: [a.ready]\n    tasks: [t]\n");
    row("remove task and needs on it", RemoveTask{word("a"), word("load")}, "[load, {build: {needs: [load], ", "[{build: {");
    row("rename task and needs on it", RenameTask{word("a"), word("load"), word("extract")}, "[load, {build: {needs: [load]", "[extract, {build: {needs: [extract]");
    row("remove dependency", RemoveDependency{word("b"), word("a.ready")}, "dependencies: [a.ready]", "dependencies: []");
    row("remove need", RemoveNeed{word("a"), word("build"), word("load")}, "needs: [load]", "needs: []");
    row("add output", AddOutput{word("a"), word("more")}, "[ready]", "[ready, more]");
    row("set schedule", SetSchedule{word("a"), word("0 4 * * *")}, "0 3 * * *", "0 4 * * *");
    row("remove schedule", SetSchedule{word("a"), std::nullopt}, "0 3 * * *", "null");
    row("set kind", SetTaskField{word("a"), word("build"), word("kind"), word("dbt.build")}, "retries: 1", "retries: 1, kind: dbt.build");
    row("set parameter", SetTaskField{word("a"), word("build"), word("with.y"), word("z")}, "{x: 1}", "{x: 1, y: z}");
    row("remove parameter", SetTaskField{word("a"), word("build"), word("with.x"), {}}, "{x: 1}", "{}");
    row("remove retries", SetTaskField{word("a"), word("build"), word("retries"), {}}, ", retries: 1", "");
    row("set zone", SetPipelineField{word("a"), word("timezone"), word("Europe/Berlin")}, "  a:\n", "  a:\n    timezone: Europe/Berlin\n");
    row("set sla", SetPipelineField{word("a"), word("sla"), word("07:30")}, "  a:\n", "  a:\n    sla: \"07:30\"\n");
}

void TestChanges::aChangeGivesWhatTheTextWouldSay()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, replace);
    QVERIFY(QByteArray(changesBefore).contains(find));
    const Workspace intended = changesWorkspace(QByteArray(changesBefore).replace(find, replace));
    QCOMPARE(intended.problems, base::Problems());
    Workspace workspace = changesWorkspace(changesBefore);
    QVERIFY(!sameMeaning(workspace, intended));
    QVERIFY_RESULT(applyChange(workspace, change));
    QVERIFY(sameMeaning(workspace, intended));
}

void TestChanges::aChangeThatCannotBeIsAnErrorAndChangesNothing_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* code, const char* name, const Change& change) { QTest::newRow(name) << change << word(code); };
    row("pipeline.duplicate_id", "pipeline exists", AddPipeline{word("a"), {}});
    row("pipeline.bad_id", "bad pipeline id", AddPipeline{word("a b"), {}});
    row("pipeline.no_such_pipeline", "remove unknown pipeline", RemovePipeline{word("z")});
    row("pipeline.no_such_pipeline", "task into unknown pipeline", AddTask{word("z"), taskNamed("t")});
    row("pipeline.duplicate_id", "task exists", AddTask{word("a"), taskNamed("load")});
    row("pipeline.bad_id", "bad task id", AddTask{word("a"), taskNamed("x.y")});
    row("pipeline.no_such_task", "unknown task", RemoveTask{word("a"), word("z")});
    row("pipeline.duplicate_id", "rename onto another", RenameTask{word("a"), word("load"), word("build")});
    row("pipeline.bad_id", "rename to nothing", RenameTask{word("a"), word("load"), {}});
    row("pipeline.no_such_output", "no such output", AddDependency{word("b"), word("a.absent")});
    row("pipeline.no_such_pipeline", "no such producer", AddDependency{word("b"), word("z.ready")});
    row("pipeline.bad_dependency", "no dot", AddDependency{word("b"), word("ready")});
    row("pipeline.duplicate_dependency", "dependency exists", AddDependency{word("b"), word("a.ready")});
    row("pipeline.no_such_dependency", "no dependency", RemoveDependency{word("a"), word("b.ready")});
    row("pipeline.no_such_task", "need of no task", AddNeed{word("a"), word("build"), word("z")});
    row("pipeline.duplicate_need", "need exists", AddNeed{word("a"), word("build"), word("load")});
    row("pipeline.no_such_need", "no need", RemoveNeed{word("a"), word("load"), word("build")});
    row("pipeline.duplicate_id", "output exists", AddOutput{word("a"), word("ready")});
    row("pipeline.no_such_field", "unknown field", SetTaskField{word("a"), word("load"), word("colour"), 1});
    row("pipeline.type", "negative retries", SetTaskField{word("a"), word("load"), word("retries"), -1});
    row("pipeline.no_such_field", "unknown pipeline field", SetPipelineField{word("a"), word("colour"), 1});
}

void TestChanges::aChangeThatCannotBeIsAnErrorAndChangesNothing()
{
    QFETCH(Change, change);
    QFETCH(QString, code);
    Workspace workspace = changesWorkspace(changesBefore);
    const auto result = applyChange(workspace, change);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, code);
    QVERIFY(sameMeaning(workspace, changesWorkspace(changesBefore)));
}

void TestChanges::aNewPipelineStandsAtTheEndOfItsFile()
{
    Workspace workspace = changesWorkspace(changesBefore);
    readPipelineText("pipelines: {z: {}}\n", word("pipelines/z.yaml"), workspace);
    QVERIFY_RESULT(applyChange(workspace, AddPipeline{word("c"), {}}));
    QVERIFY_RESULT(applyChange(workspace, AddPipeline{word("m"), word("pipelines/m.yaml")}));
    QStringList ids;
    for (const Pipeline& pipeline : workspace.pipelines)
        ids.append(pipeline.id);
    QCOMPARE(ids.join(u' '), word("a b c m z"));
    Workspace empty;
    QVERIFY_RESULT(applyChange(empty, AddPipeline{word("first"), {}}));
    QCOMPARE(empty.pipelines[0].file, word("pipelines/first.yaml"));
}

void TestChanges::everyChangeHasASentence()
{
    QCOMPARE(changeText(SetSchedule{word("dbt_transformation"), std::nullopt}), word("Remove the schedule of dbt_transformation"));
    QCOMPARE(changeText(AddDependency{word("b"), word("a.ready")}), word("Let b wait for a.ready"));
    QCOMPARE(changeText(RenameTask{word("a"), word("x"), word("y")}), word("Rename the task x to y"));
    QCOMPARE(changeText(SetTaskField{word("a"), word("x"), word("kind"), {}}), word("Remove kind of x"));
}

void TestChanges::layoutsAreSortedWholeAndStable()
{
    const Layout layout{{word("b"), QPointF(10.4, -3.6)}, {word("a.t"), QPointF(0, 1e12)}, {word("a"), QPointF(std::numeric_limits<double>::quiet_NaN(), 7)}};
    const QByteArray once = writeLayout(layout);
    QCOMPARE(once, QByteArray("positions:\n  a: [0, 7]\n  a.t: [0, 10000000]\n  b: [10, -4]\n"));
    const auto read = readLayout(once);
    QVERIFY_RESULT(read);
    QCOMPARE(writeLayout(*read), once);
    QCOMPARE(writeLayout({}), QByteArray("positions: {}\n"));
    QVERIFY(readLayout(writeLayout({}))->isEmpty());
    QVERIFY(readLayout("# none\n")->isEmpty());
    QCOMPARE(readLayout("positions: {a: [1.5, 2]}")->value(word("a")), QPointF(1.5, 2));
    QCOMPARE(layoutFileOf(word("pipelines/a.b.yaml")), word("pipelines/a.b.layout.yaml"));
    QCOMPARE(layoutFileOf(word("d.e/a")), word("d.e/a.layout.yaml"));
}

void TestChanges::aBadLayoutIsAnErrorWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("a list") << QByteArray("[1]") << word("l.yaml:1:1 [positions]");
    QTest::newRow("positions") << QByteArray("positions: 5") << word("l.yaml:1:12 [positions]");
    QTest::newRow("one number") << QByteArray("positions:\n  a: [1]\n") << word("l.yaml:2:6 [positions.a]");
    QTest::newRow("texts") << QByteArray("positions:\n  a: [x, y]\n") << word("l.yaml:2:6 [positions.a]");
    QTest::newRow("not a number") << QByteArray("positions:\n  a: [.nan, 1]\n") << word("l.yaml:2:6 [positions.a]");
    QTest::newRow("no YAML") << QByteArray("positions: [\n") << word("l.yaml:2:1 [positions[0]]");
}

void TestChanges::aBadLayoutIsAnErrorWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const auto layout = readLayout(text, word("l.yaml"));
    QVERIFY(!layout.ok());
    QCOMPARE(layout.error().place.toString(), place);
}

WK_REGISTER_TEST(TestChanges)
#include "tst_changes.moc"
