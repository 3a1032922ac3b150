// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/shadow.h"

#include "models/sync/naming.h"

#include <QStringList>

namespace syncs {

namespace {

base::Result<void> forgetColumnsOf(Database& database, const QString& table)
{
    Statement forget = database.prepare(QStringLiteral("DELETE FROM _sync_columns WHERE table_name=?1"));
    return forget.bind(1, table).run();
}

QStringList indexesOf(Database& database, const QString& table)
{
    QStringList made;
    Statement rows = database.prepare(
        QStringLiteral("SELECT sql FROM sqlite_master WHERE type='index' AND tbl_name=?1 AND sql IS NOT NULL AND name NOT LIKE '\\_sync\\_%' ESCAPE '\\'"));
    rows.bind(1, table);
    for (auto row = rows.step(); row.ok() && row.value(); row = rows.step())
        made.append(rows.text(0));
    return made;
}

} // namespace

QString shadowOf(const QString& table)
{
    return QStringLiteral("_sync_new_") + table;
}

base::Result<void> dropShadow(Database& database, const QString& table)
{
    const QString shadow = shadowOf(table);
    if (const auto dropped = database.run(QStringLiteral("DROP TABLE IF EXISTS ") + quotedName(shadow)); !dropped.ok())
        return dropped;
    return forgetColumnsOf(database, shadow);
}

base::Result<void> swapShadow(Database& database, const QString& table)
{
    const QString shadow = shadowOf(table);
    const bool exists = database.hasTable(table);
    if (!database.hasTable(shadow))
        return exists ? database.run(QStringLiteral("DELETE FROM ") + quotedName(table)) : base::Result<void>();
    const QStringList indexes = exists ? indexesOf(database, table) : QStringList();
    if (exists) {
        if (const auto dropped = database.run(QStringLiteral("DROP TABLE ") + quotedName(table)); !dropped.ok())
            return dropped;
    }
    const QString rename = QStringLiteral("ALTER TABLE %1 RENAME TO %2").arg(quotedName(shadow), quotedName(table));
    if (const auto renamed = database.run(rename); !renamed.ok())
        return renamed;
    for (const QString& index : indexes) // a column may be gone, or its values no longer unique: then so is the index
        static_cast<void>(database.run(index));
    if (const auto forgotten = forgetColumnsOf(database, table); !forgotten.ok())
        return forgotten;
    Statement move = database.prepare(QStringLiteral("UPDATE _sync_columns SET table_name=?1 WHERE table_name=?2"));
    return move.bind(1, table).bind(2, shadow).run();
}

} // namespace syncs
