// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/boundary.h"

namespace syncs {

base::Result<void> Boundary::run(const QString& sql) const
{
    Statement statement = m_database.prepare(sql);
    return statement.bind(1, m_connection).bind(2, m_stream).run();
}

base::Result<void> Boundary::load(bool fresh)
{
    m_stored.clear();
    Statement rows = m_database.prepare(QStringLiteral("SELECT key, loaded, used FROM _sync_boundary WHERE connection=?1 AND stream=?2 AND part='stored'"));
    rows.bind(1, m_connection).bind(2, m_stream);
    for (auto row = rows.step();; row = rows.step()) {
        if (!row.ok())
            return row.error();
        if (!row.value())
            return {};
        const qint64 used = rows.integer(2);
        m_stored.insert(rows.text(0), {rows.integer(1), fresh ? 0 : used, fresh && used > 0});
    }
}

bool Boundary::drop(const QString& key, bool byContent)
{
    const auto found = m_stored.find(key);
    if (found == m_stored.end() || (byContent && found->used >= found->loaded))
        return false;
    ++found->used;
    found->changed = true;
    return true;
}

void Boundary::loads(const QString& key)
{
    Count& count = m_stored[key];
    ++count.loaded;
    ++count.used;
    count.changed = true;
}

base::Result<void> Boundary::save()
{
    Statement statement = m_database.prepare(QStringLiteral(
        "INSERT INTO _sync_boundary(connection, stream, part, key, loaded, used) VALUES(?1, ?2, 'stored', ?3, ?4, ?5) "
        "ON CONFLICT DO UPDATE SET loaded=?4, used=?5"));
    for (auto count = m_stored.begin(); count != m_stored.end(); ++count) {
        if (!count->changed)
            continue;
        const auto done = statement.bind(1, m_connection).bind(2, m_stream).bind(3, count.key()).bind(4, count->loaded).bind(5, count->used).run();
        if (!done.ok())
            return done;
        count->changed = false;
    }
    return {};
}

base::Result<void> Boundary::add(const QString& key) const
{
    Statement statement = m_database.prepare(QStringLiteral(
        "INSERT INTO _sync_boundary(connection, stream, part, key, loaded, used) VALUES(?1, ?2, 'read', ?3, 1, 0) "
        "ON CONFLICT DO UPDATE SET loaded=loaded+1"));
    return statement.bind(1, m_connection).bind(2, m_stream).bind(3, key).run();
}

base::Result<void> Boundary::clearRead() const
{
    return run(QStringLiteral("DELETE FROM _sync_boundary WHERE connection=?1 AND stream=?2 AND part='read'"));
}

base::Result<void> Boundary::resetUsed()
{
    for (Count& count : m_stored)
        count.used = 0;
    return run(QStringLiteral("UPDATE _sync_boundary SET used=0 WHERE connection=?1 AND stream=?2 AND part='stored'"));
}

base::Result<void> Boundary::move() const
{
    if (const auto done = run(QStringLiteral("DELETE FROM _sync_boundary WHERE connection=?1 AND stream=?2 AND part='stored'")); !done.ok())
        return done;
    return run(QStringLiteral("UPDATE _sync_boundary SET part='stored', used=0 WHERE connection=?1 AND stream=?2 AND part='read'"));
}

} // namespace syncs
