// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/sourcechecks.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace freshness {

using namespace base;

namespace {

constexpr Micros quarter = 15 * microsPerMinute;

/// Times of day that are one instant of some zone's clock: all the same, or an hour apart (clock change).
bool isOneTimeOfDay(const std::set<Micros>& times)
{
    if (times.size() == 1)
        return true;
    if (times.size() != 2)
        return false;
    const Micros apart = *times.rbegin() - *times.begin();
    return apart == microsPerHour || apart == microsPerDay - microsPerHour;
}

bool castsADate(const QString& loadedAtField)
{
    return loadedAtField.contains(QLatin1String("::timestamp"), Qt::CaseInsensitive)
        || loadedAtField.contains(QLatin1String("cast("), Qt::CaseInsensitive);
}

} // namespace

bool isEmptySentinel(const runs::SourceCheck& check)
{
    if (!check.maxLoadedAt)
        return false;
    const bool yearOne = check.maxLoadedAt->utcDate().year() == 1;
    return yearOne || (check.dbtVersion.startsWith(u'2') && check.maxLoadedAt->us == 0);
}

bool nearMultiple(Micros length, Micros step, Micros tolerance, int maxSteps)
{
    const Micros size = std::abs(length);
    const Micros k = (size + step / 2) / step;
    return k != 0 && (maxSteps == 0 || k <= maxSteps) && std::abs(size - k * step) <= tolerance;
}

const runs::SourceCheck* showsBusinessDate(const SourceResults& results)
{
    if (results.results.isEmpty())
        return nullptr;
    std::set<qint64> distinct;
    std::set<Micros> times;
    for (const runs::SourceCheck* check : results.results) {
        distinct.insert(check->maxLoadedAt->us);
        times.insert(check->maxLoadedAt->microsOfDay());
    }
    const bool midnight = times.size() == 1 && *times.begin() == 0;
    const bool quarters = std::all_of(times.begin(), times.end(), [](Micros time) { return time % quarter == 0; });
    const bool holds = (midnight && (distinct.size() >= 3 || castsADate(results.source->loadedAtField)))
        || (distinct.size() >= 3 && quarters && isOneTimeOfDay(times));
    return holds ? results.results.first() : nullptr;
}

const runs::SourceCheck* showsNegativeAge(const SourceResults& results)
{
    for (const runs::SourceCheck* check : results.results) {
        if (check->snapshottedAt && *check->snapshottedAt - *check->maxLoadedAt < -60 * microsPerSecond)
            return check;
    }
    return nullptr;
}

const runs::SourceCheck* showsSnapshotClockLeak(const SourceResults& results)
{
    for (const runs::SourceCheck* check : results.results) {
        if (!check->snapshottedAt || !check->executeStart || !check->executeEnd)
            continue;
        const Micros outside = *check->snapshottedAt < *check->executeStart ? *check->executeStart - *check->snapshottedAt
            : *check->snapshottedAt > *check->executeEnd                    ? *check->snapshottedAt - *check->executeEnd
                                                                            : 0;
        if (nearMultiple(outside, quarter, 120 * microsPerSecond, 0))
            return check;
    }
    return nullptr;
}

const runs::SourceCheck* showsLoadedAtZoneLeak(const SourceResults& results)
{
    int judged = 0;
    int leaking = 0;
    const runs::SourceCheck* first = nullptr;
    for (const runs::SourceCheck* check : results.results) {
        const std::optional<UtcTime> load = check->snapshottedAt ? results.newestLoadEnd(*check->snapshottedAt) : std::nullopt;
        if (!load)
            continue;
        ++judged;
        if (nearMultiple(*check->maxLoadedAt - *load, 30 * microsPerMinute, 10 * microsPerMinute, 28)) {
            ++leaking;
            first = first ? first : check;
        }
    }
    return judged >= 5 && 5 * leaking >= 4 * judged ? first : nullptr;
}

const runs::SourceCheck* showsTwoClocks(const SourceResults& results)
{
    for (const runs::SourceCheck* check : results.results) {
        const std::optional<UtcTime> end = results.latestEndOfStarted(*check->maxLoadedAt);
        if (end && *check->maxLoadedAt - *end > 300 * microsPerSecond)
            return check;
    }
    return nullptr;
}

} // namespace freshness
