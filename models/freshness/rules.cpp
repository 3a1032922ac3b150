// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/rules.h"

#include <QCryptographicHash>

namespace freshness {

using base::Severity;

const QVector<Rule>& rules()
{
    static const QVector<Rule> list = {
        {"consumer_started_before_producer_finished", Severity::Error, "A job read a dataset while its load was running", findEdgeVerdicts},
        {"consumer_started_before_producer_started", Severity::Error, "A job read a dataset before its load of the slot had begun", findEdgeVerdicts},
        {"consumer_read_after_failed_load", Severity::Error, "A job read a dataset whose load had failed", findEdgeVerdicts},
        {"consumer_read_stale_data", Severity::Error, "A job read data of an earlier slot, or older than its task allows", findEdgeVerdicts},
        {"load_never_used", Severity::Warning, "Nobody read what a load brought before the next one was due", findNeverUsed},
        {"consumer_missed_deadline", Severity::Warning, "A job ended after the time its pipeline promises", findMissedDeadlines},
        {"dashboard_refreshed_on_old_data", Severity::Error, "A dashboard was refreshed from a build that had read too early", findOldDashboards},
        {"producer_ended_late", Severity::Warning, "A load ended later than it usually does", findLateProducers},
        {"retry_made_producer_late", Severity::Warning, "A load ended later than it usually does, after a failed attempt", findLateProducers},
        {"source_system_behind", Severity::Warning, "The newest row of a load is older than usual: the source system is behind", findSourceSystemsBehind},
        {"schedule_shifted_by_dst", Severity::Warning, "A clock change moved two schedules into each other", findClockChangeShifts},
        {"loaded_at_is_a_business_date", Severity::Warning, "The column that should hold the load time holds a business date", findSourceProblems},
        {"table_is_empty_sentinel_year_0001", Severity::Error, "The source table is empty", findSourceProblems},
        {"negative_age_time_zone", Severity::Warning, "The newest row comes from the future: a time zone is wrong", findSourceProblems},
        {"snapshot_clock_zone_leak", Severity::Warning, "The warehouse's clock is a time zone away from the host's", findSourceProblems},
        {"loaded_at_zone_leak", Severity::Warning, "The load time column is a time zone away from the loads", findSourceProblems},
        {"two_clocks_disagree", Severity::Warning, "Rows are newer than every known load: another loader writes the table", findSourceProblems},
        {"freshness_configured_but_no_result", Severity::Warning, "A freshness check gave no result: its query failed", findMissingSourceResults},
        {"not_a_materialising_run", Severity::Info, "A dbt command that builds nothing wrote run results", findIdleCommands},
    };
    return list;
}

void applyRules(RuleContext& context)
{
    QVector<void (*)(RuleContext&)> done;
    for (const Rule& rule : rules()) {
        if (done.contains(rule.find))
            continue;
        done.append(rule.find);
        rule.find(context);
    }
}

Finding makeFinding(const FindingSeed& seed)
{
    Finding finding;
    finding.rule = QLatin1String(seed.rule);
    finding.verdict = seed.verdict;
    finding.dataset = seed.dataset;
    finding.consumer = seed.consumer;
    finding.producer = seed.producer;
    for (const Rule& rule : rules()) {
        if (finding.rule == QLatin1String(rule.id))
            finding.severity = rule.severity;
    }
    const QString identity = QStringList{finding.rule, seed.datasetKey, seed.producer ? seed.producer->job : QString(),
        seed.consumer ? seed.consumer->job : QString(), seed.consumer ? seed.consumer->run : QString(), seed.slotKey}
                                 .join(u'\n');
    finding.id = QString::fromLatin1(QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
    return finding;
}

QString slotKey(const World& world, const Job& job, int slot)
{
    if (slot < 0)
        return {};
    const QVector<int> serving = job.slotTable.perRun() ? job.slotTable.serving(slot) : QVector<int>();
    return serving.isEmpty() ? QString::number(job.slotTable.at(slot).us) : world.executionOf(job, serving.first()).run;
}

Side consumerSide(const World& world, const Execution& execution)
{
    return {world.jobs.at(execution.job).name, execution.run, execution.read};
}

Side producerSide(const World& world, const Job& job, int slotRun)
{
    if (slotRun < 0)
        return {job.name, {}, std::nullopt};
    return {job.name, world.executionOf(job, slotRun).run, job.slotTable.run(slotRun).end};
}

} // namespace freshness
