// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectors/source.h"
#include "models/sync/boundary.h"
#include "models/sync/flattener.h"
#include "models/sync/listtables.h"
#include "models/sync/statestore.h"

namespace syncs {

/// How a stream is loaded.
struct LoadPlan {
    connectors::StreamSpec spec;
    QString table;
    QString disposition; ///< append, replace, merge
    [[nodiscard]] bool merges() const { return disposition == QLatin1String("merge"); }
    [[nodiscard]] bool replaces() const { return disposition == QLatin1String("replace"); }
    /// The cursor decides where the next read starts; a replace always reads everything.
    [[nodiscard]] bool increments() const { return spec.incremental.has_value() && !replaces(); }
};

/// Takes the records of a stream's pages to its table. stage() looks at a page without touching the file; write() stores it,
/// inside the caller's transaction.
class Loader {
public:
    /// `sync`: its number, part of the ids of rows without a primary key.
    Loader(StateStore& store, LoadPlan plan, const secrets::Redactor& redactor, qint64 sync);

    [[nodiscard]] base::Result<void> load(bool fresh); ///< once, before the first page; `fresh`: of a new read

    struct Counts {
        qint64 read = 0;
        qint64 loaded = 0;
        qint64 refused = 0;
    };
    /// Records [from, to) of the page. Moves `state.highest`. Errors `sync.cursor`.
    [[nodiscard]] base::Result<Counts> stage(const connectors::Page& page, size_t from, size_t to, StreamState& state);
    [[nodiscard]] base::Result<void> write(qint64 page);
    /// A new read begins: what an unfinished one left is dropped.
    [[nodiscard]] base::Result<void> beginRead();
    /// The read has ended: a replacement takes the table's place; the read's boundary replaces the stored one if the cursor
    /// moves, and is forgotten otherwise.
    [[nodiscard]] base::Result<void> finishRead(bool cursorMoves);
    /// The read ends without having finished: its rows stay, what was noted for going on with it does not.
    [[nodiscard]] base::Result<void> forgetRead();
    [[nodiscard]] QStringList takeNotices() { return m_table.takeNotices(); }
    [[nodiscard]] QString targetTable() const { return m_table.table(); }

private:
    [[nodiscard]] bool stageRecord(quint32 node, qint64 index, const StreamState& state);
    [[nodiscard]] base::Result<void> stageCursor(StreamState& state);
    void findColumns(); ///< of key and cursor, again whenever the table has grown
    [[nodiscard]] bool hasKey(const Batch::Row& row);
    [[nodiscard]] QString identityOf(const Batch::Row& row);
    [[nodiscard]] QString contentOf(const Batch::Row& row) const;
    [[nodiscard]] std::optional<CursorValue> cursorOf(const Batch::Row& row);
    void stageLists(qint64 index, const StreamState& state);
    void refuse(quint32 node, qint64 index, const char* errorClass, const QString& reason);

    StateStore& m_store;
    LoadPlan m_plan;
    TableWriter m_table;
    Flattener m_flattener;
    Boundary m_boundary;
    ListTables m_lists;
    qint64 m_sync;
    Batch m_batch;
    std::vector<StateStore::Refused> m_refused;
    std::vector<size_t> m_atHighest; ///< rows of the batch at the highest cursor value
    std::vector<QString> m_identities; ///< of the batch's rows, where lists are tables
    bool m_highestMoved = false;
    int m_foundAt = -1; ///< column count when key and cursor columns were looked up
    QVector<int> m_keyColumns;
    int m_cursorColumn = -1;
    CursorValue m_lastCursor; ///< many rows share one value: parsed once
};

} // namespace syncs
