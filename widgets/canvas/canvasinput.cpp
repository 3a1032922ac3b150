// SPDX-License-Identifier: GPL-3.0-or-later
// CanvasView: what hands do. Commands are in canvascommands.cpp.
#include "widgets/canvas/canvasview.h"

#include "widgets/canvas/navigation.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace canvas {
namespace {
constexpr double zoomStep = 1.2;
constexpr double wheelPan = 66; ///< view pixels for one notch: three steps of the grid
}

void CanvasView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (m_gesture) {
        return; // a second button during a drag changes nothing
    }
    const QPointF view = event->position();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_space)) {
        m_gesture = std::make_unique<PanGesture>(m_state, view);
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton) {
        pressLeft(view, event->modifiers());
    } else if (event->button() == Qt::RightButton) {
        const QString id = m_state.idOf(m_state.hit(m_state.viewport.toScene(view)));
        if (!m_state.isSelected(id)) {
            setSelection(id.isEmpty() ? QStringList() : QStringList{id});
            emit selectionChanged(selection());
        }
    }
    refresh();
}

void CanvasView::pressLeft(const QPointF& view, Qt::KeyboardModifiers modifiers)
{
    const Hit hit = m_state.hit(m_state.viewport.toScene(view));
    const bool add = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (hit.kind == Hit::Kind::Nothing) {
        m_gesture = std::make_unique<BandGesture>(m_state, view, add);
        return;
    }
    if (isConnecting() && hit.kind != Hit::Kind::Edge && hit.kind != Hit::Kind::Frame) {
        requestConnect(m_connectFrom, m_state.idOf(hit));
        return;
    }
    if (hit.kind == Hit::Kind::OutPort) {
        m_gesture = std::make_unique<ConnectGesture>(m_state, hit.index, view);
        return;
    }
    const QString id = m_state.idOf(hit);
    const bool wasSelected = m_state.isSelected(id);
    if (hit.kind == Hit::Kind::Node || hit.kind == Hit::Kind::InPort) {
        m_state.setCurrent(hit.index);
    }
    if (add) {
        m_state.toggle(id);
    } else if (!wasSelected) {
        m_state.setSelection({id});
    }
    if (!add && hit.kind != Hit::Kind::Edge) {
        m_gesture = std::make_unique<MoveGesture>(m_state, view, id, wasSelected);
    }
    if (add || !wasSelected) {
        emit selectionChanged(selection());
    }
}

void CanvasView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_gesture) {
        updateCursor(event->position());
        return;
    }
    m_gesture->move(event->position());
    refresh();
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_gesture && event->button() != Qt::RightButton) {
        const std::unique_ptr<Gesture> gesture = std::move(m_gesture);
        finish(gesture->end(event->position()));
        updateCursor(event->position());
        refresh();
    }
}

void CanvasView::finish(const GestureResult& result)
{
    if (result.selectionChanged) {
        emit selectionChanged(selection());
    }
    if (!result.moved.isEmpty()) {
        emit nodesMoved(result.moved);
    }
    if (!result.connectTo.isEmpty()) {
        requestConnect(result.connectFrom, result.connectTo);
    }
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QString id = m_state.idOf(m_state.hit(m_state.viewport.toScene(event->position())));
    if (event->button() == Qt::LeftButton && !id.isEmpty()) {
        emit activated(id);
    }
}

void CanvasView::updateCursor(const QPointF& view)
{
    if (m_space) {
        setCursor(Qt::OpenHandCursor);
        return;
    }
    const Hit hit = m_state.hit(m_state.viewport.toScene(view));
    setCursor(hit.kind == Hit::Kind::OutPort ? Qt::CrossCursor : Qt::ArrowCursor);
}

void CanvasView::wheelEvent(QWheelEvent* event)
{
    const QPointF notches = QPointF(event->angleDelta()) / 120.0;
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAt(event->position(), std::pow(zoomStep, notches.y()));
    } else {
        QPointF delta = event->pixelDelta().isNull() ? notches * wheelPan : QPointF(event->pixelDelta());
        if (event->modifiers() & Qt::ShiftModifier && qFuzzyIsNull(delta.x())) {
            delta = QPointF(delta.y(), 0);
        }
        m_state.viewport.panBy(delta);
    }
    event->accept();
    refresh();
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event)
{
    const std::unique_ptr<QMenu> menu(createContextMenu());
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && m_state.current() >= 0) {
        at = mapToGlobal(m_state.viewport.toView(m_state.nodeRect(m_state.current())).center().toPoint());
    }
    menu->exec(at);
}

void CanvasView::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (handleArrow(key, modifiers)) {
        return;
    }
    if (key == Qt::Key_Plus || key == Qt::Key_Equal) {
        zoomIn();
    } else if (key == Qt::Key_Minus) {
        zoomOut();
    } else if (modifiers == Qt::ControlModifier && key == Qt::Key_0) {
        zoomTo100();
    } else if (modifiers == Qt::ControlModifier && key == Qt::Key_L) {
        arrange();
    } else if (modifiers == Qt::ControlModifier && key == Qt::Key_A) {
        selectAll();
    } else if (key == Qt::Key_Space && !event->isAutoRepeat()) {
        m_space = true;
        setCursor(Qt::OpenHandCursor);
    } else if (modifiers != Qt::NoModifier || !handlePlainKey(key)) {
        QWidget::keyPressEvent(event);
    }
}

bool CanvasView::handlePlainKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isConnecting() && m_state.current() >= 0) {
            requestConnect(m_connectFrom, scene().nodes[m_state.current()].id);
        } else if (m_state.current() >= 0) {
            emit activated(scene().nodes[m_state.current()].id);
        }
        return true;
    case Qt::Key_F:
        fitAll();
        return true;
    case Qt::Key_C:
        startConnecting();
        return true;
    case Qt::Key_E:
        selectNextEdge();
        return true;
    case Qt::Key_P:
        selectPipeline();
        return true;
    case Qt::Key_F2:
        renameCurrent();
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        deleteSelection();
        return true;
    case Qt::Key_Escape:
        cancel();
        return true;
    default:
        return false;
    }
}

bool CanvasView::handleArrow(int key, Qt::KeyboardModifiers modifiers)
{
    struct Arrow {
        int key;
        Direction direction;
        QPointF step;
    };
    const double grid = metrics().grid;
    const Arrow arrows[] = {{Qt::Key_Left, Direction::Left, {-grid, 0}}, {Qt::Key_Right, Direction::Right, {grid, 0}},
        {Qt::Key_Up, Direction::Up, {0, -grid}}, {Qt::Key_Down, Direction::Down, {0, grid}}};
    for (const Arrow& arrow : arrows) {
        if (arrow.key != key) {
            continue;
        }
        if (modifiers & Qt::ControlModifier) {
            moveSelectionBy(arrow.step);
        } else {
            const int from = m_state.current();
            goTo(from < 0 ? nextNode(m_state, -1, true) : nodeTowards(m_state, from, arrow.direction), modifiers & Qt::ShiftModifier);
        }
        return true;
    }
    return false;
}

// Tab walks the tasks; past the last one it leaves the canvas, so that nobody is trapped.
bool CanvasView::focusNextPrevChild(bool next)
{
    const int node = nextNode(m_state, m_state.current(), next);
    if (node < 0) {
        m_state.setCurrent(-1);
        return QWidget::focusNextPrevChild(next);
    }
    goTo(node, false);
    return true;
}

void CanvasView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_space = false;
        setCursor(Qt::ArrowCursor);
    }
    QWidget::keyReleaseEvent(event);
}

void CanvasView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_state.current() < 0 && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)) {
        goTo(nextNode(m_state, -1, event->reason() == Qt::TabFocusReason), false);
    }
    update();
}

void CanvasView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_space = false;
    update();
}

} // namespace canvas
