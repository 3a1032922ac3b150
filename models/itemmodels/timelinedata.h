// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/zone.h"
#include "models/freshness/diagnose.h"
#include "models/itemmodels/pyramid.h"
#include "models/itemmodels/timescale.h"

#include <QHash>
#include <QStringList>
#include <QVector>

#include <memory>
/// What the timeline draws, as plain arrays. A value: build it on any thread, then only read it. Times are UTC microseconds.
namespace itemmodels {

/// One depth of a lane: bars that do not overlap, sorted by start, as a struct of arrays (26 bytes a run).
struct Bars {
    QVector<qint64> start, end;
    QVector<quint8> mark;        ///< Mark
    QVector<quint8> kind;        ///< runs::Kind
    QVector<quint8> attempt;     ///< number of the attempt, 0 in lanes of whole runs
    QVector<qint32> run;         ///< index into picture->runs
    QVector<qint64> reach;       ///< running maximum of `end`; only where more runs overlap than there are depths
    Pyramid pyramid;

    [[nodiscard]] qsizetype size() const { return start.size(); }
    /// First bar with end > at.
    [[nodiscard]] qsizetype firstEndingAfter(qint64 at) const;
    /// First bar with start >= at, looked for from `from` on by galloping.
    [[nodiscard]] qsizetype firstStartingAt(qint64 at, qsizetype from = 0) const;
    [[nodiscard]] Mark worst(qsizetype from, qsizetype to) const { return Mark(pyramid.worst(mark, from, to)); }
};

/// A value of one of the two clocks, true from `at` until the next step.
struct ClockStep {
    qint64 at = 0;
    std::optional<qint64> instant; ///< LOADEDON, or a business date that has a time
    QDate date;                    ///< business date
    std::optional<qint64> rows;
    bool operator==(const ClockStep&) const = default;
};

struct Lane {
    enum class Role { Job, Node, Attempts, LoadedAt, BusinessDate };
    Role role = Role::Job;
    QString name;                 ///< what stands on the left
    QString job;                  ///< PhysicalRun::job; the dataset in lanes of a clock
    int group = 0;
    QVector<Bars> depths;
    QVector<qint64> ghosts;       ///< slots without a run, sorted
    qint64 usual = 0;             ///< median duration of ok runs, 0 if unknown
    QVector<ClockStep> steps;
    [[nodiscard]] bool isClock() const { return role >= Role::LoadedAt; }
};

struct Group {
    QString id;                   ///< stable: `dbt · shop`
    QString title;
    QString system;               ///< `dbt`; empty for a dataset's clocks
    int firstLane = 0;
    int laneCount = 0;
};

/// From the end of the load back to the read that came too early.
struct Arrow {
    qint64 from = 0;              ///< producer.end
    qint64 to = 0;                ///< read instant
    int fromLane = -1;
    int toLane = -1;
    int producerRun = -1;
    int consumerRun = -1;
    int finding = -1;
    QString sentence;             ///< `read <b>5 h 27 min before</b> its load ended`
};

struct Deadline {
    QString pipeline;
    base::Zone zone;
    qint64 microsOfDay = 0;
};

/// Where a finding is on the timeline; both ends of a mismatch.
struct FindingPlace {
    Span span;
    int lane = -1;
    int run = -1;
    [[nodiscard]] bool known() const { return span.start != 0 || span.end != 0; }
};

/// A place that `next problem` visits: a finding, or a failed run without one.
struct ProblemStop {
    qint64 at = 0;
    int finding = -1;
    int run = -1;
};

struct TimelineData {
    std::shared_ptr<const freshness::Picture> picture;
    QVector<Group> groups;
    QVector<Lane> lanes;                      ///< of one group after the other
    QVector<Arrow> arrows;                    ///< by `to`
    QHash<qint32, qint32> arrowOfReader;      ///< first arrow that ends at a run
    QVector<Deadline> deadlines;
    QVector<FindingPlace> places;             ///< beside picture->diagnosis.findings
    QVector<ProblemStop> stops;               ///< by time
    QVector<Mark> runMarks;                   ///< beside picture->runs
    QVector<qint32> laneOfRun;                ///< -1: has no time, so no place
    QMultiHash<qint32, qint32> findingsOfRun;
    QHash<qint32, QString> notes;             ///< of a run: `showed old data`
    QStringList systems;
    Span span;                                ///< everything that has a time
    int unplaced = 0;                         ///< runs without any time, or with an absurd one (base::isPlausible)

    [[nodiscard]] bool isEmpty() const { return lanes.isEmpty(); }
    [[nodiscard]] const freshness::PhysicalRun& run(qsizetype index) const { return picture->runs[index]; }
    [[nodiscard]] int findingIndex(const QString& id) const; ///< -1 if unknown
    [[nodiscard]] int runIndex(const QString& job, const QString& run) const;
    /// First stop after (before) `at`; -1 if none.
    [[nodiscard]] int nextStop(qint64 at) const;
    [[nodiscard]] int previousStop(qint64 at) const;
    /// The run at the other end of the edge: downstream the first reader, upstream the load it was judged by. -1 if none.
    [[nodiscard]] int otherEnd(int run, bool downstream) const;
    [[nodiscard]] Span runSpan(int run) const;
    /// The run of the same lane that starts next (before); -1 at the ends.
    [[nodiscard]] int neighbour(int run, bool later) const;
    /// First run of a lane that starts at or after `at`; -1 if none.
    [[nodiscard]] int firstRunFrom(int lane, qint64 at) const;
};

/// Instants at which a deadline lies within the span.
[[nodiscard]] QVector<qint64> deadlinesIn(const Deadline& deadline, Span span);

/// The range cut into calendar pieces with the worst status of each; what the strip on top shows.
struct Overview {
    QVector<qint64> edges;        ///< one more than buckets
    QVector<Mark> worst;          ///< meaningless where count is 0
    QVector<qint32> count;        ///< runs that start in the bucket, or run through it
    int days = 0;                 ///< length of the range in local days, both ends counted
    bool dayBuckets = false;
};
[[nodiscard]] Overview buildOverview(const TimelineData& data, const base::Zone& zone);

/// `Airbyte`, `dbt`, `Tableau`: how the systems write themselves.
[[nodiscard]] QString systemTitle(const QString& system);

/// The state's own mark, before any finding.
[[nodiscard]] Mark markOf(runs::State state);

} // namespace itemmodels
