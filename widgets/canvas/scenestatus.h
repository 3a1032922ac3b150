// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/diagnose.h"
#include "widgets/canvas/scenebuilder.h"

class QLocale;

namespace canvas {

/// Last result of each task that ever ran: its state, worsened by what the diagnosis says of that run, and one line
/// `01:36 → 01:58 · 22 min` (or rows) in the pipeline's zone. Pure.
[[nodiscard]] QHash<QString, NodeStatus> nodeStatuses(const pipeline::Workspace& workspace, const freshness::Picture& picture, const QLocale& locale);

/// Per pair of tasks: on how many of the judged days the consumer read too early. Badge only where it did.
[[nodiscard]] QVector<EdgeStatus> edgeStatuses(const freshness::Diagnosis& diagnosis);

} // namespace canvas
