// SPDX-License-Identifier: GPL-3.0-or-later
// CanvasView: what it can be told, by keys, menus and the window's actions.
#include "widgets/canvas/canvasview.h"

#include "widgets/canvas/navigation.h"
#include "widgets/canvas/renameeditor.h"
#include "widgets/canvas/requests.h"

#include <QAccessible>
#include <QMenu>

namespace canvas {
namespace {
constexpr double commandZoom = 1.2;
}

void CanvasView::zoomAt(const QPointF& view, double factor)
{
    m_state.viewport.zoomAt(view, factor);
    emit scaleChanged(m_state.viewport.scale());
    refresh();
}

void CanvasView::zoomIn()
{
    zoomAt(QPointF(rect().center()), commandZoom);
}

void CanvasView::zoomOut()
{
    zoomAt(QPointF(rect().center()), 1 / commandZoom);
}

void CanvasView::zoomTo100()
{
    zoomAt(QPointF(rect().center()), 1 / m_state.viewport.scale());
}

void CanvasView::fitAll()
{
    // The lower strip belongs to the zoom bar and the overview.
    m_state.viewport.fit(m_state.bounds(), QSizeF(width(), height() - 48));
    emit scaleChanged(m_state.viewport.scale());
    refresh();
}

void CanvasView::arrange()
{
    const pipeline::Layout part = arrangedSelection(scene(), selection());
    const pipeline::Layout positions = part.isEmpty() ? pipeline::layeredLayout(scene().workspace) : part;
    if (!positions.isEmpty()) {
        emit nodesMoved(positions);
    }
}

void CanvasView::selectAll()
{
    QStringList ids;
    for (const Node& node : scene().nodes) {
        ids.append(node.id);
    }
    m_state.setSelection(ids);
    emit selectionChanged(ids);
    refresh();
}

void CanvasView::selectNextEdge()
{
    const int node = m_state.current();
    if (node < 0 || m_state.edgesOf(node).isEmpty()) {
        return;
    }
    const QVector<int>& edges = m_state.edgesOf(node);
    int next = 0;
    for (int i = 0; i < edges.size(); ++i) {
        if (m_state.isSelected(scene().edgeId(edges[i]))) {
            next = int((i + 1) % edges.size());
        }
    }
    m_state.setSelection({scene().edgeId(edges[next])});
    emit selectionChanged(selection());
    refresh();
}

void CanvasView::selectPipeline()
{
    if (m_state.current() >= 0) {
        m_state.setSelection({scene().frames[scene().nodes[m_state.current()].frame].id});
        emit selectionChanged(selection());
        refresh();
    }
}

void CanvasView::deleteSelection()
{
    const auto request = deleteRequest(scene(), selection());
    if (request) {
        emit changesRequested(request.value().changes, request.value().text);
    } else {
        emit refused(request.error().message);
    }
}

void CanvasView::requestConnect(QString from, QString to)
{
    m_connectFrom.clear();
    const auto request = connectRequest(scene().workspace, from, to);
    if (request) {
        emit changesRequested(request.value().changes, request.value().text);
    } else {
        emit refused(request.error().message);
    }
    refresh();
}

void CanvasView::startConnecting()
{
    if (m_state.current() >= 0 && !m_gesture) {
        m_connectFrom = scene().nodes[m_state.current()].id;
        update();
    }
}

void CanvasView::renameCurrent()
{
    const int node = m_state.current();
    if (node < 0 || m_gesture) {
        return;
    }
    reveal(scene().nodes[node].id);
    const QString id = scene().nodes[node].id;
    auto* editor = new RenameEditor(scene().nodes[node].title, this);
    const QRectF rect = m_state.viewport.toView(m_state.nodeRect(node));
    editor->setGeometry(QRect(int(rect.left()) + 4, int(rect.top()) + 4, std::max(160, int(rect.width()) - 8), 26));
    connect(editor, &RenameEditor::accepted, this, [this, id](const QString& name) {
        const auto request = renameRequest(scene().workspace, id, name);
        if (request) {
            emit changesRequested(request.value().changes, request.value().text);
        } else {
            emit refused(request.error().message);
        }
    });
    editor->show();
    editor->setFocus();
}

void CanvasView::cancel()
{
    if (m_gesture) {
        m_gesture->cancel();
        m_gesture.reset();
        setCursor(Qt::ArrowCursor);
    } else if (isConnecting()) {
        m_state.setCurrent(scene().nodeIndex.value(m_connectFrom, -1));
        m_connectFrom.clear();
    } else if (!selection().isEmpty()) {
        m_state.setSelection({});
        emit selectionChanged({});
    }
    refresh();
}

void CanvasView::moveSelectionBy(const QPointF& offset)
{
    if (m_gesture) {
        return;
    }
    m_state.beginMove();
    m_state.moveTo(m_state.snapped(offset));
    const pipeline::Layout moved = m_state.endMove();
    if (!moved.isEmpty()) {
        emit nodesMoved(moved);
    }
    refresh();
}

void CanvasView::goTo(int node, bool extend)
{
    if (node < 0) {
        return;
    }
    m_state.setCurrent(node);
    m_state.viewport.reveal(m_state.nodeRect(node), size());
    if (!isConnecting()) {
        const QString id = scene().nodes[node].id;
        const QStringList before = selection();
        m_state.setSelection(extend ? before + QStringList{id} : QStringList{id});
        if (selection() != before) {
            emit selectionChanged(selection());
        }
    }
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(node);
    QAccessible::updateAccessibility(&focus);
    refresh();
}

QMenu* CanvasView::createContextMenu()
{
    auto* menu = new QMenu(this);
    const bool any = !selection().isEmpty();
    const bool task = m_state.current() >= 0 && m_state.isSelected(scene().nodes[m_state.current()].id);
    const auto add = [this, menu](const QString& text, bool enabled, auto slot) {
        QAction* action = menu->addAction(text);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, slot);
    };
    add(tr("Open in the inspector\tEnter"), any, [this] { emit activated(selection().value(0)); });
    add(tr("Rename…\tF2"), task, &CanvasView::renameCurrent);
    add(tr("Connect to…\tC"), task, &CanvasView::startConnecting);
    add(tr("Remove\tDel"), any, &CanvasView::deleteSelection);
    menu->addSeparator();
    add(tr("Add a task…"), true, &CanvasView::addTaskRequested);
    add(tr("Select all\tCtrl+A"), !scene().nodes.isEmpty(), &CanvasView::selectAll);
    add(selection().size() > 1 ? tr("Arrange the selection\tCtrl+L") : tr("Arrange everything\tCtrl+L"), !scene().nodes.isEmpty(), &CanvasView::arrange);
    add(tr("Show everything\tF"), !scene().isEmpty(), &CanvasView::fitAll);
    if (!actions().isEmpty()) {
        menu->addSeparator();
        menu->addActions(actions());
    }
    return menu;
}

} // namespace canvas
