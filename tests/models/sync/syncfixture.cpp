// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/sync/syncfixture.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

namespace support {

SyncFixture::SyncFixture()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("connections"));
    writeFile(QStringLiteral("weirkeeper.yaml"), "# only a comment\n");
}

void SyncFixture::writeFile(const QString& name, const QByteArray& text) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

void SyncFixture::write(const QString& baseUrl, const QString& streams, const QString& sync, const QString& extra)
{
    QString text = QStringLiteral("connection:\n  kind: rest\n  config:\n    base_url: %1\n%2    streams:\n%3").arg(baseUrl, extra, streams);
    if (!sync.isEmpty())
        text += QStringLiteral("  sync:\n") + sync;
    writeFile(QStringLiteral("connections/api.yaml"), text.toUtf8());
}

syncs::SyncReport SyncFixture::run(std::optional<qint64> limit, const QStringList& streams)
{
    syncs::Surroundings surroundings{clock, secrets::standardChain(m_folder.path()), 1};
    syncs::SyncRequest request;
    request.workspaceRoot = m_folder.path();
    request.connection = QStringLiteral("api");
    request.streams = streams;
    request.limit = limit;
    request.into = target();
    return syncs::runSyncIn(surroundings, request, cancel, [this](const syncs::SyncEvent& event) {
        events.append(event);
        if (onEvent)
            onEvent(event);
    });
}

QVariantList SyncFixture::query(const QString& sql, bool firstRow) const
{
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    QVariantList values;
    sqlite3_open_v2(target().toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr);
    if (sqlite3_prepare_v2(database, sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        values.append(QString::fromUtf8(sqlite3_errmsg(database)));
    while (statement != nullptr && sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < (firstRow ? sqlite3_column_count(statement) : 1); ++i) {
            switch (sqlite3_column_type(statement, i)) {
            case SQLITE_INTEGER: values.append(qint64(sqlite3_column_int64(statement, i))); break;
            case SQLITE_NULL: values.append(QVariant()); break;
            case SQLITE_FLOAT: values.append(sqlite3_column_double(statement, i)); break;
            default:
                values.append(QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, i)), sqlite3_column_bytes(statement, i)));
            }
        }
        if (firstRow)
            break;
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return values;
}

QVariantList SyncFixture::column(const QString& sql) const
{
    return query(sql, false);
}

QVariantList SyncFixture::row(const QString& sql) const
{
    return query(sql, true);
}

QByteArray recordsFrom(int from, int count, const QByteArray& more)
{
    QByteArray text = "[";
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? ",{\"id\":" : "{\"id\":") + QByteArray::number(from + i) + more + "}";
    return text + "]";
}

} // namespace support
