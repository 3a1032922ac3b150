// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/base/utctime.h"

#include <QDate>
#include <QString>
#include <QVector>

#include <optional>

/// Verdicts and findings exactly as runs.md section 12 defines them.
namespace freshness {

enum class Verdict { Ok, Race, Early, Stale, OnFailed, NeverUsed, Late };
[[nodiscard]] QString verdictWord(Verdict verdict); ///< OK, RACE, EARLY, STALE, ON_FAILED, NEVER_USED, LATE

/// One side of a finding. `time` is consumer.start (the read instant r) or producer.end.
struct Side {
    QString job;
    QString run; ///< empty = null in JSON
    std::optional<base::UtcTime> time;
    bool operator==(const Side&) const = default;
};

/// A measured fact that a person can check: which clock, what it said, whence.
struct Evidence {
    QString kind;  ///< read_at, load_ended, attempt, loaded_at, business_date, source_check, learned_limit, path, note
    QString label; ///< `dbt started reading`
    QString text;  ///< whole sentence, times in UTC ISO
    std::optional<base::UtcTime> at;
    QString value; ///< `2025-10-02`, `1951 rows`: what is not an instant
    bool operator==(const Evidence&) const = default;
};

struct Advice {
    QString kind; ///< now, for_good, look, note
    QString text;
    QString command; ///< for the shell, or empty
    bool operator==(const Advice&) const = default;
};

struct Finding {
    QString id;      ///< stable: runs.md 12.9
    QString rule;    ///< closed list of 12.7
    std::optional<Verdict> verdict;
    base::Severity severity = base::Severity::Error;
    QString dataset; ///< empty = null
    QDate slotDate;  ///< invalid = null
    std::optional<Side> consumer;
    std::optional<Side> producer;
    std::optional<double> gapSeconds;
    QVector<Evidence> evidence;
    QVector<Advice> advice;
    QString headline; ///< the verdict in plain words, one sentence
    // For the views; not part of the JSON contract:
    QString source;                        ///< dbt source unique_id of source rules
    std::optional<base::UtcTime> slot;
    QString consumerTask;                  ///< `pipeline.task`, or empty
    QString producerTask;
};

/// The verdict of one consumer run on one edge, OK ones too: history charts, canvas badges, timeline.
struct EdgeVerdict {
    QString dataset;
    QString consumerJob;
    QString consumerTask;                  ///< empty if unmapped
    QString consumerRun;
    QString producerJob;
    QString producerTask;
    QString producerRun;                   ///< named run, or empty
    base::UtcTime slot;
    QDate slotDate;
    Verdict verdict = Verdict::Ok;
    base::UtcTime readAt;
    std::optional<base::UtcTime> producerEnd;
    std::optional<double> slackSeconds;    ///< read instant - delivery; negative = read too early by that much
    QString findingId;                     ///< empty for OK
};

struct Diagnosis {
    QVector<Finding> findings;             ///< by severity, slot date (newest first), rule, id
    QVector<EdgeVerdict> verdicts;
    int checkedRuns = 0;                   ///< pairs (consumer job, consumer run) with at least one verdict
    int checkedEdges = 0;
};

} // namespace freshness
