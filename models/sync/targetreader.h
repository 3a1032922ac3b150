// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/sync/report.h"

#include <QMap>
#include <QStringList>

namespace syncs {

/// The first rows of a stream's table, as stored.
struct TargetRows {
    QStringList columns;
    QVector<QStringList> rows;     ///< NULL as a null QString
    qint64 total = 0;              ///< rows in the table
    bool unfinished = false;       ///< a replacement that is still being read, not yet in the table's place
};

/// A record that was refused (`_sync_refused`).
struct RefusedRecord {
    QString stream;
    qint64 page = 0;
    qint64 position = 0;           ///< in the page, from 0
    QString errorClass;
    QString reason;
    QString payload;               ///< the record's JSON, at most 64 KiB
    QString firstSeen;             ///< ISO
};

struct TargetContents {
    QMap<QString, TargetRows> rows; ///< by stream; a stream without a table is absent
    QVector<RefusedRecord> refused; ///< newest first
    qint64 refusedTotal = 0;
    QMap<QString, QJsonObject> state; ///< by stream: what the next sync goes on from (`_sync_state`, by column)
    qint64 bytes = 0;                 ///< of the file with its log
};

/// Looks into a sync's target, read-only; a sync may be writing it. A file that does not exist gives empty contents.
/// Any thread. Errors `store.open`, `store.read`.
[[nodiscard]] base::Result<TargetContents> readTarget(const QString& path, const QString& connection, const QStringList& streams, int mostRows = 200);

} // namespace syncs
