// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/sqlite.h"

#include <sqlite3.h>

namespace runs {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Database::Close::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

// The binding functions copy (SQLITE_TRANSIENT is a C cast in a macro, hence the constant below).
static const auto sqliteTransient = reinterpret_cast<sqlite3_destructor_type>(qintptr(-1));

void Statement::bind(int position, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(m_statement.get(), position, utf8.constData(), int(utf8.size()), sqliteTransient);
}

void Statement::bind(int position, qint64 number)
{
    sqlite3_bind_int64(m_statement.get(), position, number);
}

void Statement::bind(int position, double number)
{
    sqlite3_bind_double(m_statement.get(), position, number);
}

void Statement::bind(int position, const QByteArray& blob)
{
    sqlite3_bind_blob(m_statement.get(), position, blob.constData(), int(blob.size()), sqliteTransient);
}

void Statement::bindNull(int position)
{
    sqlite3_bind_null(m_statement.get(), position);
}

Statement::Step Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    return code == SQLITE_ROW ? Step::Row : code == SQLITE_DONE ? Step::Done : Step::Failed;
}

bool Statement::run()
{
    const Step answer = step();
    reset();
    return answer != Step::Failed;
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

QString Statement::text(int column) const
{
    const unsigned char* text = sqlite3_column_text(m_statement.get(), column);
    return text == nullptr ? QString()
                           : QString::fromUtf8(reinterpret_cast<const char*>(text), sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::blob(int column) const
{
    const void* data = sqlite3_column_blob(m_statement.get(), column);
    return data == nullptr ? QByteArray() : QByteArray(static_cast<const char*>(data), sqlite3_column_bytes(m_statement.get(), column));
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<qint64>(integer(column));
}

base::Result<Database> Database::open(const QString& pathOrUri, int flags, const char* code, const QString& shownPath)
{
    sqlite3* raw = nullptr;
    const int answer = sqlite3_open_v2(pathOrUri.toUtf8().constData(), &raw, flags, nullptr);
    Database database;
    database.m_database.reset(raw);
    database.m_path = shownPath;
    if (answer != SQLITE_OK)
        return database.error(code);
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, 5000);
    return database;
}

bool Database::exec(const char* sql)
{
    return sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

Statement Database::prepare(const QString& sql)
{
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt* raw = nullptr;
    Statement statement;
    if (sqlite3_prepare_v2(m_database.get(), utf8.constData(), int(utf8.size()), &raw, nullptr) == SQLITE_OK)
        statement.m_statement.reset(raw);
    return statement;
}

QString Database::lastError() const
{
    return m_database ? QString::fromUtf8(sqlite3_errmsg(m_database.get())) : QStringLiteral("out of memory");
}

base::Error Database::error(const char* code) const
{
    return base::makeError(code, QStringLiteral("SQLite: %1").arg(lastError()), base::Place{m_path, 0, 0, {}});
}

qint64 Database::changes() const
{
    return sqlite3_changes(m_database.get());
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_database.get());
}

qint64 Database::pragma(const char* sql)
{
    Statement statement = prepare(QString::fromUtf8(sql));
    return statement.valid() && statement.step() == Statement::Step::Row ? statement.integer(0) : 0;
}

QString sqlName(const QString& name)
{
    QString quoted = name;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return u'"' + quoted + u'"';
}

} // namespace runs
