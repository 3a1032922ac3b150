// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/diagnose.h"

/// Small histories that read like a diary.
namespace histories {

/// `2026-08-18T01:36` or with seconds, fraction; UTC.
base::UtcTime at(const QString& iso);
/// Literal helper: at("2026-08-18T01:36").
base::UtcTime at(const char* iso);

/// A workspace from the text of one pipeline file; fails the process on a reading error.
pipeline::Workspace workspace(const QString& yaml);

class History {
public:
    runs::History value;

    /// One OpenLineage run of job `name` in namespace `ns`.
    History& lineage(const char* job, const char* run, const char* start, const char* end, const QStringList& reads = {},
        const QStringList& writes = {}, runs::State state = runs::State::Ok);
    /// One Airbyte job of the config API; created = start.
    History& airbyte(const char* connection, const char* job, const char* start, const char* end, runs::State state = runs::State::Ok, int attempts = 1);
    History& tableau(const char* job, const char* start, const char* end, runs::State state = runs::State::Ok);
    /// One load of dlt's destination with, if given, how far the source was read.
    History& dlt(const char* schema, const char* start, const char* end, const char* table = nullptr, const char* lastValue = nullptr);
    /// A dbt invocation; nodes follow with node().
    History& invocation(const char* project, const char* id, const char* start, const char* end, const char* which = "build");
    History& node(const char* uniqueId, const char* readAt, const char* end, runs::State state = runs::State::Ok, const char* rawState = "success");
    /// A manifest; sources and models follow.
    History& manifest(const char* project, const char* generatedAt, const char* invocation = "");
    History& source(const char* uniqueId, const char* relation, const char* loadedAtField = "LOADEDON", bool freshness = true);
    History& model(const char* uniqueId, const char* relation, const QStringList& dependsOn, const char* materialized = "table");
    /// One row of sources.json.
    History& check(const char* uniqueId, const char* checkStart, const char* maxLoadedAt, const char* snapshottedAt, const char* status = "pass",
        const char* version = "1.8.2");
    runs::Run& last() { return value.runs.last(); }

    /// As the store gives it.
    [[nodiscard]] runs::History sorted() const;
    [[nodiscard]] freshness::Picture judged(const pipeline::Workspace& workspace) const;
};

/// `RACE RAW.A model.p.x<-p.t run 2026-08-18 gap=60`: one line a finding, sorted; `rule` first where there is no verdict.
QStringList lines(const freshness::Diagnosis& diagnosis);
/// Those of one rule.
QVector<freshness::Finding> ofRule(const freshness::Diagnosis& diagnosis, const char* rule);

} // namespace histories
