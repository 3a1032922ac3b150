// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/arguments.h"

class QApplication;

namespace window {

/// Names, translations and theme of a QApplication; then the window, until it is closed.
int runApplication(QApplication& application, const Arguments& arguments);

} // namespace window
