// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fixture.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include "app/window/importbar.h"
#include "app/window/noticebar.h"
#include "app/window/statusline.h"
#include "models/base/files.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

class TestSaving : public QObject {
    Q_OBJECT
private slots:
    void anEditIsWrittenAMomentLater();
    void anotherProgramsChangeIsReadWhileNothingIsUnsaved();
    void anotherProgramsChangeIsNeverOverwrittenUnasked();
    void keepingMineWritesItOverTheFile();
    void takingTheFilesTextCanBeUndone();
    void takingTheFilesTextKeepsWhatWasTyped();
    void positionsOfAnotherProgramAreAskedAboutToo();
    void aClosedQuestionIsAskedAgain();
    void withoutAutosaveNothingIsWrittenUnasked();
    void aWorkspaceThatCannotBeOpenedLeavesTheOldOneAlive();
    void reloadingOpensTheOneFileAgain();
    void importsWaitForEachOther();
    void anotherWorkspaceEndsTheImport();
    void closingWritesWhatIsNotSaved();
};

static void setRetries(WindowFixture& f, int retries)
{
    const auto done = f.win().session().document().apply(
        {pipeline::SetTaskField{QStringLiteral("transformation"), QStringLiteral("build_models"), QStringLiteral("retries"), retries}});
    QVERIFY(done.ok());
}

void TestSaving::anEditIsWrittenAMomentLater()
{
    WindowFixture f;
    f.win().autosave().setDelay(10);
    f.openWorkspace();
    setRetries(f, 9);
    QVERIFY(!f.textOnDisk().contains("retries: 9"));
    QTRY_VERIFY(f.textOnDisk().contains("retries: 9"));
    QTRY_VERIFY2(f.win().status().words().contains(QStringLiteral("all saved")), qPrintable(f.win().status().words()));
}

void TestSaving::anotherProgramsChangeIsReadWhileNothingIsUnsaved()
{
    WindowFixture f;
    f.openWorkspace();
    QByteArray theirs = f.textOnDisk();
    theirs.replace("retries: 2", "retries: 4");
    f.writeFile(QStringLiteral("pipelines/shop.yaml"), theirs);
    QTRY_COMPARE(f.text(), theirs);
    QCOMPARE(*f.win().session().document().workspace().task(QStringLiteral("transformation.build_models"))->retries, 4);
    QVERIFY(!f.win().autosave().hasConflict());
}

static void makeConflict(WindowFixture& f, QByteArray& theirs)
{
    f.win().autosave().setDelay(60'000);
    f.openWorkspace();
    setRetries(f, 9);
    theirs = f.textOnDisk();
    theirs.replace("tag:nightly", "tag:theirs");
    QSignalSpy conflict(&f.win().autosave(), &services::Autosave::conflict);
    f.writeFile(QStringLiteral("pipelines/shop.yaml"), theirs);
    if (conflict.isEmpty())
        QVERIFY(conflict.wait());
}

static QPushButton* noticeButton(WindowFixture& f, const QString& text)
{
    for (auto* button : f.win().notices().findChildren<QPushButton*>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

void TestSaving::anotherProgramsChangeIsNeverOverwrittenUnasked()
{
    WindowFixture f;
    QByteArray theirs;
    makeConflict(f, theirs);
    QVERIFY(!f.win().autosave().flush());
    QCOMPARE(f.textOnDisk(), theirs);
    QVERIFY(f.text().contains("retries: 9"));
    QVERIFY(f.win().notices().sentence().contains(QStringLiteral("pipelines/shop.yaml")));
    f.win().autosave().takeTheirs(QStringLiteral("pipelines/shop.yaml"));
}

void TestSaving::keepingMineWritesItOverTheFile()
{
    WindowFixture f;
    QByteArray theirs;
    makeConflict(f, theirs);
    QPushButton* keep = noticeButton(f, QStringLiteral("Keep mine"));
    QVERIFY(keep);
    QTest::mouseClick(keep, Qt::LeftButton);
    QVERIFY(f.textOnDisk().contains("retries: 9"));
    QVERIFY(!f.textOnDisk().contains("tag:theirs"));
    QVERIFY(!f.win().session().document().isModified());
}

void TestSaving::takingTheFilesTextCanBeUndone()
{
    WindowFixture f;
    QByteArray theirs;
    makeConflict(f, theirs);
    QPushButton* take = noticeButton(f, QStringLiteral("Take the file's text"));
    QVERIFY(take);
    QTest::mouseClick(take, Qt::LeftButton);
    QCOMPARE(f.text(), theirs);
    QVERIFY(!f.win().session().document().isModified());
    f.action("edit.undo")->trigger();
    QVERIFY(f.text().contains("retries: 9"));
    QVERIFY(f.win().autosave().flush());
}

void TestSaving::takingTheFilesTextKeepsWhatWasTyped()
{
    WindowFixture f;
    f.win().autosave().setDelay(60'000);
    f.openWorkspace();
    const QString file = QStringLiteral("pipelines/shop.yaml");
    const QByteArray theirs = f.textOnDisk() + "# theirs\n";
    const QByteArray typed = f.textOnDisk() + "# typed\n";
    f.win().session().document().setText(file, typed);
    f.writeFile(file, theirs);
    QTRY_VERIFY(f.win().autosave().hasConflict());
    QVERIFY(f.win().autosave().takeTheirs(file));
    QCOMPARE(f.text(), theirs);
    f.action("edit.undo")->trigger();
    QCOMPARE(f.text(), typed);
}

void TestSaving::positionsOfAnotherProgramAreAskedAboutToo()
{
    WindowFixture f;
    const QString layout = QStringLiteral("pipelines/shop.layout.yaml");
    f.writeFile(layout, "positions:\n  transformation.build_models: [1, 2]\n");
    f.win().autosave().setDelay(60'000);
    f.openWorkspace();
    f.win().session().document().moveNodes({{QStringLiteral("transformation.build_models"), QPointF(30, 40)}}, QStringLiteral("Move"));
    f.writeFile(layout, "positions:\n  transformation.build_models: [5, 6]\n");
    QVERIFY(!f.win().autosave().flush());
    QVERIFY(f.win().notices().sentence().contains(layout));
    QPushButton* keep = noticeButton(f, QStringLiteral("Keep mine"));
    QVERIFY(keep);
    QTest::mouseClick(keep, Qt::LeftButton);
    QVERIFY(!f.win().session().document().isModified());
    QVERIFY(support::readAll(f.workspacePath() + u'/' + layout).contains("[30, 40]"));
}

void TestSaving::aClosedQuestionIsAskedAgain()
{
    WindowFixture f;
    QByteArray theirs;
    makeConflict(f, theirs);
    f.win().notices().dismiss();
    f.action("file.save")->trigger();
    QVERIFY(f.win().notices().sentence().contains(QStringLiteral("pipelines/shop.yaml")));
    f.win().notices().dismiss();
    f.action("git.commit")->trigger();
    QVERIFY(f.win().notices().sentence().contains(QStringLiteral("pipelines/shop.yaml")));
    QCOMPARE(f.textOnDisk(), theirs);
    QVERIFY(f.win().autosave().keepOurs(QStringLiteral("pipelines/shop.yaml")));
    QVERIFY(f.textOnDisk().contains("retries: 9"));
}

void TestSaving::withoutAutosaveNothingIsWrittenUnasked()
{
    WindowFixture f;
    f.openWorkspace();
    f.win().autosave().setEnabled(false);
    const QString other = QStringLiteral("pipelines/other.yaml");
    f.writeFile(other, "pipelines: {other: {tasks: [t]}}\n");
    f.action("file.reload")->trigger();
    setRetries(f, 9);
    const QByteArray before = f.textOnDisk();
    f.writeFile(other, "pipelines: {other: {tasks: [t, more]}}\n");
    QTRY_COMPARE(f.win().session().document().workspace().pipeline(QStringLiteral("other"))->tasks.size(), 2);
    QCOMPARE(f.textOnDisk(), before);
    f.action("sync.start")->trigger();
    f.action("sync.cancel")->trigger();
    QCOMPARE(f.textOnDisk(), before);
    f.action("git.commit")->trigger();
    QVERIFY(f.textOnDisk().contains("retries: 9"));
    QVERIFY(f.win().notices().sentence().contains(QStringLiteral("saved first")));
}

void TestSaving::aWorkspaceThatCannotBeOpenedLeavesTheOldOneAlive()
{
    WindowFixture f;
    f.openWorkspace();
    const QString store = f.win().session().storePath();
    QVERIFY(!f.win().openWorkspace(f.workspacePath() + QStringLiteral("/nothing")));
    QVERIFY(f.win().session().isOpen());
    QCOMPARE(f.win().session().storePath(), store);
    QSignalSpy picture(&f.win().session(), &services::Session::pictureChanged);
    setRetries(f, 7);
    QVERIFY(!picture.isEmpty() || picture.wait());
    QTRY_VERIFY(f.textOnDisk().contains("retries: 7"));
}

void TestSaving::reloadingOpensTheOneFileAgain()
{
    WindowFixture f;
    QVERIFY(f.win().openWorkspace(f.pipelinePath()));
    QCOMPARE(f.win().session().storePath(), base::storePathFor(f.pipelinePath())); // as weirctl finds it
    f.action("file.reload")->trigger();
    QVERIFY(f.win().session().document().workspace().singleFile);
    QCOMPARE(f.win().session().document().texts().keys(), QStringList{QStringLiteral("shop.yaml")});
}

void TestSaving::importsWaitForEachOther()
{
    WindowFixture f;
    f.openWorkspace();
    services::Session& session = f.win().session();
    QSignalSpy finished(&session, &services::Session::importFinished);
    const QStringList names = {QStringLiteral("a.json"), QStringLiteral("b.json")};
    for (const QString& name : names) {
        f.writeFile(QStringLiteral("runs/") + name, "{}");
        session.importPaths({f.workspacePath() + QStringLiteral("/runs/") + name});
    }
    QTRY_COMPARE(finished.count(), 2);
    for (int i = 0; i < 2; ++i) {
        const auto result = finished.at(i).first().value<services::ImportResult>();
        QVERIFY(!result.cancelled);
        QCOMPARE(result.files.size(), 1);
        QVERIFY(result.files.first().path.endsWith(names[i]));
    }
    QVERIFY(!session.isImporting());
}

void TestSaving::anotherWorkspaceEndsTheImport()
{
    WindowFixture f;
    f.openWorkspace();
    QSignalSpy finished(&f.win().session(), &services::Session::importFinished);
    f.writeFile(QStringLiteral("runs/a.json"), "{}");
    f.win().session().importPaths({f.workspacePath() + QStringLiteral("/runs/a.json")});
    auto* bar = f.win().findChild<window::ImportBar*>();
    QVERIFY(bar && !bar->isHidden());
    QVERIFY(f.win().openWorkspace(f.pipelinePath()));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished.first().first().value<services::ImportResult>().cancelled);
    QVERIFY(bar->isHidden());
    QVERIFY(!f.action("runs.cancelImport")->isEnabled());
}

void TestSaving::closingWritesWhatIsNotSaved()
{
    WindowFixture f;
    f.win().autosave().setDelay(60'000);
    f.openWorkspace();
    setRetries(f, 8);
    QVERIFY(f.win().close());
    QVERIFY(f.textOnDisk().contains("retries: 8"));
}

WK_REGISTER_TEST(TestSaving)
#include "tst_saving.moc"
