// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/slots.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace freshness {

using namespace base;

namespace {

constexpr UtcTime endless{std::numeric_limits<qint64>::max()};
constexpr Micros slotTolerance = 60 * microsPerSecond;

UtcTime endOrEndless(const SlotRun& run)
{
    return run.end.value_or(endless);
}

} // namespace

SlotTable::SlotTable(const Schedule* schedule, QVector<SlotRun> runs)
    : m_schedule(schedule)
    , m_perRun(!schedule->isCron())
    , m_runs(std::move(runs))
{
    std::sort(m_runs.begin(), m_runs.end(), [](const SlotRun& a, const SlotRun& b) {
        return std::tuple(a.start, endOrEndless(a), a.execution) < std::tuple(b.start, endOrEndless(b), b.execution);
    });
    placeRuns();
    markExtras();
    buildSearch();
}

void SlotTable::placeRuns()
{
    const auto ownSlot = [](const SlotRun& run) { return run.nominal.value_or(run.created); };
    if (m_perRun) {
        for (const SlotRun& run : std::as_const(m_runs))
            m_own.append(ownSlot(run));
        std::sort(m_own.begin(), m_own.end());
        m_own.erase(std::unique(m_own.begin(), m_own.end()), m_own.end());
    }
    for (SlotRun& run : m_runs)
        run.slot = latestAtOrBefore(m_perRun ? ownSlot(run) : run.created + slotTolerance);
    m_firstRecorded = m_runs.isEmpty() ? -1 : m_runs.first().slot;
}

void SlotTable::markExtras()
{
    m_bySlot.resize(m_runs.size());
    for (int i = 0; i < int(m_bySlot.size()); ++i)
        m_bySlot[i] = i;
    std::stable_sort(m_bySlot.begin(), m_bySlot.end(), [this](int a, int b) { return m_runs.at(a).slot < m_runs.at(b).slot; });
    for (qsizetype first = 0; first < m_bySlot.size();) {
        qsizetype last = first;
        int firstDone = -1; // ok runs of the slot with the two smallest ends: a run is measured by another one
        int secondDone = -1;
        const int slot = m_runs.at(m_bySlot.at(first)).slot;
        for (; last < m_bySlot.size() && m_runs.at(m_bySlot.at(last)).slot == slot; ++last) {
            const int i = m_bySlot.at(last);
            const auto endsBefore = [this, i](int other) { return other < 0 || *m_runs.at(i).end < *m_runs.at(other).end; };
            if (!m_runs.at(i).ok())
                continue;
            if (endsBefore(firstDone))
                secondDone = std::exchange(firstDone, i);
            else if (endsBefore(secondDone))
                secondDone = i;
        }
        for (; first < last; ++first) {
            const int i = m_bySlot.at(first);
            const int another = firstDone == i ? secondDone : firstDone;
            m_runs[i].extra = another >= 0 && *m_runs.at(another).end <= m_runs.at(i).start;
        }
    }
}

void SlotTable::buildSearch()
{
    UtcTime latest{std::numeric_limits<qint64>::min()};
    for (int i = 0; i < int(m_runs.size()); ++i) {
        if (m_runs.at(i).ok())
            m_byEnd.append(i);
        // Without an end there is no window; only the newest run can be one that is still at work.
        if (m_runs.at(i).extra || (!m_runs.at(i).end && i + 1 < int(m_runs.size())))
            continue;
        latest = std::max(latest, endOrEndless(m_runs.at(i)));
        m_windows.append(i);
        m_windowsMaxEnd.append(latest);
    }
    std::stable_sort(m_byEnd.begin(), m_byEnd.end(), [this](int a, int b) { return *m_runs.at(a).end < *m_runs.at(b).end; });
}

int SlotTable::latestAtOrBefore(UtcTime time) const
{
    const auto& slots_ = times();
    return int(std::upper_bound(slots_.begin(), slots_.end(), time) - slots_.begin()) - 1;
}

int SlotTable::nearest(UtcTime time) const
{
    const int before = latestAtOrBefore(time);
    if (before + 1 >= count())
        return before;
    if (before < 0)
        return 0;
    return at(before + 1) - time < time - at(before) ? before + 1 : before;
}

int SlotTable::countWithin(UtcTime from, UtcTime to) const
{
    const auto& slots_ = times();
    const auto low = std::lower_bound(slots_.begin(), slots_.end(), from);
    const auto high = std::upper_bound(slots_.begin(), slots_.end(), to);
    return low < high ? int(high - low) : 0;
}

int SlotTable::lastWithRun() const
{
    return m_bySlot.isEmpty() ? -1 : m_runs.at(m_bySlot.last()).slot;
}

QVector<int> SlotTable::serving(int slot) const
{
    QVector<int> result;
    for (auto it = firstOf(slot); it != m_bySlot.end() && m_runs.at(*it).slot == slot; ++it) {
        if (m_runs.at(*it).settled())
            result.append(*it);
    }
    if (result.isEmpty()) {
        const int busy = servedBy(slot);
        if (busy >= 0 && m_runs.at(busy).settled())
            result.append(busy);
    }
    return result;
}

QVector<int>::const_iterator SlotTable::firstOf(int slot) const
{
    return std::lower_bound(m_bySlot.begin(), m_bySlot.end(), slot, [this](int run, int value) { return m_runs.at(run).slot < value; });
}

bool SlotTable::hasRun(int slot) const
{
    const auto own = firstOf(slot);
    return (own != m_bySlot.end() && m_runs.at(*own).slot == slot) || servedBy(slot) >= 0;
}

int SlotTable::servedBy(int slot) const
{
    const UtcTime due = at(slot);
    auto it = std::upper_bound(m_windows.begin(), m_windows.end(), due, [this](UtcTime value, int run) { return value < m_runs.at(run).start; });
    for (qsizetype i = it - m_windows.begin() - 1; i >= 0 && due < m_windowsMaxEnd.at(i); --i) {
        const SlotRun& run = m_runs.at(m_windows.at(i));
        if (run.slot < slot && due < endOrEndless(run))
            return m_windows.at(i); // the latest started comes first
    }
    return -1;
}

int SlotTable::delivering(int slot) const
{
    int best = -1;
    for (const int i : serving(slot)) {
        if (m_runs.at(i).ok() && (best < 0 || *m_runs.at(i).end < *m_runs.at(best).end))
            best = i;
    }
    return best;
}

std::optional<UtcTime> SlotTable::delivered(int slot) const
{
    const int run = delivering(slot);
    return run < 0 ? std::nullopt : m_runs.at(run).end;
}

int SlotTable::loadingEarlierSlot(int slot, UtcTime instant) const
{
    int best = -1;
    auto it = std::upper_bound(m_windows.begin(), m_windows.end(), instant, [this](UtcTime value, int run) { return value < m_runs.at(run).start; });
    for (qsizetype i = it - m_windows.begin() - 1; i >= 0 && instant < m_windowsMaxEnd.at(i); --i) {
        const SlotRun& run = m_runs.at(m_windows.at(i));
        if (run.ok() && run.slot < slot && instant < *run.end && (best < 0 || *run.end < *m_runs.at(best).end))
            best = m_windows.at(i);
    }
    return best;
}

int SlotTable::newestOkEndedBy(UtcTime instant) const
{
    const auto it = std::upper_bound(m_byEnd.begin(), m_byEnd.end(), instant, [this](UtcTime value, int run) { return value < *m_runs.at(run).end; });
    return it == m_byEnd.begin() ? -1 : *std::prev(it);
}

} // namespace freshness
