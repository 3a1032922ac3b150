// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/git/gitfixture.h"
#include "tests/support/register.h"
#include "widgets/common/diffview.h"
#include "widgets/common/statuslabel.h"
#include "widgets/common/theme.h"
#include "widgets/git/changedfilesmodel.h"
#include "widgets/git/commitdialog.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using gitview::ChangedFilesModel;
using gitview::CommitDialog;

class CommitDialogTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void theDiffComesFirst();
    void withoutAMessageOrAFileThereIsNoCommit();
    void itCommitsWhatIsTicked();
    void onlyTheGivenPathsAreOffered();
    void aHookIsQuotedAndTheMessageStays();
    void aHangingHookCanBeStopped();
    void nothingChangedIsSaid();
    void theKeyboardCommits();
    void filesAreTicked();
    void itLooksRightInEveryTheme_data();
    void itLooksRightInEveryTheme();

private:
    std::unique_ptr<GitFixture> m_git;
};

namespace {

git::Repository repositoryOf(const GitFixture& fixture)
{
    return *git::Repository::find(fixture.root());
}

QPushButton* commitButton(const CommitDialog& dialog)
{
    return dialog.findChild<QPushButton*>(QStringLiteral("commit"));
}

QAbstractItemModel* filesOf(const CommitDialog& dialog)
{
    return dialog.findChild<QListView*>()->model();
}

bool dialogShows(const CommitDialog& dialog, const QString& text)
{
    const auto labels = dialog.findChildren<QLabel*>();
    const auto states = dialog.findChildren<common::StatusLabel*>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel* l) { return l->isVisible() && l->text() == text; })
        || std::any_of(states.cbegin(), states.cend(), [&](const common::StatusLabel* l) { return l->isVisible() && l->text() == text; });
}

void openDialog(CommitDialog& dialog)
{
    dialog.show();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 20000);
}

} // namespace

void CommitDialogTest::init()
{
    m_git = std::make_unique<GitFixture>();
    m_git->write(QStringLiteral("pipelines/trakit.yaml"), "dbt_transformation:\n  schedule: \"30 1 * * *\"\n  sla: \"08:00\"   # at eight\n");
    m_git->write(QStringLiteral("old.txt"), "gone soon\n");
    m_git->git({QStringLiteral("add"), QStringLiteral("-A")});
    m_git->git({QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("first")});
    m_git->write(QStringLiteral("pipelines/trakit.yaml"), "dbt_transformation:\n  dependencies:\n    - source_extraction.source_tables_ready\n  sla: \"08:00\"   # at eight\n");
    m_git->write(QStringLiteral("notes.txt"), "new\n");
    QVERIFY(QFile::remove(m_git->root() + QStringLiteral("/old.txt")));
}

void CommitDialogTest::theDiffComesFirst()
{
    CommitDialog dialog(nullptr, repositoryOf(*m_git));
    QVERIFY(dialog.isBusy());
    openDialog(dialog);
    QVERIFY(dialogShows(dialog, QStringLiteral("Commit 3 files")));
    auto* diff = dialog.findChild<common::DiffView*>();
    QVERIFY(diff->toPlainText().contains(QStringLiteral("+    - source_extraction.source_tables_ready")));
    QVERIFY(diff->toPlainText().contains(QStringLiteral("-  schedule: \"30 1 * * *\"")));
    QCOMPARE(diff->addedLines(), 3);
    QCOMPARE(diff->removedLines(), 2);
    QStringList files;
    for (int row = 0; row < filesOf(dialog)->rowCount(); ++row)
        files.append(filesOf(dialog)->index(row, 0).data().toString());
    files.sort();
    QCOMPARE(files, QStringList({QStringLiteral("A  notes.txt"), QStringLiteral("D  old.txt"), QStringLiteral("M  pipelines/trakit.yaml")}));
}

void CommitDialogTest::withoutAMessageOrAFileThereIsNoCommit()
{
    CommitDialog dialog(nullptr, repositoryOf(*m_git), {QStringLiteral("notes.txt")});
    openDialog(dialog);
    QVERIFY(!commitButton(dialog)->isEnabled());
    dialog.setMessage(QStringLiteral("  \n"));
    QVERIFY(!commitButton(dialog)->isEnabled());
    dialog.setMessage(QStringLiteral("Add notes"));
    QVERIFY(commitButton(dialog)->isEnabled());
    QVERIFY(filesOf(dialog)->setData(filesOf(dialog)->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!commitButton(dialog)->isEnabled());
}

void CommitDialogTest::itCommitsWhatIsTicked()
{
    CommitDialog dialog(nullptr, repositoryOf(*m_git));
    openDialog(dialog);
    dialog.setMessage(QStringLiteral("Wait for the extraction\n\nIt may be late."));
    QAbstractItemModel* files = filesOf(dialog);
    for (int row = 0; row < files->rowCount(); ++row) {
        if (!files->index(row, 0).data().toString().contains(QStringLiteral("trakit")))
            files->setData(files->index(row, 0), Qt::Unchecked, Qt::CheckStateRole);
    }
    QCOMPARE(commitButton(dialog)->text(), QStringLiteral("Commit 1 of 3"));
    QSignalSpy committed(&dialog, &CommitDialog::committed);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    commitButton(dialog)->click();
    QVERIFY(dialog.isBusy());
    QVERIFY(!commitButton(dialog)->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(committed.size(), 1, 20000);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(committed.first().first().toString().toLatin1(), m_git->git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")}).trimmed());
    QCOMPARE(m_git->git({QStringLiteral("show"), QStringLiteral("--format=%B"), QStringLiteral("--name-only")}).trimmed(),
        QByteArray("Wait for the extraction\n\nIt may be late.\n\n\npipelines/trakit.yaml"));
}

void CommitDialogTest::onlyTheGivenPathsAreOffered()
{
    CommitDialog dialog(nullptr, repositoryOf(*m_git), {QStringLiteral("pipelines/trakit.yaml")});
    openDialog(dialog);
    QCOMPARE(filesOf(dialog)->rowCount(), 1);
    QVERIFY(!dialog.findChild<common::DiffView*>()->toPlainText().contains(QStringLiteral("notes.txt")));
}

void CommitDialogTest::aHookIsQuotedAndTheMessageStays()
{
    m_git->hook(QStringLiteral("pre-commit"), "echo 'yamllint: line 2: too <long>' >&2\nexit 1\n");
    CommitDialog dialog(nullptr, repositoryOf(*m_git));
    openDialog(dialog);
    dialog.setMessage(QStringLiteral("Wait"));
    QSignalSpy committed(&dialog, &CommitDialog::committed);
    commitButton(dialog)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 20000);
    QTRY_VERIFY(dialogShows(dialog, QStringLiteral("A hook refused the commit. It says:")));
    const auto texts = dialog.findChildren<QPlainTextEdit*>();
    QVERIFY(std::any_of(texts.cbegin(), texts.cend(), [](const QPlainTextEdit* t) { return t->isVisible() && t->toPlainText().contains(QStringLiteral("yamllint: line 2: too <long>")); }));
    QVERIFY(dialog.isVisible());
    QVERIFY(committed.isEmpty());
    QCOMPARE(dialog.message(), QStringLiteral("Wait"));
    QVERIFY(commitButton(dialog)->isEnabled());
}

void CommitDialogTest::aHangingHookCanBeStopped()
{
    m_git->hook(QStringLiteral("pre-commit"), "sleep 60\n");
    CommitDialog dialog(nullptr, repositoryOf(*m_git));
    openDialog(dialog);
    dialog.setMessage(QStringLiteral("Wait"));
    commitButton(dialog)->click();
    QVERIFY(dialogShows(dialog, QStringLiteral("Committing; hooks may take a while")));
    dialog.reject();
    QVERIFY(dialog.isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 20000);
    QTRY_VERIFY(dialogShows(dialog, QStringLiteral("Stopped; nothing was committed.")));
    QCOMPARE(m_git->git({QStringLiteral("rev-list"), QStringLiteral("--count"), QStringLiteral("HEAD")}).trimmed(), QByteArray("1"));
    dialog.reject();
    QVERIFY(!dialog.isVisible());
}

void CommitDialogTest::nothingChangedIsSaid()
{
    m_git->git({QStringLiteral("add"), QStringLiteral("-A")});
    m_git->git({QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("second")});
    CommitDialog dialog(nullptr, repositoryOf(*m_git));
    openDialog(dialog);
    QVERIFY(dialogShows(dialog, QStringLiteral("Nothing has changed since the last commit")));
    dialog.setMessage(QStringLiteral("Anyway"));
    QVERIFY(!commitButton(dialog)->isEnabled());
}

void CommitDialogTest::theKeyboardCommits()
{
    CommitDialog dialog(nullptr, repositoryOf(*m_git));
    openDialog(dialog);
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Wait for it"));
    QSignalSpy committed(&dialog, &CommitDialog::committed);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(committed.size(), 1, 20000);
    QCOMPARE(m_git->git({QStringLiteral("log"), QStringLiteral("-1"), QStringLiteral("--format=%s")}).trimmed(), QByteArray("Wait for it"));
}

void CommitDialogTest::filesAreTicked()
{
    ChangedFilesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles({{QStringLiteral("a"), QStringLiteral("modified"), false, {}}, {QStringLiteral("b"), QStringLiteral("conflicted"), false, {}},
        {QStringLiteral("c"), QStringLiteral("renamed"), true, QStringLiteral("z")}, {QStringLiteral("d"), QStringLiteral("untracked"), false, {}}});
    QCOMPARE(model.ticked(), QStringList({QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("d")}));
    QCOMPARE(model.conflicts(), 1);
    QVERIFY(!model.setData(model.index(1), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.ticked(), QStringList({QStringLiteral("c"), QStringLiteral("d")}));
    model.setLocked(true);
    QVERIFY(!model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(gitview::stateWords(model.file(2)), QStringLiteral("renamed from z"));
    QCOMPARE(gitview::stateLetter(model.file(3)), QChar(u'A'));
}

void CommitDialogTest::itLooksRightInEveryTheme_data()
{
    QTest::addColumn<int>("theme");
    for (const auto theme : {painting::Theme::Light, painting::Theme::Dark})
        QTest::newRow(qPrintable(painting::themeName(theme))) << int(theme);
}

void CommitDialogTest::itLooksRightInEveryTheme()
{
    QFETCH(int, theme);
    common::applyTheme(*qApp, painting::Theme(theme));
    m_git->hook(QStringLiteral("pre-commit"), "echo 'yamllint..................................Failed' >&2\necho 'pipelines/trakit.yaml:2:1: wrong indentation' >&2\nexit 1\n");
    CommitDialog dialog(nullptr, repositoryOf(*m_git));
    openDialog(dialog);
    QDir().mkpath(QStringLiteral(WK_BINARY_DIR "/pictures"));
    const QString picture = QStringLiteral(WK_BINARY_DIR "/pictures/commit-%1-%2.png");
    const QString name = painting::themeName(painting::Theme(theme));
    QVERIFY(dialog.grab().save(picture.arg(QStringLiteral("diff"), name)));
    dialog.setMessage(QStringLiteral("Wait for the extraction instead of a time of day"));
    commitButton(dialog)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy() && dialogShows(dialog, QStringLiteral("A hook refused the commit. It says:")), 20000);
    QVERIFY(dialog.grab().save(picture.arg(QStringLiteral("hook"), name)));
    QCOMPARE(dialog.grab().toImage().pixelColor(2, 2), painting::tokens(painting::Theme(theme)).surface);
}

WK_REGISTER_TEST(CommitDialogTest)
#include "tst_commitdialog.moc"
