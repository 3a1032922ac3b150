// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/storerows.h"

#include <QCborArray>
#include <QCborValue>
#include <QJsonDocument>

namespace runs {

namespace {

using RowInstant = std::optional<base::UtcTime>;

RowInstant rowInstant(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : RowInstant(base::UtcTime{row.integer(column)});
}

void bindInstant(Statement& statement, int position, const RowInstant& at)
{
    if (at)
        statement.bind(position, at->us);
    else
        statement.bindNull(position);
}

const QString& zoneExplicit()
{
    static const QString word = QStringLiteral("explicit");
    return word;
}

} // namespace

QString runColumns()
{
    return QStringLiteral("record,connection,run_key,job_key,parent_key,kind,planned_us,queued_us,start_us,end_us,nominal_start_us,"
                          "nominal_end_us,updated_us,start_estimated,end_estimated,zone_src,state,raw_state,rows,bytes,message,detail");
}

Run readRun(const Statement& row, int c)
{
    Run run;
    run.record = row.text(c);
    run.connection = row.text(c + 1);
    run.runKey = row.text(c + 2);
    run.jobKey = row.text(c + 3);
    run.parentKey = row.text(c + 4);
    run.kind = kindFromWord(row.text(c + 5));
    run.planned = rowInstant(row, c + 6);
    run.queued = rowInstant(row, c + 7);
    run.start = rowInstant(row, c + 8);
    run.end = rowInstant(row, c + 9);
    run.nominalStart = rowInstant(row, c + 10);
    run.nominalEnd = rowInstant(row, c + 11);
    run.updated = rowInstant(row, c + 12);
    run.startEstimated = row.integer(c + 13) != 0;
    run.endEstimated = row.integer(c + 14) != 0;
    run.zone = row.text(c + 15) == zoneExplicit() ? base::ZoneSource::Explicit : base::ZoneSource::AssumedUtc;
    run.state = stateFromWord(row.text(c + 16));
    run.rawState = row.text(c + 17);
    run.rows = row.optionalInteger(c + 18);
    run.bytes = row.optionalInteger(c + 19);
    run.message = row.text(c + 20);
    const QByteArray detail = row.blob(c + 21);
    if (!detail.isEmpty())
        run.detail = QJsonDocument::fromJson(detail).object();
    return run;
}

int bindRun(Statement& s, const Run& run, const QByteArray& digest)
{
    s.bind(1, run.record);
    s.bind(2, run.connection);
    s.bind(3, run.runKey);
    s.bind(4, run.jobKey);
    s.bind(5, run.parentKey);
    s.bind(6, kindWord(run.kind));
    bindInstant(s, 7, run.planned);
    bindInstant(s, 8, run.queued);
    bindInstant(s, 9, run.start);
    bindInstant(s, 10, run.end);
    bindInstant(s, 11, run.nominalStart);
    bindInstant(s, 12, run.nominalEnd);
    bindInstant(s, 13, run.updated);
    s.bind(14, qint64(run.startEstimated));
    s.bind(15, qint64(run.endEstimated));
    s.bind(16, run.zone == base::ZoneSource::Explicit ? zoneExplicit() : QStringLiteral("assumed_utc"));
    s.bind(17, stateWord(run.state));
    s.bind(18, run.rawState);
    s.bind(19, run.rows);
    s.bind(20, run.bytes);
    s.bind(21, run.message);
    s.bind(22, run.detail.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(run.detail).toJson(QJsonDocument::Compact)));
    s.bind(23, digest);
    return 24;
}

Attempt readAttempt(const Statement& row, int c)
{
    Attempt attempt;
    attempt.number = int(row.integer(c));
    attempt.start = rowInstant(row, c + 1);
    attempt.end = rowInstant(row, c + 2);
    attempt.state = stateFromWord(row.text(c + 3));
    attempt.rawState = row.text(c + 4);
    attempt.message = row.text(c + 5);
    attempt.rows = row.optionalInteger(c + 6);
    return attempt;
}

void bindAttempt(Statement& s, int p, const Attempt& attempt)
{
    s.bind(p, qint64(attempt.number));
    bindInstant(s, p + 1, attempt.start);
    bindInstant(s, p + 2, attempt.end);
    s.bind(p + 3, stateWord(attempt.state));
    s.bind(p + 4, attempt.rawState);
    s.bind(p + 5, attempt.message);
    s.bind(p + 6, attempt.rows);
}

QString sourceCheckColumns()
{
    return QStringLiteral("invocation_id,unique_id,project,dbt_version,max_loaded_at_us,max_loaded_at,snapshotted_at_us,age_s,status,"
                          "error,execute_start_us,execute_end_us,check_start_us");
}

SourceCheck readSourceCheck(const Statement& row)
{
    SourceCheck check;
    check.invocationId = row.text(0);
    check.uniqueId = row.text(1);
    check.project = row.text(2);
    check.dbtVersion = row.text(3);
    check.maxLoadedAt = rowInstant(row, 4);
    check.maxLoadedAtText = row.text(5);
    check.snapshottedAt = rowInstant(row, 6);
    if (!row.isNull(7))
        check.ageSeconds = row.real(7);
    check.status = row.text(8);
    check.error = row.text(9);
    check.executeStart = rowInstant(row, 10);
    check.executeEnd = rowInstant(row, 11);
    check.checkStart = base::UtcTime{row.integer(12)};
    return check;
}

void bindSourceCheck(Statement& s, const SourceCheck& check)
{
    s.bind(1, check.invocationId);
    s.bind(2, check.uniqueId);
    s.bind(3, check.project);
    s.bind(4, check.dbtVersion);
    bindInstant(s, 5, check.maxLoadedAt);
    s.bind(6, check.maxLoadedAtText);
    bindInstant(s, 7, check.snapshottedAt);
    s.bind(8, check.ageSeconds);
    s.bind(9, check.status);
    s.bind(10, check.error);
    bindInstant(s, 11, check.executeStart);
    bindInstant(s, 12, check.executeEnd);
    s.bind(13, check.checkStart.us);
}

QByteArray packNodes(const QVector<ManifestNode>& nodes)
{
    QCborArray all;
    for (const ManifestNode& node : nodes) {
        all.append(QCborArray{node.uniqueId, node.resourceType, node.name, node.package, node.relation, node.materialized,
            QCborArray::fromStringList(node.dependsOn), node.sourceName, node.loader, node.loadedAtField, node.loadedAtQuery,
            node.freshnessConfigured});
    }
    return qCompress(all.toCborValue().toCbor(), 3);
}

QVector<ManifestNode> unpackNodes(const QByteArray& bytes)
{
    QVector<ManifestNode> nodes;
    const QCborArray all = QCborValue::fromCbor(qUncompress(bytes)).toArray();
    nodes.reserve(all.size());
    for (const QCborValue& value : all) {
        const QCborArray row = value.toArray();
        ManifestNode node{row.at(0).toString(), row.at(1).toString(), row.at(2).toString(), row.at(3).toString(), row.at(4).toString(),
            row.at(5).toString(), {}, row.at(7).toString(), row.at(8).toString(), row.at(9).toString(), row.at(10).toString(), row.at(11).toBool()};
        for (const QCborValue& id : row.at(6).toArray())
            node.dependsOn << id.toString();
        nodes << node;
    }
    return nodes;
}

} // namespace runs
