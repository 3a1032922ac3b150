// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/flattener.h"
#include "models/sync/statestore.h"

#include <map>

namespace syncs {

/// `lists: tables`: each list goes to a table of its own, `items__tags`, as dlt does it (sync.md 1.1): columns of the elements (or
/// `value`, or `list` for lists in lists), `_dlt_parent_id`, `_dlt_list_idx`, `_dlt_id`, and `_dlt_root_id` where rows are merged.
class ListTables {
public:
    ListTables(StateStore& store, const QString& stream, const QString& rootTable, bool replaces, bool merges, const secrets::Redactor& redactor);

    [[nodiscard]] base::Result<void> load(bool anew); ///< anew: shadows that exist will be dropped and are not looked at
    void beginPage(const connectors::JsonTree& tree);
    /// The lists of one root row. Elements that cannot be stored: `refused` gets node and reason.
    struct RefusedElement {
        quint32 node;
        QString reason;
    };
    void add(const std::vector<Flattener::List>& lists, const QString& rootId, std::vector<RefusedElement>& refused);
    /// Merged: what earlier rows of these roots left is deleted first.
    [[nodiscard]] base::Result<void> write();
    [[nodiscard]] base::Result<void> beginRead();
    [[nodiscard]] base::Result<void> swap();

    /// dlt's key of a row: base64 of ten bytes of SHAKE-128.
    [[nodiscard]] static QString keyOf(const QByteArray& text);

private:
    struct Table {
        Table(Database& database, const QString& name, const secrets::Redactor& redactor) : writer(database, name), flattener(writer, redactor)
        {
            flattener.setListsApart(true);
        }
        TableWriter writer;
        Flattener flattener;
        Batch batch;
        std::vector<QString> roots; ///< of the batch's rows
        bool known = false;
        bool indexed = false;
    };
    [[nodiscard]] Table* tableFor(const QString& name);
    void addList(const Flattener::List& list, const QString& parentTable, const QString& parentId, const QString& rootId, std::vector<RefusedElement>& refused);
    void addElement(quint32 node, qint64 index, const QString& tableName, const QString& parentId, const QString& rootId, std::vector<RefusedElement>& refused);
    [[nodiscard]] base::Result<void> deleteOld(Table& table);
    [[nodiscard]] base::Result<QStringList> knownTables() const;

    StateStore& m_store;
    QString m_stream;
    QString m_root;
    bool m_replaces;
    bool m_merges;
    const secrets::Redactor& m_redactor;
    const connectors::JsonTree* m_tree = nullptr;
    std::map<QString, std::unique_ptr<Table>> m_tables; ///< by name, without the shadow's prefix
    QSet<QString> m_pageRoots;
    bool m_anew = false;
    std::optional<base::Error> m_error; ///< a table that could not be looked up
};

} // namespace syncs
