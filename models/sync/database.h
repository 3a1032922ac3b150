// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace syncs {

/// A prepared statement. Errors surface at step(). Values bound as views must live until the next reset().
class Statement {
public:
    Statement() = default;
    Statement(sqlite3* database, const QString& sql);

    [[nodiscard]] bool isValid() const { return m_statement != nullptr; }
    Statement& bind(int index, const QString& text);
    Statement& bind(int index, qint64 integer);
    Statement& bindNull(int index);
    void bindView(int index, const char* utf8, qsizetype size);
    void bindInteger(int index, qint64 integer);
    /// True: a row is there. False: done.
    base::Result<bool> step();
    base::Result<void> run(); ///< step to the end, reset, clear bindings
    void reset();
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    sqlite3* m_database = nullptr;
};

/// One SQLite file, opened for writing in WAL. Errors: `store.open`, `store.not_a_database`, `store.full`, `store.busy`, `store.write`.
class Database {
public:
    Database() = default;
    static base::Result<std::unique_ptr<Database>> open(const QString& path);

    [[nodiscard]] Statement prepare(const QString& sql) const { return Statement(m_handle.get(), sql); }
    base::Result<void> run(const QString& sql) const;
    /// First column of the first row; empty if there is none.
    [[nodiscard]] base::Result<QString> value(const QString& sql) const;
    [[nodiscard]] bool hasTable(const QString& name) const;
    /// Brings the file up to date and goes back to a rollback journal, if nobody else has it open: the next commit is then the
    /// last thing that happens to the file, and it is left without -wal and -shm beside it. Outside of a transaction.
    void leaveWal() const;

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// BEGIN IMMEDIATE ... COMMIT; rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database) : m_database(database), m_begun(database.run(QStringLiteral("BEGIN IMMEDIATE"))) { }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    [[nodiscard]] const base::Result<void>& begun() const { return m_begun; }
    base::Result<void> commit();

private:
    Database& m_database;
    base::Result<void> m_begun;
    bool m_committed = false;
};

} // namespace syncs
