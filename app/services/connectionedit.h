// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace services {

/// Sets one key of `connections/<name>.yaml`, as the smallest splice. `key` is dotted, under `connection`
/// (`config.rate_limit`); `value` is YAML (`{requests: 480, per: minute}`). Maps that are missing on the way are made.
/// Errors of the YAML reader and of the file, with their places; the file is whole then.
[[nodiscard]] base::Result<void> editConnection(const QString& workspaceRoot, const QString& name, const QString& key, const QString& value);

} // namespace services
