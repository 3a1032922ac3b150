// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runs/sqlite.h"

namespace runs {

inline constexpr int schemaVersion = 1;

/// Brings an empty or older database to `schemaVersion`, step by step, each in its own transaction.
/// Errors `store.newer`, `store.corrupt`, `store.open`.
[[nodiscard]] base::Result<void> migrate(Database& database, const QString& path);

} // namespace runs
