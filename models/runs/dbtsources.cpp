// SPDX-License-Identifier: GPL-3.0-or-later
// sources.json v3 (runs.md 1.3): one row per source, two shapes, and the Rust engine's capitals.
#include "models/runs/dbt.h"

namespace runs::dbt {

namespace {

using simdjson::dom::element;

SourceCheck sourceCheck(element result, const Meta& meta)
{
    SourceCheck check;
    check.invocationId = meta.invocationId;
    check.uniqueId = base::jsonText(result, "unique_id");
    check.project = projectOf(check.uniqueId);
    check.dbtVersion = meta.dbtVersion;
    check.maxLoadedAtText = base::jsonText(result, "max_loaded_at");
    check.maxLoadedAt = instantOf(result, "max_loaded_at");
    check.snapshottedAt = instantOf(result, "snapshotted_at");
    check.ageSeconds = base::jsonNumber(result, "max_loaded_at_time_ago_in_s");
    check.status = base::jsonText(result, "status").toLower();
    check.error = base::jsonText(result, "error");
    if (const auto timings = base::jsonArray(result, "timing")) {
        for (const element timing : *timings) {
            if (base::jsonText(timing, "name") == QLatin1String("execute")) {
                check.executeStart = instantOf(timing, "started_at");
                check.executeEnd = instantOf(timing, "completed_at");
            }
        }
    }
    return check;
}

} // namespace

base::Result<ImportBatch> readSources(const Content& content, const Meta& meta)
{
    const auto results = base::jsonArray(content.root(), "results");
    if (!results) {
        return base::makeError("import.invalid", QStringLiteral("`results` is missing; expected the list of checked sources"),
            base::Place{content.path, 0, 0, QStringLiteral("results")});
    }
    ImportBatch batch;
    batch.format = QStringLiteral("dbt sources v%1").arg(meta.schemaVersion);
    const Start start = invocationStart(meta, base::jsonNumber(content.root(), "elapsed_time"));
    QHash<QString, int> projects;
    QHash<State, int> states;
    for (const element result : *results) {
        SourceCheck check = sourceCheck(result, meta);
        if (check.uniqueId.isEmpty())
            continue;
        check.checkStart = start.at.value_or(meta.generatedAt.value_or(base::UtcTime{}));
        const State state = stateOf(check.status);
        if (state == State::Unknown)
            batch.notes << QStringLiteral("%1 has the unknown status '%2'").arg(check.uniqueId, check.status);
        ++states[state];
        ++projects[check.project];
        batch.sourceChecks << check;
    }
    Run run;
    run.record = QStringLiteral("dbt.sources");
    run.runKey = meta.invocationId;
    run.jobKey = commonest(projects);
    run.kind = Kind::Freshness;
    run.start = start.at;
    run.startEstimated = start.estimated && start.at.has_value();
    run.end = meta.generatedAt;
    run.state = worstOf(states);
    run.detail.insert(QStringLiteral("dbtVersion"), meta.dbtVersion);
    batch.runs << run;
    return batch;
}

} // namespace runs::dbt
