// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace syncs {

namespace {

constexpr int busyMilliseconds = 30'000;

QString databaseTr(const char* text)
{
    return QCoreApplication::translate("syncs", text);
}

base::Error databaseError(sqlite3* handle, int code)
{
    const QString why = handle != nullptr ? QString::fromUtf8(sqlite3_errmsg(handle)) : QString::fromUtf8(sqlite3_errstr(code));
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return base::makeError("store.full", databaseTr(QT_TRANSLATE_NOOP("syncs", "the disk is full; nothing of this page was stored")));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return base::makeError("store.busy", databaseTr(QT_TRANSLATE_NOOP("syncs", "another program is writing to the database: %1")).arg(why));
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return base::makeError("store.not_a_database", databaseTr(QT_TRANSLATE_NOOP("syncs", "this is no intact SQLite file: %1")).arg(why));
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
        return base::makeError("store.open", databaseTr(QT_TRANSLATE_NOOP("syncs", "the database cannot be written: %1")).arg(why));
    default:
        return base::makeError("store.write", why);
    }
}

/// SQLite takes a file that is shorter than its header for an empty one, and would write over it.
bool isForeignFile(const QString& path)
{
    const QByteArray header("SQLite format 3\0", 16);
    QFile file(path);
    return QFileInfo(path).isFile() && file.size() > 0 && file.open(QIODevice::ReadOnly) && file.read(header.size()) != header;
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Database::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

Statement::Statement(sqlite3* database, const QString& sql) : m_database(database)
{
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, utf8.constData(), int(utf8.size()), &statement, nullptr);
    m_statement.reset(statement);
}

Statement& Statement::bind(int index, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_statement.get(), index, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int index, qint64 integer)
{
    bindInteger(index, integer);
    return *this;
}

Statement& Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement.get(), index);
    return *this;
}

void Statement::bindView(int index, const char* utf8, qsizetype size)
{
    // An empty text must not become NULL: SQLite reads a null pointer so.
    sqlite3_bind_text64(m_statement.get(), index, utf8 != nullptr ? utf8 : "", sqlite3_uint64(size), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindInteger(int index, qint64 integer)
{
    sqlite3_bind_int64(m_statement.get(), index, integer);
}

base::Result<bool> Statement::step()
{
    const int code = m_statement ? sqlite3_step(m_statement.get()) : sqlite3_errcode(m_database);
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return code == SQLITE_ROW;
    return databaseError(m_database, code);
}

base::Result<void> Statement::run()
{
    const auto done = step();
    if (m_statement) {
        sqlite3_reset(m_statement.get());
        sqlite3_clear_bindings(m_statement.get());
    }
    return done.ok() ? base::Result<void>() : base::Result<void>(done.error());
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

QString Statement::text(int column) const
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement.get(), column));
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

/// A change of the journal mode does not wait for other programs' locks, a transaction does: so one is waited for before each
/// further try.
static base::Result<void> enterWal(const Database& database)
{
    constexpr int tries = 5;
    auto done = database.run(QStringLiteral("PRAGMA journal_mode=WAL"));
    for (int i = 1; i < tries && !done.ok() && done.error().code == QLatin1String("store.busy"); ++i) {
        if (const auto free = database.run(QStringLiteral("BEGIN EXCLUSIVE")); !free.ok())
            return free;
        static_cast<void>(database.run(QStringLiteral("COMMIT")));
        done = database.run(QStringLiteral("PRAGMA journal_mode=WAL"));
    }
    return done;
}

base::Result<std::unique_ptr<Database>> Database::open(const QString& path)
{
    const base::Place place{path, 0, 0, {}};
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (isForeignFile(path))
        return base::makeError("store.not_a_database", databaseTr(QT_TRANSLATE_NOOP("syncs", "this is no SQLite file, and not empty; it is left alone")), place);
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    auto database = std::make_unique<Database>();
    database->m_handle.reset(handle);
    auto failed = [&](base::Error error) {
        error.place = place;
        return error;
    };
    if (code != SQLITE_OK)
        return failed(databaseError(handle, code));
    sqlite3_busy_timeout(handle, busyMilliseconds);
    if (const auto wal = enterWal(*database); !wal.ok())
        return failed(wal.error());
    // legacy_alter_table: a view over a table must not stop the table's replacement. NORMAL in WAL: after a power loss rows and
    // state roll back together.
    for (const char* pragma : {"PRAGMA synchronous=NORMAL", "PRAGMA cache_size=-65536", "PRAGMA temp_store=MEMORY",
             "PRAGMA secure_delete=OFF", "PRAGMA wal_autocheckpoint=4000", "PRAGMA trusted_schema=OFF", "PRAGMA legacy_alter_table=ON"}) {
        if (const auto done = database->run(QString::fromLatin1(pragma)); !done.ok())
            return failed(done.error());
    }
    return database;
}

base::Result<void> Database::run(const QString& sql) const
{
    const int code = sqlite3_exec(m_handle.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return databaseError(m_handle.get(), code);
    return {};
}

base::Result<QString> Database::value(const QString& sql) const
{
    Statement statement = prepare(sql);
    const auto row = statement.step();
    if (!row.ok())
        return row.error();
    return row.value() ? statement.text(0) : QString();
}

void Database::leaveWal() const
{
    sqlite3_busy_timeout(m_handle.get(), 0); // readers are not waited for: then it stays in WAL
    static_cast<void>(run(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")));
    static_cast<void>(run(QStringLiteral("PRAGMA journal_mode=DELETE")));
    sqlite3_busy_timeout(m_handle.get(), busyMilliseconds);
}

bool Database::hasTable(const QString& name) const
{
    Statement statement = prepare(QStringLiteral("SELECT 1 FROM sqlite_master WHERE type='table' AND lower(name)=lower(?1)"));
    statement.bind(1, name);
    const auto row = statement.step();
    return row.ok() && row.value();
}

Transaction::~Transaction()
{
    if (m_begun.ok() && !m_committed)
        static_cast<void>(m_database.run(QStringLiteral("ROLLBACK")));
}

base::Result<void> Transaction::commit()
{
    auto done = m_database.run(QStringLiteral("COMMIT"));
    m_committed = done.ok();
    return done;
}

} // namespace syncs
