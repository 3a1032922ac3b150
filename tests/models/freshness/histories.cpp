// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/freshness/histories.h"

#include "models/pipeline/workspace.h"

#include <algorithm>
#include <tuple>

namespace histories {

using namespace base;

UtcTime at(const QString& iso)
{
    const auto parsed = parseTime(iso.size() == 16 ? iso + QStringLiteral(":00Z") : iso);
    if (!parsed)
        qFatal("no instant: %s", qPrintable(iso));
    return parsed->at;
}

UtcTime at(const char* iso)
{
    return at(QString::fromLatin1(iso));
}

namespace {

QString text(const char* latin)
{
    return QString::fromLatin1(latin);
}

std::optional<UtcTime> maybe(const char* iso)
{
    return iso && *iso ? std::optional<UtcTime>(at(iso)) : std::nullopt;
}

} // namespace

pipeline::Workspace workspace(const QString& yaml)
{
    pipeline::Workspace result;
    pipeline::readPipelineText(yaml.toUtf8(), QStringLiteral("pipelines/test.yaml"), result);
    if (hasErrors(result.problems))
        qFatal("%s: %s", qPrintable(result.problems.first().place.toString()), qPrintable(result.problems.first().message));
    return result;
}

History& History::lineage(const char* job, const char* run, const char* start, const char* end, const QStringList& reads, const QStringList& writes,
    runs::State state)
{
    runs::Run one;
    one.record = QStringLiteral("openlineage");
    one.jobKey = QStringLiteral("prod.") + text(job);
    one.runKey = text(run);
    one.start = maybe(start);
    one.end = maybe(end);
    one.state = state;
    one.inputs = reads;
    one.outputs = writes;
    one.detail = {{QStringLiteral("namespace"), QStringLiteral("prod")}, {QStringLiteral("name"), text(job)}};
    value.runs.append(one);
    return *this;
}

History& History::airbyte(const char* connection, const char* job, const char* start, const char* end, runs::State state, int attempts)
{
    runs::Run one;
    one.record = QStringLiteral("airbyte.config");
    one.jobKey = text(connection);
    one.runKey = text(job);
    one.kind = runs::Kind::Extract;
    one.queued = maybe(start);
    one.start = maybe(start);
    one.end = maybe(end);
    one.state = state;
    one.detail = {{QStringLiteral("jobType"), QStringLiteral("sync")}};
    for (int i = 1; i <= attempts; ++i)
        one.attempts.append({i, one.start, one.end, i == attempts ? state : runs::State::Failed, QStringLiteral("x"), {}, {}});
    value.runs.append(one);
    return *this;
}

History& History::tableau(const char* job, const char* start, const char* end, runs::State state)
{
    runs::Run one;
    one.record = QStringLiteral("tableau");
    one.jobKey = QStringLiteral("refresh_extracts");
    one.runKey = text(job);
    one.kind = runs::Kind::Refresh;
    one.start = maybe(start);
    one.end = maybe(end);
    one.state = state;
    value.runs.append(one);
    return *this;
}

History& History::dlt(const char* schema, const char* start, const char* end, const char* table, const char* lastValue)
{
    runs::Run one;
    one.record = QStringLiteral("dlt.loads");
    one.jobKey = text(schema);
    one.runKey = QString::number(at(start).us / 1000000);
    one.kind = runs::Kind::Load;
    one.start = maybe(start);
    one.end = maybe(end);
    one.state = runs::State::Ok;
    value.runs.append(one);
    if (lastValue) {
        runs::Observation seen;
        seen.dataset = text(table);
        seen.at = *one.end;
        seen.kind = runs::Observation::Kind::Cursor;
        seen.instant = at(lastValue);
        seen.value = seen.instant->toIso();
        seen.record = one.record;
        seen.jobKey = one.jobKey;
        seen.runKey = one.runKey;
        seen.cursorField = QStringLiteral("updated_at");
        value.observations.append(seen);
    }
    return *this;
}

History& History::invocation(const char* project, const char* id, const char* start, const char* end, const char* which)
{
    runs::Run one;
    one.record = QStringLiteral("dbt.run_results");
    one.jobKey = text(project);
    one.runKey = text(id);
    one.kind = runs::Kind::Transform;
    one.start = maybe(start);
    one.end = maybe(end);
    one.state = runs::State::Ok;
    one.detail = {{QStringLiteral("which"), text(which)}, {QStringLiteral("dbtVersion"), QStringLiteral("1.8.2")}};
    value.runs.append(one);
    return *this;
}

History& History::node(const char* uniqueId, const char* readAt, const char* end, runs::State state, const char* rawState)
{
    const auto parent = std::find_if(value.runs.rbegin(), value.runs.rend(), [](const runs::Run& run) { return run.system() == QLatin1String("dbt") && run.parentKey.isEmpty(); });
    runs::Run one;
    one.record = QStringLiteral("dbt.run_results");
    one.jobKey = text(uniqueId);
    one.runKey = parent->runKey + u'/' + text(uniqueId);
    one.parentKey = parent->runKey;
    one.kind = runs::Kind::Transform;
    one.start = maybe(readAt);
    one.end = maybe(end);
    one.state = state;
    one.rawState = text(rawState);
    value.runs.append(one);
    return *this;
}

History& History::manifest(const char* project, const char* generatedAt, const char* invocation)
{
    runs::Manifest one;
    one.project = text(project);
    one.generatedAt = maybe(generatedAt);
    one.invocationId = text(invocation);
    value.manifests.append(one);
    return *this;
}

History& History::source(const char* uniqueId, const char* relation, const char* loadedAtField, bool freshness)
{
    runs::ManifestNode one;
    one.uniqueId = text(uniqueId);
    one.resourceType = QStringLiteral("source");
    one.name = one.uniqueId.section(u'.', -1);
    one.sourceName = one.uniqueId.section(u'.', 2, 2);
    one.relation = text(relation);
    one.loadedAtField = text(loadedAtField);
    one.freshnessConfigured = freshness;
    value.manifests.last().nodes.append(one);
    return *this;
}

History& History::model(const char* uniqueId, const char* relation, const QStringList& dependsOn, const char* materialized)
{
    runs::ManifestNode one;
    one.uniqueId = text(uniqueId);
    one.resourceType = one.uniqueId.section(u'.', 0, 0);
    one.name = one.uniqueId.section(u'.', 2);
    one.relation = text(relation);
    one.dependsOn = dependsOn;
    one.materialized = text(materialized);
    value.manifests.last().nodes.append(one);
    return *this;
}

History& History::check(const char* uniqueId, const char* checkStart, const char* maxLoadedAt, const char* snapshottedAt, const char* status, const char* version)
{
    runs::SourceCheck one;
    one.uniqueId = text(uniqueId);
    one.project = one.uniqueId.section(u'.', 1, 1);
    one.invocationId = QStringLiteral("check-") + text(checkStart);
    one.checkStart = at(checkStart);
    one.maxLoadedAt = maybe(maxLoadedAt);
    one.snapshottedAt = maybe(snapshottedAt);
    one.executeStart = one.snapshottedAt;
    one.executeEnd = one.snapshottedAt;
    one.status = text(status);
    one.dbtVersion = text(version);
    value.sourceChecks.append(one);
    return *this;
}

runs::History History::sorted() const
{
    runs::History result = value;
    std::sort(result.runs.begin(), result.runs.end(), [](const runs::Run& a, const runs::Run& b) {
        return std::tuple(a.record, a.connection, a.runKey) < std::tuple(b.record, b.connection, b.runKey);
    });
    for (runs::Manifest& manifest : result.manifests) {
        std::sort(manifest.nodes.begin(), manifest.nodes.end(),
            [](const runs::ManifestNode& a, const runs::ManifestNode& b) { return a.uniqueId < b.uniqueId; });
    }
    return result;
}

freshness::Picture History::judged(const pipeline::Workspace& workspace) const
{
    return freshness::diagnose(workspace, sorted());
}

namespace {

QString sideText(const std::optional<freshness::Side>& side)
{
    if (!side)
        return QStringLiteral("-");
    return side->job + u'/' + (side->run.isEmpty() ? QStringLiteral("null") : side->run);
}

} // namespace

QStringList lines(const freshness::Diagnosis& diagnosis)
{
    QStringList result;
    for (const freshness::Finding& finding : diagnosis.findings) {
        result.append(QStringLiteral("%1 %2 %3 %4<-%5 %6 gap=%7")
                          .arg(finding.rule, finding.verdict ? freshness::verdictWord(*finding.verdict) : QStringLiteral("null"),
                              finding.dataset.isEmpty() ? QStringLiteral("null") : finding.dataset, sideText(finding.consumer), sideText(finding.producer),
                              finding.slotDate.toString(Qt::ISODate), finding.gapSeconds ? QString::number(*finding.gapSeconds) : QStringLiteral("null")));
    }
    result.sort();
    return result;
}

QVector<freshness::Finding> ofRule(const freshness::Diagnosis& diagnosis, const char* rule)
{
    QVector<freshness::Finding> result;
    for (const freshness::Finding& finding : diagnosis.findings) {
        if (finding.rule == QLatin1String(rule))
            result.append(finding);
    }
    return result;
}

} // namespace histories
