// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace syncs {

/// dlt's snake_case for one identifier (sync.md 1.1; dlt 1.31 normalizers/naming/snake_case.py). `_empty` for blank ones.
[[nodiscard]] QString snakeCase(const QString& identifier);
/// dlt's rule for a document's key: cut at every `__`, empty pieces dropped, each piece snake_case, joined with `__`.
[[nodiscard]] QString columnName(const QString& key);
/// SQL identifier in double quotes.
[[nodiscard]] QString quotedName(const QString& name);

} // namespace syncs
