// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/zone.h"
#include "models/freshness/proposal.h"

/// The finding, the proposal and the diff of the sample's bad morning, as the engine words them.
namespace badmorning {

[[nodiscard]] base::Zone losAngeles();
[[nodiscard]] freshness::Finding race();
[[nodiscard]] freshness::Finding late();
[[nodiscard]] freshness::Proposal proposal();
[[nodiscard]] QString diff();

} // namespace badmorning
