// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/world.h"

/// The steps in which a World is made.
namespace freshness {

/// Joins records and makes one execution of each physical run and dbt node.
void addExecutions(World& world);
/// Gives executions their jobs; jobs what they read and write.
void addJobs(World& world);
void fillSlotTables(World& world);
void indexWriters(World& world);

} // namespace freshness
