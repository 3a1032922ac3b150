// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sync/recordedsync.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

using syncs::SyncEvent;

static const QByteArray connectionYaml = R"(connection:
  kind: rest
  config:
    base_url: http://127.0.0.1:1/api
    retry: {attempts: 1}
    streams:
      statuses:
        path: /v1/statuses
        records: data
        primary_key: [id]
        pagination: {type: page, parameter: page, start: 1}
        incremental: {cursor_field: updated_at, parameter: updated_since}
      shifts: {path: /v1/shifts, records: data, primary_key: [id]}
      sites: {path: /v1/sites, records: "", primary_key: [id]}
  sync:
    statuses: {disposition: merge}
    shifts: {disposition: merge}
    sites: {disposition: replace}
)";

static const char targetSql[] = R"(
CREATE TABLE statuses(id, updated_at, status, vehicle__name, hours);
INSERT INTO statuses VALUES(88121,'2025-10-02T23:58:11.000000Z','PRE_TRIP','truck-118','4.2500'),(88122,'2025-10-02T23:59:40.000000Z','POST_TRIP','truck-044',NULL),
 (88123,'2025-10-03T00:00:02.000000Z','LOADING','truck-118','0.5000'),(88124,'2025-10-03T00:02:57.000000Z','PRE_TRIP','truck-201','6.1250');
CREATE TABLE _sync_new_sites(id, name, modified_on);
INSERT INTO _sync_new_sites VALUES(1,'North','2025-09-01T00:00:00.000000Z'),(2,'South','2025-09-02T00:00:00.000000Z'),(3,'Yard','2025-09-02T00:00:00.000000Z');
CREATE TABLE _sync_state(connection TEXT, stream TEXT, cursor_value TEXT, pages INTEGER, position TEXT);
INSERT INTO _sync_state VALUES('trakit_api','statuses','2025-10-03T00:02:57.000000Z',83,NULL),('other','statuses','x',1,NULL);
CREATE TABLE _sync_refused(id INTEGER PRIMARY KEY, sync INTEGER, connection TEXT, stream TEXT, page INTEGER, position INTEGER, class TEXT, reason TEXT, payload TEXT, first_seen TEXT);
INSERT INTO _sync_refused(sync,connection,stream,page,position,class,reason,payload,first_seen) VALUES
 (1,'trakit_api','statuses',12,7,'KEY','the primary key id is missing','{"status":"LOADING","hours":1}','2025-10-03T14:02:00Z'),
 (1,'trakit_api','shifts',2,0,'KEY','the primary key id is null','{"id":null}','2025-10-03T14:02:01Z'),
 (1,'other','shifts',2,0,'KEY','not ours','{}','2025-10-03T14:02:01Z');
)";

RecordedSync::RecordedSync()
{
    QDir(root()).mkpath(QStringLiteral("connections"));
    writeConnection(connectionYaml);
    QFile workspace(root() + QStringLiteral("/weirkeeper.yaml"));
    if (workspace.open(QFile::WriteOnly))
        workspace.write("name: Recorded\n");
}

void RecordedSync::writeConnection(const QByteArray& yaml) const
{
    QFile file(root() + QStringLiteral("/connections/trakit_api.yaml"));
    if (file.open(QFile::WriteOnly))
        file.write(yaml);
}

void RecordedSync::writeTarget() const
{
    sqlite3* handle = nullptr;
    sqlite3_open(target().toUtf8().constData(), &handle);
    char* problem = nullptr;
    if (sqlite3_exec(handle, targetSql, nullptr, nullptr, &problem) != SQLITE_OK)
        qFatal("%s", problem);
    sqlite3_close(handle);
}

QVector<syncs::StreamPlan> RecordedSync::plans()
{
    const QStringList id {QStringLiteral("id")};
    return {{QStringLiteral("statuses"), QStringLiteral("merge"), id, QStringLiteral("updated_at")}, {QStringLiteral("shifts"), QStringLiteral("merge"), id, {}},
        {QStringLiteral("sites"), QStringLiteral("replace"), id, {}}};
}

static SyncEvent made(SyncEvent::Kind kind, const QString& stream, qint64 page, qint64 rows)
{
    SyncEvent event;
    event.kind = kind;
    event.stream = stream;
    event.page = page;
    event.totals.stream = stream;
    event.totals.pages = page;
    event.totals.rowsRead = event.totals.rowsLoaded = rows;
    event.totals.seconds = 3.3;
    return event;
}

static SyncEvent sent(const QString& stream, qint64 page, qint64 rows, int attempt)
{
    SyncEvent event = made(SyncEvent::Kind::Request, stream, page, rows);
    event.method = QStringLiteral("GET");
    event.url = QStringLiteral("https://api.trakit.example/api/v1/%1?updated_since=2025-10-02T23:48:00Z&page=%2&per_page=500").arg(stream).arg(page + 1);
    event.headers = {QStringLiteral("Accept: application/json"), QStringLiteral("Authorization: Bearer •••")};
    event.attempt = attempt;
    return event;
}

static SyncEvent answered(const QString& stream, qint64 page, qint64 rows, int status, int attempt)
{
    SyncEvent event = made(SyncEvent::Kind::Response, stream, page, rows);
    event.httpStatus = status;
    event.milliseconds = 18;
    event.attempt = attempt;
    event.headers = {QStringLiteral("Content-Type: application/json")};
    if (status == 429)
        event.headers += {QStringLiteral("retry-after: 3"), QStringLiteral("RateLimit-Limit: 500, 500;w=60")};
    event.text = QStringLiteral("%1 in 18.0 ms, 20 bytes").arg(status);
    return event;
}

QVector<SyncEvent> RecordedSync::events(int refusals)
{
    const QString statuses = QStringLiteral("statuses");
    const QString shifts = QStringLiteral("shifts");
    QVector<SyncEvent> events {made(SyncEvent::Kind::StreamStarted, statuses, 0, 0)};
    for (int page = 0; page < 83; ++page) {
        events += {sent(statuses, page, page * 500, 1), answered(statuses, page, page * 500, 200, 1)};
        SyncEvent committed = made(SyncEvent::Kind::PageCommitted, statuses, page + 1, qMin((page + 1) * 500, 41208));
        committed.text = QStringLiteral("page %1: 500 rows").arg(page + 1);
        events.append(committed);
    }
    SyncEvent ended = made(SyncEvent::Kind::StreamEnded, statuses, 83, 41208);
    ended.totals.status = syncs::Outcome::Ok;
    ended.totals.retries = 2;
    ended.text = QStringLiteral("statuses: ok, 41208 rows");
    events.append(ended);
    events.append(made(SyncEvent::Kind::StreamStarted, shifts, 5, 2500));
    for (int attempt = 1; attempt <= refusals; ++attempt) {
        events += {sent(shifts, 5, 2500, attempt), answered(shifts, 5, 2500, 429, attempt)};
        SyncEvent waiting = made(SyncEvent::Kind::Waiting, shifts, 5, 2500);
        waiting.waitSeconds = 3;
        waiting.reason = QStringLiteral("asked to by the server (429)");
        waiting.text = QStringLiteral("waiting 3.0 s: asked to by the server (429)");
        waiting.totals.retries = attempt;
        waiting.totals.asleepSeconds = 3.0 * attempt;
        events.append(waiting);
    }
    return events;
}

syncs::SyncReport RecordedSync::failedReport()
{
    syncs::StreamReport shifts;
    shifts.stream = QStringLiteral("shifts");
    shifts.status = syncs::Outcome::Failed;
    shifts.rowsLoaded = 2500;
    shifts.error = syncs::SyncError {QStringLiteral("AUTH"),
        base::makeError("net.unauthorized", QStringLiteral("401 from http://127.0.0.1:8765/api/v1/shifts: unknown token."), {QStringLiteral("connections/trakit_api.yaml"), 21, 7, {}})};
    syncs::SyncReport report;
    report.connection = QStringLiteral("trakit_api");
    report.status = syncs::Outcome::Failed;
    report.streams = {shifts};
    return report;
}

syncs::TargetRows RecordedSync::rows()
{
    return {{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("modified_on")},
        {{QStringLiteral("1"), QStringLiteral("North"), QStringLiteral("2025-09-01T00:00:00Z")}, {QStringLiteral("2"), QString(), QStringLiteral("2025-09-02T00:00:00Z")}}, 2, false};
}
