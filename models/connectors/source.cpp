// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/source.h"

namespace connectors {

Source::~Source() = default;

} // namespace connectors
