// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/emptystate.h"

namespace common {
class ActionRegistry;
}

namespace window {

/// What stands in the middle while no workspace is open.
[[nodiscard]] common::EmptyState* makeStartPage(const common::ActionRegistry& actions, QWidget* parent);

} // namespace window
