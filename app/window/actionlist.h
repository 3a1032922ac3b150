// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenuBar;

namespace common {
class ActionRegistry;
}

namespace window {

/// Makes every action of the window, in the order of the menus. What they do is connected by the controllers.
void registerActions(common::ActionRegistry& registry);
/// One menu for each category, in order; submenus for those that have a menu of their own.
void fillMenuBar(const common::ActionRegistry& registry, QMenuBar& bar);

} // namespace window
