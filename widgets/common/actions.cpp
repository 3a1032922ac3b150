// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/actions.h"

#include <QMenu>
#include <QToolButton>

namespace common {

static constexpr const char* actionCategoryProperty = "wkCategory";

ActionRegistry::ActionRegistry(QObject* parent)
    : QObject(parent)
{
}

QAction* ActionRegistry::add(const Spec& spec)
{
    Q_ASSERT(!m_byId.contains(spec.id));
    auto* action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setProperty(actionCategoryProperty, spec.category);
    action->setShortcut(spec.shortcut);
    action->setStatusTip(spec.hint);
    QString tip = spec.hint.isEmpty() ? plainText(action) : spec.hint;
    if (!spec.shortcut.isEmpty())
        tip += QStringLiteral("  (%1)").arg(spec.shortcut.toString(QKeySequence::NativeText));
    action->setToolTip(tip);
    m_actions.append(action);
    m_byId.insert(spec.id, action);
    return action;
}

QAction* ActionRegistry::action(const QString& id) const
{
    return m_byId.value(id);
}

QString ActionRegistry::categoryOf(const QAction* action)
{
    return action->property(actionCategoryProperty).toString();
}

QStringList ActionRegistry::shortcutConflicts() const
{
    QStringList conflicts;
    QHash<QString, QString> seen;
    for (const QAction* action : m_actions) {
        // A key that only works inside one widget may mean something else in another.
        if (action->shortcutContext() == Qt::WidgetWithChildrenShortcut || action->shortcutContext() == Qt::WidgetShortcut)
            continue;
        for (const QKeySequence& key : action->shortcuts()) {
            const QString text = key.toString(QKeySequence::PortableText);
            if (text.isEmpty())
                continue;
            if (seen.contains(text))
                conflicts.append(QStringLiteral("%1: %2, %3").arg(text, seen.value(text), action->objectName()));
            seen.insert(text, action->objectName());
        }
    }
    return conflicts;
}

QString plainText(const QAction* action)
{
    QString text = action->text();
    return text.remove(u'&');
}

static void dressButton(QToolButton* button, const QAction* action, bool showKey)
{
    QString text = action->property("wkShort").toString();
    if (text.isEmpty())
        text = plainText(action);
    if (showKey && !action->shortcut().isEmpty())
        text += QStringLiteral("  ") + action->shortcut().toString(QKeySequence::NativeText);
    if (action->menu())
        text += QStringLiteral(" ▾");
    button->setText(text);
    button->setToolTip(action->toolTip());
    button->setAccessibleName(plainText(action));
    button->setEnabled(action->isEnabled());
    button->setVisible(action->isVisible());
    if (action->isCheckable())
        button->setChecked(action->isChecked());
}

QToolButton* actionButton(QAction* action, QWidget* parent, bool primary, bool showKey)
{
    auto* button = new QToolButton(parent);
    button->setProperty("button", true);
    button->setProperty("primary", primary);
    button->setObjectName(QStringLiteral("button.") + action->objectName());
    button->setFocusPolicy(Qt::TabFocus);
    button->setCheckable(action->isCheckable());
    if (action->menu()) {
        button->setMenu(action->menu());
        button->setPopupMode(QToolButton::InstantPopup);
    } else {
        QObject::connect(button, &QToolButton::clicked, action, [action] { action->trigger(); });
    }
    const auto dress = [button, action, showKey] { dressButton(button, action, showKey); };
    QObject::connect(action, &QAction::changed, button, dress);
    dress();
    return button;
}

} // namespace common
