// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/layeredlayout.h"
#include "models/pipeline/model.h"
#include "widgets/painting/statusshape.h"

#include <QHash>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QVector>

#include <optional>

/// What the canvas shows, as plain arrays. A value: built by buildScene(), replaced as a whole, never edited by the view.
namespace canvas {

/// Which fill a frame has on the minimap.
enum class Work { Extraction, Transformation, Refresh, Test, Other };

struct Node {
    QString id;       ///< `pipeline.task`
    QString title;    ///< the task's id
    QString kindLine; ///< title of its kind, or what it lacks
    QString footer;   ///< last result: `01:36 → 01:58 · 22 min`
    QString icon;     ///< name in painting::iconNames()
    std::optional<painting::Mark> mark;
    QPointF pos;      ///< top left, scene units
    int frame = -1;
    bool operator==(const Node&) const = default;
};

struct Frame {
    QString id;       ///< pipeline
    QString title;
    QString schedule; ///< in words
    bool hasClock = false; ///< the words are a schedule's, not a dependency's
    QRectF rect;      ///< scene units
    QVector<int> nodes;
    Work work = Work::Other;
    bool operator==(const Frame&) const = default;
};

/// Ends are nodes or, for a dependency that no dataset explains, frames.
struct Edge {
    enum class Kind { Need, Dependency, Data };
    Kind kind = Kind::Need;
    int fromNode = -1, toNode = -1;
    int fromFrame = -1, toFrame = -1; ///< used if the node is -1
    QStringList outputs;              ///< of a dependency: `pipeline.output`, all that the consumer waits for there
    std::optional<painting::Mark> mark;
    QString badge;                    ///< `1 of 21 days`; the shape is painted before it
    bool operator==(const Edge&) const = default;
};

struct CanvasScene {
    pipeline::Workspace workspace;    ///< what the pictures stand for; asked before a change is proposed
    QVector<Node> nodes;
    QVector<Frame> frames;
    QVector<Edge> edges;
    QHash<QString, int> nodeIndex;    ///< id -> index
    QHash<QString, int> frameIndex;

    [[nodiscard]] QString edgeId(int edge) const; ///< `a.x -> b.y`; frames by their id
    [[nodiscard]] bool isEmpty() const { return frames.isEmpty(); }
};

inline const pipeline::LayoutMetrics& metrics()
{
    static const pipeline::LayoutMetrics values;
    return values;
}

} // namespace canvas
