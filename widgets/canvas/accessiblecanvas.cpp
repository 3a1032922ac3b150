// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/accessiblecanvas.h"

#include "widgets/canvas/canvasview.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace canvas {
namespace {

class AccessibleNode : public QAccessibleInterface {
public:
    AccessibleNode(CanvasView* view, int node) : m_view(view), m_node(node) {}

    bool isValid() const override { return m_view != nullptr && m_node < m_view->scene().nodes.size(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view->window()->windowHandle(); }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] int node() const { return m_node; }

    QRect rect() const override
    {
        const QRect rect = m_view->state().viewport.toView(m_view->state().nodeRect(m_node)).toRect();
        return {m_view->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.focused = m_view->hasFocus() && m_view->state().current() == m_node;
        state.selected = m_view->state().isSelected(m_view->scene().nodes[m_node].id);
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        const Node& node = m_view->scene().nodes[m_node];
        if (kind == QAccessible::Name) {
            return CanvasView::tr("%1 in %2", "task in pipeline").arg(node.title, m_view->scene().frames[node.frame].title);
        }
        if (kind != QAccessible::Description) {
            return {};
        }
        QStringList words{node.kindLine};
        if (node.mark) {
            words.append(painting::markWord(*node.mark));
        }
        words.append(node.footer);
        for (const int index : m_view->state().edgesOf(m_node)) {
            const Edge& edge = m_view->scene().edges[index];
            if (edge.toNode == m_node) {
                const QString from = m_view->scene().nodes[edge.fromNode].title;
                words.append(edge.kind == Edge::Kind::Data ? CanvasView::tr("reads from %1").arg(from) : CanvasView::tr("waits for %1").arg(from));
            }
        }
        return words.join(QStringLiteral(", "));
    }

private:
    CanvasView* m_view;
    int m_node;
};

/// Nodes are the first children, then the widgets in the corners.
class AccessibleCanvas : public QAccessibleWidget {
public:
    explicit AccessibleCanvas(CanvasView* view) : QAccessibleWidget(view, QAccessible::Canvas), m_view(view) {}
    ~AccessibleCanvas() override
    {
        for (const QAccessible::Id id : std::as_const(m_ids)) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    int childCount() const override { return nodeCount() + QAccessibleWidget::childCount(); }

    QAccessibleInterface* child(int index) const override
    {
        if (index < 0) {
            return nullptr;
        }
        if (index >= nodeCount()) {
            return QAccessibleWidget::child(index - nodeCount());
        }
        if (!m_ids.contains(index)) {
            m_ids.insert(index, QAccessible::registerAccessibleInterface(new AccessibleNode(m_view, index)));
        }
        return QAccessible::accessibleInterface(m_ids.value(index));
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* node = dynamic_cast<const AccessibleNode*>(child);
        if (node != nullptr) {
            return node->node();
        }
        const int index = QAccessibleWidget::indexOfChild(child);
        return index < 0 ? index : index + nodeCount();
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPointF view = m_view->mapFromGlobal(QPointF(x, y));
        const Hit hit = m_view->state().hit(m_view->state().viewport.toScene(view));
        return hit.kind == Hit::Kind::Node ? child(hit.index) : QAccessibleWidget::childAt(x, y);
    }

    QAccessibleInterface* focusChild() const override
    {
        return m_view->hasFocus() && m_view->state().current() >= 0 ? child(m_view->state().current()) : QAccessibleWidget::focusChild();
    }

private:
    [[nodiscard]] int nodeCount() const { return int(m_view->scene().nodes.size()); }

    CanvasView* m_view;
    mutable QHash<int, QAccessible::Id> m_ids;
};

QAccessibleInterface* canvasInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<CanvasView*>(object);
    return view != nullptr ? new AccessibleCanvas(view) : nullptr;
}

} // namespace

void installAccessibleCanvas()
{
    static const bool installed = [] {
        QAccessible::installFactory(canvasInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace canvas
