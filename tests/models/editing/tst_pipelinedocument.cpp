// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/editing/editfixture.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QSignalSpy>
#include <QTest>

using namespace pipeline;
using editing::DocumentChange;

namespace {

const QString dbtId = QStringLiteral("dbt_transformation");
const QString mainFile = QStringLiteral("pipelines/a.yaml");
const QString layoutFile = QStringLiteral("pipelines/a.layout.yaml");

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestPipelineDocument : public QObject {
    Q_OBJECT
private slots:
    void opensAFolderAndASingleFile();
    void savesOnlyWhatDiffers();
    void refusesToOverwriteForeignChanges();
    void aConflictOfATextIsEndedEitherWay();
    void aConflictOfALayoutIsEndedEitherWay();
    void anUnknownFileIsNeverWritten();
    void takingATextKeepsWhatWasTypedOneStepBack();
    void typingMergesIntoOneStep();
    void aBrokenTextKeepsTheLastGoodPipelines();
    void movingNodesTouchesTheLayoutOnly();
    void positionsFollowTheirTask();
    void aLayoutThatMeansTheSameKeepsItsBytes();
    void knowsTheLinesOfABlock();
    void saysWhatIsWrong();
    void oneApplyIsOneStepAndOneSignal();
};

void TestPipelineDocument::opensAFolderAndASingleFile()
{
    EditFixture fixture({{mainFile, commentedPipelines()}, {u("weirkeeper.yaml"), "name: trakit\n"}});
    QCOMPARE(fixture.document.workspace().name, u("trakit"));
    QCOMPARE(fixture.document.workspace().pipelines.size(), 2);
    QCOMPARE(fixture.document.texts().keys(), QStringList{mainFile});
    QVERIFY(!fixture.document.isModified());
    editing::PipelineDocument single;
    QVERIFY_RESULT(single.open(fixture.path(mainFile)));
    QCOMPARE(single.texts().keys(), QStringList{u("a.yaml")});
    QVERIFY_RESULT(single.apply({SetSchedule{dbtId, std::nullopt}}));
    QVERIFY_RESULT(single.save());
    QCOMPARE(fixture.onDisk(mainFile), single.texts().value(u("a.yaml")));
    QVERIFY(!single.open(fixture.path(u("no such folder"))).ok());
    QCOMPARE(single.workspace().pipelines.size(), 2);
}

void TestPipelineDocument::savesOnlyWhatDiffers()
{
    EditFixture fixture({{mainFile, commentedPipelines()}, {u("pipelines/b.yaml"), "pipelines: {x: {tasks: [t]}}\n"}});
    QVERIFY_RESULT(fixture.document.apply({SetSchedule{dbtId, u("0 4 * * *")}}));
    QVERIFY(fixture.document.isModified());
    // Another program writes the other file: no business of this save.
    fixture.write(u("pipelines/b.yaml"), "pipelines: {x: {tasks: [t, more]}}\n");
    QVERIFY_RESULT(fixture.document.save());
    QVERIFY(!fixture.document.isModified());
    QCOMPARE(fixture.onDisk(mainFile), fixture.text());
    QCOMPARE(fixture.onDisk(u("pipelines/b.yaml")), QByteArray("pipelines: {x: {tasks: [t, more]}}\n"));
    QVERIFY_RESULT(fixture.document.save());
    QCOMPARE(fixture.onDisk(mainFile), fixture.text());
    QCOMPARE(fixture.document.changedOnDisk(), QStringList{u("pipelines/b.yaml")});
    QVERIFY_RESULT(fixture.document.reload());
    QCOMPARE(fixture.document.changedOnDisk(), QStringList());
    QCOMPARE(fixture.document.workspace().pipeline(u("x"))->tasks.size(), 2);
}

void TestPipelineDocument::refusesToOverwriteForeignChanges()
{
    EditFixture fixture({{mainFile, commentedPipelines()}});
    QVERIFY_RESULT(fixture.document.apply({SetSchedule{dbtId, u("0 4 * * *")}}));
    fixture.write(mainFile, "pipelines: {}\n");
    const auto saved = fixture.document.save();
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().code, u("document.changed_on_disk"));
    QCOMPARE(saved.error().place.file, mainFile);
    QCOMPARE(fixture.onDisk(mainFile), QByteArray("pipelines: {}\n"));
    QVERIFY(fixture.document.isModified());
}

void TestPipelineDocument::aConflictOfATextIsEndedEitherWay()
{
    const QByteArray theirs = commentedPipelines() + "# theirs\n";
    for (const bool ours : {true, false}) {
        EditFixture fixture({{mainFile, commentedPipelines()}});
        fixture.document.setText(mainFile, commentedPipelines() + "# ours\n");
        fixture.write(mainFile, theirs);
        QCOMPARE(fixture.document.save().error().code, u("document.changed_on_disk"));
        QVERIFY_RESULT(fixture.document.resolve(mainFile, ours));
        QVERIFY(!fixture.document.isModified());
        QCOMPARE(fixture.onDisk(mainFile), ours ? commentedPipelines() + "# ours\n" : theirs);
        QCOMPARE(fixture.text(), fixture.onDisk(mainFile));
        QCOMPARE(fixture.document.changedOnDisk(), QStringList());
        QVERIFY_RESULT(fixture.document.save());
    }
}

void TestPipelineDocument::aConflictOfALayoutIsEndedEitherWay()
{
    const QString task = dbtId + u(".dbt_build_models");
    const QByteArray theirs = "# theirs\npositions:\n  dbt_transformation.dbt_build_models: [5, 6]\n";
    for (const bool ours : {true, false}) {
        EditFixture fixture({{mainFile, commentedPipelines()}, {layoutFile, "positions:\n  dbt_transformation.dbt_build_models: [1, 2]\n"}});
        fixture.document.moveNodes({{task, QPointF(3, 4)}}, u("Move"));
        fixture.write(layoutFile, theirs);
        QCOMPARE(fixture.document.save().error().place.file, layoutFile);
        QVERIFY_RESULT(fixture.document.resolve(layoutFile, ours));
        QVERIFY(!fixture.document.isModified());
        QVERIFY_RESULT(fixture.document.save());
        QCOMPARE(fixture.document.layout().value(task), ours ? QPointF(3, 4) : QPointF(5, 6));
        QVERIFY(fixture.onDisk(layoutFile).contains(ours ? "[3, 4]" : "# theirs"));
        QCOMPARE(fixture.onDisk(mainFile), commentedPipelines());
    }
}

void TestPipelineDocument::anUnknownFileIsNeverWritten()
{
    EditFixture fixture({{mainFile, commentedPipelines()}, {u("pipelines/b.layout.yaml"), "positions: {}\n"}});
    for (const QString& file : {u("pipelines/b.layout.yaml"), u("weirkeeper.yaml"), u("pipelines/none.yaml")}) {
        const QByteArray before = fixture.onDisk(file);
        QCOMPARE(fixture.document.resolve(file, true).error().code, u("document.unknown_file"));
        QCOMPARE(fixture.document.resolve(file, false).error().code, u("document.unknown_file"));
        QCOMPARE(fixture.onDisk(file), before);
    }
    QVERIFY(!QFile::exists(fixture.path(u("pipelines/none.yaml"))));
}

void TestPipelineDocument::takingATextKeepsWhatWasTypedOneStepBack()
{
    EditFixture fixture({{mainFile, commentedPipelines()}});
    fixture.document.setText(mainFile, commentedPipelines() + "# typed\n");
    fixture.document.replaceText(mainFile, commentedPipelines() + "# theirs\n");
    fixture.document.setText(mainFile, commentedPipelines() + "# theirs, and more\n");
    QCOMPARE(fixture.document.undoStack()->count(), 3);
    fixture.document.undoStack()->undo();
    QCOMPARE(fixture.text(), commentedPipelines() + "# theirs\n");
    fixture.document.undoStack()->undo();
    QCOMPARE(fixture.text(), commentedPipelines() + "# typed\n");
}

void TestPipelineDocument::typingMergesIntoOneStep()
{
    EditFixture fixture({{mainFile, commentedPipelines()}});
    QByteArray text = commentedPipelines();
    for (const char letter : {'#', ' ', 'a', 'b'}) {
        text += letter;
        fixture.document.setText(mainFile, text);
    }
    fixture.document.setText(mainFile, text); // nothing new
    QCOMPARE(fixture.document.undoStack()->count(), 1);
    QCOMPARE(fixture.text(), commentedPipelines() + "# ab");
    fixture.document.undoStack()->undo();
    QCOMPARE(fixture.text(), commentedPipelines());
    fixture.document.undoStack()->redo();
    QCOMPARE(fixture.text(), commentedPipelines() + "# ab");
    QVERIFY_RESULT(fixture.document.apply({SetSchedule{dbtId, std::nullopt}}));
    fixture.document.setText(mainFile, fixture.text() + "c");
    QCOMPARE(fixture.document.undoStack()->count(), 3);
}

void TestPipelineDocument::aBrokenTextKeepsTheLastGoodPipelines()
{
    EditFixture fixture({{mainFile, commentedPipelines()}});
    fixture.document.setText(mainFile, commentedPipelines() + "\nbroken: [\n");
    QCOMPARE(fixture.document.workspace().pipelines.size(), 2);
    QVERIFY(base::hasErrors(fixture.document.problems()));
    const auto result = fixture.document.apply({SetSchedule{dbtId, std::nullopt}});
    QVERIFY(!result.ok());
    QVERIFY(result.error().code.startsWith(u("yaml.")));
    fixture.document.undoStack()->undo();
    QVERIFY_RESULT(fixture.document.apply({SetSchedule{dbtId, std::nullopt}}));
}

void TestPipelineDocument::movingNodesTouchesTheLayoutOnly()
{
    EditFixture fixture({{mainFile, commentedPipelines()}});
    QSignalSpy spy(&fixture.document, &editing::PipelineDocument::changed);
    fixture.document.moveNodes({{dbtId + u(".dbt_build_models"), QPointF(10, 20)}}, u("Move"));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().value<DocumentChange>().what, DocumentChange::What::Layout);
    QCOMPARE(fixture.text(), commentedPipelines());
    QVERIFY(fixture.document.isModified());
    QVERIFY_RESULT(fixture.document.save());
    QCOMPARE(fixture.onDisk(mainFile), commentedPipelines());
    const QByteArray saved = fixture.onDisk(layoutFile);
    QVERIFY(saved.contains("dbt_transformation.dbt_build_models: [10, 20]"));
    QVERIFY_RESULT(fixture.document.save());
    QCOMPARE(fixture.onDisk(layoutFile), saved);
    fixture.document.undoStack()->undo();
    QVERIFY(fixture.document.layout().isEmpty());
    QVERIFY_RESULT(fixture.document.reload());
    QCOMPARE(fixture.document.layout().value(dbtId + u(".dbt_build_models")), QPointF(10, 20));
}

void TestPipelineDocument::positionsFollowTheirTask()
{
    EditFixture fixture({{mainFile, commentedPipelines()}, {layoutFile, "positions:\n  dbt_transformation.dbt_build_models: [1, 2]\n"}});
    const QString before = dbtId + u(".dbt_build_models");
    QVERIFY_RESULT(fixture.document.apply({RenameTask{dbtId, u("dbt_build_models"), u("build")}}));
    QCOMPARE(fixture.document.layout().value(dbtId + u(".build")), QPointF(1, 2));
    QVERIFY(!fixture.document.layout().contains(before));
    fixture.document.undoStack()->undo();
    QCOMPARE(fixture.document.layout().value(before), QPointF(1, 2));
    QVERIFY_RESULT(fixture.document.apply({RemoveTask{dbtId, u("dbt_build_models")}}));
    QVERIFY(fixture.document.layout().isEmpty());
}

void TestPipelineDocument::aLayoutThatMeansTheSameKeepsItsBytes()
{
    const QByteArray own = "# mine\npositions: {dbt_transformation.dbt_build_models: [1, 2]}\n";
    EditFixture fixture({{mainFile, commentedPipelines()}, {layoutFile, own}});
    QVERIFY_RESULT(fixture.document.apply({SetSchedule{dbtId, std::nullopt}}));
    QVERIFY_RESULT(fixture.document.save());
    QCOMPARE(fixture.onDisk(layoutFile), own);
    EditFixture broken({{mainFile, commentedPipelines()}, {layoutFile, "positions: 7\n"}});
    QVERIFY(base::hasErrors(broken.document.problems()));
    QVERIFY_RESULT(broken.document.apply({SetSchedule{dbtId, std::nullopt}}));
    QVERIFY_RESULT(broken.document.save());
    QCOMPARE(broken.onDisk(layoutFile), QByteArray("positions: 7\n"));
}

void TestPipelineDocument::knowsTheLinesOfABlock()
{
    EditFixture fixture({{mainFile, commentedPipelines()}});
    const auto lines = [&](const char* id) {
        const auto range = fixture.document.linesOf(u(id));
        return QStringLiteral("%1:%2-%3").arg(range.file).arg(range.first).arg(range.last);
    };
    QCOMPARE(lines("source_extraction"), u("pipelines/a.yaml:4-15"));
    QCOMPARE(lines("source_extraction.trakit_sync"), u("pipelines/a.yaml:11-14"));
    QCOMPARE(lines("dbt_transformation.dbt_build_models"), u("pipelines/a.yaml:24-24"));
    QCOMPARE(lines("nobody"), u(":0-0"));
    QCOMPARE(lines("dbt_transformation.nobody"), u(":0-0"));
}

void TestPipelineDocument::saysWhatIsWrong()
{
    EditFixture fixture({{mainFile, commentedPipelines()}, {u("pipelines/b.yaml"), "pipelines: {x: {dependencies: [nobody.ready]}}\n"},
        {u("connections/c.yaml"), "connection: {}\n"}});
    QStringList files;
    for (const base::Problem& problem : fixture.document.problems())
        files.append(problem.place.file);
    QVERIFY(files.contains(u("pipelines/b.yaml")));
    QVERIFY(files.contains(u("connections/c.yaml")));
    QVERIFY_RESULT(fixture.document.apply({RemovePipeline{u("x")}}));
    for (const base::Problem& problem : fixture.document.problems())
        QVERIFY(problem.place.file != u("pipelines/b.yaml"));
}

void TestPipelineDocument::oneApplyIsOneStepAndOneSignal()
{
    EditFixture fixture({{mainFile, commentedPipelines()}});
    QSignalSpy spy(&fixture.document, &editing::PipelineDocument::changed);
    QVERIFY_RESULT(fixture.document.apply({AddOutput{dbtId, u("a")}, AddOutput{dbtId, u("b")}}, u("Two outputs")));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().value<DocumentChange>().file, mainFile);
    QCOMPARE(fixture.document.undoStack()->count(), 1);
    QCOMPARE(fixture.document.undoStack()->undoText(), u("Two outputs"));
    QVERIFY_RESULT(fixture.document.apply({}));
    QCOMPARE(fixture.document.undoStack()->count(), 1);
}

WK_REGISTER_TEST(TestPipelineDocument)
#include "tst_pipelinedocument.moc"
