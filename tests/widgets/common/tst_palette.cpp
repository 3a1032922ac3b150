// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "widgets/common/actions.h"
#include "widgets/common/commandpalette.h"
#include "widgets/common/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using common::ActionRegistry;

class TestPalette : public QObject {
    Q_OBJECT
private slots:
    void itemsKeepTheRulesOfItemModels();
    void typingAndEnterRunsTheBestMatch();
    void arrowsChooseAndEscapeDismisses();
    void aDisabledActionIsListedButDoesNotRun();
    void twoActionsOnOneKeyAreReported();
    void aButtonFollowsItsAction();
};

void TestPalette::itemsKeepTheRulesOfItemModels()
{
    common::PaletteModel model;
    const QAbstractItemModelTester tester(&model);
    model.setItems({{QStringLiteral("Undo"), QStringLiteral("Edit"), {}, true, {}}, {QStringLiteral("Redo"), QStringLiteral("Edit"), {}, true, {}}});
    QCOMPARE(model.rowCount(), 2);
    model.setPattern(QStringLiteral("red"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Redo"));
}

static void fillRegistry(ActionRegistry& registry)
{
    registry.add({QStringLiteral("edit.undo"), QStringLiteral("Edit"), QStringLiteral("&Undo"), QKeySequence::Undo});
    registry.add({QStringLiteral("file.open"), QStringLiteral("File"), QStringLiteral("&Open workspace…"), QKeySequence::Open});
    registry.add({QStringLiteral("runs.import"), QStringLiteral("Runs"), QStringLiteral("Import &files…")});
}

void TestPalette::typingAndEnterRunsTheBestMatch()
{
    QWidget window;
    window.resize(800, 600);
    ActionRegistry registry;
    fillRegistry(registry);
    common::CommandPalette palette(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy opened(registry.action(QStringLiteral("file.open")), &QAction::triggered);
    palette.open(QStringLiteral("Type a command"), common::paletteItems(registry));
    QVERIFY(palette.isVisible());
    QCOMPARE(palette.visibleTitles().size(), 3);
    QTest::keyClicks(palette.line(), QStringLiteral("opwo"));
    QCOMPARE(palette.visibleTitles(), QStringList{QStringLiteral("Open workspace…")});
    QTest::keyClick(palette.line(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QVERIFY(!palette.isVisible());
}

void TestPalette::arrowsChooseAndEscapeDismisses()
{
    QWidget window;
    window.resize(800, 600);
    QLineEdit before(&window);
    ActionRegistry registry;
    fillRegistry(registry);
    common::CommandPalette palette(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before.setFocus();
    QSignalSpy imported(registry.action(QStringLiteral("runs.import")), &QAction::triggered);
    palette.open({}, common::paletteItems(registry));
    QTest::keyClick(palette.line(), Qt::Key_Down);
    QTest::keyClick(palette.line(), Qt::Key_Down);
    QTest::keyClick(palette.line(), Qt::Key_Down);
    QTest::keyClick(palette.line(), Qt::Key_Return);
    QCOMPARE(imported.size(), 1);
    QVERIFY(before.hasFocus());
    palette.open({}, common::paletteItems(registry));
    QTest::keyClick(palette.line(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
    QVERIFY(before.hasFocus());
}

void TestPalette::aDisabledActionIsListedButDoesNotRun()
{
    QWidget window;
    window.resize(800, 600);
    ActionRegistry registry;
    fillRegistry(registry);
    QAction* undo = registry.action(QStringLiteral("edit.undo"));
    undo->setEnabled(false);
    QSignalSpy undone(undo, &QAction::triggered);
    common::CommandPalette palette(&window);
    window.show();
    palette.open({}, common::paletteItems(registry));
    QTest::keyClicks(palette.line(), QStringLiteral("undo"));
    QCOMPARE(palette.visibleTitles(), QStringList{QStringLiteral("Undo")});
    QTest::keyClick(palette.line(), Qt::Key_Return);
    QCOMPARE(undone.size(), 0);
    QVERIFY(palette.isVisible());
}

void TestPalette::twoActionsOnOneKeyAreReported()
{
    ActionRegistry registry;
    fillRegistry(registry);
    QVERIFY(registry.shortcutConflicts().isEmpty());
    registry.add({QStringLiteral("other"), QStringLiteral("Edit"), QStringLiteral("Other"), QKeySequence::Open});
    QCOMPARE(registry.shortcutConflicts().size(), 1);
    QVERIFY(registry.shortcutConflicts().first().contains(QStringLiteral("file.open")));
}

void TestPalette::aButtonFollowsItsAction()
{
    QWidget window;
    ActionRegistry registry;
    fillRegistry(registry);
    QAction* action = registry.action(QStringLiteral("runs.import"));
    QToolButton* button = common::actionButton(action, &window);
    QCOMPARE(button->text(), QStringLiteral("Import files…"));
    action->setEnabled(false);
    QVERIFY(!button->isEnabled());
    action->setEnabled(true);
    QSignalSpy triggered(action, &QAction::triggered);
    button->click();
    QCOMPARE(triggered.size(), 1);
}

WK_REGISTER_TEST(TestPalette)
#include "tst_palette.moc"
