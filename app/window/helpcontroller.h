// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"

#include <QObject>

namespace window {

/// The Help menu.
class HelpController : public QObject {
    Q_OBJECT
public:
    explicit HelpController(const Context& context, QObject* parent = nullptr);

private:
    void showFirstSteps();
    void showShortcuts();
    void copySystemInformation();
    void showAbout();

    Context m;
};

} // namespace window
