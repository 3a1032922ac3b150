// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/loader.h"

#include "models/sync/shadow.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace syncs {

namespace {

QString loaderTr(const char* text)
{
    return QCoreApplication::translate("syncs", text);
}

constexpr QChar contentMark = u'c'; ///< begins an identity that is no key

/// Kind and length go first: 1, "1" and true are three keys, and ("a", "bc") is not ("ab", "c").
QByteArray tagged(const Cell& cell)
{
    const QByteArray bytes = cell.bytes();
    const char kind = cell.boolean ? 'b' : cell.kind == Cell::Kind::Integer ? 'i' : cell.fromString ? 't' : 'j';
    return kind + QByteArray::number(bytes.size()) + ':' + bytes;
}

} // namespace

Loader::Loader(StateStore& store, LoadPlan plan, const secrets::Redactor& redactor, qint64 sync)
    : m_store(store), m_plan(std::move(plan)), m_table(store.database(), m_plan.replaces() ? shadowOf(m_plan.table) : m_plan.table),
      m_flattener(m_table, redactor), m_boundary(store.database(), store.connection(), m_plan.spec.name),
      m_lists(store, m_plan.spec.name, m_plan.table, m_plan.replaces(), m_plan.merges(), redactor), m_sync(sync)
{
    m_flattener.setListsApart(m_plan.spec.listsAsTables);
}

base::Result<void> Loader::load(bool fresh)
{
    // A new replacement begins with no columns: a shadow that is there now will be dropped with the first page.
    const bool anew = fresh && m_plan.replaces();
    if (const auto table = anew ? base::Result<void>() : m_table.load(); !table.ok())
        return table;
    if (const auto lists = m_lists.load(anew); !lists.ok())
        return lists;
    return m_boundary.load(fresh);
}

void Loader::refuse(quint32 node, qint64 index, const char* errorClass, const QString& reason)
{
    m_refused.push_back({0, index, QString::fromLatin1(errorClass), reason, m_flattener.jsonText(node)});
}

void Loader::findColumns()
{
    if (m_foundAt == m_table.columnCount())
        return;
    m_foundAt = m_table.columnCount();
    m_keyColumns.clear();
    for (const QString& field : m_plan.spec.primaryKey)
        m_keyColumns.append(m_table.columnByPath(field));
    m_cursorColumn = m_plan.spec.incremental ? m_table.columnByPath(m_plan.spec.incremental->cursorField) : -1;
}

bool Loader::hasKey(const Batch::Row& row)
{
    findColumns();
    for (const int column : m_keyColumns) {
        const Cell* cell = m_batch.find(row, column);
        if (cell == nullptr || cell->kind == Cell::Kind::Null)
            return false;
    }
    m_table.setKey(m_keyColumns);
    return true;
}

/// The record's primary key; without one, or if the record lacks a part of it, a hash of all it says.
QString Loader::identityOf(const Batch::Row& row)
{
    findColumns();
    QByteArray key;
    for (const int column : m_keyColumns) {
        const Cell* cell = m_batch.find(row, column);
        if (cell == nullptr || cell->kind == Cell::Kind::Null)
            return contentOf(row);
        key.append(tagged(*cell));
    }
    return m_keyColumns.isEmpty() ? contentOf(row) : u'k' + QString::fromUtf8(key);
}

QString Loader::contentOf(const Batch::Row& row) const
{
    std::vector<std::pair<QString, QByteArray>> fields;
    for (size_t i = row.first; i < row.first + row.count; ++i) {
        const Cell& cell = m_batch.cells[i];
        if (cell.kind != Cell::Kind::Null)
            fields.emplace_back(m_table.columnNameAt(cell.column), tagged(cell));
    }
    for (const auto& list : m_flattener.lists())
        fields.emplace_back(list.name, m_flattener.jsonText(list.node));
    std::sort(fields.begin(), fields.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& [name, value] : fields) {
        hash.addData(name.toUtf8() + '\0');
        hash.addData(value);
    }
    return contentMark + QString::fromLatin1(hash.result().toHex().left(32));
}

std::optional<CursorValue> Loader::cursorOf(const Batch::Row& row)
{
    findColumns();
    const Cell* cell = m_batch.find(row, m_cursorColumn);
    if (cell == nullptr || cell->kind == Cell::Kind::Null)
        return std::nullopt;
    const QString raw = QString::fromUtf8(cell->bytes());
    const bool isNumber = cell->kind == Cell::Kind::Integer || !cell->fromString;
    if (m_lastCursor.raw != raw || (m_lastCursor.kind == CursorValue::Kind::Number) != isNumber)
        m_lastCursor = isNumber ? CursorValue::ofNumber(raw) : CursorValue::ofText(raw);
    return m_lastCursor;
}

/// False: the row was refused or dropped.
bool Loader::stageRecord(quint32 node, qint64 index, const StreamState& state)
{
    const connectors::JsonNode::Kind object = connectors::JsonNode::Kind::Object;
    QString reason;
    if (m_flattener.tree().at(node).kind != object) {
        refuse(node, index, "RECORD", loaderTr(QT_TRANSLATE_NOOP("syncs", "the record is no object")));
        return false;
    }
    m_batch.beginRow();
    if (!m_flattener.addRecord(node, m_batch, reason)) {
        m_batch.dropRow();
        refuse(node, index, "RECORD", reason);
        return false;
    }
    m_batch.endRow();
    const Batch::Row row = m_batch.rows.back();
    if (m_plan.merges() && !hasKey(row)) {
        m_batch.dropRow();
        refuse(node, index, "KEY", loaderTr(QT_TRANSLATE_NOOP("syncs", "the record has no value for its primary key (%1)"))
                .arg(m_plan.spec.primaryKey.join(QStringLiteral(", "))));
        return false;
    }
    if (m_plan.increments() && !m_plan.merges() && !state.cursor.isNone()) {
        const auto value = cursorOf(row);
        const QString identity = value && compare(*value, state.cursor) == 0 ? identityOf(row) : QString();
        if (!identity.isEmpty() && m_boundary.drop(identity, identity.startsWith(contentMark))) {
            m_batch.dropRow();
            return false;
        }
        if (!identity.isEmpty())
            m_boundary.loads(identity);
    }
    if (m_plan.spec.listsAsTables) {
        if (m_plan.increments() && !m_plan.merges())
            m_identities.push_back(identityOf(row)); // now: the lists are at hand, and the row has no made-up id yet
        stageLists(index, state);
    }
    return true;
}

/// The row's id is that of its primary key where rows are merged, so that the same record finds its lists again.
void Loader::stageLists(qint64 index, const StreamState& state)
{
    const int column = m_table.ownColumn(QStringLiteral("_dlt_id"));
    const Batch::Row row = m_batch.rows.back();
    const Cell* given = m_batch.find(row, column);
    QString id = given != nullptr ? QString::fromUtf8(given->bytes()) : QString();
    if (id.isEmpty() && m_plan.merges()) {
        QJsonObject key;
        for (const int field : m_keyColumns) {
            const Cell* cell = m_batch.find(row, field);
            key.insert(m_table.columnNameAt(field), cell->kind == Cell::Kind::Integer ? QJsonValue(cell->integer) : QJsonValue(QString::fromUtf8(cell->bytes())));
        }
        id = ListTables::keyOf(QJsonDocument(key).toJson(QJsonDocument::Compact));
    } else if (id.isEmpty()) {
        id = ListTables::keyOf(QStringLiteral("%1_%2_%3_%4").arg(m_sync).arg(m_plan.spec.name).arg(state.pages).arg(index).toUtf8());
    }
    if (given == nullptr)
        m_batch.addText(column, id.toUtf8(), false);
    m_batch.endRow();
    std::vector<ListTables::RefusedElement> refused;
    m_lists.add(m_flattener.lists(), id, refused);
    for (const ListTables::RefusedElement& element : refused)
        refuse(element.node, index, "RECORD", element.reason);
}

/// The highest value so far, and the rows that have it.
base::Result<void> Loader::stageCursor(StreamState& state)
{
    m_atHighest.clear();
    m_highestMoved = false;
    for (size_t i = 0; i < m_batch.rows.size(); ++i) {
        const auto value = cursorOf(m_batch.rows[i]);
        if (!value)
            continue;
        const auto order = state.highest.isNone() ? std::optional(1) : compare(*value, state.highest);
        if (!order)
            return base::makeError("sync.cursor", loaderTr(QT_TRANSLATE_NOOP("syncs", "the cursor field %1 changed from `%2` to `%3`, which cannot be compared"))
                    .arg(m_plan.spec.incremental->cursorField, state.highest.raw, value->raw), m_plan.spec.incremental->place);
        if (*order > 0) {
            state.highest = *value;
            m_atHighest.clear();
            m_highestMoved = true;
        }
        if (*order >= 0)
            m_atHighest.push_back(i);
    }
    return {};
}

base::Result<Loader::Counts> Loader::stage(const connectors::Page& page, size_t from, size_t to, StreamState& state)
{
    m_batch.clear();
    m_refused.clear();
    m_identities.clear();
    m_atHighest.clear();
    m_highestMoved = false;
    m_flattener.beginPage(page.tree);
    m_lists.beginPage(page.tree);
    Counts counts;
    for (size_t i = from; i < to; ++i)
        counts.loaded += stageRecord(page.records[i], qint64(i), state) ? 1 : 0;
    counts.read = qint64(to - from);
    counts.refused = qint64(m_refused.size());
    if (m_plan.increments()) {
        if (const auto cursor = stageCursor(state); !cursor.ok())
            return cursor.error();
    }
    return counts;
}

base::Result<void> Loader::write(qint64 page)
{
    if (const auto rows = m_table.write(m_batch); !rows.ok())
        return rows;
    if (const auto lists = m_lists.write(); !lists.ok())
        return lists;
    for (StateStore::Refused& row : m_refused) {
        row.page = page;
        if (const auto done = m_store.refuse(m_sync, m_plan.spec.name, row); !done.ok())
            return done;
    }
    if (!m_plan.increments() || m_plan.merges())
        return {};
    if (m_highestMoved) {
        if (const auto cleared = m_boundary.clearRead(); !cleared.ok())
            return cleared;
    }
    for (const size_t row : m_atHighest) {
        if (const auto added = m_boundary.add(m_plan.spec.listsAsTables ? m_identities[row] : identityOf(m_batch.rows[row])); !added.ok())
            return added;
    }
    return m_boundary.save();
}

base::Result<void> Loader::beginRead()
{
    if (const auto cleared = m_boundary.clearRead(); !cleared.ok())
        return cleared;
    if (const auto dropped = dropShadow(m_store.database(), m_plan.table); !dropped.ok())
        return dropped;
    return m_lists.beginRead();
}

base::Result<void> Loader::forgetRead()
{
    const auto reset = m_boundary.resetUsed();
    return reset.ok() ? m_boundary.clearRead() : reset;
}

base::Result<void> Loader::finishRead(bool cursorMoves)
{
    if (m_plan.replaces()) {
        if (const auto swapped = swapShadow(m_store.database(), m_plan.table); !swapped.ok())
            return swapped;
        if (const auto swapped = m_lists.swap(); !swapped.ok())
            return swapped;
    }
    if (const auto reset = m_boundary.resetUsed(); !reset.ok())
        return reset;
    return cursorMoves ? m_boundary.move() : m_boundary.clearRead();
}

} // namespace syncs
