// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/rules.h"
#include "models/freshness/sourcechecks.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace freshness {

using namespace base;

namespace {

/// Loads of one dataset, of all its writers.
struct DatasetLoads {
    QVector<const SlotTable*> tables;
    QVector<UtcTime> starts;      ///< sorted
    QVector<UtcTime> latestEnds;  ///< running maximum; the far future where an end is not known
};

constexpr UtcTime unknownEnd{std::numeric_limits<qint64>::max()};

DatasetLoads loadsOf(const World& world, int dataset)
{
    DatasetLoads loads;
    QVector<std::pair<UtcTime, UtcTime>> windows;
    for (const int job : dataset < 0 ? QVector<int>() : world.writers.at(dataset)) {
        loads.tables.append(&world.jobs.at(job).slotTable);
        for (const SlotRun& run : world.jobs.at(job).slotTable.runs())
            windows.append({run.start, run.end.value_or(unknownEnd)});
    }
    std::sort(windows.begin(), windows.end());
    UtcTime latest{std::numeric_limits<qint64>::min()};
    for (const auto& [start, end] : std::as_const(windows)) {
        latest = std::max(latest, end);
        loads.starts.append(start);
        loads.latestEnds.append(latest);
    }
    return loads;
}

std::optional<UtcTime> newestLoadEnd(const DatasetLoads& loads, UtcTime at)
{
    std::optional<UtcTime> newest;
    for (const SlotTable* table : loads.tables) {
        const int run = table->newestOkEndedBy(at);
        if (run >= 0 && (!newest || *table->run(run).end > *newest))
            newest = table->run(run).end;
    }
    return newest;
}

std::optional<UtcTime> latestEndOfStarted(const DatasetLoads& loads, UtcTime at)
{
    const auto after = std::upper_bound(loads.starts.begin(), loads.starts.end(), at);
    if (after == loads.starts.begin())
        return std::nullopt;
    const UtcTime end = loads.latestEnds.at(after - loads.starts.begin() - 1);
    return end == unknownEnd ? std::nullopt : std::optional<UtcTime>(end);
}

void addSourceFinding(RuleContext& context, const char* rule, const SourceFacts& source, const runs::SourceCheck& check, const QString& headline)
{
    const World& world = context.world;
    const QString dataset = source.dataset < 0 ? QString() : world.datasets.name(source.dataset);
    Finding finding = makeFinding({rule, std::nullopt, dataset, source.uniqueId, std::nullopt, std::nullopt, {}});
    finding.slotDate = check.checkStart.utcDate();
    finding.source = source.uniqueId;
    finding.headline = headline.arg(dataset.isEmpty() ? source.uniqueId : dataset);
    if (check.maxLoadedAt) {
        const QString text = check.maxLoadedAtText.isEmpty() ? check.maxLoadedAt->toIso() : check.maxLoadedAtText;
        finding.evidence.append({QStringLiteral("loaded_at"), QCoreApplication::translate("freshness", "newest load time"),
            QCoreApplication::translate("freshness", "max_loaded_at was %1 (column %2).").arg(text, source.loadedAtField), check.maxLoadedAt, {}});
    }
    if (check.snapshottedAt) {
        finding.evidence.append({QStringLiteral("source_check"), QCoreApplication::translate("freshness", "check"),
            QCoreApplication::translate("freshness", "dbt source freshness said \"%1\" at %2 by the warehouse's clock.").arg(check.status, check.snapshottedAt->toIso()),
            check.snapshottedAt, check.status});
    }
    context.findings.append(finding);
}

void judgeSource(RuleContext& context, const SourceFacts& source)
{
    SourceResults results;
    results.source = &source;
    const runs::SourceCheck* empty = nullptr;
    for (const int index : source.checks) {
        const runs::SourceCheck& check = context.world.history.sourceChecks.at(index);
        if (isEmptySentinel(check))
            empty = empty ? empty : &check;
        else if (check.maxLoadedAt)
            results.results.append(&check);
    }
    if (empty)
        addSourceFinding(context, "table_is_empty_sentinel_year_0001", source, *empty, QCoreApplication::translate("freshness", "%1 is empty"));
    const DatasetLoads loads = loadsOf(context.world, source.dataset);
    results.newestLoadEnd = [&loads](UtcTime at) { return newestLoadEnd(loads, at); };
    results.latestEndOfStarted = [&loads](UtcTime at) { return latestEndOfStarted(loads, at); };
    if (const auto* check = showsBusinessDate(results))
        addSourceFinding(context, "loaded_at_is_a_business_date", source, *check, QCoreApplication::translate("freshness", "The load time of %1 is a business date: always midnight"));
    else if (const auto* future = showsNegativeAge(results))
        addSourceFinding(context, "negative_age_time_zone", source, *future, QCoreApplication::translate("freshness", "The newest row of %1 comes from the future: a time zone is wrong"));
    else if (const auto* clock = showsSnapshotClockLeak(results))
        addSourceFinding(context, "snapshot_clock_zone_leak", source, *clock, QCoreApplication::translate("freshness", "The warehouse's clock is a time zone off when it checks %1"));
    else if (const auto* leak = showsLoadedAtZoneLeak(results))
        addSourceFinding(context, "loaded_at_zone_leak", source, *leak, QCoreApplication::translate("freshness", "The load time of %1 is a time zone away from its loads"));
    else if (const auto* other = showsTwoClocks(results))
        addSourceFinding(context, "two_clocks_disagree", source, *other, QCoreApplication::translate("freshness", "%1 has rows newer than every known load: another loader writes it"));
}

/// dbt 1.8 and later drop failed queries from sources.json; where one is known, it came from the log.
bool isRowOfSourcesJson(const runs::SourceCheck& check)
{
    const QStringList version = check.dbtVersion.split(u'.');
    const bool drops = version.value(0).toInt() > 1 || version.value(1).toInt() >= 8;
    return check.status != QLatin1String("runtime error") || !drops;
}

/// All sources.json of one project and UTC day.
struct CheckDay {
    QVector<const runs::SourceCheck*> rows;
    QVector<QString> sourceNames;
    QVector<QString> uniqueIds;
};

QString sourceNameOf(const QString& uniqueId)
{
    return uniqueId.section(u'.', 2, 2);
}

QMap<std::pair<QDate, QString>, CheckDay> checkDays(const runs::History& history)
{
    QMap<std::pair<QDate, QString>, CheckDay> days;
    for (const runs::SourceCheck& check : history.sourceChecks) {
        if (!isRowOfSourcesJson(check))
            continue;
        CheckDay& day = days[{check.checkStart.utcDate(), check.project}];
        day.rows.append(&check);
        day.uniqueIds.append(check.uniqueId);
        if (!day.sourceNames.contains(sourceNameOf(check.uniqueId)))
            day.sourceNames.append(sourceNameOf(check.uniqueId));
    }
    return days;
}

/// Sources with a limit in the manifests of that day's checks that got no row, though their neighbours did.
QStringList missingSources(const World& world, const QString& project, const CheckDay& day)
{
    QStringList missing;
    QVector<int> manifests;
    for (const runs::SourceCheck* row : day.rows) {
        const int manifest = world.manifests.ofInvocation({project}, row->invocationId, row->checkStart);
        if (manifest >= 0 && !manifests.contains(manifest))
            manifests.append(manifest);
    }
    for (const int manifest : std::as_const(manifests)) {
        for (const runs::ManifestNode& node : world.manifests.manifest(manifest).nodes) {
            const bool configured = node.resourceType == QLatin1String("source") && node.freshnessConfigured;
            if (configured && !day.uniqueIds.contains(node.uniqueId) && day.sourceNames.contains(sourceNameOf(node.uniqueId))
                && node.uniqueId.section(u'.', 1, 1) == project && !missing.contains(node.uniqueId))
                missing.append(node.uniqueId);
        }
    }
    return missing;
}

} // namespace

void findSourceProblems(RuleContext& context)
{
    for (const SourceFacts& source : context.facts.sources())
        judgeSource(context, source);
}

void findMissingSourceResults(RuleContext& context)
{
    const auto days = checkDays(context.world.history);
    QStringList reported;
    for (auto day = days.begin(); day != days.end(); ++day) { // by day: the first one is reported
        const QStringList missing = missingSources(context.world, day.key().second, *day);
        for (const QString& uniqueId : missing) {
            if (reported.contains(uniqueId))
                continue;
            reported.append(uniqueId);
            for (const SourceFacts& source : context.facts.sources()) {
                if (source.uniqueId != uniqueId)
                    continue;
                runs::SourceCheck check;
                check.checkStart = day->rows.first()->checkStart;
                addSourceFinding(context, "freshness_configured_but_no_result", source, check,
                    QCoreApplication::translate("freshness", "The freshness check of %1 gave no result: its query failed"));
            }
        }
    }
}

} // namespace freshness
