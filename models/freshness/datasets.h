// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QString>
#include <QVector>

namespace freshness {

/// Dataset names as numbers (runs.md 12.2): quotes stripped, compared case-insensitively, an alias replaces a name.
class Datasets {
public:
    /// How much a spelling is worth when the name is shown: the workspace's own words before those of artifacts.
    enum class Spelling { Recorded, DbtNode, DbtSource, Consumed, Alias, Produced };

    Datasets() = default;
    explicit Datasets(const QMap<QString, QString>& aliases);

    /// The number of a name, made if it is new. Empty names are -1.
    int add(const QString& name, Spelling spelling);
    /// -1 if nobody has added it.
    [[nodiscard]] int find(const QString& name) const;
    [[nodiscard]] QString name(int dataset) const { return m_entries.at(dataset).name; }
    /// Lower case, no quotes: what ids are hashed from.
    [[nodiscard]] QString key(int dataset) const { return m_entries.at(dataset).key; }
    [[nodiscard]] int size() const { return int(m_entries.size()); }

    [[nodiscard]] static QString stripped(const QString& name);
    /// The last part of `database.schema.table`, lower case.
    [[nodiscard]] static QString lastPart(const QString& name);

private:
    [[nodiscard]] QString resolvedKey(const QString& key) const;

    struct Entry {
        QString key;
        QString name;
        Spelling spelling = Spelling::Recorded;
    };
    QVector<Entry> m_entries;
    QHash<QString, int> m_byKey;
    QHash<QString, QString> m_aliases; ///< key -> spelling of what it stands for
    mutable QHash<QString, int> m_seen; ///< raw spelling -> number: most names come a thousand times
};

} // namespace freshness
