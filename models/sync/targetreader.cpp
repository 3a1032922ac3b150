// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/targetreader.h"

#include "models/sync/naming.h"
#include "models/sync/shadow.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

#include <functional>
#include <memory>

namespace syncs {

namespace {

struct CloseReader {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};
using Reader = std::unique_ptr<sqlite3, CloseReader>;

base::Error readerError(sqlite3* handle, const char* code, const QString& path)
{
    return base::makeError(code, QCoreApplication::translate("syncs", "%1 cannot be read: %2").arg(path, QString::fromUtf8(sqlite3_errmsg(handle))), {path, 0, 0, {}});
}

base::Result<Reader> openReader(const QString& path)
{
    sqlite3* handle = nullptr;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    Reader reader(handle);
    if (opened != SQLITE_OK)
        return readerError(handle, "store.open", path);
    sqlite3_busy_timeout(handle, 2000);
    return reader;
}

QString readerCell(sqlite3_stmt* row, int column)
{
    if (sqlite3_column_type(row, column) == SQLITE_NULL)
        return {};
    if (sqlite3_column_type(row, column) == SQLITE_BLOB)
        return QStringLiteral("%1 bytes").arg(sqlite3_column_bytes(row, column));
    return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(row, column)), sqlite3_column_bytes(row, column));
}

/// Calls `each` for every row. False: the database said no.
bool readEach(sqlite3* handle, const QString& sql, const QStringList& values, const std::function<void(sqlite3_stmt*)>& each)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        return false;
    for (int i = 0; i < int(values.size()); ++i) {
        const QByteArray utf8 = values.at(i).toUtf8();
        sqlite3_bind_text(statement, i + 1, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    }
    int step = sqlite3_step(statement);
    for (; step == SQLITE_ROW; step = sqlite3_step(statement))
        each(statement);
    sqlite3_finalize(statement);
    return step == SQLITE_DONE;
}

bool readerHasTable(sqlite3* handle, const QString& table)
{
    bool has = false;
    return readEach(handle, QStringLiteral("SELECT 1 FROM sqlite_master WHERE type='table' AND name=?1"), {table}, [&](sqlite3_stmt*) { has = true; }) && has;
}

bool readRows(sqlite3* handle, const QString& table, int mostRows, TargetRows& result)
{
    const QString sql = QStringLiteral("SELECT * FROM %1 LIMIT %2").arg(quotedName(table)).arg(mostRows);
    const bool read = readEach(handle, sql, {}, [&](sqlite3_stmt* row) {
        const int columns = sqlite3_column_count(row);
        if (result.columns.isEmpty()) {
            for (int i = 0; i < columns; ++i)
                result.columns.append(QString::fromUtf8(sqlite3_column_name(row, i)));
        }
        QStringList cells;
        for (int i = 0; i < columns; ++i)
            cells.append(readerCell(row, i));
        result.rows.append(cells);
    });
    return read && readEach(handle, QStringLiteral("SELECT count(*) FROM ") + quotedName(table), {}, [&](sqlite3_stmt* row) {
        result.total = sqlite3_column_int64(row, 0);
    });
}

bool readRefused(sqlite3* handle, const QString& connection, int mostRows, TargetContents& contents)
{
    const bool read = readEach(handle,
        QStringLiteral("SELECT stream, page, position, class, reason, payload, first_seen FROM _sync_refused WHERE connection=?1 ORDER BY id DESC LIMIT %1").arg(mostRows),
        {connection}, [&](sqlite3_stmt* row) {
            contents.refused.append({readerCell(row, 0), sqlite3_column_int64(row, 1), sqlite3_column_int64(row, 2), readerCell(row, 3), readerCell(row, 4),
                readerCell(row, 5), readerCell(row, 6)});
        });
    return read && readEach(handle, QStringLiteral("SELECT count(*) FROM _sync_refused WHERE connection=?1"), {connection}, [&](sqlite3_stmt* row) {
        contents.refusedTotal = sqlite3_column_int64(row, 0);
    });
}

bool readState(sqlite3* handle, const QString& connection, TargetContents& contents)
{
    return readEach(handle, QStringLiteral("SELECT * FROM _sync_state WHERE connection=?1"), {connection}, [&](sqlite3_stmt* row) {
        QJsonObject state;
        for (int i = 0; i < sqlite3_column_count(row); ++i) {
            const QString name = QString::fromUtf8(sqlite3_column_name(row, i));
            const bool whole = sqlite3_column_type(row, i) == SQLITE_INTEGER;
            if (sqlite3_column_type(row, i) != SQLITE_NULL)
                state.insert(name, whole ? QJsonValue(qint64(sqlite3_column_int64(row, i))) : QJsonValue(readerCell(row, i)));
        }
        contents.state.insert(state.value(QLatin1String("stream")).toString(), state);
    });
}

} // namespace

base::Result<TargetContents> readTarget(const QString& path, const QString& connection, const QStringList& streams, int mostRows)
{
    TargetContents contents;
    if (!QFileInfo::exists(path))
        return contents;
    contents.bytes = QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size();
    auto reader = openReader(path);
    if (!reader.ok())
        return reader.error();
    sqlite3* handle = reader->get();
    // A file that is no database opens well; only reading shows it.
    bool read = readEach(handle, QStringLiteral("SELECT count(*) FROM sqlite_master"), {}, [](sqlite3_stmt*) {});
    if (!read)
        return readerError(handle, "store.read", path);
    for (const QString& stream : streams) {
        TargetRows rows;
        const QString table = snakeCase(stream);
        const QString shadow = shadowOf(table);
        rows.unfinished = !readerHasTable(handle, table) && readerHasTable(handle, shadow);
        if (!rows.unfinished && !readerHasTable(handle, table))
            continue;
        read = read && readRows(handle, rows.unfinished ? shadow : table, mostRows, rows);
        contents.rows.insert(stream, rows);
    }
    if (readerHasTable(handle, QStringLiteral("_sync_refused")))
        read = read && readRefused(handle, connection, mostRows, contents);
    if (readerHasTable(handle, QStringLiteral("_sync_state")))
        read = read && readState(handle, connection, contents);
    if (!read)
        return readerError(handle, "store.read", path);
    return contents;
}

} // namespace syncs
