// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runs/run.h"
#include "models/runs/sqlite.h"

/// Runs and their neighbours as rows of the store: the one place that knows the order of the columns.
namespace runs {

/// Columns of table run in reading order (without id and digest), with the prefix `r.` free.
[[nodiscard]] QString runColumns();
[[nodiscard]] Run readRun(const Statement& row, int firstColumn);
/// Binds the columns of runColumns() from position 1 and the digest behind them; returns the next free position.
int bindRun(Statement& statement, const Run& run, const QByteArray& digest);

[[nodiscard]] Attempt readAttempt(const Statement& row, int firstColumn); ///< number, start, end, state, raw, message, rows
void bindAttempt(Statement& statement, int firstPosition, const Attempt& attempt);

[[nodiscard]] QString sourceCheckColumns();
[[nodiscard]] SourceCheck readSourceCheck(const Statement& row);
void bindSourceCheck(Statement& statement, const SourceCheck& check);

/// The nodes of a manifest as compressed CBOR, and back. Damaged bytes give fewer nodes, never a crash.
[[nodiscard]] QByteArray packNodes(const QVector<ManifestNode>& nodes);
[[nodiscard]] QVector<ManifestNode> unpackNodes(const QByteArray& bytes);

} // namespace runs
