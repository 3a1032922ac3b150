// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/merge.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

namespace runs {

namespace {

using Instant = std::optional<base::UtcTime>;

bool mergeEnded(State state)
{
    return state == State::Ok || state == State::Warn || isNotOk(state);
}

void put(QDataStream& out, const Instant& at)
{
    out << at.has_value() << (at ? at->us : 0);
}

void put(QDataStream& out, const std::optional<qint64>& number)
{
    out << number.has_value() << number.value_or(0);
}

QByteArray jsonBytes(const QJsonObject& object)
{
    return object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Instant earliest(const Instant& a, const Instant& b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

Instant latest(const Instant& a, const Instant& b)
{
    return std::max(a, b); // an empty optional is less than any value
}

/// Exact before estimated; among equals the earlier.
void joinStart(Run& to, const Run& a, const Run& b)
{
    const auto rank = [](const Run& run) { return run.start ? (run.startEstimated ? 1 : 2) : 0; };
    if (rank(a) == rank(b)) {
        to.start = earliest(a.start, b.start);
        to.startEstimated = a.startEstimated || b.startEstimated;
        return;
    }
    const Run& better = rank(a) > rank(b) ? a : b;
    to.start = better.start;
    to.startEstimated = better.startEstimated;
}

/// How a run ended is one fact: end, state and raw word come from the same side.
void joinEnd(Run& to, const Run& a, const Run& b)
{
    const auto key = [](const Run& run) {
        return std::tuple(mergeEnded(run.state), run.end.has_value() && !run.endEstimated, run.end, int(run.state), run.rawState);
    };
    const Run& better = key(a) < key(b) ? b : a;
    to.end = better.end;
    to.endEstimated = better.endEstimated;
    to.state = better.state;
    to.rawState = better.rawState;
}

QStringList unionOf(const QStringList& a, const QStringList& b)
{
    QStringList all = a + b;
    all.sort();
    all.removeDuplicates();
    return all;
}

QJsonValue joinValue(const QJsonValue& a, const QJsonValue& b)
{
    if (a.isUndefined() || a.isNull() || a == b)
        return b;
    if (b.isUndefined() || b.isNull())
        return a;
    if (a.isArray() && b.isArray()) {
        QStringList all;
        for (const auto& value : a.toArray())
            all << value.toString();
        for (const auto& value : b.toArray())
            all << value.toString();
        return QJsonArray::fromStringList(unionOf(all, {}));
    }
    const auto bytes = [](const QJsonValue& value) { return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact); };
    return bytes(a) < bytes(b) ? b : a;
}

QJsonObject joinDetail(const QJsonObject& a, const QJsonObject& b)
{
    QJsonObject joined = a;
    for (auto it = b.begin(); it != b.end(); ++it)
        joined.insert(it.key(), joinValue(joined.value(it.key()), it.value()));
    return joined;
}

QString longer(const QString& a, const QString& b)
{
    return std::tuple(a.size(), a) < std::tuple(b.size(), b) ? b : a;
}

Run joined(const Run& a, const Run& b)
{
    Run run = a;
    // Name and namespace must stay one pair: they follow the job's key.
    const auto job = [](const Run& r) { return std::tuple(r.jobKey, r.detail.value(QLatin1String("namespace")).toString()); };
    const bool bNames = job(a) < job(b);
    run.jobKey = bNames ? b.jobKey : a.jobKey;
    run.parentKey = std::max(a.parentKey, b.parentKey);
    run.kind = std::min(a.kind, b.kind); // Other is the last: any known kind wins
    run.planned = earliest(a.planned, b.planned);
    run.queued = earliest(a.queued, b.queued);
    joinStart(run, a, b);
    joinEnd(run, a, b);
    run.nominalStart = earliest(a.nominalStart, b.nominalStart);
    run.nominalEnd = latest(a.nominalEnd, b.nominalEnd);
    run.zone = std::max(a.zone, b.zone);
    run.rows = std::max(a.rows, b.rows);
    run.bytes = std::max(a.bytes, b.bytes);
    run.message = longer(a.message, b.message);
    run.inputs = unionOf(a.inputs, b.inputs);
    run.outputs = unionOf(a.outputs, b.outputs);
    run.updated = latest(a.updated, b.updated);
    run.detail = joinDetail(a.detail, b.detail);
    for (const char* key : {"namespace", "name"}) {
        const QString name = QString::fromLatin1(key);
        const QJsonValue value = (bNames ? b : a).detail.value(name);
        if (!value.isUndefined())
            run.detail.insert(name, value);
    }
    return run;
}

const Run& laterVersion(const Run& a, const Run& b)
{
    const auto key = [](const Run& run) { return std::tuple(mergeEnded(run.state), run.updated, int(run.state)); };
    if (key(a) != key(b))
        return key(a) < key(b) ? b : a;
    return a == b || canonicalBytes(b) < canonicalBytes(a) ? a : b;
}

} // namespace

QByteArray canonicalBytes(const Run& run)
{
    QByteArray bytes;
    bytes.reserve(512);
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << run.record << run.connection << run.jobKey << run.runKey << run.parentKey << int(run.kind);
    for (const Instant& at : {run.planned, run.queued, run.start, run.end, run.nominalStart, run.nominalEnd, run.updated})
        put(out, at);
    out << run.startEstimated << run.endEstimated << int(run.zone) << int(run.state) << run.rawState;
    put(out, run.rows);
    put(out, run.bytes);
    out << run.message << run.inputs << run.outputs << jsonBytes(run.detail) << int(run.attempts.size());
    for (const Attempt& attempt : run.attempts) {
        out << attempt.number << int(attempt.state) << attempt.rawState << attempt.message;
        put(out, attempt.start);
        put(out, attempt.end);
        put(out, attempt.rows);
    }
    return bytes;
}

bool isAdditive(const QString& record)
{
    return record == QLatin1String("openlineage") || record == QLatin1String("dbt.log") || record == QLatin1String("dlt.loads");
}

Run merged(const Run& a, const Run& b)
{
    if (a == b)
        return a;
    return isAdditive(a.record) ? joined(a, b) : laterVersion(a, b);
}

SourceCheck merged(const SourceCheck& a, const SourceCheck& b)
{
    // sources.json knows the instants, the log only the word (but also of failed queries): the fuller record wins.
    const auto key = [](const SourceCheck& check) {
        return std::tuple(check.maxLoadedAt, check.ageSeconds, check.error.size(), check.error, check.executeStart, check.executeEnd,
            check.snapshottedAt, check.maxLoadedAtText, check.status, check.checkStart, check.dbtVersion, check.project);
    };
    return key(a) < key(b) ? b : a;
}

Observation merged(const Observation& a, const Observation& b)
{
    const auto key = [](const Observation& seen) {
        const bool counted = seen.kind == Observation::Kind::RowCount;
        return std::tuple(counted ? seen.value.toLongLong() : 0, seen.instant, seen.value, seen.at);
    };
    return key(a) < key(b) ? b : a;
}

Manifest merged(const Manifest& a, const Manifest& b)
{
    const auto key = [](const Manifest& manifest) {
        QStringList names;
        for (const ManifestNode& node : manifest.nodes)
            names << node.uniqueId << node.relation << node.materialized << node.dependsOn << node.loadedAtField << node.loadedAtQuery;
        return std::tuple(manifest.generatedAt, manifest.nodes.size(), manifest.invocationStartedAt, manifest.project, names.join(u'\n'));
    };
    return key(a) < key(b) ? b : a;
}

} // namespace runs
