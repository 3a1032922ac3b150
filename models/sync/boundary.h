// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/database.h"

#include <QHash>
#include <QString>

namespace syncs {

/// The records at the cursor's value, so that a source asked for `>= cursor` does not double them in an append (local-sync.md,
/// Loading). Two sets: of the stored cursor, and of the highest value of the read at hand, which replaces it in the end.
/// With a primary key a record is known by it; without, by its content, and then as often as it was loaded.
class Boundary {
public:
    Boundary(Database& database, const QString& connection, const QString& stream)
        : m_database(database), m_connection(connection), m_stream(stream) { }

    [[nodiscard]] base::Result<void> load();
    /// A record at the stored cursor's value: true if it is loaded already. Counts it as seen. `byContent`: the key is none that
    /// the record has, so as many are dropped as were loaded.
    [[nodiscard]] bool drop(const QString& key, bool byContent);
    /// In the page's transaction.
    [[nodiscard]] base::Result<void> saveUsed();
    [[nodiscard]] base::Result<void> add(const QString& key) const;
    [[nodiscard]] base::Result<void> clearRead() const;   ///< a new read, or a new highest value
    [[nodiscard]] base::Result<void> resetUsed(); ///< the next read counts anew
    /// The read has ended: its set replaces the stored one, or joins it where the cursor did not move.
    [[nodiscard]] base::Result<void> finish(bool cursorMoved) const;

private:
    struct Count {
        qint64 loaded = 0;
        qint64 used = 0;
        bool changed = false;
    };
    [[nodiscard]] base::Result<void> run(const QString& sql) const;

    Database& m_database;
    QString m_connection;
    QString m_stream;
    QHash<QString, Count> m_stored;
};

} // namespace syncs
