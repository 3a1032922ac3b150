// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;
class QWidget;

namespace window {

/// Rows of 24 px, whole rows selected, no grid but the row lines, marks painted (markdelegate.h), Tab leaves the table.
[[nodiscard]] QTableView* plainTable(QWidget* parent, const QString& objectName, const QString& accessibleName);

} // namespace window
