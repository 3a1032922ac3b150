// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runs/sqlite.h"
#include "models/runs/store.h"

#include <QTemporaryDir>

/// SQLite destinations of dlt (runs.md 9).
namespace runs::dlt {

/// A destination that somebody else may be writing to: never changed, and nothing is written beside it.
struct Opened {
    std::unique_ptr<QTemporaryDir> copy; ///< if it had to be copied (with its -wal or -journal) to be read; outlives `database`
    Database database;
};
/// Errors `sqlite.open`, `sqlite.copy`.
[[nodiscard]] base::Result<Opened> openReadOnly(const QString& path);

/// The instant of a load id (`1692188651.466199`: seconds, up to seven digits, cut to microseconds).
[[nodiscard]] std::optional<base::UtcTime> loadTime(const QString& loadId);

/// How far a resource was read.
struct Cursor {
    QString schema;   ///< the source's name, which is its schema's
    QString resource;
    QString field;
    QString value;
    std::optional<base::UtcTime> instant;
    bool isDate = false;
};
struct PipelineState {
    QStringList schemas;
    QVector<Cursor> cursors;
};
/// Decodes a value of `_dlt_pipeline_state.state`: JSON, or base64(zlib(JSON)). Nothing if it is neither.
[[nodiscard]] std::optional<PipelineState> decodeState(const QString& text);

} // namespace runs::dlt
