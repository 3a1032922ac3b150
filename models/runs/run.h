// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utctime.h"
#include "models/runs/manifest.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

/// The run store's vocabulary (runs.md 0.2 and 12.1). Raw words are kept beside; unknown words are Unknown, never Ok.
namespace runs {

enum class State { Unknown, Planned, Queued, Running, RetryWait, Ok, Warn, Failed, Cancelled, Skipped };
enum class Kind { Extract, Load, Transform, Test, Freshness, Refresh, Other };

[[nodiscard]] QString stateWord(State state); ///< `ok`, `failed`, `retry_wait`, ...
[[nodiscard]] QString kindWord(Kind kind);    ///< `load`, `transform`, ...
[[nodiscard]] State stateFromWord(QStringView word); ///< inverse of stateWord; Unknown for anything else
[[nodiscard]] Kind kindFromWord(QStringView word);   ///< inverse of kindWord; Other for anything else
/// Ok and Warn are `ok`; Failed, Cancelled, Skipped are `not ok`; the others have not ended or are not known.
[[nodiscard]] inline bool isOk(State state) { return state == State::Ok || state == State::Warn; }
[[nodiscard]] inline bool isNotOk(State state)
{
    return state == State::Failed || state == State::Cancelled || state == State::Skipped;
}

struct Attempt {
    int number = 1; ///< from 1
    std::optional<base::UtcTime> start;
    std::optional<base::UtcTime> end;
    State state = State::Unknown;
    QString rawState;
    QString message;
    std::optional<qint64> rows;
    bool operator==(const Attempt&) const = default;
};

/// One execution as one system's record tells it. The key is (record, connection, runKey).
///
/// | record           | jobKey                       | runKey                     | parentKey     | inputs/outputs        |
/// |------------------|------------------------------|----------------------------|---------------|-----------------------|
/// | airbyte.config   | connectionId (= configId)    | job id                     | -             | -                     |
/// | airbyte.public   | connectionId                 | job id                     | -             | -                     |
/// | dlt.loads        | schema_name                  | load_id (text)             | -             | outputs: root tables  |
/// | dbt.run_results  | invocation: project          | invocation_id              | -             | -                     |
/// |                  | node: unique_id              | invocation_id + "/" + unique_id | invocation_id | outputs: relation_name |
/// | dbt.log          | as dbt.run_results           | the same                   | the same      | the same              |
/// | dbt.sources      | project                      | invocation_id              | -             | - (see SourceCheck)   |
/// | openlineage      | namespace + "." + job name   | runId                      | parent runId  | dataset names         |
/// | tableau          | jobType                      | backgroundJob id           | -             | -                     |
///
/// `system` is the part of `record` before the dot. `detail` holds what only one format knows, on few rows:
/// airbyte: {jobType}; dlt: {pipelines: [names], status}; dbt invocation: {which, command, select, empty, target, dbtVersion,
/// schemaVersion, generatedAt (ISO), startedAt (ISO or absent), elapsed, projects: [..]}; openlineage: {namespace, name,
/// dbtUniqueId, integration}.
struct Run {
    QString record;
    QString connection;
    QString jobKey;
    QString runKey;
    QString parentKey;
    Kind kind = Kind::Other;
    std::optional<base::UtcTime> planned;
    std::optional<base::UtcTime> queued;  ///< also: created
    std::optional<base::UtcTime> start;   ///< runs.md 12.3, table of instants
    std::optional<base::UtcTime> end;     ///< absent while running
    std::optional<base::UtcTime> nominalStart;
    std::optional<base::UtcTime> nominalEnd;
    bool startEstimated = false;
    bool endEstimated = false;
    base::ZoneSource zone = base::ZoneSource::Explicit;
    State state = State::Unknown;
    QString rawState;
    std::optional<qint64> rows;
    std::optional<qint64> bytes;
    QString message;
    QVector<Attempt> attempts;            ///< in order; empty where the format knows none
    QStringList inputs;                   ///< dataset names as recorded
    QStringList outputs;
    std::optional<base::UtcTime> updated; ///< the record's own last change, if it names one: orders versions of a mutable record
    QJsonObject detail;

    [[nodiscard]] QString system() const { return record.section(u'.', 0, 0); }
    bool operator==(const Run&) const = default;
};

/// One row of sources.json (or of a LogFreshnessResult).
struct SourceCheck {
    QString invocationId;
    QString project;                      ///< second part of the unique_id
    QString uniqueId;                     ///< source.<project>.<source_name>.<name>
    QString dbtVersion;
    std::optional<base::UtcTime> maxLoadedAt;
    QString maxLoadedAtText;              ///< as written
    std::optional<base::UtcTime> snapshottedAt;
    std::optional<double> ageSeconds;
    QString status;                       ///< pass, warn, error, runtime error (lower case)
    QString error;                        ///< text of a runtime error
    std::optional<base::UtcTime> executeStart; ///< timing[name=execute]
    std::optional<base::UtcTime> executeEnd;
    base::UtcTime checkStart;             ///< start of the whole check (invocation)
    bool operator==(const SourceCheck&) const = default;
};

/// What was measured of a dataset.
struct Observation {
    enum class Kind { LoadedAt, BusinessDate, Cursor, RowCount };
    QString dataset;                      ///< as recorded: a dlt table name, a relation
    base::UtcTime at;                     ///< when it became true (dlt: the load's end)
    Kind kind = Kind::Cursor;
    QString value;                        ///< date `2025-10-02`, instant ISO, or number, as text
    std::optional<base::UtcTime> instant; ///< the value as an instant, if it is one
    QString record;                       ///< e.g. dlt.loads
    QString jobKey;                       ///< of the run that brought it
    QString runKey;
    QString cursorField;                  ///< dlt: the incremental's path
    bool operator==(const Observation&) const = default;
};

/// Everything that is known, in memory. Sorted: runs by (record, connection, runKey); the others by their keys.
struct History {
    QVector<Run> runs;
    QVector<SourceCheck> sourceChecks;
    QVector<Observation> observations;
    QVector<Manifest> manifests;
};

} // namespace runs
