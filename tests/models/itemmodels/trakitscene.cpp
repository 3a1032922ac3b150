// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/itemmodels/trakitscene.h"

namespace scene {

using namespace Qt::StringLiterals; // operator""_s is Qt 6.4

base::UtcTime la(int day, int hour, int minute, int second)
{
    const QDate date = QDate(2025, 10, 1).addDays(day - 1);
    return base::UtcTime::fromUtc(date, QTime(0, 0)) + (7 + hour) * base::microsPerHour + minute * base::microsPerMinute + second * base::microsPerSecond;
}

static pipeline::Task task(const QString& id, const QString& kind)
{
    pipeline::Task t;
    t.id = id;
    t.kind = kind;
    return t;
}

pipeline::Workspace workspace()
{
    pipeline::Workspace w;
    pipeline::Pipeline extraction;
    extraction.id = u"trakit_extraction"_s;
    extraction.timezone = u"America/Los_Angeles"_s;
    extraction.schedule = u"30 0 * * *"_s;
    extraction.tasks.append(task(u"trakit_sync"_s, u"airbyte.sync"_s));
    pipeline::Pipeline dbt;
    dbt.id = u"dbt_transformation"_s;
    dbt.timezone = u"America/Los_Angeles"_s;
    dbt.sla = u"08:00"_s;
    dbt.tasks.append(task(u"dbt_build_models"_s, u"dbt.build"_s));
    dbt.tasks.first().with.insert(u"project"_s, u"concrete"_s);
    pipeline::Pipeline boards;
    boards.id = u"dashboards"_s;
    boards.timezone = u"America/Los_Angeles"_s;
    boards.tasks.append(task(u"concrete_pre_post_trip"_s, u"tableau.refresh"_s));
    w.pipelines = {extraction, dbt, boards};
    return w;
}

static freshness::PhysicalRun job(const QString& task, const QString& run, const QString& system, runs::Kind kind, base::UtcTime start, base::UtcTime end)
{
    freshness::PhysicalRun r;
    r.task = r.job = task;
    r.run = run;
    r.system = system;
    r.kind = kind;
    r.start = start;
    r.end = end;
    r.state = runs::State::Ok;
    return r;
}

static freshness::PhysicalRun node(const QString& name, const QString& invocation, base::UtcTime start, base::UtcTime end)
{
    freshness::PhysicalRun r = job(u"dbt_transformation.dbt_build_models"_s, invocation, u"dbt"_s, runs::Kind::Transform, start, end);
    r.job = u"model.concrete."_s + name;
    r.parentRun = invocation;
    return r;
}

static void addDay(freshness::Picture& p, int day, int index)
{
    const bool bad = day == 3;
    const QString jobId = QString::number(8812 - (3 - day));
    const QString invocation = QString::number(70013 - (3 - day));
    freshness::PhysicalRun sync = job(u"trakit_extraction.trakit_sync"_s, jobId, u"airbyte"_s, runs::Kind::Extract, la(day, 0, 30), la(day, 0, 51 + index % 3, 20));
    if (bad) {
        sync.end = la(day, 7, 4, 12);
        sync.attempts = {{1, la(day, 0, 30), la(day, 3, 2, 24), runs::State::Failed, u"failed"_s, u"timeout: no answer within 2 h"_s, {}},
            {2, la(day, 6, 10, 12), la(day, 7, 4, 12), runs::State::Ok, u"succeeded"_s, {}, 41208}};
    }
    p.runs.append(sync);
    p.runs.append(job(u"dbt_transformation.dbt_build_models"_s, invocation, u"dbt"_s, runs::Kind::Transform, la(day, 1, 36), la(day, 1, 58)));
    p.runs.append(node(u"fact_trakit_statuses_with_shifts"_s, invocation, la(day, 1, 36, 44), la(day, 1, 40, 50)));
    p.runs.append(node(u"rpt_pre_post_trip"_s, invocation, la(day, 1, 49, 48), la(day, 1, 52, 12)));
    p.runs.append(job(u"dashboards.concrete_pre_post_trip"_s, QString::number(500 + day), u"tableau"_s, runs::Kind::Refresh, la(day, 6, 0), la(day, 6, 3)));
    const base::UtcTime loaded = bad ? la(day, 7, 3, 58) : la(day, 0, 51, 2);
    runs::Observation at {u"trakit.statuses"_s, *sync.end, runs::Observation::Kind::LoadedAt, loaded.toIso(), loaded, {}, {}, {}, {}};
    const QString date = QDate(2025, 10, 1).addDays(day - 2).toString(Qt::ISODate);
    runs::Observation business {u"trakit.statuses"_s, *sync.end, runs::Observation::Kind::BusinessDate, date, {}, {}, {}, {}, {}};
    runs::Observation rows {u"trakit.statuses"_s, *sync.end, runs::Observation::Kind::RowCount, bad ? u"1951"_s : QString::number(1800 + index), {}, {}, {}, {}, {}};
    p.observations << at << business << rows;
}

static freshness::Finding finding(const char* id, const char* rule, std::optional<freshness::Verdict> verdict, base::Severity severity)
{
    freshness::Finding f;
    f.id = QString::fromLatin1(id);
    f.rule = QString::fromLatin1(rule);
    f.verdict = verdict;
    f.severity = severity;
    f.slotDate = QDate(2025, 10, 3);
    return f;
}

static void addFindings(freshness::Picture& p)
{
    using freshness::Side;
    const Side producer {u"trakit_extraction.trakit_sync"_s, u"8812"_s, la(3, 7, 4, 12)};
    freshness::Finding race = finding("f-race", "consumer_started_before_producer_finished", freshness::Verdict::Race, base::Severity::Error);
    race.dataset = u"trakit.statuses"_s;
    race.consumer = Side {u"model.concrete.fact_trakit_statuses_with_shifts"_s, u"70013"_s, la(3, 1, 36, 44)};
    race.producer = producer;
    race.consumerTask = u"dbt_transformation.dbt_build_models"_s;
    race.gapSeconds = 5 * 3600 + 27 * 60 + 28;
    race.headline = u"dbt read trakit.statuses before its load had ended."_s;
    freshness::Finding shown = finding("f-board", "dashboard_refreshed_on_old_data", freshness::Verdict::Race, base::Severity::Error);
    shown.dataset = u"trakit.statuses"_s;
    shown.consumer = Side {u"dashboards.concrete_pre_post_trip"_s, u"503"_s, la(3, 6, 0)};
    shown.producer = producer;
    shown.gapSeconds = 3600 + 4 * 60 + 12;
    freshness::Finding late = finding("f-late", "retry_made_producer_late", std::nullopt, base::Severity::Warning);
    late.producer = producer;
    freshness::Finding none = finding("f-none", "freshness_configured_but_no_result", std::nullopt, base::Severity::Warning);
    none.dataset = u"trakit.shifts"_s;
    p.diagnosis.findings = {race, shown, late, none};
    for (int day = -17; day <= 3; ++day) {
        freshness::EdgeVerdict v;
        v.dataset = u"trakit.statuses"_s;
        v.consumerJob = u"model.concrete.fact_trakit_statuses_with_shifts"_s;
        v.consumerRun = QString::number(70013 - (3 - day));
        v.producerJob = u"trakit_extraction.trakit_sync"_s;
        v.producerRun = QString::number(8812 - (3 - day));
        v.slot = la(day, 0, 30);
        v.slotDate = QDate(2025, 10, 1).addDays(day - 1);
        v.verdict = day == 3 ? freshness::Verdict::Race : freshness::Verdict::Ok;
        v.readAt = la(day, 1, 36, 44);
        v.slackSeconds = day == 3 ? -(5 * 3600 + 27 * 60 + 28) : 45 * 60 + day;
        v.findingId = day == 3 ? race.id : QString();
        p.diagnosis.verdicts.append(v);
    }
}

freshness::Picture picture(int days)
{
    freshness::Picture p;
    for (int i = 0; i < days; ++i)
        addDay(p, 3 - (days - 1 - i), i);
    addFindings(p);
    return p;
}

freshness::Picture crowd(int count, int lanes, int failEvery)
{
    freshness::Picture p;
    const base::UtcTime from = base::UtcTime::fromUtc(QDate(2025, 7, 1));
    const int perLane = count / lanes;
    const qint64 pitch = 90 * base::microsPerDay / perLane;
    for (int i = 0; i < perLane; ++i) {
        for (int lane = 0; lane < lanes; ++lane) {
            const base::UtcTime start = from + i * pitch + lane * (pitch / lanes);
            freshness::PhysicalRun r = job(u"p%1.task%2"_s.arg(lane / 5).arg(lane), QString::number(i * lanes + lane), u"airbyte"_s,
                lane % 2 ? runs::Kind::Extract : runs::Kind::Transform, start, start + pitch * 6 / 10);
            const int serial = i * lanes + lane;
            r.state = serial % failEvery == failEvery - 1 ? runs::State::Failed : serial % 10 == 3 ? runs::State::Warn : runs::State::Ok;
            p.runs.append(r);
        }
    }
    return p;
}

} // namespace scene
