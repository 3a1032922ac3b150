// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "tests/widgets/canvas/story.h"
#include "widgets/canvas/canvasview.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace canvas;

Q_DECLARE_METATYPE(pipeline::Layout)

namespace {
const QString viewSync = QStringLiteral("source_extraction.trakit_sync");
const QString viewShifts = QStringLiteral("source_extraction.shifts_dlt");
const QString viewBuild = QStringLiteral("dbt_transformation.dbt_build_models");
const QString viewCheck = QStringLiteral("dbt_transformation.accepted_statuses");
const QString viewRefresh = QStringLiteral("dashboards.pre_post_trip");
} // namespace

class TestCanvasView : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aClickSelectsAndCtrlClickAdds();
    void aRubberBandSelectsWhatItTouches();
    void draggingANodeMovesItOnTheGridInOneStep();
    void aTremblingClickMovesNothing();
    void draggingOneOfSeveralMovesThemAll();
    void draggingAFrameTakesItsTasksAlong();
    void escapeCancelsADrag();
    void draggingAPortConnects();
    void draggingAPortBackwardsIsRefusedWithASentence();
    void cConnectsByKeyboard();
    void escapeLeavesConnectMode();
    void tabWalksTheTasksAndThenLeaves();
    void arrowsFollowTheEdges();
    void ctrlArrowsMoveByOneStep();
    void deleteAsksToRemove();
    void edgesAndPipelinesAreReachedByKeyboard();
    void f2RenamesInPlace();
    void theMiddleButtonAndSpacePan();
    void theWheelPansAndZoomsAtTheCursor();
    void doubleClickAndEnterActivate();
    void arrangeAsksForALayoutOfEverythingOrTheSelection();
    void theContextMenuOffersWhatFitsTheSelection();
    void aNewSceneKeepsSelectionAndViewport();
    void theEmptyCanvasOffersTheNextSteps();
    void screenReadersSeeEveryTask();

private:
    [[nodiscard]] QPoint at(const QString& id) const;
    [[nodiscard]] QPoint port(const QString& id, bool out) const;
    void drag(const QPoint& from, const QPoint& to, Qt::MouseButton button = Qt::LeftButton);

    std::unique_ptr<CanvasView> m_view;
};

void TestCanvasView::init()
{
    m_view = std::make_unique<CanvasView>();
    m_view->resize(1040, 760);
    m_view->show();
    m_view->setScene(buildScene(story::input()));
    QApplication::setActiveWindow(m_view.get());
    m_view->setFocus();
    QTRY_VERIFY(m_view->isActiveWindow());
}

void TestCanvasView::cleanup()
{
    m_view.reset();
}

QPoint TestCanvasView::at(const QString& id) const
{
    const CanvasState& state = m_view->state();
    return state.viewport.toView(state.nodeRect(state.scene().nodeIndex.value(id)).center()).toPoint();
}

QPoint TestCanvasView::port(const QString& id, bool out) const
{
    const CanvasState& state = m_view->state();
    const int node = state.scene().nodeIndex.value(id);
    return state.viewport.toView(out ? state.outPort(node) : state.inPort(node)).toPoint();
}

void TestCanvasView::drag(const QPoint& from, const QPoint& to, Qt::MouseButton button)
{
    QTest::mousePress(m_view.get(), button, {}, from);
    QTest::mouseMove(m_view.get(), (from + to) / 2);
    QTest::mouseMove(m_view.get(), to);
    QTest::mouseRelease(m_view.get(), button, {}, to);
}

void TestCanvasView::aClickSelectsAndCtrlClickAdds()
{
    QSignalSpy selected(m_view.get(), &CanvasView::selectionChanged);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(viewSync));
    QCOMPARE(m_view->selection(), QStringList{viewSync});
    QTest::mouseClick(m_view.get(), Qt::LeftButton, Qt::ControlModifier, at(viewBuild));
    QCOMPARE(m_view->selection(), (QStringList{viewSync, viewBuild}));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, Qt::ControlModifier, at(viewSync));
    QCOMPARE(m_view->selection(), QStringList{viewBuild});
    QCOMPARE(selected.size(), 3);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(500, 560)); // the ground
    QCOMPARE(m_view->selection(), QStringList());
    QCOMPARE(selected.size(), 4);
}

void TestCanvasView::aRubberBandSelectsWhatItTouches()
{
    QSignalSpy selected(m_view.get(), &CanvasView::selectionChanged);
    drag(at(viewShifts) + QPoint(-140, 60), at(viewSync) + QPoint(20, 0));
    QCOMPARE(QSet<QString>(m_view->selection().cbegin(), m_view->selection().cend()), (QSet<QString>{viewSync, viewShifts}));
    QCOMPARE(selected.size(), 1);
}

void TestCanvasView::draggingANodeMovesItOnTheGridInOneStep()
{
    QSignalSpy moved(m_view.get(), &CanvasView::nodesMoved);
    const QPoint start = at(viewSync);
    drag(start, start + QPoint(50, 19));
    QCOMPARE(moved.size(), 1);
    const auto layout = moved[0][0].value<pipeline::Layout>();
    QCOMPARE(layout, (pipeline::Layout{{viewSync, QPointF(88 + 44, 110 + 22)}}));
    QCOMPARE(at(viewSync), start + QPoint(44, 22)); // shown at once; the document answers later
}

void TestCanvasView::aTremblingClickMovesNothing()
{
    QSignalSpy moved(m_view.get(), &CanvasView::nodesMoved);
    drag(at(viewSync), at(viewSync) + QPoint(2, 1));
    QCOMPARE(moved.size(), 0);
    QCOMPARE(m_view->selection(), QStringList{viewSync});
}

void TestCanvasView::draggingOneOfSeveralMovesThemAll()
{
    QSignalSpy moved(m_view.get(), &CanvasView::nodesMoved);
    m_view->setSelection({viewSync, viewBuild});
    drag(at(viewBuild), at(viewBuild) + QPoint(0, 66));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].value<pipeline::Layout>(), (pipeline::Layout{{viewSync, QPointF(88, 176)}, {viewBuild, QPointF(440, 176)}}));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(viewBuild)); // a plain click narrows the selection
    QCOMPARE(m_view->selection(), QStringList{viewBuild});
}

void TestCanvasView::draggingAFrameTakesItsTasksAlong()
{
    QSignalSpy moved(m_view.get(), &CanvasView::nodesMoved);
    const CanvasState& state = m_view->state();
    const QRectF before = state.frameRect(0);
    const QPoint title = state.viewport.toView(before.topLeft() + QPointF(30, 14)).toPoint();
    drag(title, title + QPoint(22, 44));
    QCOMPARE(moved[0][0].value<pipeline::Layout>(), (pipeline::Layout{{viewSync, QPointF(110, 154)}, {viewShifts, QPointF(110, 286)}}));
    QCOMPARE(state.frameRect(0), before.translated(22, 44));
}

void TestCanvasView::escapeCancelsADrag()
{
    QSignalSpy moved(m_view.get(), &CanvasView::nodesMoved);
    const QPoint start = at(viewSync);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, start);
    QTest::mouseMove(m_view.get(), start + QPoint(88, 88));
    QCOMPARE(at(viewSync), start + QPoint(88, 88));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(at(viewSync), start);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, start + QPoint(88, 88));
    QCOMPARE(moved.size(), 0);
}

void TestCanvasView::draggingAPortConnects()
{
    QSignalSpy changes(m_view.get(), &CanvasView::changesRequested);
    drag(port(viewSync, true), at(viewBuild));
    QCOMPARE(changes.size(), 1);
    const auto asked = changes[0][0].value<pipeline::Changes>();
    QCOMPARE(std::get<pipeline::AddDependency>(asked[0]).output, QStringLiteral("source_extraction.source_tables_ready"));
    QCOMPARE(std::get<pipeline::SetSchedule>(asked[1]).pipeline, QStringLiteral("dbt_transformation"));
    drag(port(viewSync, true), QPoint(500, 560)); // let go over the ground: nothing
    QCOMPARE(changes.size(), 1);
}

void TestCanvasView::draggingAPortBackwardsIsRefusedWithASentence()
{
    QSignalSpy changes(m_view.get(), &CanvasView::changesRequested);
    QSignalSpy refused(m_view.get(), &CanvasView::refused);
    drag(port(viewCheck, true), port(viewBuild, false));
    QCOMPARE(changes.size(), 0);
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused[0][0].toString().contains(QStringLiteral("wait for each other")));
}

void TestCanvasView::cConnectsByKeyboard()
{
    QSignalSpy changes(m_view.get(), &CanvasView::changesRequested);
    m_view->setSelection({viewSync});
    QTest::keyClick(m_view.get(), Qt::Key_C);
    QVERIFY(m_view->isConnecting());
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selection(), QStringList{viewSync}); // the mode points, it does not select
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(!m_view->isConnecting());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(std::get<pipeline::AddNeed>(changes[0][0].value<pipeline::Changes>()[0]).task, QStringLiteral("shifts_dlt"));
}

void TestCanvasView::escapeLeavesConnectMode()
{
    m_view->setSelection({viewSync});
    QTest::keyClick(m_view.get(), Qt::Key_C);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->isConnecting());
    QCOMPARE(m_view->state().current(), m_view->scene().nodeIndex.value(viewSync));
    QCOMPARE(m_view->selection(), QStringList{viewSync});
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->selection(), QStringList());
}

void TestCanvasView::tabWalksTheTasksAndThenLeaves()
{
    QWidget window;
    CanvasView* view = m_view.release();
    m_view.reset();
    view->setParent(&window);
    QLineEdit after(&window);
    window.show();
    view->show();
    QWidget::setTabOrder(view, &after);
    QApplication::setActiveWindow(&window);
    QTRY_VERIFY(window.isActiveWindow());
    view->setFocus();
    for (const QString& id : {viewSync, viewShifts, viewBuild, viewCheck, viewRefresh}) {
        QTest::keyClick(view, Qt::Key_Tab);
        QCOMPARE(view->selection(), QStringList{id});
    }
    QTest::keyClick(view, Qt::Key_Backtab);
    QCOMPARE(view->selection(), QStringList{viewCheck});
    QTest::keyClick(view, Qt::Key_Tab);
    QTest::keyClick(view, Qt::Key_Tab);
    QVERIFY(after.hasFocus());
}

void TestCanvasView::arrowsFollowTheEdges()
{
    m_view->setSelection({viewShifts});
    const QVector<QPair<Qt::Key, QString>> steps = {{Qt::Key_Right, viewBuild}, {Qt::Key_Right, viewCheck}, {Qt::Key_Down, viewRefresh},
        {Qt::Key_Left, viewBuild}, {Qt::Key_Left, viewSync}, {Qt::Key_Down, viewShifts}, {Qt::Key_Down, viewShifts}};
    for (const auto& step : steps) {
        QTest::keyClick(m_view.get(), step.first);
        QCOMPARE(m_view->selection(), QStringList{step.second});
    }
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_view->selection(), (QStringList{viewShifts, viewSync}));
}

void TestCanvasView::ctrlArrowsMoveByOneStep()
{
    QSignalSpy moved(m_view.get(), &CanvasView::nodesMoved);
    m_view->setSelection({viewSync});
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(moved.size(), 2);
    QCOMPARE(moved[1][0].value<pipeline::Layout>(), (pipeline::Layout{{viewSync, QPointF(110, 88)}}));
}

void TestCanvasView::deleteAsksToRemove()
{
    QSignalSpy changes(m_view.get(), &CanvasView::changesRequested);
    QSignalSpy refused(m_view.get(), &CanvasView::refused);
    m_view->setSelection({viewCheck});
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][1].toString(), QStringLiteral("Remove accepted_statuses"));
    QCOMPARE(m_view->scene().nodes.size(), 5); // the view never edits
    m_view->setSelection({});
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(refused.size(), 1);
}

void TestCanvasView::edgesAndPipelinesAreReachedByKeyboard()
{
    QSignalSpy changes(m_view.get(), &CanvasView::changesRequested);
    m_view->setSelection({viewCheck});
    QTest::keyClick(m_view.get(), Qt::Key_E);
    QCOMPARE(m_view->selection(), QStringList{viewBuild + QStringLiteral(" -> ") + viewCheck});
    QTest::keyClick(m_view.get(), Qt::Key_E); // its only edge
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(std::get<pipeline::RemoveNeed>(changes[0][0].value<pipeline::Changes>()[0]).need, QStringLiteral("dbt_build_models"));
    QTest::keyClick(m_view.get(), Qt::Key_P);
    QCOMPARE(m_view->selection(), QStringList{QStringLiteral("dbt_transformation")});
    QSignalSpy moved(m_view.get(), &CanvasView::nodesMoved);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(moved[0][0].value<pipeline::Layout>(), (pipeline::Layout{{viewBuild, QPointF(440, 132)}, {viewCheck, QPointF(726, 132)}}));
}

void TestCanvasView::f2RenamesInPlace()
{
    QSignalSpy changes(m_view.get(), &CanvasView::changesRequested);
    m_view->setSelection({viewSync});
    QTest::keyClick(m_view.get(), Qt::Key_F2);
    auto* editor = m_view->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr && editor->hasFocus());
    QTest::keyClick(editor, Qt::Key_Delete); // deletes text, not the task
    QTest::keyClicks(editor, QStringLiteral("sync"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(changes.size(), 1);
    const auto rename = std::get<pipeline::RenameTask>(changes[0][0].value<pipeline::Changes>()[0]);
    QCOMPARE(rename.task, QStringLiteral("trakit_sync"));
    QCOMPARE(rename.newId, QStringLiteral("sync"));
    QVERIFY(m_view->hasFocus());
}

void TestCanvasView::theMiddleButtonAndSpacePan()
{
    const QPoint before = at(viewSync);
    drag(QPoint(300, 500), QPoint(340, 470), Qt::MiddleButton);
    QCOMPARE(at(viewSync), before + QPoint(40, -30));
    QTest::keyPress(m_view.get(), Qt::Key_Space);
    drag(at(viewBuild), at(viewBuild) + QPoint(-10, 10)); // over a node too
    QTest::keyRelease(m_view.get(), Qt::Key_Space);
    QCOMPARE(at(viewSync), before + QPoint(30, -20));
    QCOMPARE(m_view->selection(), QStringList());
}

void TestCanvasView::theWheelPansAndZoomsAtTheCursor()
{
    const auto wheel = [this](const QPoint& angle, Qt::KeyboardModifiers modifiers, const QPointF& position) {
        QWheelEvent event(position, m_view->mapToGlobal(position), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &event);
    };
    const QPoint before = at(viewBuild);
    wheel(QPoint(0, 120), {}, before);
    QCOMPARE(at(viewBuild), before + QPoint(0, 66));
    wheel(QPoint(0, -120), Qt::ShiftModifier, before);
    QCOMPARE(at(viewBuild), before + QPoint(-66, 66));
    const QPoint anchor = at(viewBuild);
    wheel(QPoint(0, 240), Qt::ControlModifier, anchor);
    QVERIFY(qFuzzyCompare(m_view->state().viewport.scale(), 1.44));
    QVERIFY((at(viewBuild) - anchor).manhattanLength() <= 2);
    QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
    QVERIFY(qFuzzyCompare(m_view->state().viewport.scale(), 1.0));
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(m_view->state().viewport.scale() < 1.0);
    QTest::keyClick(m_view.get(), Qt::Key_F);
    QVERIFY(QRectF(m_view->rect()).contains(m_view->state().viewport.toView(m_view->state().bounds())));
}

void TestCanvasView::doubleClickAndEnterActivate()
{
    QSignalSpy activated(m_view.get(), &CanvasView::activated);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at(viewBuild));
    m_view->setSelection({viewSync});
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated[0][0].toString(), viewBuild);
    QCOMPARE(activated[1][0].toString(), viewSync);
}

void TestCanvasView::arrangeAsksForALayoutOfEverythingOrTheSelection()
{
    QSignalSpy moved(m_view.get(), &CanvasView::nodesMoved);
    QTest::keyClick(m_view.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(moved[0][0].value<pipeline::Layout>(), pipeline::layeredLayout(m_view->scene().workspace));
    m_view->setSelection({viewBuild, viewCheck});
    m_view->arrange();
    const auto part = moved[1][0].value<pipeline::Layout>();
    QCOMPARE(part, (pipeline::Layout{{viewBuild, QPointF(440, 110)}, {viewCheck, QPointF(726, 110)}}));
}

void TestCanvasView::theContextMenuOffersWhatFitsTheSelection()
{
    QAction extra(QStringLiteral("Run now"));
    m_view->addAction(&extra);
    m_view->setSelection({viewSync});
    const std::unique_ptr<QMenu> menu(m_view->createContextMenu());
    QSignalSpy changes(m_view.get(), &CanvasView::changesRequested);
    bool extraThere = false;
    for (QAction* action : menu->actions()) {
        extraThere |= action == &extra;
        if (action->text().startsWith(QStringLiteral("Remove"))) {
            QVERIFY(action->isEnabled());
            action->trigger();
        }
    }
    QVERIFY(extraThere);
    QCOMPARE(changes.size(), 1);
    m_view->setSelection({});
    const std::unique_ptr<QMenu> empty(m_view->createContextMenu());
    QVERIFY(!empty->actions().first()->isEnabled());
}

void TestCanvasView::aNewSceneKeepsSelectionAndViewport()
{
    m_view->setSelection({viewSync, viewCheck});
    m_view->zoomOut();
    const Viewport before = m_view->state().viewport;
    SceneInput input = story::input();
    input.workspace.pipelines[1].tasks.removeLast();
    m_view->setScene(buildScene(input));
    QCOMPARE(m_view->selection(), QStringList{viewSync});
    QCOMPARE(m_view->state().viewport, before);
}

void TestCanvasView::theEmptyCanvasOffersTheNextSteps()
{
    m_view->setScene(CanvasScene());
    QSignalSpy add(m_view.get(), &CanvasView::addTaskRequested);
    QSignalSpy open(m_view.get(), &CanvasView::openWorkspaceRequested);
    for (QPushButton* button : m_view->findChildren<QPushButton*>()) {
        if (button->isVisible()) {
            button->click();
        }
    }
    QCOMPARE(add.size(), 1);
    QCOMPARE(open.size(), 1);
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Left, Qt::Key_C, Qt::Key_F2, Qt::Key_Return, Qt::Key_F, Qt::Key_Escape}) {
        QTest::keyClick(m_view.get(), key); // nothing to act on, nothing to fall over
    }
    QCOMPARE(m_view->selection(), QStringList());
}

void TestCanvasView::screenReadersSeeEveryTask()
{
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(root != nullptr);
    QVERIFY(root->childCount() >= 5);
    m_view->setSelection({viewBuild});
    QAccessibleInterface* node = root->child(m_view->scene().nodeIndex.value(viewBuild));
    QCOMPARE(node->text(QAccessible::Name), QStringLiteral("dbt_build_models in dbt_transformation"));
    QCOMPARE(node->text(QAccessible::Description),
        QStringLiteral("dbt build, Read too early, 01:36 → 01:58 · 22 min, reads from trakit_sync, reads from shifts_dlt"));
    QVERIFY(node->state().selected);
    QCOMPARE(root->indexOfChild(node), m_view->scene().nodeIndex.value(viewBuild));
    QVERIFY(node->rect().contains(m_view->mapToGlobal(at(viewBuild))));
}

WK_REGISTER_TEST(TestCanvasView)
#include "tst_canvasview.moc"
