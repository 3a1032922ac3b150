// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/schedules.h"
#include "models/runs/run.h"

namespace freshness {

/// A run as the slot rules see it.
struct SlotRun {
    base::UtcTime created;                  ///< else start: what decides its slot
    base::UtcTime start;
    std::optional<base::UtcTime> end;       ///< absent: still running
    std::optional<base::UtcTime> nominal;
    runs::State state = runs::State::Unknown;
    int execution = -1;                     ///< the caller's number of it
    int slot = -1;                          ///< filled by SlotTable
    bool extra = false;                     ///< filled by SlotTable
    [[nodiscard]] bool ok() const { return runs::isOk(state) && end.has_value(); }
    /// It is known how it ended. A run that is still at work, or whose end nobody recorded, delivers nothing and fails nothing.
    [[nodiscard]] bool settled() const { return ok() || runs::isNotOk(state); }
};

/// The slots of one job and which run serves which (runs.md 12.4). Built once, then only searched.
class SlotTable {
public:
    SlotTable() = default;
    SlotTable(const Schedule* schedule, QVector<SlotRun> runs);

    [[nodiscard]] const QVector<base::UtcTime>& times() const { return m_own.isEmpty() && m_schedule ? m_schedule->slots_ : m_own; }
    [[nodiscard]] int count() const { return int(times().size()); }
    [[nodiscard]] base::UtcTime at(int slot) const { return times().at(slot); }
    [[nodiscard]] bool perRun() const { return m_perRun; }
    [[nodiscard]] const base::Zone& zone() const { return m_schedule->zone; }
    [[nodiscard]] QDate date(int slot) const { return zone().localDate(at(slot)); }
    [[nodiscard]] int latestAtOrBefore(base::UtcTime time) const; ///< -1: none
    [[nodiscard]] int nearest(base::UtcTime time) const;          ///< tie: the earlier; -1: none
    [[nodiscard]] int countWithin(base::UtcTime from, base::UtcTime to) const; ///< both included

    /// All runs, by start.
    [[nodiscard]] const QVector<SlotRun>& runs() const { return m_runs; }
    [[nodiscard]] const SlotRun& run(int index) const { return m_runs.at(index); }
    [[nodiscard]] int firstRecorded() const { return m_firstRecorded; } ///< slot of the first run; -1: no run
    [[nodiscard]] int lastWithRun() const;                              ///< -1: none
    /// Settled runs of the slot, else the run of an earlier slot that was busy when it fell due; by start.
    [[nodiscard]] QVector<int> serving(int slot) const;
    [[nodiscard]] bool hasRun(int slot) const; ///< settled or not
    /// The run with the smallest end of the ok runs that serve the slot; -1: never delivered.
    [[nodiscard]] int delivering(int slot) const;
    [[nodiscard]] std::optional<base::UtcTime> delivered(int slot) const;
    /// A non-extra ok run of an earlier slot with start <= at < end, the smallest end; -1.
    [[nodiscard]] int loadingEarlierSlot(int slot, base::UtcTime at) const;
    /// The ok run with the largest end <= at; -1.
    [[nodiscard]] int newestOkEndedBy(base::UtcTime at) const;

private:
    void placeRuns();
    void markExtras();
    void buildSearch();
    [[nodiscard]] int servedBy(int slot) const;
    [[nodiscard]] QVector<int>::const_iterator firstOf(int slot) const; ///< into m_bySlot

    const Schedule* m_schedule = nullptr;
    bool m_perRun = false;
    QVector<base::UtcTime> m_own;          ///< slots of a job without cron: one per run
    QVector<SlotRun> m_runs;
    QVector<int> m_bySlot;                 ///< run numbers by (slot, start)
    QVector<int> m_windows;                ///< non-extra runs, by start
    QVector<base::UtcTime> m_windowsMaxEnd; ///< running maximum of their ends
    QVector<int> m_byEnd;                  ///< ok runs by end
    int m_firstRecorded = -1;
};

} // namespace freshness
