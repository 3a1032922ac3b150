// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fixture.h"
#include "tests/support/register.h"

#include "app/window/bottomtabs.h"
#include "app/window/inspector.h"
#include "app/window/problemspanel.h"
#include "app/window/toolstrip.h"
#include "widgets/common/segmented.h"
#include "widgets/diagnosis/diagnosispanel.h"
#include "widgets/diagnosis/diffdialog.h"
#include "widgets/git/commitdialog.h"

#include <QApplication>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using window::View;

/// The main job twice, from the sample to the commit: once without touching the mouse, once without touching the keyboard
/// (but for the words of the commit message).
class TestStoryKeys : public QObject {
    Q_OBJECT
private slots:
    void byKeyboardAlone();
    void byMouse();

private:
    static void openSample(WindowFixture& f);
    static QByteArray lastCommit(WindowFixture& f);
};

void TestStoryKeys::openSample(WindowFixture& f)
{
    qputenv("WEIRKEEPER_SAMPLES", WK_SOURCE_DIR "/resources/samples");
    for (const char* name : {"GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"})
        qputenv(name, "Weirkeeper test");
    for (const char* name : {"GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"})
        qputenv(name, "test@localhost");
    f.action("file.sample")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!f.win().session().picture().diagnosis.findings.isEmpty(), 60'000);
    QTRY_VERIFY(!f.win().session().isBusy());
    f.win().resize(1600, 1000);
}

QByteArray TestStoryKeys::lastCommit(WindowFixture& f)
{
    QProcess git;
    git.setWorkingDirectory(f.win().session().document().workspace().root);
    git.start(QStringLiteral("git"), {QStringLiteral("show"), QStringLiteral("--format=%s"), QStringLiteral("-U0")});
    git.waitForFinished();
    return git.readAllStandardOutput();
}

/// Presses Tab until a push button that starts with `text` has the focus.
static QPushButton* tabTo(WindowFixture& f, const QString& text)
{
    for (int i = 0; i < 60; ++i) {
        auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
        if (button && button->text().startsWith(text))
            return button;
        f.key(Qt::Key_Tab);
    }
    return nullptr;
}

static void checkChange(const QByteArray& commit)
{
    QVERIFY2(commit.contains("+      - source_extraction.source_tables_ready"), commit.constData());
    QVERIFY2(commit.contains("-    schedule: \"30 1 * * *\""), commit.constData());
    QVERIFY2(!commit.contains("\n-  #") && !commit.contains("\n-#"), commit.constData());
}

void TestStoryKeys::byKeyboardAlone()
{
    WindowFixture f;
    openSample(f);
    f.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier); // problems
    f.key(Qt::Key_Home);
    f.key(Qt::Key_Return);
    QCOMPARE(f.win().view(), View::Timeline);
    const auto* panel = f.win().inspector().findChild<diagnosis::DiagnosisPanel*>();
    QVERIFY(panel && panel->isVisible());
    QTRY_VERIFY(tabTo(f, QStringLiteral("Apply")) != nullptr);
    f.key(Qt::Key_Space);
    auto* diff = f.win().findChild<diagnosis::DiffDialog*>();
    QVERIFY(diff && diff->isVisible());
    QTRY_VERIFY(diff->isActiveWindow());
    QVERIFY(tabTo(f, QStringLiteral("Apply")) != nullptr);
    f.key(Qt::Key_Space);
    QVERIFY(!f.win().session().document().workspace().pipeline(QStringLiteral("dbt_transformation"))->schedule);
    f.win().activateWindow(); // offscreen has no window manager that would give it back
    QTRY_VERIFY(f.win().isActiveWindow());
    f.key(Qt::Key_K, Qt::ControlModifier); // commit
    QTRY_VERIFY(f.win().findChild<gitview::CommitDialog*>() != nullptr);
    auto* commit = f.win().findChild<gitview::CommitDialog*>();
    QTRY_VERIFY(commit->isActiveWindow());
    QVERIFY(commit->message().startsWith(QStringLiteral("Let dbt_transformation wait"))); // the edit's own words
    f.key(Qt::Key_A, Qt::ControlModifier);
    f.type(QStringLiteral("Let dbt wait for the extraction"));
    QTRY_COMPARE(commit->message(), QStringLiteral("Let dbt wait for the extraction"));
    QTRY_VERIFY(!commit->isBusy());
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(lastCommit(f).startsWith("Let dbt wait for the extraction"), 20'000);
    checkChange(lastCommit(f));
}

static QPushButton* buttonOf(QWidget& in, const QString& text)
{
    for (auto* button : in.findChildren<QPushButton*>()) {
        if (button->text().startsWith(text) && button->isVisible() && button->isEnabled())
            return button;
    }
    return nullptr;
}

void TestStoryKeys::byMouse()
{
    WindowFixture f;
    openSample(f);
    QTableView* table = f.win().bottom().problems()->table();
    const QPoint first = table->visualRect(table->model()->index(0, 0)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(f.win().view(), View::Timeline);
    auto* panel = f.win().inspector().findChild<diagnosis::DiagnosisPanel*>();
    QVERIFY(panel && panel->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(buttonOf(*panel, QStringLiteral("Apply")) != nullptr, 60'000);
    QTest::mouseClick(buttonOf(*panel, QStringLiteral("Apply")), Qt::LeftButton);
    auto* diff = f.win().findChild<diagnosis::DiffDialog*>();
    QVERIFY(diff && buttonOf(*diff, QStringLiteral("Apply")));
    QTest::mouseClick(buttonOf(*diff, QStringLiteral("Apply")), Qt::LeftButton);
    QVERIFY(!f.win().session().document().workspace().pipeline(QStringLiteral("dbt_transformation"))->schedule);
    f.action("git.commit")->trigger();
    QTRY_VERIFY(f.win().findChild<gitview::CommitDialog*>() != nullptr);
    auto* commit = f.win().findChild<gitview::CommitDialog*>();
    QTRY_VERIFY(commit->isActiveWindow());
    commit->setMessage(QStringLiteral("By mouse"));
    QTRY_VERIFY(buttonOf(*commit, QStringLiteral("Commit")) != nullptr);
    QTest::mouseClick(buttonOf(*commit, QStringLiteral("Commit")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(lastCommit(f).startsWith("By mouse"), 20'000);
    checkChange(lastCommit(f));
}

WK_REGISTER_TEST(TestStoryKeys)
#include "tst_storykeys.moc"
