// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/proposal.h"

#include <QJsonArray>

namespace freshness {

namespace {

/// Since local midnight, `HH:MM`; past midnight the hours go on.
QJsonValue clockOrNull(const std::optional<base::Micros>& sinceMidnight)
{
    if (!sinceMidnight)
        return {};
    const base::Micros minutes = *sinceMidnight / base::microsPerMinute;
    return QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QJsonObject columnJson(const ReplayColumn& column)
{
    QJsonArray dates;
    for (const QDate& date : column.mismatchDates)
        dates.append(date.toString(Qt::ISODate));
    return {{QStringLiteral("mismatch_days"), column.mismatchDays}, {QStringLiteral("mismatch_dates"), dates},
        {QStringLiteral("ready_p95"), clockOrNull(column.readyP95)}, {QStringLiteral("ready_on_bad_day"), clockOrNull(column.readyOnBadDay)},
        {QStringLiteral("sla_met"), column.slaMet}, {QStringLiteral("sla_total"), column.slaTotal}};
}

} // namespace

QJsonObject toJson(const Proposal& proposal)
{
    QJsonArray changes;
    for (const pipeline::Change& change : proposal.changes)
        changes.append(pipeline::changeText(change));
    const QJsonObject replay{{QStringLiteral("days"), proposal.replay.days}, {QStringLiteral("now"), columnJson(proposal.replay.now)},
        {QStringLiteral("changed"), columnJson(proposal.replay.changed)},
        {QStringLiteral("extra_latency_median_seconds"), double(proposal.replay.extraLatencyMedian) / double(base::microsPerSecond)},
        {QStringLiteral("fit_within_minute"), proposal.replay.fitWithinMinute}};
    const bool dependency = proposal.kind == Proposal::Kind::Dependency;
    return {{QStringLiteral("finding"), proposal.findingId},
        {QStringLiteral("kind"), dependency ? QStringLiteral("dependency") : QStringLiteral("schedule_shift")},
        {QStringLiteral("title"), proposal.title}, {QStringLiteral("reason"), proposal.reason}, {QStringLiteral("changes"), changes},
        {QStringLiteral("replay"), replay}};
}

} // namespace freshness
