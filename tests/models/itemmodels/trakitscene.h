// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/diagnose.h"
#include "models/pipeline/model.h"

/// The scene of the mock-up, by hand: three weeks in which dbt read trakit.statuses at 01:36, and on 3 October 2025 the load that
/// usually ends at 00:52 ended at 07:04:12 after a retry. What the painter, the models and the gestures are tested with.
namespace scene {

[[nodiscard]] pipeline::Workspace workspace();
[[nodiscard]] freshness::Picture picture(int days = 21);
/// One lane of `count` runs a quarter of an hour apart, every `failEvery`th failed; spread over `lanes` lanes.
[[nodiscard]] freshness::Picture crowd(int count, int lanes, int failEvery);

/// Local time in Los Angeles (UTC-7 in October 2025), seconds included.
[[nodiscard]] base::UtcTime la(int day, int hour, int minute, int second = 0);

} // namespace scene
