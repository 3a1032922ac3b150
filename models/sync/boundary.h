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

    [[nodiscard]] base::Result<void> load(bool fresh); ///< `fresh`: nothing was seen yet by the read that begins
    /// A record at the stored cursor's value: true if it is loaded already. Counts it as seen. `byContent`: the key is none that
    /// the record has, so as many are dropped as were loaded.
    [[nodiscard]] bool drop(const QString& key, bool byContent);
    /// A record at the stored cursor's value that is being loaded now: also if its read never finishes it is not loaded again.
    void loads(const QString& key);
    /// In the page's transaction: what drop() and loads() have noted.
    [[nodiscard]] base::Result<void> save();
    [[nodiscard]] base::Result<void> add(const QString& key) const;
    [[nodiscard]] base::Result<void> clearRead() const;   ///< a new read, or a new highest value
    [[nodiscard]] base::Result<void> resetUsed(); ///< the next read counts anew
    /// The cursor moves to the highest value of the read: its set replaces the stored one.
    [[nodiscard]] base::Result<void> move() const;

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
