// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/verdicts.h"

namespace freshness {

using namespace base;

namespace {

Judgement raceWith(const SlotTable& producer, int run, int slot, UtcTime readAt)
{
    const Micros gap = *producer.run(run).end - readAt;
    return {Verdict::Race, run, slot, gap, -gap};
}

/// Rows 1 and 2: the slot had been delivered.
Judgement judgeDelivered(const SlotTable& producer, int slot, int delivering, UtcTime readAt, std::optional<Micros> maxAge)
{
    const int loading = producer.loadingEarlierSlot(slot, readAt);
    if (loading >= 0)
        return raceWith(producer, loading, producer.run(loading).slot, readAt);
    const Micros slack = readAt - *producer.run(delivering).end;
    const int newest = producer.newestOkEndedBy(readAt);
    const bool old = maxAge && newest >= 0 && readAt - *producer.run(newest).end > *maxAge;
    return {old ? Verdict::Stale : Verdict::Ok, delivering, slot, std::nullopt, slack};
}

/// Row 3: an ok run serving the slot was loading.
int loadingRun(const SlotTable& producer, const QVector<int>& serving, UtcTime readAt)
{
    int best = -1;
    for (const int i : serving) {
        const SlotRun& run = producer.run(i);
        if (run.ok() && run.start <= readAt && readAt < *run.end && (best < 0 || *run.end < *producer.run(best).end))
            best = i;
    }
    return best;
}

/// Row 4: the latest started not-ok run that had started.
int failedRun(const SlotTable& producer, const QVector<int>& serving, UtcTime readAt)
{
    int latest = -1;
    for (const int i : serving) {
        const SlotRun& run = producer.run(i);
        if (runs::isNotOk(run.state) && run.start <= readAt && (latest < 0 || run.start >= producer.run(latest).start))
            latest = i;
    }
    return latest;
}

} // namespace

std::optional<Judgement> judge(const SlotTable& producer, int slot, UtcTime readAt, std::optional<Micros> maxAge)
{
    const QVector<int> serving = producer.serving(slot);
    if (serving.isEmpty()) {
        if (producer.lastWithRun() <= slot)
            return std::nullopt; // nothing later is recorded: the run may still come
        return Judgement{Verdict::Stale, producer.newestOkEndedBy(readAt), slot, std::nullopt, std::nullopt};
    }
    const int delivering = producer.delivering(slot);
    if (delivering >= 0 && *producer.run(delivering).end <= readAt)
        return judgeDelivered(producer, slot, delivering, readAt, maxAge);
    const int loading = loadingRun(producer, serving, readAt);
    if (loading >= 0)
        return raceWith(producer, loading, slot, readAt);
    std::optional<Micros> gap;
    if (delivering >= 0)
        gap = *producer.run(delivering).end - readAt;
    const std::optional<Micros> slack = gap ? std::optional<Micros>(-*gap) : std::nullopt;
    const int failed = failedRun(producer, serving, readAt);
    if (failed >= 0)
        return Judgement{Verdict::OnFailed, failed, slot, gap, slack};
    return Judgement{Verdict::Early, delivering >= 0 ? delivering : serving.first(), slot, gap, slack};
}

} // namespace freshness
