// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/tablewriter.h"

#include "models/sync/cursorvalue.h"
#include "models/sync/naming.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace syncs {

namespace {

constexpr size_t mostColumns = 2000; // SQLITE_MAX_COLUMN of Debian's library

QString tableTr(const char* text)
{
    return QCoreApplication::translate("syncs", text);
}

QString pathToJson(const QStringList& keys)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(keys)).toJson(QJsonDocument::Compact));
}

QString dottedOf(const QString& path)
{
    QStringList keys;
    const QJsonArray array = QJsonDocument::fromJson(path.toUtf8()).array();
    for (const auto& key : array)
        keys.append(key.toString());
    return keys.join(u'.');
}

} // namespace

base::Result<void> TableWriter::load()
{
    QHash<QString, QPair<QString, QString>> known;
    Statement columns = m_database.prepare(QStringLiteral("SELECT column_name, source_path, type FROM _sync_columns WHERE table_name=?1"));
    columns.bind(1, m_table);
    for (auto row = columns.step();; row = columns.step()) {
        if (!row.ok())
            return row.error();
        if (!row.value())
            break;
        known.insert(columns.text(0), {columns.text(1), columns.text(2)});
    }
    Statement info = m_database.prepare(QStringLiteral("SELECT name FROM pragma_table_info(?1)"));
    info.bind(1, m_table);
    for (auto row = info.step();; row = info.step()) {
        if (!row.ok())
            return row.error();
        if (!row.value())
            break;
        const QString name = info.text(0);
        const bool foreign = !known.contains(name);
        const QString path = foreign ? pathToJson({name}) : known.value(name).first;
        const int index = addColumn(name, path, dottedOf(path));
        Column& column = m_columns[size_t(index)];
        column.exists = true;
        // A column that somebody else made keeps its texts as they come.
        column.type = foreign || known.value(name).second == QLatin1String("plain") ? Type::Plain
            : known.value(name).second == QLatin1String("time")                     ? Type::Time
                                                                                    : Type::Undecided;
    }
    m_tableExists = !m_columns.empty();
    m_notices.clear();
    return {};
}

int TableWriter::addColumn(const QString& wanted, const QString& path, const QString& dotted)
{
    QString name = wanted;
    for (int n = 2; m_byName.contains(name.toLower()); ++n)
        name = QStringLiteral("%1_%2").arg(wanted).arg(n);
    if (name != wanted)
        m_notices.append(tableTr(QT_TRANSLATE_NOOP("syncs", "table %1: the field %2 is stored as %3, because %4 is another field's column"))
                .arg(m_table, path, name, wanted));
    const int index = int(m_columns.size());
    m_columns.push_back({name, path, dotted, Type::Undecided, false, false});
    m_byName.insert(name.toLower(), index);
    if (!path.isEmpty())
        m_byPath.insert(path, index);
    m_insert = Statement();
    return index;
}

int TableWriter::columnFor(const QStringList& keys)
{
    const QString path = pathToJson(keys);
    if (const auto found = m_byPath.constFind(path); found != m_byPath.constEnd())
        return *found;
    return addColumn(nameFor(keys), path, keys.join(u'.'));
}

QString TableWriter::nameFor(const QStringList& keys)
{
    QStringList names;
    for (const QString& key : keys)
        names.append(columnName(key));
    return names.join(QStringLiteral("__"));
}

int TableWriter::columnByPath(const QString& dotted) const
{
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].dotted == dotted && !m_columns[i].path.isEmpty())
            return int(i);
    }
    return -1;
}

int TableWriter::ownColumn(const QString& name)
{
    const auto found = m_byName.constFind(name);
    return found != m_byName.constEnd() ? *found : addColumn(name, {}, name);
}

void TableWriter::setKey(const QVector<int>& columns)
{
    if (m_key == columns && m_keyApplied)
        return;
    m_key = columns;
    m_keyApplied = false;
    m_insert = Statement();
}

QStringList TableWriter::takeNotices()
{
    return std::exchange(m_notices, {});
}

/// A column is one of timestamps if all texts of the first page that has any are complete timestamps; later texts of other
/// forms stay as they are.
void TableWriter::decideTypes(const Batch& batch)
{
    std::vector<quint8> seen(m_columns.size(), 0); // 1: a timestamp, 2: another text
    for (const Cell& cell : batch.cells) {
        const auto column = size_t(cell.column);
        if (!cell.fromString || m_columns[column].type != Type::Undecided || (seen[column] & 2) != 0)
            continue;
        seen[column] = quint8(seen[column] | (fixedWidthTime(cell.data, cell.size) ? 1 : 2));
    }
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (seen[i] == 0)
            continue;
        m_columns[i].type = seen[i] == 1 ? Type::Time : Type::Plain;
        m_columns[i].decided = true;
    }
}

base::Result<void> TableWriter::rememberColumn(const Column& column) const
{
    Statement statement = m_database.prepare(QStringLiteral(
        "INSERT OR REPLACE INTO _sync_columns(table_name, column_name, source_path, type) VALUES(?1, ?2, ?3, ?4)"));
    const QString type = column.type == Type::Time ? QStringLiteral("time") : column.type == Type::Plain ? QStringLiteral("plain") : QString();
    return statement.bind(1, m_table).bind(2, column.name).bind(3, column.path).bind(4, type).run();
}

base::Result<void> TableWriter::applySchema()
{
    if (m_columns.size() > mostColumns)
        return base::makeError("sync.name", tableTr(QT_TRANSLATE_NOOP("syncs", "table %1 would have more than %2 columns")).arg(m_table).arg(mostColumns));
    for (Column& column : m_columns) {
        if (!column.exists) {
            const QString sql = m_tableExists ? QStringLiteral("ALTER TABLE %1 ADD COLUMN %2") : QStringLiteral("CREATE TABLE %1(%2)");
            if (const auto done = m_database.run(sql.arg(quotedName(m_table), quotedName(column.name))); !done.ok())
                return done;
            m_tableExists = true;
        }
        if (!column.exists || column.decided) {
            if (const auto done = rememberColumn(column); !done.ok())
                return done;
        }
        column.exists = true;
        column.decided = false;
    }
    return applyKey();
}

base::Result<void> TableWriter::applyKey()
{
    if (m_keyApplied)
        return {};
    m_keyApplied = true;
    const QString index = quotedName(QStringLiteral("_sync_key_") + m_table);
    QStringList names;
    for (const int column : m_key)
        names.append(quotedName(m_columns[size_t(column)].name));
    const QString wanted = names.isEmpty() ? QString() : QStringLiteral("CREATE UNIQUE INDEX %1 ON %2(%3)").arg(index, quotedName(m_table), names.join(u','));
    Statement present = m_database.prepare(QStringLiteral("SELECT sql FROM sqlite_master WHERE type='index' AND name=?1"));
    present.bind(1, QStringLiteral("_sync_key_") + m_table);
    const auto row = present.step();
    if (!row.ok())
        return row.error();
    if ((row.value() ? present.text(0) : QString()) == wanted)
        return {};
    present.reset();
    if (const auto dropped = m_database.run(QStringLiteral("DROP INDEX IF EXISTS ") + index); !dropped.ok() || wanted.isEmpty())
        return dropped;
    const auto made = m_database.run(wanted);
    if (!made.ok())
        return base::makeError("sync.key", tableTr(QT_TRANSLATE_NOOP("syncs",
            "table %1 already holds several rows of one primary key, so that merge cannot tell them apart: %2")).arg(m_table, made.error().message));
    return {};
}

void TableWriter::prepareInsert()
{
    QStringList names;
    QStringList marks;
    QStringList updates;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const QString name = quotedName(m_columns[i].name);
        names.append(name);
        marks.append(QStringLiteral("?%1").arg(i + 1));
        if (!m_key.contains(int(i)))
            updates.append(name + QStringLiteral("=excluded.") + name);
    }
    QString sql = QStringLiteral("INSERT INTO %1(%2) VALUES(%3)").arg(quotedName(m_table), names.join(u','), marks.join(u','));
    if (!m_key.isEmpty()) {
        QStringList key;
        for (const int column : m_key)
            key.append(quotedName(m_columns[size_t(column)].name));
        sql += QStringLiteral(" ON CONFLICT(%1) DO ").arg(key.join(u','))
            + (updates.isEmpty() ? QStringLiteral("NOTHING") : QStringLiteral("UPDATE SET ") + updates.join(u','));
    }
    m_insert = m_database.prepare(sql);
}

void TableWriter::bindCell(const Cell& cell, std::deque<QByteArray>& times)
{
    const int at = cell.column + 1;
    if (cell.kind == Cell::Kind::Null) {
        m_insert.bindNull(at);
    } else if (cell.kind == Cell::Kind::Integer) {
        m_insert.bindInteger(at, cell.integer);
    } else if (cell.fromString && m_columns[size_t(cell.column)].type == Type::Time) {
        const auto time = fixedWidthTime(cell.data, cell.size);
        if (!time)
            return m_insert.bindView(at, cell.data, cell.size);
        times.push_back(*time);
        m_insert.bindView(at, times.back().constData(), times.back().size());
    } else {
        m_insert.bindView(at, cell.data, cell.size);
    }
}

base::Result<void> TableWriter::write(const Batch& batch)
{
    if (batch.rows.empty())
        return {};
    decideTypes(batch);
    if (const auto applied = applySchema(); !applied.ok())
        return applied;
    if (!m_insert.isValid())
        prepareInsert();
    std::deque<QByteArray> times;
    for (const Batch::Row& row : batch.rows) {
        times.clear();
        for (size_t i = row.first; i < row.first + row.count; ++i)
            bindCell(batch.cells[i], times);
        if (const auto done = m_insert.run(); !done.ok())
            return done;
    }
    return {};
}

} // namespace syncs
