// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/commandpalette.h"

#include "widgets/common/actions.h"
#include "widgets/common/palettemodel.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

namespace common {

QVector<PaletteItem> paletteItems(const ActionRegistry& registry)
{
    QVector<PaletteItem> items;
    for (QAction* action : registry.actions()) {
        if (!action->isVisible() || action->menu())
            continue;
        items.append({plainText(action), ActionRegistry::categoryOf(action), action->shortcut().toString(QKeySequence::NativeText),
            action->isEnabled(), [action] { action->trigger(); }});
    }
    return items;
}

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window)
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new PaletteModel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    buildLayout();
    hide();
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::refilter);
    connect(m_list, &QListView::activated, this, &CommandPalette::runCurrent);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && now && !isAncestorOf(now) && now != this)
            hide();
    });
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::buildLayout()
{
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Matches"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_line);
    column->addWidget(m_list);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(24);
    shadow->setOffset(0, 6);
    shadow->setColor(QColor(0, 0, 0, 70));
    setGraphicsEffect(shadow);
}

void CommandPalette::open(const QString& placeholder, QVector<PaletteItem> items)
{
    if (QWidget* focus = QApplication::focusWidget(); focus && !isAncestorOf(focus))
        m_before = focus;
    m_model->setItems(std::move(items));
    m_line->setPlaceholderText(placeholder);
    m_line->setAccessibleName(placeholder);
    m_line->clear();
    refilter();
    const QWidget* window = parentWidget();
    const int width = qMin(620, window->width() - 40);
    setGeometry((window->width() - width) / 2, 60, width, qMin(400, window->height() - 100));
    show();
    raise();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::dismiss()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

QStringList CommandPalette::visibleTitles() const
{
    QStringList titles;
    for (int row = 0; row < m_model->rowCount(); ++row)
        titles.append(m_model->index(row).data().toString());
    return titles;
}

void CommandPalette::refilter()
{
    m_model->setPattern(m_line->text());
    m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::runCurrent()
{
    const PaletteItem* item = m_model->item(m_list->currentIndex().row());
    if (!item || !item->enabled)
        return;
    const std::function<void()> run = item->run; // the list may be refilled by what runs
    dismiss();
    if (run)
        run();
}

void CommandPalette::moveCurrent(int step)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = qBound(0, m_list->currentIndex().row() + step, count - 1);
    m_list->setCurrentIndex(m_model->index(row));
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Down:
        moveCurrent(1);
        return true;
    case Qt::Key_Up:
        moveCurrent(-1);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(10);
        return true;
    case Qt::Key_PageUp:
        moveCurrent(-10);
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QFrame::eventFilter(watched, event);
}

} // namespace common
