// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/listtables.h"

#include "models/sync/naming.h"
#include "models/sync/shadow.h"

#include <openssl/evp.h>

namespace syncs {

using connectors::JsonNode;

ListTables::ListTables(StateStore& store, const QString& stream, const QString& rootTable, bool replaces, bool merges, const secrets::Redactor& redactor)
    : m_store(store), m_stream(stream), m_root(rootTable), m_replaces(replaces), m_merges(merges), m_redactor(redactor)
{
}

QString ListTables::keyOf(const QByteArray& text)
{
    unsigned char bytes[10] = {};
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_shake128(), nullptr);
    EVP_DigestUpdate(context, text.constData(), size_t(text.size()));
    EVP_DigestFinalXOF(context, bytes, sizeof bytes);
    EVP_MD_CTX_free(context);
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(bytes), sizeof bytes).toBase64(QByteArray::OmitTrailingEquals));
}

base::Result<QStringList> ListTables::knownTables() const
{
    Statement rows = m_store.database().prepare(QStringLiteral("SELECT table_name FROM _sync_lists WHERE connection=?1 AND stream=?2 ORDER BY table_name"));
    rows.bind(1, m_store.connection()).bind(2, m_stream);
    QStringList names;
    for (auto row = rows.step();; row = rows.step()) {
        if (!row.ok())
            return row.error();
        if (!row.value())
            return names;
        names.append(rows.text(0));
    }
}

base::Result<void> ListTables::load(bool anew)
{
    m_anew = anew;
    const auto names = knownTables();
    if (!names.ok())
        return names.error();
    for (const QString& name : names.value()) {
        if (Table* table = tableFor(name))
            table->known = true;
    }
    return m_error ? base::Result<void>(*m_error) : base::Result<void>();
}

ListTables::Table* ListTables::tableFor(const QString& name)
{
    auto& table = m_tables[name];
    if (table)
        return table.get();
    table = std::make_unique<Table>(m_store.database(), m_replaces ? shadowOf(name) : name, m_redactor);
    if (const auto loaded = m_anew ? base::Result<void>() : table->writer.load(); !loaded.ok() && !m_error)
        m_error = loaded.error();
    if (m_tree != nullptr)
        table->flattener.beginPage(*m_tree);
    return table.get();
}

void ListTables::beginPage(const connectors::JsonTree& tree)
{
    m_tree = &tree;
    m_pageRoots.clear();
    for (auto& [name, table] : m_tables) {
        table->flattener.beginPage(tree);
        table->batch.clear();
        table->roots.clear();
    }
}

void ListTables::add(const std::vector<Flattener::List>& lists, const QString& rootId, std::vector<RefusedElement>& refused)
{
    if (m_merges && m_pageRoots.contains(rootId)) {
        // The same record again on one page: what the earlier one brought does not count.
        for (auto& [name, table] : m_tables) {
            std::vector<Batch::Row> rows;
            std::vector<QString> roots;
            for (size_t i = 0; i < table->roots.size(); ++i) {
                if (table->roots[i] == rootId)
                    continue;
                rows.push_back(table->batch.rows[i]);
                roots.push_back(table->roots[i]);
            }
            table->batch.rows = std::move(rows);
            table->roots = std::move(roots);
        }
    }
    m_pageRoots.insert(rootId);
    const std::vector<Flattener::List> own = lists;
    for (const Flattener::List& list : own)
        addList(list, m_root, rootId, rootId, refused);
}

void ListTables::addList(
    const Flattener::List& list, const QString& parentTable, const QString& parentId, const QString& rootId, std::vector<RefusedElement>& refused)
{
    const QString name = parentTable + QStringLiteral("__") + list.name;
    qint64 index = 0;
    for (const quint32 element : m_tree->children(list.node))
        addElement(element, index++, name, parentId, rootId, refused);
}

void ListTables::addElement(
    quint32 node, qint64 index, const QString& tableName, const QString& parentId, const QString& rootId, std::vector<RefusedElement>& refused)
{
    Table& table = *tableFor(tableName);
    std::vector<Flattener::List> inner;
    QString reason;
    table.batch.beginRow();
    bool fine = true;
    switch (m_tree->at(node).kind) {
    case JsonNode::Kind::Object:
        fine = table.flattener.addRecord(node, table.batch, reason);
        inner = table.flattener.lists();
        break;
    case JsonNode::Kind::Array:
        inner.push_back({node, QStringLiteral("list")});
        break;
    default:
        fine = table.flattener.addValue(node, table.writer.columnFor({QStringLiteral("value")}), table.batch, reason);
    }
    if (!fine) {
        table.batch.dropRow();
        refused.push_back({node, reason});
        return;
    }
    const QString id = keyOf(QStringLiteral("%1_%2_%3").arg(parentId, tableName).arg(index).toUtf8());
    table.batch.addText(table.writer.ownColumn(QStringLiteral("_dlt_parent_id")), parentId.toUtf8(), false);
    table.batch.addInteger(table.writer.ownColumn(QStringLiteral("_dlt_list_idx")), index);
    if (m_merges)
        table.batch.addText(table.writer.ownColumn(QStringLiteral("_dlt_root_id")), rootId.toUtf8(), false);
    table.batch.addText(table.writer.ownColumn(QStringLiteral("_dlt_id")), id.toUtf8(), false);
    table.batch.endRow();
    table.roots.push_back(rootId);
    for (const Flattener::List& list : inner)
        addList(list, tableName, id, rootId, refused);
}

base::Result<void> ListTables::deleteOld(Table& table)
{
    const QString name = table.writer.table();
    if (!m_merges || !m_store.database().hasTable(name))
        return {};
    if (!table.indexed) {
        const QString index = QStringLiteral("CREATE INDEX IF NOT EXISTS %1 ON %2(_dlt_root_id)").arg(quotedName(QStringLiteral("_sync_root_") + name), quotedName(name));
        if (const auto made = m_store.database().run(index); !made.ok())
            return made;
        table.indexed = true;
    }
    Statement remove = m_store.database().prepare(QStringLiteral("DELETE FROM %1 WHERE _dlt_root_id=?1").arg(quotedName(name)));
    for (const QString& root : m_pageRoots) {
        if (const auto removed = remove.bind(1, root).run(); !removed.ok())
            return removed;
    }
    return {};
}

base::Result<void> ListTables::write()
{
    if (m_error)
        return *m_error;
    for (auto& [name, table] : m_tables) {
        if (const auto removed = deleteOld(*table); !removed.ok())
            return removed;
        if (!table->known && !table->batch.rows.empty()) {
            Statement remember = m_store.database().prepare(QStringLiteral("INSERT OR IGNORE INTO _sync_lists(connection, stream, table_name) VALUES(?1, ?2, ?3)"));
            if (const auto done = remember.bind(1, m_store.connection()).bind(2, m_stream).bind(3, name).run(); !done.ok())
                return done;
            table->known = true;
        }
        if (const auto written = table->writer.write(table->batch); !written.ok())
            return written;
    }
    return {};
}

base::Result<void> ListTables::beginRead()
{
    const auto names = knownTables();
    if (!names.ok())
        return names.error();
    for (const QString& name : names.value()) {
        if (const auto dropped = dropShadow(m_store.database(), name); !dropped.ok())
            return dropped;
    }
    return {};
}

base::Result<void> ListTables::swap()
{
    const auto names = knownTables();
    if (!names.ok())
        return names.error();
    for (const QString& name : names.value()) {
        if (const auto swapped = swapShadow(m_store.database(), name); !swapped.ok())
            return swapped;
    }
    return {};
}

} // namespace syncs
