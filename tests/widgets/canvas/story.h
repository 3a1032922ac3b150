// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/scenebuilder.h"

/// The pipelines of the mock-up, with the results of 3 October.
namespace story {

[[nodiscard]] pipeline::Task task(const QString& id, const QString& kind, const QStringList& needs = {});
[[nodiscard]] canvas::SceneInput input();
/// n tasks in pipelines of 25, each task needing the one before and sometimes another.
[[nodiscard]] canvas::SceneInput large(int tasks);

} // namespace story
