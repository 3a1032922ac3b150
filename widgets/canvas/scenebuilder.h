// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/canvasscene.h"

namespace canvas {

/// How the catalogue calls a task kind.
struct KindInfo {
    QString title;
    QString icon;
    Work work = Work::Other;
};

/// Last result of a task.
struct NodeStatus {
    painting::Mark mark = painting::Mark::Unknown;
    QString footer;
};

/// How a consumer fared with a producer; tasks as `pipeline.task`.
struct EdgeStatus {
    QString from;
    QString to;
    painting::Mark mark = painting::Mark::Success;
    QString badge; ///< empty: no badge
};

struct SceneInput {
    pipeline::Workspace workspace;
    pipeline::Layout layout;              ///< may be partial: see pipeline::completedLayout
    QHash<QString, KindInfo> kinds;       ///< by kind id
    QHash<QString, NodeStatus> statuses;  ///< by `pipeline.task`
    QVector<EdgeStatus> edges;
};

/// Pure. Edges: needs; datasets (producer to consumer); dependencies, on the dataset edges between the two pipelines if
/// there are any, else from frame to frame. A status with a mark that is bad puts its badge on the edge.
[[nodiscard]] CanvasScene buildScene(const SceneInput& input);

/// `01:30 daily, Los Angeles`, `after dbt_transformation`, `started by hand`.
[[nodiscard]] QString scheduleWords(const pipeline::Pipeline& pipeline);
/// What a kind does by its name, for kinds that the catalogue does not know.
[[nodiscard]] KindInfo guessedKind(const QString& kind);

} // namespace canvas
