// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"
#include "app/window/selection.h"

#include <QObject>

namespace window {

/// Command palette and Find anything.
class FindController : public QObject {
    Q_OBJECT
public:
    explicit FindController(const Context& context, QObject* parent = nullptr);

signals:
    void chosen(const window::Selected& selected);

private:
    void openPalette();
    void openFinder();

    Context m;
};

} // namespace window
