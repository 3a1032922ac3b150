// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cancel.h"
#include "models/base/result.h"
#include "models/sync/report.h"

#include <QStringList>

#include <functional>

namespace syncs {

struct SyncRequest {
    QString workspaceRoot;
    QString connection;                  ///< name of connections/<name>.yaml
    QStringList streams;                 ///< empty: those of the file
    std::optional<qint64> limit;         ///< records per stream of this run
    QString into;                        ///< SQLite file; empty: <data directory>/syncs/<folder>-<hash>-<connection>.sqlite
};

/// Runs a sync to its end, on the calling thread. `onEvent` is called on that thread too, and may be empty. Cancelling
/// commits the page in hand and ends with Outcome::Cancelled. Never throws; every failure is in the report.
[[nodiscard]] SyncReport runSync(const SyncRequest& request, const base::CancelToken& cancel,
    const std::function<void(const SyncEvent&)>& onEvent = {});

/// Streams and dispositions of a connection, without any request: what the Sync view lists beforehand.
struct StreamPlan {
    QString stream;
    QString disposition;
    QStringList primaryKey;
    QString cursorField;
};
[[nodiscard]] base::Result<QVector<StreamPlan>> planOf(const QString& workspaceRoot, const QString& connection);
/// Where a sync goes by default: named by base::workspaceStem(), so that no two workspaces share rows and cursors.
[[nodiscard]] QString defaultTarget(const QString& workspaceRoot, const QString& connection);
/// One request of the first stream, nothing stored: `Test connection`. Returns a sentence.
[[nodiscard]] base::Result<QString> testConnection(const QString& workspaceRoot, const QString& connection, const base::CancelToken& cancel);

} // namespace syncs
