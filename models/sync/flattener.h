// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectors/jsontree.h"
#include "models/secrets/redactor.h"
#include "models/sync/batch.h"
#include "models/sync/tablewriter.h"

namespace syncs {

/// Turns records into rows of one table: nested objects become `a__b`, lists JSON text. Remembers where fields lead, so that
/// a known shape costs no hashing.
class Flattener {
public:
    /// Both must outlive it.
    Flattener(TableWriter& table, const secrets::Redactor& redactor);

    /// Before the records of a page. `tree` must outlive the batch.
    void beginPage(const connectors::JsonTree& tree);
    [[nodiscard]] const connectors::JsonTree& tree() const { return *m_tree; }
    /// Adds the fields of an object to the batch's current row; false: `reason` says why it cannot be stored.
    [[nodiscard]] bool addRecord(quint32 node, Batch& batch, QString& reason);
    /// The node as JSON text without blanks and secrets.
    [[nodiscard]] QByteArray jsonText(quint32 node) const;

    /// Lists of the record at hand that were left out of the row because they go to tables of their own.
    struct List {
        quint32 node;
        QString name; ///< column name it would have had
    };
    void setListsApart(bool on) { m_listsApart = on; }
    [[nodiscard]] const std::vector<List>& lists() const { return m_lists; }

    /// A single value under a column (for lists of scalars).
    [[nodiscard]] bool addValue(quint32 node, int column, Batch& batch, QString& reason) const;

private:
    struct Field {
        QByteArray rawKey;
        int parent = -1;
        int column = -1;
        std::vector<int> children;
        size_t hint = 0; ///< the child that most likely comes next
    };
    [[nodiscard]] int childOf(int parent, const connectors::JsonNode& member);
    [[nodiscard]] int columnOf(int field);
    [[nodiscard]] QStringList keysOf(int field) const;
    void addNumber(const connectors::JsonNode& node, int column, Batch& batch) const;
    [[nodiscard]] bool addString(const connectors::JsonNode& node, int column, Batch& batch, QString& reason) const;

    TableWriter& m_table;
    const secrets::Redactor& m_redactor;
    const connectors::JsonTree* m_tree = nullptr;
    bool m_redactAll = false;
    bool m_listsApart = false;
    std::vector<Field> m_fields{Field()};
    std::vector<QString> m_keys{QString()}; ///< unescaped, parallel to m_fields
    std::vector<List> m_lists;
};

} // namespace syncs
