// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/database.h"

namespace syncs {

/// The table beside `table` in which a replacement is built: readers see the old one whole until the swap.
[[nodiscard]] QString shadowOf(const QString& table);
/// What an unfinished read left. Inside a transaction.
[[nodiscard]] base::Result<void> dropShadow(Database& database, const QString& table);
/// The shadow takes the table's place, with the indexes that people made on it; without a shadow the table is emptied.
[[nodiscard]] base::Result<void> swapShadow(Database& database, const QString& table);

} // namespace syncs
