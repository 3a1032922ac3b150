// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QJsonObject>
#include <QString>
#include <QVector>

#include <optional>

/// (Namespace syncs: ::sync is a POSIX function.) What a sync did and does: shapes shared by the engine, weirctl and the Sync view (local-sync.md).
namespace syncs {

/// An error of a sync: class of sync.md 5.4 (CONFIG, AUTH, PROTOCOL, TIMEOUT, ...), code, message, place.
struct SyncError {
    QString errorClass;
    base::Error error;
};

enum class Outcome { Ok, Failed, Interrupted, Cancelled, Skipped };
[[nodiscard]] QString outcomeWord(Outcome outcome); ///< ok, failed, interrupted, cancelled, skipped

struct StreamReport {
    QString stream;
    QString disposition; ///< append, replace, merge
    Outcome status = Outcome::Interrupted;
    qint64 requests = 0;
    qint64 retries = 0;
    qint64 pages = 0;
    qint64 rowsRead = 0;
    qint64 rowsLoaded = 0;
    qint64 refused = 0;
    double seconds = 0;
    double asleepSeconds = 0;
    bool resumed = false;
    QJsonObject state;
    std::optional<SyncError> error;
};

struct SyncReport {
    QString connection;
    QString into; ///< path of the SQLite file
    Outcome status = Outcome::Interrupted;
    QVector<StreamReport> streams;
    std::optional<SyncError> error;
};

/// The document of `weirctl sync` (local-sync.md, last section). An error's place is `file:line:column [key]`, or null.
[[nodiscard]] QJsonObject toJson(const SyncReport& report);
/// 0 ok, 1 failed, interrupted or cancelled, 2 class CONFIG.
[[nodiscard]] int exitStatus(const SyncReport& report);

/// One thing that happened, for progress views and logs; secrets are redacted already. Sent from the sync's thread.
struct SyncEvent {
    enum class Kind { StreamStarted, Request, Response, Waiting, PageCommitted, RowsRefused, StreamEnded, SyncEnded, Note };
    // Note: `text` only, such as a warning about the configuration or two fields that would share a column.
    Kind kind = Kind::Request;
    QString stream;
    qint64 page = 0;
    QString method;          ///< Request
    QString url;             ///< Request; without secrets
    QStringList headers;     ///< Request/Response: `Name: value`, secrets as dots
    int httpStatus = 0;      ///< Response
    double milliseconds = 0; ///< Response
    int attempt = 1;
    double waitSeconds = 0;  ///< Waiting
    QString reason;          ///< Waiting: `asked to by the server (429)`, `rate limit`, `server error 503`
    qint64 rows = 0;         ///< PageCommitted, RowsRefused
    QString text;            ///< one line for the log
    StreamReport totals;     ///< so far
};

} // namespace syncs
