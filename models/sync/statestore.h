// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/secrets/redactor.h"
#include "models/sync/cursorvalue.h"
#include "models/sync/database.h"

#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace syncs {

/// What is known of one stream between syncs. Saved in the transaction that stores the rows it speaks of.
struct StreamState {
    qint64 finishedIn = 0; ///< the sync in which its last read ended
    QString disposition;
    CursorValue cursor; ///< where the next read starts
    bool reading = false; ///< a read was begun and has not ended
    std::optional<QString> filter; ///< of that read
    CursorValue highest;           ///< seen by it so far
    QJsonObject position;          ///< of its next page; empty: the first
    qint64 skip = 0;               ///< records of that page that are loaded already
    QString nextIdentity;          ///< of what `position` follows
    qint64 pages = 0;              ///< committed by it

    [[nodiscard]] QJsonObject toJson(const secrets::Redactor& redactor) const;
};

/// The engine's own tables (`_sync_…`) in the target file. All writes belong into the caller's transaction.
class StateStore {
public:
    StateStore(Database& database, const QString& connection, const secrets::Redactor& redactor)
        : m_database(database), m_connection(connection), m_redactor(redactor) { }

    [[nodiscard]] base::Result<void> createTables() const;
    /// Goes on with the sync that was interrupted, or begins one: its number. `present`: all that the connection syncs; what it
    /// no longer does cannot keep a sync interrupted.
    [[nodiscard]] base::Result<qint64> openSync(const QStringList& streams, const QStringList& present) const;
    /// Ends it if all its streams have finished.
    [[nodiscard]] base::Result<void> closeIfFinished(qint64 sync) const;

    [[nodiscard]] base::Result<StreamState> load(const QString& stream) const;
    [[nodiscard]] base::Result<void> save(const QString& stream, const StreamState& state) const;

    [[nodiscard]] base::Result<QSet<QString>> followed(const QString& stream) const; ///< hashes of tokens and URLs
    [[nodiscard]] base::Result<void> addFollowed(const QString& stream, const QString& hash) const;
    [[nodiscard]] base::Result<void> clearFollowed(const QString& stream) const;
    [[nodiscard]] static QString hashOf(const QString& identity);

    struct Refused {
        qint64 page = 0;
        qint64 index = 0;
        QString errorClass;
        QString reason;
        QByteArray payload;
    };
    [[nodiscard]] base::Result<void> refuse(qint64 sync, const QString& stream, const Refused& row) const;

    [[nodiscard]] Database& database() const { return m_database; }
    [[nodiscard]] const QString& connection() const { return m_connection; }

private:
    [[nodiscard]] base::Result<bool> haveFinished(const QStringList& streams, qint64 sync) const;
    [[nodiscard]] base::Result<void> close(qint64 sync) const;

    Database& m_database;
    QString m_connection;
    const secrets::Redactor& m_redactor;
};

} // namespace syncs
