// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/designpage.h"

#include "app/services/session.h"
#include "app/window/designscene.h"
#include "app/window/editcontroller.h"
#include "app/window/noticebar.h"
#include "widgets/canvas/canvasview.h"
#include "widgets/common/actions.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace window {

using Kind = Selected::Kind;

DesignPage::DesignPage(const Context& context, EditController& edits, QWidget* parent)
    : QWidget(parent)
    , m(context)
    , m_edits(edits)
    , m_canvas(new canvas::CanvasView(this))
{
    m_canvas->setObjectName(QStringLiteral("canvas"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_canvas);
    m_canvas->setTheme(common::themeOf(palette()));
    setFocusProxy(m_canvas);
    connectCanvas();
    connectModel();
    rebuild();
}

void DesignPage::connectCanvas()
{
    using canvas::CanvasView;
    connect(m_canvas, &CanvasView::changesRequested, this, [this](const pipeline::Changes& changes, const QString& text) { m_edits.apply(changes, text); });
    connect(m_canvas, &CanvasView::nodesMoved, this,
        [this](const pipeline::Layout& positions) { m.session.document().moveNodes(positions, tr("Move on the canvas")); });
    connect(m_canvas, &CanvasView::selectionChanged, this, &DesignPage::onSelectionChanged);
    connect(m_canvas, &CanvasView::activated, this, &DesignPage::onActivated);
    connect(m_canvas, &CanvasView::refused, this, [this](const QString& sentence) { m.notices.show(painting::Mark::Late, sentence); });
    connect(m_canvas, &CanvasView::addTaskRequested, m.actions.action(QStringLiteral("pipeline.addTask")), &QAction::trigger);
    connect(m_canvas, &CanvasView::openWorkspaceRequested, m.actions.action(QStringLiteral("file.open")), &QAction::trigger);
}

void DesignPage::connectModel()
{
    connect(&m.session.document(), &editing::PipelineDocument::changed, this, [this](const editing::DocumentChange& change) {
        if (change.what != editing::DocumentChange::What::Saved)
            rebuild();
    });
    connect(&m.session, &services::Session::pictureChanged, this, &DesignPage::rebuild);
    connect(&m.selection, &Selection::changed, this, &DesignPage::followSelection);
}

void DesignPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_canvas)
        m_canvas->setTheme(common::themeOf(palette()));
}

void DesignPage::rebuild()
{
    m_canvas->setScene(canvas::buildScene(sceneInput(m.session.document(), m.kinds, m.session.picture())));
}

void DesignPage::onSelectionChanged(const QStringList& ids)
{
    const QScopedValueRollback<bool> following(m_following, true);
    if (ids.size() == 1 && ids.first().contains(QLatin1String(" -> "))) {
        m.selection.set(Kind::Edge, ids.first()); // its history is a page at the bottom
        return;
    }
    // Several things: the last one that the inspector knows.
    for (auto it = ids.crbegin(); it != ids.crend(); ++it) {
        if (it->contains(QLatin1String(" -> ")))
            continue;
        m.selection.set(it->contains(u'.') ? Kind::Task : Kind::Pipeline, *it);
        return;
    }
    m.selection.clear();
}

void DesignPage::followSelection()
{
    if (m_following)
        return;
    const QString id = m.selection.current().qualified();
    m_canvas->setSelection(id.isEmpty() ? QStringList() : QStringList{id});
    if (!id.isEmpty())
        m_canvas->reveal(id);
}

void DesignPage::onActivated(const QString& id)
{
    if (!id.contains(QLatin1String(" -> ")))
        m.selection.set(id.contains(u'.') ? Kind::Task : Kind::Pipeline, id);
    m.actions.action(QStringLiteral("view.inspector"))->setChecked(true);
    // Enter on a node: its settings, starting with the name.
    if (QWidget* name = m.window.findChild<QWidget*>(QStringLiteral("task.name")); name && name->isVisible())
        name->setFocus(Qt::OtherFocusReason);
}

} // namespace window
