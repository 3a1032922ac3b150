// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/dlt.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

namespace runs::dlt {

namespace {

bool isWal(const QString& path)
{
    QFile file(path);
    // Bytes 18 and 19 of the header: 2 = write-ahead log.
    return file.open(QIODevice::ReadOnly) && file.read(20).mid(18) == QByteArray("\2\2", 2);
}

QString sqliteUri(const QString& path, const char* parameters)
{
    const QByteArray encoded = QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/");
    return QStringLiteral("file:%1?%2").arg(QString::fromLatin1(encoded), QString::fromLatin1(parameters));
}

/// Even a read-only connection writes: it creates the -shm of a WAL database, and rolls a hot journal back.
bool hasSideFile(const QString& path, const char* ending)
{
    return QFileInfo(path + QString::fromLatin1(ending)).size() > 0;
}

} // namespace

base::Result<Opened> openReadOnly(const QString& path)
{
    Opened opened;
    QString uri = sqliteUri(path, "mode=ro");
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    if (hasSideFile(path, "-wal") || hasSideFile(path, "-journal")) {
        opened.copy = std::make_unique<QTemporaryDir>();
        const QString copied = opened.copy->filePath(QStringLiteral("copy.db"));
        bool done = opened.copy->isValid() && QFile::copy(path, copied);
        for (const char* ending : {"-wal", "-journal"}) {
            if (done && hasSideFile(path, ending))
                done = QFile::copy(path + QString::fromLatin1(ending), copied + QString::fromLatin1(ending));
        }
        if (!done) {
            return base::makeError("sqlite.copy", QStringLiteral("the database and its log could not be copied to a temporary folder to be read"),
                base::Place{path, 0, 0, {}});
        }
        for (const char* ending : {"", "-wal", "-journal"})
            QFile::setPermissions(copied + QString::fromLatin1(ending), QFile::ReadOwner | QFile::WriteOwner);
        uri = sqliteUri(copied, "mode=rw");
        flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    } else if (isWal(path)) {
        uri = sqliteUri(path, "immutable=1");
    }
    auto database = Database::open(uri, flags, "sqlite.open", path);
    if (!database)
        return database.error();
    opened.database = std::move(*database);
    if (!opened.database.exec("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON"))
        return opened.database.error("sqlite.open");
    return opened;
}

} // namespace runs::dlt
