// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace runs {

/// A prepared statement. Bind by position from 1; `step()` says whether a row stands there. Move-only.
class Statement {
public:
    Statement() = default;
    [[nodiscard]] bool valid() const { return m_statement != nullptr; }

    void bind(int position, const QString& text);
    void bind(int position, qint64 number);
    void bind(int position, double number);
    void bind(int position, const QByteArray& blob);
    void bindNull(int position);
    template <class T> void bind(int position, const std::optional<T>& value)
    {
        if (value)
            bind(position, *value);
        else
            bindNull(position);
    }

    enum class Step { Row, Done, Failed };
    Step step();
    /// Runs a statement without rows and makes it ready again.
    [[nodiscard]] bool run();
    void reset();

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// One SQLite connection. Move-only; used by one thread at a time.
class Database {
public:
    /// `flags` as sqlite3_open_v2. The error's code is `code`, its place the path.
    static base::Result<Database> open(const QString& pathOrUri, int flags, const char* code, const QString& shownPath);

    [[nodiscard]] bool exec(const char* sql);
    [[nodiscard]] Statement prepare(const QString& sql);
    [[nodiscard]] QString lastError() const;
    [[nodiscard]] base::Error error(const char* code) const; ///< lastError with the shown path
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] qint64 pragma(const char* sql); ///< first column of the first row; 0 if there is none

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> m_database;
    QString m_path;
};

/// An identifier in double quotes, for names that come out of a database.
[[nodiscard]] QString sqlName(const QString& name);

} // namespace runs
