// SPDX-License-Identifier: GPL-3.0-or-later
// OpenLineage run events (runs.md 7). Every event is a piece of its run; merging the pieces is the store's additive merge, so
// duplicates, any order and several files give the same run.
#include "models/runs/format.h"
#include "models/runs/merge.h"

namespace runs {

namespace {

using simdjson::dom::element;

std::optional<element> facetOf(element owner, const char* name)
{
    const auto facets = base::jsonChild(owner, "facets");
    return facets ? base::jsonChild(*facets, name) : std::nullopt;
}

State lineageState(const QString& type)
{
    if (type == QLatin1String("COMPLETE"))
        return State::Ok;
    if (type == QLatin1String("FAIL"))
        return State::Failed;
    if (type == QLatin1String("ABORT"))
        return State::Cancelled;
    static const QStringList going{QStringLiteral("START"), QStringLiteral("RUNNING"), QStringLiteral("OTHER"), QString()};
    return going.contains(type) ? State::Running : State::Unknown;
}

Kind lineageKind(const QString& integration, const QString& jobType)
{
    if (integration != QLatin1String("DBT"))
        return Kind::Other;
    if (jobType == QLatin1String("TEST"))
        return Kind::Test;
    static const QStringList builds{QStringLiteral("MODEL"), QStringLiteral("SEED"), QStringLiteral("SNAPSHOT")};
    return builds.contains(jobType) ? Kind::Transform : Kind::Other;
}

QStringList datasetNames(element event, const char* key)
{
    QStringList names;
    if (const auto list = base::jsonArray(event, key)) {
        for (const element dataset : *list) {
            if (const QString name = base::jsonText(dataset, "name"); !name.isEmpty())
                names << name;
        }
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

bool isPlaceholder(const QString& text)
{
    return text.contains(QLatin1String("{{"));
}

std::optional<qint64> outputRows(element event)
{
    std::optional<qint64> sum;
    if (const auto outputs = base::jsonArray(event, "outputs")) {
        for (const element output : *outputs) {
            const auto facets = base::jsonChild(output, "outputFacets");
            const auto statistics = facets ? base::jsonChild(*facets, "outputStatistics") : std::nullopt;
            if (const auto rows = statistics ? base::jsonInt(*statistics, "rowCount") : std::nullopt; rows && *rows >= 0)
                sum = sum.value_or(0) + std::min<qint64>(*rows, qint64(1) << 40);
        }
    }
    return sum;
}

void readRunFacets(Run& run, element source)
{
    for (const char* name : {"parent", "parentRun"}) { // Marquez's older spelling
        if (const auto parent = facetOf(source, name)) {
            if (const auto of = base::jsonChild(*parent, "run"); of && run.parentKey.isEmpty())
                run.parentKey = base::jsonText(*of, "runId");
        }
    }
    if (const auto nominal = facetOf(source, "nominalTime")) {
        run.nominalStart = instantOf(*nominal, "nominalStartTime");
        run.nominalEnd = instantOf(*nominal, "nominalEndTime");
    }
    if (const auto error = facetOf(source, "errorMessage"))
        run.message = base::jsonText(*error, "message");
    if (isPlaceholder(run.parentKey))
        run.parentKey.clear();
}

void readJobFacets(Run& run, element job)
{
    if (const auto type = facetOf(job, "jobType")) {
        const QString integration = base::jsonText(*type, "integration").toUpper();
        run.kind = lineageKind(integration, base::jsonText(*type, "jobType").toUpper());
        if (!integration.isEmpty())
            run.detail.insert(QStringLiteral("integration"), integration);
    }
    if (const auto node = facetOf(job, "dbt_node")) {
        if (const QString id = base::jsonText(*node, "unique_id"); !id.isEmpty())
            run.detail.insert(QStringLiteral("dbtUniqueId"), id);
    }
}

/// dbt-ol's child runs per statement: noise, what they know is in their parent.
bool isStatementRun(element job)
{
    const auto type = facetOf(job, "jobType");
    return type && base::jsonText(*type, "integration").toUpper() == QLatin1String("DBT")
        && base::jsonText(*type, "jobType").toUpper() == QLatin1String("SQL");
}

Run runOfEvent(element event, element source, element job)
{
    Run run;
    run.record = QStringLiteral("openlineage");
    run.runKey = base::jsonText(source, "runId");
    const QString space = base::jsonText(job, "namespace");
    const QString name = base::jsonText(job, "name");
    run.jobKey = space + u'.' + name;
    run.detail.insert(QStringLiteral("namespace"), space);
    run.detail.insert(QStringLiteral("name"), name);
    run.rawState = base::jsonText(event, "eventType");
    const QString type = run.rawState.toUpper();
    run.state = lineageState(type);
    const auto at = instantOf(event, "eventTime", &run.zone);
    run.start = at;
    run.startEstimated = at && type != QLatin1String("START");
    if (run.state == State::Ok || isNotOk(run.state))
        run.end = at;
    run.inputs = datasetNames(event, "inputs");
    run.outputs = datasetNames(event, "outputs");
    run.rows = outputRows(event);
    readRunFacets(run, source);
    readJobFacets(run, job);
    return run;
}

struct LineageReader {
    ImportBatch batch;
    QHash<QString, qsizetype> places;
    int statements = 0;
    int placeholders = 0;
    int runless = 0;
    int others = 0;
    int timeless = 0;

    void add(element event);
};

void LineageReader::add(element event)
{
    const auto source = base::jsonChild(event, "run");
    const auto job = base::jsonChild(event, "job");
    if (!source || !job) {
        ++(base::jsonChild(event, "dataset") || job ? runless : others);
        return;
    }
    const QString id = base::jsonText(*source, "runId");
    if (id.isEmpty() || isPlaceholder(id)) {
        ++placeholders;
        return;
    }
    if (isStatementRun(*job)) {
        ++statements;
        return;
    }
    const Run run = runOfEvent(event, *source, *job);
    timeless += run.start ? 0 : 1;
    const auto place = places.constFind(id);
    if (place == places.constEnd()) {
        places.insert(id, batch.runs.size());
        batch.runs << run;
    } else {
        batch.runs[*place] = merged(batch.runs.at(*place), run);
    }
}

bool isLineageEvent(element event)
{
    if (!base::jsonChild(event, "job") && !base::jsonChild(event, "dataset"))
        return false;
    const bool timed = !base::jsonText(event, "eventTime").isEmpty();
    return (base::jsonChild(event, "run") && (timed || !base::jsonText(event, "eventType").isEmpty()))
        || (timed && base::jsonText(event, "schemaURL").contains(QLatin1String("OpenLineage"), Qt::CaseInsensitive))
        || (base::jsonChild(event, "job") && base::jsonArray(event, "outputs") && !base::jsonText(event, "eventType").isEmpty());
}

} // namespace

bool isOpenLineage(const Content& content)
{
    if (!content.isJson())
        return false;
    simdjson::dom::array events;
    if (content.root().get(events) != simdjson::SUCCESS)
        return isLineageEvent(content.root());
    for (const element event : events)
        return isLineageEvent(event);
    return false;
}

base::Result<ImportBatch> readOpenLineage(const Content& content)
{
    LineageReader reader;
    QStringList notes;
    const bool any = forEachObject(content, notes, [&](element event, int) { reader.add(event); });
    Q_UNUSED(any)
    ImportBatch batch = std::move(reader.batch);
    batch.format = QStringLiteral("OpenLineage events");
    batch.notes = notes;
    const auto note = [&](int count, const QString& text) {
        if (count > 0)
            batch.notes << text.arg(count);
    };
    note(reader.runless, QStringLiteral("%1 dataset or job events have no run"));
    note(reader.statements, QStringLiteral("%1 events of single statements are part of their dbt node"));
    note(reader.placeholders, QStringLiteral("%1 events name no run (or hold a template's placeholder) and were passed over"));
    note(reader.timeless, QStringLiteral("%1 events have no readable eventTime"));
    note(reader.others, QStringLiteral("%1 objects are no OpenLineage events and were passed over"));
    return batch;
}

} // namespace runs
