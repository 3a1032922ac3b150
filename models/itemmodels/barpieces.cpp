// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/barpieces.h"

namespace itemmodels {

static qint64 cellStart(qint64 at, qint64 cell)
{
    const qint64 rest = at % cell;
    return at - (rest < 0 ? rest + cell : rest);
}

static BarPiece pieceOfBar(const Bars& bars, const TimeScale& scale, qsizetype i)
{
    BarPiece piece;
    piece.x0 = std::max(scale.left, scale.toX(bars.start[i]));
    piece.x1 = std::max(piece.x0 + pieceCell, std::min(scale.left + scale.width, scale.toX(bars.end[i])));
    piece.first = i;
    piece.mark = Mark(bars.mark[i]);
    return piece;
}

/// Where bars of one depth overlap, an early one may still reach into view: those are looked at one by one.
static qsizetype reachingPieces(const Bars& bars, const TimeScale& scale, qsizetype from, QVector<BarPiece>& out)
{
    const qsizetype inView = bars.firstStartingAt(scale.span.start, from);
    for (qsizetype i = from; i < inView; ++i) {
        if (bars.end[i] > scale.span.start)
            out.append(pieceOfBar(bars, scale, i));
    }
    return inView;
}

void barPieces(const Bars& bars, const TimeScale& scale, QVector<BarPiece>& out)
{
    out.clear();
    const qint64 cell = std::max<qint64>(1, qint64(pieceCell * scale.microsPerPixel()));
    qsizetype i = bars.firstEndingAfter(scale.span.start - 1);
    if (!bars.reach.isEmpty())
        i = reachingPieces(bars, scale, i, out);
    while (i < bars.size() && bars.start[i] < scale.span.end) {
        const qint64 from = cellStart(bars.start[i], cell);
        const qsizetype next = bars.firstStartingAt(from + cell, i + 1);
        if (next - i == 1) {
            out.append(pieceOfBar(bars, scale, i));
            i = next;
            continue;
        }
        BarPiece piece;
        piece.x0 = std::max(scale.left, scale.toX(from));
        piece.x1 = piece.x0 + pieceCell;
        piece.first = i;
        piece.count = next - i;
        piece.mark = bars.worst(i, next);
        out.append(piece);
        if (scale.toX(bars.end[next - 1]) > piece.x1 + pieceCell) {
            BarPiece rest = pieceOfBar(bars, scale, next - 1);
            rest.x0 = std::max(rest.x0, piece.x1);
            rest.x1 = std::max(rest.x1, rest.x0 + pieceCell);
            out.append(rest);
        }
        i = next;
    }
}

} // namespace itemmodels
