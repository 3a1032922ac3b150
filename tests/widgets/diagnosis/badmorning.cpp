// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/diagnosis/badmorning.h"

namespace badmorning {

using base::UtcTime;

static UtcTime at(int day, int hour, int minute, int second)
{
    return UtcTime::fromUtc(QDate(2025, 10, day), QTime(hour, minute, second));
}

static QVector<freshness::Evidence> attempts()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {{s("attempt"), s("attempt 1"), s("Attempt 1: 2025-10-03T07:30:04.000000Z to 2025-10-03T10:02:41.000000Z, failed. source: timeout"), at(3, 10, 2, 41), s("failed")},
        {s("attempt"), s("attempt 2"), s("Attempt 2: 2025-10-03T13:10:00.000000Z to 2025-10-03T14:04:12.000000Z, succeeded."), at(3, 14, 4, 12), s("succeeded")}};
}

base::Zone losAngeles()
{
    return *base::Zone::find(QStringLiteral("America/Los_Angeles"));
}

freshness::Finding race()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    freshness::Finding finding;
    finding.id = s("6c942db733d0043c");
    finding.rule = s("consumer_started_before_producer_finished");
    finding.verdict = freshness::Verdict::Race;
    finding.dataset = s("RAW.TRAKIT.STATUSES");
    finding.slotDate = QDate(2025, 10, 3);
    finding.consumer = freshness::Side {s("model.concrete.fact_trakit_statuses_with_shifts"), s("70013"), at(3, 8, 36, 44)};
    finding.producer = freshness::Side {s("source_extraction.trakit_sync"), s("8812"), at(3, 14, 4, 12)};
    finding.gapSeconds = 19648;
    finding.headline = s("dbt read RAW.TRAKIT.STATUSES 5 h 27 min before its load had ended");
    finding.evidence = {{s("read_at"), s("dbt started reading"), s("fact started reading at 2025-10-03T08:36:44.000000Z."), at(3, 8, 36, 44), {}},
        {s("load_ended"), s("load ended"), s("trakit_sync run 8812 ended at 2025-10-03T14:04:12.000000Z (attempt 2), state succeeded."), at(3, 14, 4, 12), s("8812")},
        {s("note"), s("rows"), s("It brought 1951 rows."), std::nullopt, s("1951 rows")}};
    finding.evidence += attempts();
    finding.evidence += {{s("loaded_at"), s("LOADEDON"), s("The newest load time was 2025-10-02T07:50:23.000000Z when it was checked at 2025-10-03T08:34:11.000000Z."), at(2, 7, 50, 23), s("pass")},
        {s("business_date"), s("business date at the read"), s("The latest business date that had been loaded at the read was 2025-10-01."), at(2, 7, 50, 35), s("2025-10-01")},
        {s("business_date"), s("business date now"), s("The latest business date that is loaded now is 2025-10-02."), at(3, 14, 4, 10), s("2025-10-02")},
        {s("path"), s("path"), s("trakit_sync -> RAW.TRAKIT.STATUSES -> fact"), std::nullopt, s("trakit_sync -> RAW.TRAKIT.STATUSES -> fact")}};
    finding.advice = {{s("now"), s("Build again what read too early, and all that hangs on it."), s("dbt build --select fact_trakit_statuses_with_shifts+")},
        {s("for_good"), s("Let dbt_transformation wait for source_extraction.source_tables_ready instead of a time of day."), {}},
        {s("for_good"), s("Or start no earlier than 23 min after the slot of source_extraction.trakit_sync: 95 % of its loads had ended by then."), {}},
        {s("note"), s("It was late because an attempt failed and was repeated."), {}}};
    return finding;
}

freshness::Finding late()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    freshness::Finding finding;
    finding.id = s("10b2dd7cdc863a7a");
    finding.rule = s("retry_made_producer_late");
    finding.severity = base::Severity::Warning;
    finding.slotDate = QDate(2025, 10, 3);
    finding.producer = freshness::Side {s("source_extraction.trakit_sync"), s("8812"), at(3, 14, 4, 12)};
    finding.headline = s("source_extraction.trakit_sync ended 6 h 34 min after its slot, after a failed attempt");
    finding.evidence = {{s("learned_limit"), s("usual"), s("Usual: 20 min after the slot (median of 14 loads); late is more than 35 min."), at(3, 8, 5, 48), s("35 min")},
        {s("load_ended"), s("load ended"), s("trakit_sync run 8812 ended at 2025-10-03T14:04:12.000000Z (attempt 2), state succeeded."), at(3, 14, 4, 12), s("8812")}};
    finding.evidence += attempts();
    finding.advice = {{s("look"), s("Open the log of run 8812 of source_extraction.trakit_sync."), {}}};
    return finding;
}

freshness::Proposal proposal()
{
    const base::Micros minute = base::microsPerMinute;
    freshness::Proposal proposal;
    proposal.findingId = race().id;
    proposal.title = QStringLiteral("Let dbt_transformation wait for source_extraction");
    proposal.reason = QStringLiteral("dbt_transformation starts by the clock, source_extraction ends when it ends: only a dependency holds on every day.");
    proposal.replay.days = 21;
    proposal.replay.now = {1, {QDate(2025, 10, 3)}, 119 * minute, 118 * minute, 20, 21};
    proposal.replay.changed = {0, {}, 75 * minute, 446 * minute, 21, 21};
    proposal.replay.extraLatencyMedian = -44 * minute;
    proposal.replay.fitWithinMinute = 19;
    return proposal;
}

QString diff()
{
    return QStringLiteral("--- a/pipelines/trakit.yaml\n+++ b/pipelines/trakit.yaml\n@@ -25,7 +25,8 @@\n \n   # rebuilt every night, 22 minutes\n   dbt_transformation:\n"
                          "-    schedule: \"30 1 * * *\"\n+    dependencies:\n+      - source_extraction.source_tables_ready\n"
                          "     timezone: America/Los_Angeles\n     sla: \"08:00\"   # the dispatchers look at eight\n     outputs:\n");
}

} // namespace badmorning
