// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/pipeline/change.h"
#include "widgets/canvas/canvasscene.h"

/// Gestures as changes of the text. Pure: the view proposes, the document disposes.
namespace canvas {

struct EditRequest {
    pipeline::Changes changes;
    QString text; ///< for the undo menu
};

/// `from` -> `to`, both `pipeline.task`. In one pipeline a need; between two the consumer's pipeline waits for an output of
/// the producer's (a new one if it has none) and gives up its own schedule, because a pipeline has one or the other.
/// Errors, each a sentence for the user: `canvas.itself`, `canvas.exists`, `canvas.cycle`, `canvas.no_task`.
[[nodiscard]] base::Result<EditRequest> connectRequest(const pipeline::Workspace& workspace, const QString& from, const QString& to);

/// Removes tasks, pipelines and edges by their ids, and first whatever points to them.
/// Error `canvas.data_edge`: an edge that a dataset makes cannot be deleted here; `canvas.nothing`.
[[nodiscard]] base::Result<EditRequest> deleteRequest(const CanvasScene& scene, const QStringList& ids);

/// Errors `canvas.name` (empty, or characters no id may have), `canvas.taken`.
[[nodiscard]] base::Result<EditRequest> renameRequest(const pipeline::Workspace& workspace, const QString& task, const QString& newId);

} // namespace canvas
