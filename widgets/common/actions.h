// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QVector>

class QToolButton;

namespace common {

/// Every action of the window, by id: menus, tool bar, command palette and the page of shortcuts are made from this one list.
/// Owned by the window; actions are its children.
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    struct Spec {
        QString id;       ///< `file.open`
        QString category; ///< `File`, as the menu is called
        QString text;     ///< with & for the menu; `...` as the character … where something still asks
        QKeySequence shortcut = {};
        QString hint = {}; ///< one sentence for tool tip and status bar
    };

    explicit ActionRegistry(QObject* parent = nullptr);

    QAction* add(const Spec& spec);
    [[nodiscard]] QAction* action(const QString& id) const; ///< nullptr if unknown
    [[nodiscard]] const QVector<QAction*>& actions() const { return m_actions; }
    [[nodiscard]] static QString categoryOf(const QAction* action);
    /// Two actions that answer to one key: empty when all is well.
    [[nodiscard]] QStringList shortcutConflicts() const;

private:
    QVector<QAction*> m_actions;
    QHash<QString, QAction*> m_byId;
};

/// The text without the menu's mnemonic: `&Open…` -> `Open…`.
[[nodiscard]] QString plainText(const QAction* action);

/// A button that stands for an action (text, enabled state, tool tip with shortcut, its menu). `showKey` writes the key beside.
[[nodiscard]] QToolButton* actionButton(QAction* action, QWidget* parent, bool primary = false, bool showKey = false);

} // namespace common
