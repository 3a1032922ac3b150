// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/joining.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace freshness {

using namespace base;

namespace {

struct Window {
    UtcTime from, to;
};

Window windowOf(const runs::Run& run)
{
    const UtcTime from = run.start.value_or(run.queued.value_or(run.end.value_or(UtcTime{})));
    return {from, std::max(from, run.end.value_or(from))};
}

/// Length in common; -1: none. Windows are half open, but one without length lies inside another.
Micros overlap(const Window& a, const Window& b)
{
    const UtcTime from = std::max(a.from, b.from);
    const UtcTime to = std::min(a.to, b.to);
    if (from < to)
        return to - from;
    const bool point = a.from == a.to || b.from == b.to;
    return point && from == to ? 0 : -1;
}

bool isAirbyte(const runs::Run& run)
{
    return run.system() == QLatin1String("airbyte");
}

/// The runs of one task, joined level by level: a lesser record goes to the run that it overlaps most, else stands alone.
class TaskJoin {
public:
    TaskJoin(const runs::History& history, int task)
        : m_history(history)
        , m_task(task)
    {
    }

    void addJoined(const JoinedRun& run) { m_runs.append(run); }
    void addLevel(const QVector<int>& records)
    {
        index();
        QVector<JoinedRun> alone;
        for (const int record : records) {
            const int run = bestFor(record);
            if (run >= 0)
                m_runs[run].records.append(record);
            else
                alone.append(JoinedRun{m_task, {record}});
        }
        m_runs += alone;
    }
    QVector<JoinedRun> take() { return std::move(m_runs); }

private:
    const runs::Run& bestRecord(int run) const { return m_history.runs.at(m_runs.at(run).records.first()); }

    /// Sorts by start; a running maximum of ends tells where to stop looking back. A run without an end lasts until the next.
    void index()
    {
        std::stable_sort(m_runs.begin(), m_runs.end(), [this](const JoinedRun& a, const JoinedRun& b) {
            return windowOf(m_history.runs.at(a.records.first())).from < windowOf(m_history.runs.at(b.records.first())).from;
        });
        m_windows.clear();
        m_maxEnds.clear();
        UtcTime latest{std::numeric_limits<qint64>::min()};
        for (int i = 0; i < int(m_runs.size()); ++i) {
            Window window = windowOf(bestRecord(i));
            if (!bestRecord(i).end)
                window.to = i + 1 < int(m_runs.size()) ? windowOf(bestRecord(i + 1)).from : UtcTime{std::numeric_limits<qint64>::max()};
            latest = std::max(latest, window.to);
            m_windows.append(window);
            m_maxEnds.append(latest);
        }
    }

    int bestFor(int record) const
    {
        const runs::Run& run = m_history.runs.at(record);
        const Window window = windowOf(run);
        int best = -1;
        Micros most = -1;
        const auto after = std::upper_bound(m_windows.begin(), m_windows.end(), window.to, [](UtcTime value, const Window& w) { return value < w.from; });
        for (qsizetype i = after - m_windows.begin() - 1; i >= 0 && m_maxEnds.at(i) >= window.from; --i) {
            const Micros common = overlap(m_windows.at(i), window);
            const bool anotherAirbyteJob = isAirbyte(run) && isAirbyte(bestRecord(int(i)));
            if (!anotherAirbyteJob && common >= most && common >= 0) {
                best = int(i);
                most = common;
            }
        }
        return best;
    }

    const runs::History& m_history;
    int m_task;
    QVector<JoinedRun> m_runs;
    QVector<Window> m_windows;
    QVector<UtcTime> m_maxEnds;
};

/// Public-API records whose job the config API tells too: public record -> config record.
QHash<int, int> sameAirbyteJobs(const runs::History& history)
{
    QHash<std::pair<QString, QString>, int> config;
    for (int i = 0; i < int(history.runs.size()); ++i) {
        const runs::Run& run = history.runs.at(i);
        if (run.record == QLatin1String("airbyte.config"))
            config.insert({run.jobKey, run.runKey}, i);
    }
    QHash<int, int> result;
    for (int i = 0; i < int(history.runs.size()) && !config.isEmpty(); ++i) {
        const runs::Run& run = history.runs.at(i);
        const int same = run.record == QLatin1String("airbyte.public") ? config.value({run.jobKey, run.runKey}, -1) : -1;
        if (same >= 0)
            result.insert(i, same);
    }
    return result;
}

/// OpenLineage runs that repeat a dbt row (job facet dbt_node.unique_id), and dbt-ol's child runs of such a run.
QVector<bool> repeatedLineage(const runs::History& history)
{
    QMultiHash<QString, int> nodes;
    QVector<bool> repeated(history.runs.size(), false);
    for (int i = 0; i < int(history.runs.size()); ++i) {
        if (history.runs.at(i).system() == QLatin1String("dbt") && !history.runs.at(i).parentKey.isEmpty())
            nodes.insert(history.runs.at(i).jobKey, i);
    }
    QHash<QString, int> lineageNodes; // runId -> record
    for (int i = 0; i < int(history.runs.size()); ++i) {
        const runs::Run& run = history.runs.at(i);
        const QString uniqueId = run.system() == QLatin1String("openlineage") ? run.detail.value(QLatin1String("dbtUniqueId")).toString() : QString();
        if (uniqueId.isEmpty())
            continue;
        lineageNodes.insert(run.runKey, i);
        for (auto it = nodes.constFind(uniqueId); it != nodes.constEnd() && it.key() == uniqueId && !repeated[i]; ++it)
            repeated[i] = overlap(windowOf(history.runs.at(*it)), windowOf(run)) >= 0;
    }
    for (int i = 0; i < int(history.runs.size()); ++i) {
        const runs::Run& run = history.runs.at(i);
        if (run.system() == QLatin1String("openlineage") && !run.parentKey.isEmpty() && lineageNodes.contains(run.parentKey))
            repeated[i] = true;
    }
    return repeated;
}

} // namespace

int recordRank(const runs::Run& run)
{
    if (run.record == QLatin1String("openlineage"))
        return 2;
    if (run.system() == QLatin1String("dlt"))
        return 1;
    return run.record == QLatin1String("airbyte.public") ? 0 : 3;
}

QVector<JoinedRun> joinRecords(const runs::History& history, const TaskMatcher& matcher, const QVector<JoinedRun>& dbtInvocations)
{
    const QVector<bool> repeated = repeatedLineage(history);
    const QHash<int, int> sameJobs = sameAirbyteJobs(history);
    QMultiHash<int, int> publicOf;
    for (auto it = sameJobs.begin(); it != sameJobs.end(); ++it)
        publicOf.insert(it.value(), it.key());
    QVector<JoinedRun> result;
    std::vector<TaskJoin> joins;
    QVector<QHash<int, QVector<int>>> byTask(matcher.tasks().size()); // task -> rank -> records
    for (int task = 0; task < int(byTask.size()); ++task)
        joins.emplace_back(history, task);
    for (int i = 0; i < int(history.runs.size()); ++i) {
        const runs::Run& run = history.runs.at(i);
        if (run.system() == QLatin1String("dbt") || repeated.at(i) || sameJobs.contains(i))
            continue;
        const int task = matcher.taskOf(run);
        JoinedRun own{task, {i}};
        own.records += publicOf.values(i);
        if (task < 0)
            result.append(own);
        else if (recordRank(run) == 3)
            joins[size_t(task)].addJoined(own);
        else
            byTask[task][recordRank(run)].append(i);
    }
    for (const JoinedRun& invocation : dbtInvocations) {
        if (invocation.task < 0)
            result.append(invocation);
        else
            joins[size_t(invocation.task)].addJoined(invocation);
    }
    for (int task = 0; task < int(byTask.size()); ++task) {
        for (const int rank : {2, 1, 0}) {
            if (byTask.at(task).contains(rank))
                joins[size_t(task)].addLevel(byTask.at(task).value(rank));
        }
        result += joins[size_t(task)].take();
    }
    return result;
}

} // namespace freshness
