// SPDX-License-Identifier: GPL-3.0-or-later
// Tableau's background jobs (runs.md 10): XML by default, JSON if asked for.
#include "models/runs/format.h"

#include <QXmlStreamReader>

namespace runs {

namespace {

using simdjson::dom::element;

State tableauState(const QString& word)
{
    static const QHash<QString, State> states{{QStringLiteral("pending"), State::Planned}, {QStringLiteral("inprogress"), State::Running},
        {QStringLiteral("success"), State::Ok}, {QStringLiteral("failed"), State::Failed}, {QStringLiteral("cancelled"), State::Cancelled}};
    return states.value(word.toLower(), State::Unknown);
}

/// `value(name)` is an attribute's text, empty if absent.
Run tableauRun(const std::function<QString(const char*)>& value)
{
    Run run;
    run.record = QStringLiteral("tableau");
    run.jobKey = value("jobType");
    run.runKey = value("id");
    run.rawState = value("status");
    run.state = tableauState(run.rawState);
    run.kind = run.jobKey.contains(QLatin1String("refresh"), Qt::CaseInsensitive) || run.jobKey.contains(QLatin1String("extract"), Qt::CaseInsensitive)
        ? Kind::Refresh
        : Kind::Other;
    const auto instant = [&](const char* name) -> std::optional<base::UtcTime> {
        const auto parsed = base::parseTime(value(name));
        if (parsed && parsed->zone == base::ZoneSource::AssumedUtc)
            run.zone = base::ZoneSource::AssumedUtc;
        return parsed ? std::optional(parsed->at) : std::nullopt;
    };
    run.queued = instant("createdAt");
    run.start = instant("startedAt");
    if (run.state != State::Running && run.state != State::Planned)
        run.end = instant("endedAt");
    return run;
}

void noteTableau(ImportBatch& batch)
{
    for (const Run& run : std::as_const(batch.runs)) {
        if (run.state == State::Unknown)
            batch.notes << QStringLiteral("job %1 has the unknown status '%2'").arg(run.runKey, run.rawState);
    }
}

std::optional<simdjson::dom::array> jobsOfJson(element root)
{
    const auto response = base::jsonChild(root, "tsResponse");
    const auto jobs = base::jsonChild(response ? *response : root, "backgroundJobs");
    return jobs ? base::jsonArray(*jobs, "backgroundJob") : std::nullopt;
}

base::Result<ImportBatch> readTableauXml(const Content& content)
{
    ImportBatch batch;
    batch.format = QStringLiteral("Tableau jobs (XML)");
    QXmlStreamReader xml(content.bytes);
    xml.setEntityExpansionLimit(1000);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("backgroundJob"))
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        const Run run = tableauRun([&](const char* name) { return attributes.value(QLatin1String(name)).toString(); });
        if (run.runKey.isEmpty())
            batch.notes << QStringLiteral("line %1: a backgroundJob without an id was passed over").arg(xml.lineNumber());
        else
            batch.runs << run;
    }
    if (xml.hasError()) {
        return base::makeError("xml.syntax", QStringLiteral("not valid XML: %1").arg(xml.errorString()),
            base::Place{content.path, int(xml.lineNumber()), int(xml.columnNumber()) + 1, {}});
    }
    noteTableau(batch);
    return batch;
}

} // namespace

bool isTableauJobs(const Content& content)
{
    if (content.shape == Content::Shape::Json)
        return jobsOfJson(content.root()).has_value();
    if (content.shape != Content::Shape::Xml)
        return false;
    QXmlStreamReader xml(content.bytes);
    return xml.readNextStartElement() && xml.name() == QLatin1String("tsResponse");
}

base::Result<ImportBatch> readTableauJobs(const Content& content)
{
    if (content.shape == Content::Shape::Xml)
        return readTableauXml(content);
    ImportBatch batch;
    batch.format = QStringLiteral("Tableau jobs (JSON)");
    const auto jobs = jobsOfJson(content.root());
    for (const element job : *jobs) {
        const Run run = tableauRun([&](const char* name) { return base::jsonText(job, name); });
        if (run.runKey.isEmpty())
            batch.notes << QStringLiteral("a backgroundJob without an id was passed over");
        else
            batch.runs << run;
    }
    noteTableau(batch);
    return batch;
}

} // namespace runs
