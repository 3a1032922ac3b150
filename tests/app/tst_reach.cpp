// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fixture.h"
#include "tests/support/register.h"

#include "app/window/selection.h"
#include "widgets/common/actions.h"
#include "widgets/common/commandpalette.h"

#include <QAccessible>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>

class TestReach : public QObject {
    Q_OBJECT
private slots:
    void everyActionStandsInAMenu();
    void noTwoActionsShareAKey();
    void thePaletteFindsEveryActionByItsName();
    void everyWidgetThatTakesTheFocusHasAName_data();
    void everyWidgetThatTakesTheFocusHasAName();
};

static void collectActions(const QList<QAction*>& actions, QSet<QAction*>& found)
{
    for (QAction* action : actions) {
        found.insert(action);
        if (action->menu())
            collectActions(action->menu()->actions(), found);
    }
}

void TestReach::everyActionStandsInAMenu()
{
    WindowFixture f;
    QSet<QAction*> found;
    collectActions(f.win().menuBar()->actions(), found);
    for (QAction* action : f.win().actionRegistry().actions())
        QVERIFY2(found.contains(action), qPrintable(action->objectName()));
}

void TestReach::noTwoActionsShareAKey()
{
    WindowFixture f;
    QVERIFY2(f.win().actionRegistry().shortcutConflicts().isEmpty(), qPrintable(f.win().actionRegistry().shortcutConflicts().join(u'\n')));
}

void TestReach::thePaletteFindsEveryActionByItsName()
{
    WindowFixture f;
    f.openWorkspace();
    f.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(f.win().palette().isVisible());
    for (const QAction* action : f.win().actionRegistry().actions()) {
        if (action->menu())
            continue;
        const QString name = common::plainText(action);
        f.win().palette().line()->setText(name);
        QVERIFY2(f.win().palette().visibleTitles().contains(name), qPrintable(name));
    }
    f.win().palette().line()->setText(QStringLiteral("theme dark"));
    QVERIFY(!f.win().palette().visibleTitles().isEmpty());
    f.key(Qt::Key_Escape);
    QVERIFY(!f.win().palette().isVisible());
}

void TestReach::everyWidgetThatTakesTheFocusHasAName_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("id");
    QTest::newRow("design, task") << 0 << int(window::Selected::Kind::Task) << QStringLiteral("transformation.build_models");
    QTest::newRow("design, pipeline") << 0 << int(window::Selected::Kind::Pipeline) << QStringLiteral("transformation");
    QTest::newRow("timeline, dataset") << 1 << int(window::Selected::Kind::Dataset) << QStringLiteral("raw.orders");
    QTest::newRow("sync, connection") << 2 << int(window::Selected::Kind::Connection) << QStringLiteral("shop_api");
    QTest::newRow("yaml") << 3 << int(window::Selected::Kind::None) << QString();
}

void TestReach::everyWidgetThatTakesTheFocusHasAName()
{
    QFETCH(int, view);
    QFETCH(int, kind);
    QFETCH(QString, id);
    WindowFixture f;
    f.openWorkspace();
    f.win().showView(window::View(view));
    f.win().selection().set(window::Selected::Kind(kind), id);
    int looked = 0;
    for (QWidget* widget : f.win().findChildren<QWidget*>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->inherits("QMenu"))
            continue;
        ++looked;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
            qPrintable(QStringLiteral("%1 %2 in %3").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                widget->parentWidget()->objectName())));
    }
    QVERIFY(looked > 8);
}

WK_REGISTER_TEST(TestReach)
#include "tst_reach.moc"
