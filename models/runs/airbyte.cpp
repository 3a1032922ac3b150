// SPDX-License-Identifier: GPL-3.0-or-later
// Airbyte's two APIs (runs.md 5). The public one gives the job's creation as its start and knows no attempts.
#include "models/runs/format.h"

#include <algorithm>

namespace runs {

namespace {

using simdjson::dom::element;

State airbyteState(const QString& word)
{
    static const QHash<QString, State> states{{QStringLiteral("pending"), State::Planned}, {QStringLiteral("queued"), State::Queued},
        {QStringLiteral("running"), State::Running}, {QStringLiteral("incomplete"), State::RetryWait}, {QStringLiteral("succeeded"), State::Ok},
        {QStringLiteral("failed"), State::Failed}, {QStringLiteral("cancelled"), State::Cancelled}};
    return states.value(word.toLower(), State::Unknown);
}

bool airbyteEnded(State state)
{
    return state == State::Ok || state == State::Warn || isNotOk(state);
}

/// `reset_connection` and `clear` delete data: no loads. Unknown types are not claimed to be loads either.
Kind airbyteKind(const QString& jobType)
{
    return jobType == QLatin1String("sync") || jobType == QLatin1String("refresh") ? Kind::Load : Kind::Other;
}

std::optional<base::UtcTime> epochSeconds(element object, const char* key)
{
    const auto seconds = base::jsonNumber(object, key);
    if (!seconds || *seconds <= 0 || *seconds > 1e11)
        return std::nullopt;
    return base::UtcTime::fromEpochSeconds(*seconds);
}

QString idText(element object, const char* key)
{
    uint64_t large = 0;
    if (object[key].get(large) == simdjson::SUCCESS)
        return QString::number(qulonglong(large));
    const auto number = base::jsonInt(object, key);
    return number ? QString::number(*number) : base::jsonText(object, key);
}

QString failureText(element attempt, bool& partial)
{
    const auto summary = base::jsonChild(attempt, "failureSummary");
    if (!summary)
        return {};
    partial = base::jsonBool(*summary, "partialSuccess").value_or(false);
    QStringList texts;
    if (const auto failures = base::jsonArray(*summary, "failures")) {
        for (const element failure : *failures) {
            QString text = base::jsonText(failure, "externalMessage");
            if (text.isEmpty())
                text = base::jsonText(failure, "internalMessage");
            const QString origin = base::jsonText(failure, "failureOrigin");
            if (!text.isEmpty())
                texts << (origin.isEmpty() ? text : origin + QStringLiteral(": ") + text);
        }
    }
    return texts.join(QStringLiteral("; "));
}

Run publicJob(element job)
{
    Run run;
    run.record = QStringLiteral("airbyte.public");
    run.jobKey = base::jsonText(job, "connectionId");
    run.runKey = idText(job, "jobId");
    run.rawState = base::jsonText(job, "status");
    run.state = airbyteState(run.rawState);
    const QString type = base::jsonText(job, "jobType");
    run.kind = airbyteKind(type);
    run.detail.insert(QStringLiteral("jobType"), type);
    run.start = instantOf(job, "startTime", &run.zone);
    run.queued = run.start; // startTime is the job's createdAt
    run.updated = instantOf(job, "lastUpdatedAt", &run.zone);
    if (airbyteEnded(run.state)) {
        run.end = run.updated;
        const auto length = base::parseDuration(base::jsonText(job, "duration"));
        if (!run.end && run.start && length)
            run.end = *run.start + *length;
    }
    run.rows = base::jsonInt(job, "rowsSynced");
    run.bytes = base::jsonInt(job, "bytesSynced");
    return run;
}

void addAttempt(Run& run, element source, bool& partial)
{
    Attempt attempt;
    attempt.number = int(std::clamp<qint64>(base::jsonInt(source, "id").value_or(run.attempts.size()), 0, 1'000'000)) + 1;
    attempt.rawState = base::jsonText(source, "status");
    attempt.state = airbyteState(attempt.rawState);
    attempt.start = epochSeconds(source, "createdAt");
    attempt.end = epochSeconds(source, "endedAt");
    if (!attempt.end && airbyteEnded(attempt.state))
        attempt.end = epochSeconds(source, "updatedAt");
    attempt.message = failureText(source, partial);
    attempt.rows = base::jsonInt(source, "recordsSynced");
    run.attempts << attempt;
}

Run configJob(element item, element job)
{
    Run run;
    run.record = QStringLiteral("airbyte.config");
    run.jobKey = base::jsonText(job, "configId");
    run.runKey = idText(job, "id");
    run.rawState = base::jsonText(job, "status");
    run.state = airbyteState(run.rawState);
    const QString type = base::jsonText(job, "configType");
    run.kind = airbyteKind(type);
    run.detail.insert(QStringLiteral("jobType"), type);
    run.queued = epochSeconds(job, "createdAt");
    run.updated = epochSeconds(job, "updatedAt");
    bool partial = false;
    if (const auto attempts = base::jsonArray(item, "attempts")) {
        for (const element attempt : *attempts)
            addAttempt(run, attempt, partial);
    }
    std::sort(run.attempts.begin(), run.attempts.end(),
        [](const Attempt& a, const Attempt& b) { return std::tie(a.number, a.start) < std::tie(b.number, b.start); });
    if (run.state == State::Ok && partial)
        run.state = State::Warn;
    run.start = run.attempts.isEmpty() ? epochSeconds(job, "startedAt") : run.attempts.first().start;
    if (!run.start && airbyteEnded(run.state)) {
        run.start = run.queued;
        run.startEstimated = run.start.has_value();
    }
    if (airbyteEnded(run.state)) {
        run.end = run.attempts.isEmpty() ? std::nullopt : run.attempts.last().end;
        run.endEstimated = !run.end;
        if (!run.end)
            run.end = run.updated;
    }
    if (!run.attempts.isEmpty())
        run.message = run.attempts.last().message;
    if (const auto stats = base::jsonChild(job, "aggregatedStats")) {
        run.rows = base::jsonInt(*stats, "recordsCommitted");
        run.bytes = base::jsonInt(*stats, "bytesCommitted");
    }
    return run;
}

std::optional<element> configJobOf(element item)
{
    const auto job = base::jsonChild(item, "job");
    return job && job->is_object() && !idText(*job, "id").isEmpty() && !base::jsonText(*job, "configId").isEmpty() ? job : std::nullopt;
}

bool isPublicJob(element item)
{
    return !idText(item, "jobId").isEmpty() && !base::jsonText(item, "connectionId").isEmpty();
}

/// The jobs of a list, or the one job that was asked for.
std::optional<simdjson::dom::array> jobList(element root)
{
    const auto data = base::jsonArray(root, "data");
    return data ? data : base::jsonArray(root, "jobs");
}

} // namespace

bool isAirbyteJobs(const Content& content)
{
    if (!content.isJson())
        return false;
    if (isPublicJob(content.root()) || configJobOf(content.root()))
        return true;
    const auto list = jobList(content.root());
    if (!list)
        return false;
    for (const element item : *list) {
        if (isPublicJob(item) || configJobOf(item))
            return true;
    }
    if (list->size() > 0)
        return false;
    // An empty page: told from other empty lists by what stands beside it.
    return base::jsonInt(content.root(), "totalJobCount").has_value()
        || (content.root()["previous"].error() == simdjson::SUCCESS && content.root()["next"].error() == simdjson::SUCCESS);
}

base::Result<ImportBatch> readAirbyteJobs(const Content& content)
{
    ImportBatch batch;
    int strange = 0;
    const auto add = [&](element item) {
        if (isPublicJob(item))
            batch.runs << publicJob(item);
        else if (const auto job = configJobOf(item))
            batch.runs << configJob(item, *job);
        else
            ++strange;
    };
    const bool read = forEachObject(content, batch.notes, [&](element root, int) {
        const auto list = jobList(root);
        if (!list)
            return add(root);
        for (const element item : *list)
            add(item);
    });
    Q_UNUSED(read)
    const bool config = !batch.runs.isEmpty() && batch.runs.first().record == QLatin1String("airbyte.config");
    batch.format = config || (batch.runs.isEmpty() && base::jsonArray(content.root(), "jobs")) ? QStringLiteral("Airbyte jobs (config API)")
                                                                                              : QStringLiteral("Airbyte jobs (public API)");
    for (const Run& run : std::as_const(batch.runs)) {
        if (run.state == State::Unknown)
            batch.notes << QStringLiteral("job %1 has the unknown status '%2'").arg(run.runKey, run.rawState);
    }
    if (strange > 0)
        batch.notes << QStringLiteral("%1 entries without a job id and a connection were passed over").arg(strange);
    return batch;
}

} // namespace runs
