// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/diagnose.h"
#include "models/freshness/edges.h"
#include "models/freshness/facts.h"

namespace freshness {

/// Fills runs, ghosts and observations: what the timeline draws.
void paintPicture(const World& world, const Judgements& judgements, const Facts& facts, Picture& picture);

} // namespace freshness
