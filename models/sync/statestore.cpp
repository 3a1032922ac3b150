// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/statestore.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace syncs {

namespace {

const char stateSchema[] = R"sql(
CREATE TABLE IF NOT EXISTS _sync_runs(id INTEGER PRIMARY KEY, connection TEXT NOT NULL, status TEXT NOT NULL, streams TEXT NOT NULL,
  started TEXT NOT NULL, ended TEXT);
CREATE TABLE IF NOT EXISTS _sync_state(connection TEXT NOT NULL, stream TEXT NOT NULL, finished_in INTEGER, disposition TEXT, cursor_kind TEXT,
  cursor_value TEXT, cursor_raw TEXT, reading INTEGER, filter TEXT, highest_kind TEXT, highest_raw TEXT, position TEXT, skip INTEGER,
  next_identity TEXT, pages INTEGER, updated_at TEXT, PRIMARY KEY(connection, stream)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _sync_followed(connection TEXT NOT NULL, stream TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY(connection, stream, hash)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _sync_boundary(connection TEXT NOT NULL, stream TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL,
  loaded INTEGER NOT NULL, used INTEGER NOT NULL, PRIMARY KEY(connection, stream, part, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _sync_columns(table_name TEXT NOT NULL, column_name TEXT NOT NULL, source_path TEXT, type TEXT,
  PRIMARY KEY(table_name, column_name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _sync_lists(connection TEXT NOT NULL, stream TEXT NOT NULL, table_name TEXT NOT NULL,
  PRIMARY KEY(connection, stream, table_name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _sync_refused(id INTEGER PRIMARY KEY, sync INTEGER, connection TEXT NOT NULL, stream TEXT NOT NULL, page INTEGER,
  position INTEGER, class TEXT, reason TEXT, payload TEXT, first_seen TEXT);
)sql";

QString stateNow()
{
    return base::UtcTime::now().toIso();
}

QString stateCompact(const QJsonObject& object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QStringList stateList(const QString& json)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto& item : array)
        list.append(item.toString());
    return list;
}

} // namespace

QJsonObject StreamState::toJson(const secrets::Redactor& redactor) const
{
    QJsonObject json;
    json.insert(QStringLiteral("cursor"), cursor.isNone() ? QJsonValue::Null : QJsonValue(redactor.redact(cursor.canonical())));
    json.insert(QStringLiteral("reading"), reading);
    if (reading) {
        json.insert(QStringLiteral("filter"), filter ? QJsonValue(redactor.redact(*filter)) : QJsonValue::Null);
        json.insert(QStringLiteral("highest"), highest.isNone() ? QJsonValue::Null : QJsonValue(redactor.redact(highest.canonical())));
        json.insert(QStringLiteral("position"), QJsonDocument::fromJson(redactor.redact(stateCompact(position)).toUtf8()).object());
        json.insert(QStringLiteral("skip"), skip);
        json.insert(QStringLiteral("pages"), pages);
    }
    return json;
}

base::Result<void> StateStore::createTables() const
{
    return m_database.run(QString::fromLatin1(stateSchema));
}

base::Result<bool> StateStore::haveFinished(const QStringList& streams, qint64 sync) const
{
    for (const QString& stream : streams) {
        const auto state = load(stream);
        if (!state.ok())
            return state.error();
        if (state->finishedIn != sync)
            return false;
    }
    return true;
}

base::Result<void> StateStore::close(qint64 sync) const
{
    Statement close = m_database.prepare(QStringLiteral("UPDATE _sync_runs SET status='finished', ended=?2 WHERE id=?1"));
    return close.bind(1, sync).bind(2, stateNow()).run();
}

base::Result<qint64> StateStore::openSync(const QStringList& streams, const QStringList& present) const
{
    Statement open = m_database.prepare(QStringLiteral("SELECT id, streams FROM _sync_runs WHERE connection=?1 AND status='open' ORDER BY id DESC LIMIT 1"));
    open.bind(1, m_connection);
    const auto row = open.step();
    if (!row.ok())
        return row.error();
    qint64 id = row.value() ? open.integer(0) : 0;
    QStringList left; // of the interrupted sync's streams
    for (const QString& earlier : row.value() ? stateList(open.text(1)) : QStringList()) {
        if (present.contains(earlier))
            left.append(earlier);
    }
    open.reset();
    if (id > 0) {
        const auto finished = haveFinished(left, id);
        if (!finished.ok())
            return finished.error();
        if (finished.value()) {
            if (const auto closed = close(id); !closed.ok())
                return closed.error();
            id = 0;
            left.clear();
        }
    }
    QStringList all = streams;
    for (const QString& stream : left) {
        if (!all.contains(stream))
            all.append(stream);
    }
    const QString list = QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(all)).toJson(QJsonDocument::Compact));
    if (id > 0) {
        Statement update = m_database.prepare(QStringLiteral("UPDATE _sync_runs SET streams=?2 WHERE id=?1"));
        const auto done = update.bind(1, id).bind(2, list).run();
        return done.ok() ? base::Result<qint64>(id) : base::Result<qint64>(done.error());
    }
    Statement insert = m_database.prepare(QStringLiteral("INSERT INTO _sync_runs(connection, status, streams, started) VALUES(?1, 'open', ?2, ?3) RETURNING id"));
    insert.bind(1, m_connection).bind(2, list).bind(3, stateNow());
    const auto made = insert.step();
    if (!made.ok())
        return made.error();
    const qint64 number = insert.integer(0);
    insert.reset();
    return number;
}

base::Result<void> StateStore::closeIfFinished(qint64 sync) const
{
    Statement streams = m_database.prepare(QStringLiteral("SELECT streams FROM _sync_runs WHERE id=?1"));
    const auto row = streams.bind(1, sync).step();
    if (!row.ok() || !row.value())
        return row.ok() ? base::Result<void>() : base::Result<void>(row.error());
    const auto finished = haveFinished(stateList(streams.text(0)), sync);
    if (!finished.ok())
        return finished.error();
    streams.reset();
    return finished.value() ? close(sync) : base::Result<void>();
}

base::Result<StreamState> StateStore::load(const QString& stream) const
{
    Statement row = m_database.prepare(QStringLiteral(
        "SELECT finished_in, disposition, cursor_kind, cursor_raw, reading, filter, highest_kind, highest_raw, position, skip, next_identity, pages "
        "FROM _sync_state WHERE connection=?1 AND stream=?2"));
    const auto found = row.bind(1, m_connection).bind(2, stream).step();
    if (!found.ok())
        return found.error();
    StreamState state;
    if (!found.value())
        return state;
    state.finishedIn = row.integer(0);
    state.disposition = row.text(1);
    state.cursor = CursorValue::restore(row.text(2), m_redactor.restore(row.text(3)));
    state.reading = row.integer(4) != 0;
    if (!row.isNull(5))
        state.filter = m_redactor.restore(row.text(5));
    state.highest = CursorValue::restore(row.text(6), m_redactor.restore(row.text(7)));
    state.position = QJsonDocument::fromJson(m_redactor.restore(row.text(8)).toUtf8()).object();
    state.skip = row.integer(9);
    state.nextIdentity = m_redactor.restore(row.text(10));
    state.pages = row.integer(11);
    return state;
}

base::Result<void> StateStore::save(const QString& stream, const StreamState& state) const
{
    Statement row = m_database.prepare(QStringLiteral(
        "INSERT OR REPLACE INTO _sync_state(connection, stream, finished_in, disposition, cursor_kind, cursor_value, cursor_raw, reading, filter, "
        "highest_kind, highest_raw, position, skip, next_identity, pages, updated_at) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16)"));
    row.bind(1, m_connection).bind(2, stream).bind(3, state.finishedIn).bind(4, state.disposition);
    row.bind(5, state.cursor.kindWord()).bind(6, m_redactor.redactData(state.cursor.canonical())).bind(7, m_redactor.protect(state.cursor.raw));
    row.bind(8, qint64(state.reading ? 1 : 0));
    if (state.filter)
        row.bind(9, m_redactor.protect(*state.filter));
    row.bind(10, state.highest.kindWord()).bind(11, m_redactor.protect(state.highest.raw));
    row.bind(12, m_redactor.protect(stateCompact(state.position))).bind(13, state.skip).bind(14, m_redactor.protect(state.nextIdentity));
    row.bind(15, state.pages).bind(16, stateNow());
    return row.run();
}

base::Result<QSet<QString>> StateStore::followed(const QString& stream) const
{
    Statement rows = m_database.prepare(QStringLiteral("SELECT hash FROM _sync_followed WHERE connection=?1 AND stream=?2"));
    rows.bind(1, m_connection).bind(2, stream);
    QSet<QString> hashes;
    for (auto row = rows.step();; row = rows.step()) {
        if (!row.ok())
            return row.error();
        if (!row.value())
            return hashes;
        hashes.insert(rows.text(0));
    }
}

base::Result<void> StateStore::addFollowed(const QString& stream, const QString& hash) const
{
    Statement row = m_database.prepare(QStringLiteral("INSERT OR IGNORE INTO _sync_followed(connection, stream, hash) VALUES(?1, ?2, ?3)"));
    return row.bind(1, m_connection).bind(2, stream).bind(3, hash).run();
}

base::Result<void> StateStore::clearFollowed(const QString& stream) const
{
    Statement row = m_database.prepare(QStringLiteral("DELETE FROM _sync_followed WHERE connection=?1 AND stream=?2"));
    return row.bind(1, m_connection).bind(2, stream).run();
}

QString StateStore::hashOf(const QString& identity)
{
    return QString::fromLatin1(QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

base::Result<void> StateStore::refuse(qint64 sync, const QString& stream, const Refused& refused) const
{
    constexpr qsizetype longestPayload = 64 * 1024;
    Statement row = m_database.prepare(QStringLiteral(
        "INSERT INTO _sync_refused(sync, connection, stream, page, position, class, reason, payload, first_seen) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)"));
    row.bind(1, sync).bind(2, m_connection).bind(3, stream).bind(4, refused.page).bind(5, refused.index).bind(6, refused.errorClass);
    row.bind(7, m_redactor.redact(refused.reason)).bind(8, QString::fromUtf8(refused.payload.left(longestPayload))).bind(9, stateNow());
    return row.run();
}

} // namespace syncs
