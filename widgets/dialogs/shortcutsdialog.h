// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace common {
class ActionRegistry;
}

namespace dialogs {

/// Every action with its key, made from the registry, with a search line.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const common::ActionRegistry& actions, QWidget* parent = nullptr);
};

} // namespace dialogs
