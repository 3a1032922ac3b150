// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/findingwords.h"

#include "models/base/utctime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace itemmodels {

namespace {
struct RuleWords {
    QLatin1String rule;
    Mark mark;
    const char* words;
};
} // namespace

static const RuleWords* findRuleWords(const QString& rule)
{
    static constexpr std::array<RuleWords, 18> table {{
        {QLatin1String("consumer_started_before_producer_finished"), Mark::ReadTooEarly, QT_TRANSLATE_NOOP("findings", "Read too early")},
        {QLatin1String("consumer_started_before_producer_started"), Mark::ReadTooEarly, QT_TRANSLATE_NOOP("findings", "Ran before its load")},
        {QLatin1String("consumer_read_after_failed_load"), Mark::ReadTooEarly, QT_TRANSLATE_NOOP("findings", "Read after a failed load")},
        {QLatin1String("consumer_read_stale_data"), Mark::ReadTooEarly, QT_TRANSLATE_NOOP("findings", "Read old data")},
        {QLatin1String("dashboard_refreshed_on_old_data"), Mark::ReadTooEarly, QT_TRANSLATE_NOOP("findings", "Old data shown")},
        {QLatin1String("load_never_used"), Mark::Warn, QT_TRANSLATE_NOOP("findings", "Load never used")},
        {QLatin1String("consumer_missed_deadline"), Mark::Late, QT_TRANSLATE_NOOP("findings", "Deadline missed")},
        {QLatin1String("producer_ended_late"), Mark::Late, QT_TRANSLATE_NOOP("findings", "Late")},
        {QLatin1String("retry_made_producer_late"), Mark::Late, QT_TRANSLATE_NOOP("findings", "Late after a retry")},
        {QLatin1String("source_system_behind"), Mark::Late, QT_TRANSLATE_NOOP("findings", "Source is behind")},
        {QLatin1String("schedule_shifted_by_dst"), Mark::Warn, QT_TRANSLATE_NOOP("findings", "Moved by the clock change")},
        {QLatin1String("loaded_at_is_a_business_date"), Mark::Warn, QT_TRANSLATE_NOOP("findings", "Load time is a date")},
        {QLatin1String("table_is_empty_sentinel_year_0001"), Mark::Failed, QT_TRANSLATE_NOOP("findings", "Empty table")},
        {QLatin1String("negative_age_time_zone"), Mark::Warn, QT_TRANSLATE_NOOP("findings", "Wrong time zone")},
        {QLatin1String("snapshot_clock_zone_leak"), Mark::Warn, QT_TRANSLATE_NOOP("findings", "Wrong zone of the check")},
        {QLatin1String("loaded_at_zone_leak"), Mark::Warn, QT_TRANSLATE_NOOP("findings", "Wrong zone of the load time")},
        {QLatin1String("two_clocks_disagree"), Mark::Warn, QT_TRANSLATE_NOOP("findings", "Another loader wrote")},
        {QLatin1String("freshness_configured_but_no_result"), Mark::Unknown, QT_TRANSLATE_NOOP("findings", "No result")},
    }};
    const auto it = std::find_if(table.cbegin(), table.cend(), [&](const RuleWords& w) { return w.rule == rule; });
    return it == table.cend() ? nullptr : &*it;
}

FindingLook lookOf(const freshness::Finding& finding)
{
    if (const RuleWords* words = findRuleWords(finding.rule))
        return {words->mark, QCoreApplication::translate("findings", words->words)};
    if (finding.rule == QLatin1String("not_a_materialising_run"))
        return {Mark::Skipped, QCoreApplication::translate("findings", "Built nothing")};
    return {finding.severity == base::Severity::Error ? Mark::Failed : Mark::Warn, finding.rule};
}

bool isDashboardFinding(const freshness::Finding& finding)
{
    return finding.rule == QLatin1String("dashboard_refreshed_on_old_data");
}

QString gapWords(const freshness::Finding& finding)
{
    return finding.gapSeconds ? base::durationWords(qint64(*finding.gapSeconds * 1e6)) : QString();
}

QString shortJob(const QString& job)
{
    const QStringList parts = job.split(u'.');
    static const QStringList dbtTypes {QStringLiteral("model"), QStringLiteral("snapshot"), QStringLiteral("seed"),
        QStringLiteral("test"), QStringLiteral("source"), QStringLiteral("exposure")};
    if (parts.size() >= 3 && dbtTypes.contains(parts.first()))
        return parts.first() == QLatin1String("source") ? parts.mid(2).join(u'.') : parts[2];
    return parts.last().isEmpty() ? job : parts.last();
}

QString whereWords(const freshness::Finding& finding)
{
    const QString what = finding.dataset.isEmpty() ? finding.source : finding.dataset;
    if (isDashboardFinding(finding) && finding.consumer) {
        return QCoreApplication::translate("findings", "%1 showed %2").arg(shortJob(finding.consumer->job), what);
    }
    if (finding.consumer && !what.isEmpty())
        return QCoreApplication::translate("findings", "%1 \u2190 %2", "reader, table").arg(shortJob(finding.consumer->job), what);
    if (finding.consumer)
        return shortJob(finding.consumer->job);
    if (finding.producer && !what.isEmpty())
        return QCoreApplication::translate("findings", "%1 \u2192 %2", "loader, table").arg(shortJob(finding.producer->job), what);
    return finding.producer ? shortJob(finding.producer->job) : what;
}

QString runWords(const freshness::Finding& finding)
{
    const bool consumer = finding.consumer && !finding.consumer->run.isEmpty();
    const auto& side = consumer ? finding.consumer : finding.producer;
    if (!side || side->run.isEmpty())
        return {};
    const QString& task = consumer ? finding.consumerTask : finding.producerTask;
    return shortJob(task.isEmpty() ? side->job : task) + QStringLiteral(" #") + side->run;
}

QString dayWords(QDate date, int year)
{
    if (!date.isValid())
        return {};
    return QLocale().toString(date, date.year() == year ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

} // namespace itemmodels
