// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/timelinedata.h"

namespace itemmodels {

/// What one depth of a lane shows at one zoom: a bar, or all bars that begin within one cell of pixels, with their worst status.
struct BarPiece {
    double x0 = 0;
    double x1 = 0;
    qsizetype first = 0;  ///< index of the bar, or of the first of them
    qsizetype count = 1;
    Mark mark = Mark::Unknown;
    bool operator==(const BarPiece&) const = default;
};

/// Bars closer than this many pixels are one piece.
inline constexpr double pieceCell = 2.0;

/// Replaces `out` by the pieces within scale.span, left to right. O(pixels · log runs). Cells lie on a grid of absolute time, so
/// that panning never regroups. Every bar that touches the span is in exactly one piece (a long one that begins in a crowded cell
/// has its rest as a piece of its own), and its status is at most the piece's: nothing is hidden at any zoom.
void barPieces(const Bars& bars, const TimeScale& scale, QVector<BarPiece>& out);

} // namespace itemmodels
