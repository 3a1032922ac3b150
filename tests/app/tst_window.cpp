// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fixture.h"
#include "tests/support/register.h"

#include "app/window/bottomtabs.h"
#include "app/window/inspector.h"
#include "app/window/noticebar.h"
#include "app/window/problemsmodel.h"
#include "app/window/problemspanel.h"
#include "app/window/statusline.h"
#include "app/window/workspacetree.h"
#include "app/window/yamleditor.h"
#include "app/window/yamlpane.h"
#include "widgets/common/actions.h"
#include "widgets/common/commandpalette.h"
#include "widgets/common/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QTreeWidgetItemIterator>
#include <Qsci/qscilexer.h>

using window::Selected;
using window::View;

class TestWindow : public QObject {
    Q_OBJECT
private slots:
    void withoutAWorkspaceTheWindowOffersTheNextSteps();
    void anOpenedWorkspaceIsSeenEverywhere();
    void aFieldChangedByMouseIsOneUndoableEditOfTheText();
    void byKeyboardAloneATaskIsFoundEditedAndUndone();
    void whatIsTypedInTheYamlPaneIsAnEditOfTheDocument();
    void theYamlPaneFollowsAnEditWithoutLosingItsPlace();
    void aTaskIsAddedByItsKindsName();
    void aProblemLeadsToItsLine();
    void theProblemsModelKeepsTheRulesOfItemModels();
    void theThemeIsSwitchedWhileTheWindowIsOpen();
    void theLayoutIsRememberedAndCanBeReset();
    void anUnknownWorkspaceIsRefusedInWords();
};

void TestWindow::withoutAWorkspaceTheWindowOffersTheNextSteps()
{
    WindowFixture f;
    const auto* middle = f.win().findChild<QStackedWidget*>(QStringLiteral("middle"));
    QCOMPARE(middle->currentWidget()->objectName(), QStringLiteral("startPage"));
    for (const char* id : {"button.file.open", "button.file.sample"}) {
        const auto* button = middle->findChild<QWidget*>(QString::fromLatin1(id));
        QVERIFY(button && button->isVisible() && button->isEnabled());
    }
    QVERIFY(!f.action("pipeline.addTask")->isEnabled());
    QVERIFY(f.action("file.sample")->isEnabled());
}

void TestWindow::anOpenedWorkspaceIsSeenEverywhere()
{
    WindowFixture f;
    f.openWorkspace();
    QVERIFY(f.win().windowTitle().startsWith(QStringLiteral("Shop")));
    QStringList rows;
    for (QTreeWidgetItemIterator it(&f.win().tree()); *it; ++it)
        rows.append((*it)->text(0));
    for (const char* row : {"PIPELINES", "extraction", "orders_sync", "transformation", "build_models", "DATASETS", "raw.orders", "CONNECTIONS", "shop_api"})
        QVERIFY2(rows.contains(QString::fromLatin1(row)), row);
    QVERIFY2(f.win().status().words().contains(QStringLiteral("2 ")), qPrintable(f.win().status().words()));
    QVERIFY(f.win().status().words().startsWith(QStringLiteral("Shop")));
    f.win().showView(View::Yaml);
    QCOMPARE(f.win().yamlPane().editor()->content(), f.textOnDisk());
    QTRY_VERIFY(!f.win().session().isBusy());
    QCOMPARE(f.win().session().document().isModified(), false);
}

void TestWindow::aFieldChangedByMouseIsOneUndoableEditOfTheText()
{
    WindowFixture f;
    f.openWorkspace();
    const QByteArray before = f.text();
    f.win().selection().set(Selected::Kind::Task, QStringLiteral("transformation.build_models"));
    auto* select = f.win().inspector().findChild<QLineEdit*>(QStringLiteral("parameter.select"));
    QVERIFY(select && select->isVisible());
    QCOMPARE(select->text(), QStringLiteral("tag:nightly"));
    QTest::mouseDClick(select, Qt::LeftButton, {}, select->rect().center());
    select->selectAll();
    QTest::keyClicks(select, QStringLiteral("tag:hourly"));
    QCOMPARE(f.text(), before); // nothing before it is confirmed
    QTest::keyClick(select, Qt::Key_Return);
    QByteArray expected = before;
    expected.replace("tag:nightly", "tag:hourly");
    QCOMPARE(f.text(), expected);
    QCOMPARE(f.win().session().document().undoStack()->count(), 1);
    QVERIFY(f.action("edit.undo")->isEnabled());
    f.action("edit.undo")->trigger();
    QCOMPARE(f.text(), before);
    QCOMPARE(select->text(), QStringLiteral("tag:nightly"));
}

void TestWindow::byKeyboardAloneATaskIsFoundEditedAndUndone()
{
    WindowFixture f;
    f.openWorkspace();
    const QByteArray before = f.text();
    f.key(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(f.win().palette().isVisible());
    f.type(QStringLiteral("build_mod"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.win().selection().current(), (Selected{Selected::Kind::Task, QStringLiteral("transformation.build_models")}));
    // F6 until the inspector has the focus, Tab to the field.
    for (int i = 0; i < 5 && !f.win().inspector().isAncestorOf(QApplication::focusWidget()); ++i)
        f.key(Qt::Key_F6);
    QVERIFY(f.win().inspector().isAncestorOf(QApplication::focusWidget()));
    for (int i = 0; i < 20 && QApplication::focusWidget()->objectName() != QLatin1String("task.retries"); ++i)
        f.key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("task.retries"));
    f.key(Qt::Key_A, Qt::ControlModifier);
    f.type(QStringLiteral("5"));
    f.key(Qt::Key_Return);
    QByteArray expected = before;
    expected.replace("retries: 2", "retries: 5");
    QCOMPARE(f.text(), expected);
    f.key(Qt::Key_F6);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.text(), before);
    f.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.text(), expected);
}

void TestWindow::whatIsTypedInTheYamlPaneIsAnEditOfTheDocument()
{
    WindowFixture f;
    f.openWorkspace();
    const QByteArray before = f.text();
    f.key(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(f.win().view(), View::Yaml);
    window::YamlEditor* editor = f.win().yamlPane().editor();
    editor->setFocus();
    editor->setCursorPosition(16, 7);
    QTest::keyClicks(editor->viewport(), QStringLiteral(" "));
    QTest::keyClicks(editor, QStringLiteral("#a"));
    QVERIFY(f.text() != before);
    QCOMPARE(f.text(), editor->content());
    QCOMPARE(f.win().session().document().undoStack()->count(), 1); // typing merges
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.text(), before);
    QCOMPARE(editor->content(), before);
}

void TestWindow::theYamlPaneFollowsAnEditWithoutLosingItsPlace()
{
    WindowFixture f;
    f.openWorkspace();
    f.win().showView(View::Yaml);
    window::YamlEditor* editor = f.win().yamlPane().editor();
    editor->setCursorPosition(1, 3);
    QVERIFY(f.win().session().document().apply({pipeline::SetTaskField{QStringLiteral("transformation"), QStringLiteral("build_models"),
                                                    QStringLiteral("retries"), 7}}).ok());
    QCOMPARE(editor->content(), f.text());
    QVERIFY(editor->content().contains("retries: 7"));
    int line = 0;
    int index = 0;
    editor->getCursorPosition(&line, &index);
    QCOMPARE(line, 1);
    QCOMPARE(index, 3);
}

void TestWindow::aTaskIsAddedByItsKindsName()
{
    WindowFixture f;
    f.openWorkspace();
    f.win().selection().set(Selected::Kind::Pipeline, QStringLiteral("transformation"));
    f.key(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(f.win().palette().isVisible());
    f.type(QStringLiteral("sql check"));
    QVERIFY(!f.win().palette().visibleTitles().isEmpty());
    f.key(Qt::Key_Return);
    const pipeline::Pipeline* pipeline = f.win().session().document().workspace().pipeline(QStringLiteral("transformation"));
    QCOMPARE(pipeline->tasks.size(), 2);
    QVERIFY(!pipeline->tasks.last().kind.isEmpty());
    QCOMPARE(f.win().selection().current().id, QStringLiteral("transformation.") + pipeline->tasks.last().id);
    QVERIFY(f.text().contains("# everything nightly"));
}

void TestWindow::aProblemLeadsToItsLine()
{
    WindowFixture f;
    f.writeFile(QStringLiteral("pipelines/broken.yaml"), "pipelines:\n  lonely:\n    dependencies:\n      - nobody.nothing\n    tasks:\n      - one\n");
    f.openWorkspace();
    window::ProblemsModel* model = f.win().bottom().problems()->model();
    int row = -1;
    for (int i = 0; i < model->rowCount(); ++i) {
        if (model->problem(i) && model->problem(i)->place.file == QLatin1String("pipelines/broken.yaml") && model->problem(i)->severity == base::Severity::Error)
            row = i;
    }
    QVERIFY(row >= 0);
    QVERIFY(f.win().bottom().tabText(0).contains(QString::number(model->count())));
    f.action("view.problems")->trigger();
    QTableView* table = f.win().bottom().problems()->table();
    QVERIFY(table->hasFocus());
    table->setCurrentIndex(model->index(row, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(f.win().view(), View::Yaml);
    QCOMPARE(f.win().yamlPane().file(), QStringLiteral("pipelines/broken.yaml"));
    int line = 0;
    int index = 0;
    f.win().yamlPane().editor()->getCursorPosition(&line, &index);
    QCOMPARE(line + 1, model->problem(row)->place.line);
}

void TestWindow::theProblemsModelKeepsTheRulesOfItemModels()
{
    window::ProblemsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setProblems({{base::Severity::Error, QStringLiteral("pipeline.cycle"), QStringLiteral("a needs b needs a"), {QStringLiteral("x.yaml"), 4, 2, {}}}});
    freshness::Finding finding;
    finding.id = QStringLiteral("f1");
    finding.rule = QStringLiteral("consumer_started_before_producer_finished");
    finding.slotDate = QDate(2025, 10, 3);
    model.setFindings({finding});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.count(), 2);
    QCOMPARE(model.rowOfFinding(QStringLiteral("f1")), 1);
    QCOMPARE(model.index(0, 4).data().toString(), QStringLiteral("x.yaml:4:2"));
    QVERIFY(!model.finding(0));
    QCOMPARE(model.finding(1)->id, QStringLiteral("f1"));
}

void TestWindow::theThemeIsSwitchedWhileTheWindowIsOpen()
{
    WindowFixture f;
    f.openWorkspace();
    f.win().showView(View::Yaml);
    auto* dark = f.win().findChild<QAction*>(QStringLiteral("theme.dark"));
    QVERIFY(dark);
    dark->trigger();
    QCOMPARE(common::themeOf(f.win().QWidget::palette()), painting::Theme::Dark);
    QCOMPARE(f.win().yamlPane().editor()->lexer()->paper(0), painting::tokens(painting::Theme::Dark).surface);
    f.restart();
    QVERIFY(f.win().findChild<QAction*>(QStringLiteral("theme.dark"))->isChecked());
    common::applyTheme(*qApp, painting::Theme::Light);
}

void TestWindow::theLayoutIsRememberedAndCanBeReset()
{
    WindowFixture f;
    f.openWorkspace();
    auto* across = f.win().findChild<QSplitter*>(QStringLiteral("across"));
    const QList<int> before = across->sizes();
    across->setSizes({before.at(0) + 60, before.at(1) - 60, before.at(2)});
    const QList<int> changed = across->sizes();
    QVERIFY(changed != before);
    f.action("view.bottom")->setChecked(false);
    f.restart();
    across = f.win().findChild<QSplitter*>(QStringLiteral("across"));
    QCOMPARE(across->sizes().at(0), changed.at(0));
    QVERIFY(!f.win().bottom().isVisible());
    f.action("view.resetLayout")->trigger();
    QVERIFY(f.win().bottom().isVisible());
    QCOMPARE(across->sizes().at(0), painting::size::sidePanel);
}

void TestWindow::anUnknownWorkspaceIsRefusedInWords()
{
    WindowFixture f;
    QVERIFY(!f.win().openWorkspace(QStringLiteral("/nowhere/at/all")));
    QVERIFY(f.win().notices().sentence().contains(QStringLiteral("/nowhere/at/all")));
}

WK_REGISTER_TEST(TestWindow)
#include "tst_window.moc"
