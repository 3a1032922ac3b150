// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/loader.h"

#include "models/sync/naming.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace syncs {

namespace {

QString loaderTr(const char* text)
{
    return QCoreApplication::translate("syncs", text);
}

/// Readers see the old table until the new one is whole.
QString shadowOf(const QString& table)
{
    return QStringLiteral("_sync_new_") + table;
}

} // namespace

Loader::Loader(StateStore& store, LoadPlan plan, const secrets::Redactor& redactor)
    : m_store(store), m_plan(std::move(plan)), m_table(store.database(), m_plan.replaces() ? shadowOf(m_plan.table) : m_plan.table),
      m_flattener(m_table, redactor), m_boundary(store.database(), store.connection(), m_plan.spec.name, m_plan.spec.primaryKey.isEmpty())
{
}

base::Result<void> Loader::load()
{
    if (const auto table = m_table.load(); !table.ok())
        return table;
    return m_boundary.load();
}

void Loader::refuse(quint32 node, qint64 index, const char* errorClass, const QString& reason)
{
    m_refused.push_back({0, index, QString::fromLatin1(errorClass), reason, m_flattener.jsonText(node)});
}

bool Loader::hasKey(const Batch::Row& row)
{
    QVector<int> columns;
    for (const QString& field : m_plan.spec.primaryKey) {
        const int column = m_table.columnByPath(field);
        const Cell* cell = m_batch.find(row, column);
        if (cell == nullptr || cell->kind == Cell::Kind::Null)
            return false;
        columns.append(column);
    }
    m_table.setKey(columns);
    return true;
}

/// The record's primary key, or else a hash of all it says.
QString Loader::identityOf(const Batch::Row& row)
{
    QStringList parts;
    for (const QString& field : m_plan.spec.primaryKey) {
        const Cell* cell = m_batch.find(row, m_table.columnByPath(field));
        parts.append(cell == nullptr || cell->kind == Cell::Kind::Null ? QString() : QString::fromUtf8(cell->bytes()));
    }
    if (!parts.isEmpty())
        return parts.size() == 1 ? parts.first() : parts.join(QChar(0x1f));
    std::vector<std::pair<QString, QByteArray>> fields;
    for (size_t i = row.first; i < row.first + row.count; ++i) {
        const Cell& cell = m_batch.cells[i];
        if (cell.kind != Cell::Kind::Null)
            fields.emplace_back(m_table.columnNameAt(cell.column), (cell.kind == Cell::Kind::Integer ? "i" : "t") + cell.bytes());
    }
    std::sort(fields.begin(), fields.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& [name, value] : fields) {
        hash.addData(name.toUtf8() + '\0' + QByteArray::number(value.size()) + '\0');
        hash.addData(value);
    }
    return QString::fromLatin1(hash.result().toHex().left(32));
}

std::optional<CursorValue> Loader::cursorOf(const Batch::Row& row)
{
    const Cell* cell = m_batch.find(row, m_table.columnByPath(m_plan.spec.incremental->cursorField));
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
    if (!m_plan.increments() || m_plan.merges() || state.cursor.isNone())
        return true;
    const auto value = cursorOf(row);
    if (value && compare(*value, state.cursor) == 0 && m_boundary.drop(identityOf(row))) {
        m_batch.dropRow();
        return false;
    }
    return true;
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
    m_atHighest.clear();
    m_highestMoved = false;
    m_flattener.beginPage(page.tree);
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

base::Result<void> Loader::write(qint64 sync, qint64 page)
{
    if (const auto rows = m_table.write(m_batch); !rows.ok())
        return rows;
    for (StateStore::Refused& row : m_refused) {
        row.page = page;
        if (const auto done = m_store.refuse(sync, m_plan.spec.name, row); !done.ok())
            return done;
    }
    if (!m_plan.increments() || m_plan.merges())
        return {};
    if (m_highestMoved) {
        if (const auto cleared = m_boundary.clearRead(); !cleared.ok())
            return cleared;
    }
    for (const size_t row : m_atHighest) {
        if (const auto added = m_boundary.add(identityOf(m_batch.rows[row])); !added.ok())
            return added;
    }
    return m_boundary.saveUsed();
}

base::Result<void> Loader::beginRead()
{
    if (const auto cleared = m_boundary.clearRead(); !cleared.ok())
        return cleared;
    Database& database = m_store.database();
    const QString shadow = shadowOf(m_plan.table);
    if (!database.hasTable(shadow))
        return {};
    if (const auto dropped = database.run(QStringLiteral("DROP TABLE ") + quotedName(shadow)); !dropped.ok())
        return dropped;
    Statement forget = database.prepare(QStringLiteral("DELETE FROM _sync_columns WHERE table_name=?1"));
    if (const auto done = forget.bind(1, shadow).run(); !done.ok())
        return done;
    m_flattener.forgetColumns();
    return m_table.reload();
}

base::Result<void> Loader::swap()
{
    Database& database = m_store.database();
    const QString shadow = shadowOf(m_plan.table);
    const bool exists = database.hasTable(m_plan.table);
    if (!database.hasTable(shadow)) // the read was empty
        return exists ? database.run(QStringLiteral("DELETE FROM ") + quotedName(m_plan.table)) : base::Result<void>();
    if (exists) {
        if (const auto dropped = database.run(QStringLiteral("DROP TABLE ") + quotedName(m_plan.table)); !dropped.ok())
            return dropped;
    }
    const QString rename = QStringLiteral("ALTER TABLE %1 RENAME TO %2").arg(quotedName(shadow), quotedName(m_plan.table));
    if (const auto renamed = database.run(rename); !renamed.ok())
        return renamed;
    Statement forget = database.prepare(QStringLiteral("DELETE FROM _sync_columns WHERE table_name=?1"));
    if (const auto done = forget.bind(1, m_plan.table).run(); !done.ok())
        return done;
    Statement move = database.prepare(QStringLiteral("UPDATE _sync_columns SET table_name=?1 WHERE table_name=?2"));
    return move.bind(1, m_plan.table).bind(2, shadow).run();
}

base::Result<void> Loader::finishRead(bool cursorMoves, bool cursorStays)
{
    if (m_plan.replaces()) {
        if (const auto swapped = swap(); !swapped.ok())
            return swapped;
    }
    if (const auto reset = m_boundary.resetUsed(); !reset.ok())
        return reset;
    return cursorMoves || cursorStays ? m_boundary.finish(cursorMoves) : m_boundary.clearRead();
}

} // namespace syncs
