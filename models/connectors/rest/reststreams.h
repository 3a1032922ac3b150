// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectors/rest/restconfig.h"

namespace connectors {

/// The streams of a REST configuration, in the order of the file.
[[nodiscard]] QVector<RestStream> readRestStreams(ConfigReader& reader, const yaml::Node& streams, const QString& path);

} // namespace connectors
