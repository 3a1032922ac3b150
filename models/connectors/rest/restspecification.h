// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace connectors {

/// JSON Schema of the REST connector's config, in Airbyte's dialect.
[[nodiscard]] QJsonObject restSpecification();

} // namespace connectors
