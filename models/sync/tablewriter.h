// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/batch.h"
#include "models/sync/database.h"

#include <QHash>
#include <QStringList>

#include <string_view>

namespace syncs {

/// One table of the target: its columns, which grow with the records, and its rows. Columns have no declared type and so no
/// affinity: what is bound is what is stored (sync.md 4h). `_sync_columns` remembers where each came from.
class TableWriter {
public:
    TableWriter(Database& database, const QString& table) : m_database(database), m_table(table) { }

    [[nodiscard]] const QString& table() const { return m_table; }
    /// Reads the columns that exist.
    [[nodiscard]] base::Result<void> load();

    /// The column of a field, given by its keys from the record down; made in memory if it is new.
    [[nodiscard]] int columnFor(const QStringList& keys);
    /// The name a field's column would have.
    [[nodiscard]] static QString nameFor(const QStringList& keys);
    /// By dotted path, as configurations write it; -1 if no such field was seen.
    [[nodiscard]] int columnByPath(const QString& dotted) const;
    [[nodiscard]] QString columnNameAt(int column) const { return m_columns[size_t(column)].name; }
    [[nodiscard]] int columnCount() const { return int(m_columns.size()); }
    /// A column for our own use (`_dlt_id`): not a field of any record.
    [[nodiscard]] int ownColumn(const QString& name);

    /// Rows with these key columns replace each other; empty: rows are added.
    void setKey(const QVector<int>& columns);
    /// Inside a transaction: new columns, the key's index, then the rows.
    [[nodiscard]] base::Result<void> write(const Batch& batch);
    /// Two fields that would have had one column name, since the last call: sentences.
    [[nodiscard]] QStringList takeNotices();

private:
    enum class Type { Undecided, Plain, Time };
    struct Column {
        QString name;
        QString path; ///< JSON array of keys; empty: our own
        QString dotted;
        Type type = Type::Undecided;
        bool exists = false;
        bool decided = false; ///< in this batch; not stored yet
    };
    int addColumn(const QString& wanted, const QString& path, const QString& dotted);
    void decideTypes(const Batch& batch);
    [[nodiscard]] base::Result<void> applySchema();
    [[nodiscard]] base::Result<void> rememberColumn(const Column& column) const;
    [[nodiscard]] base::Result<void> applyKey();
    void prepareInsert();
    void bindCell(const Cell& cell, std::deque<QByteArray>& times);

    Database& m_database;
    QString m_table;
    std::vector<Column> m_columns;
    QHash<QString, int> m_byName;
    QHash<QString, int> m_byPath;
    QVector<int> m_key;
    bool m_tableExists = false;
    bool m_keyApplied = false;
    Statement m_insert;
    QStringList m_notices;
};

} // namespace syncs
