// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/canvas/story.h"

using painting::Mark;

namespace story {

pipeline::Task task(const QString& id, const QString& kind, const QStringList& needs)
{
    pipeline::Task task;
    task.id = id;
    task.kind = kind;
    task.needs = needs;
    return task;
}

canvas::SceneInput input()
{
    canvas::SceneInput input;
    const QString angeles = QStringLiteral("America/Los_Angeles");
    pipeline::Pipeline extraction;
    extraction.id = QStringLiteral("source_extraction");
    extraction.schedule = QStringLiteral("30 0 * * *");
    extraction.timezone = angeles;
    extraction.outputs = {QStringLiteral("source_tables_ready")};
    extraction.tasks = {task(QStringLiteral("trakit_sync"), QStringLiteral("airbyte.sync")), task(QStringLiteral("shifts_dlt"), QStringLiteral("dlt.pipeline"))};
    extraction.tasks[0].produces = {QStringLiteral("RAW.TRAKIT.STATUSES")};
    extraction.tasks[1].produces = {QStringLiteral("RAW.TRAKIT.SHIFTS")};
    pipeline::Pipeline dbt;
    dbt.id = QStringLiteral("dbt_transformation");
    dbt.schedule = QStringLiteral("30 1 * * *");
    dbt.timezone = angeles;
    dbt.outputs = {QStringLiteral("marts_ready")};
    dbt.tasks = {task(QStringLiteral("dbt_build_models"), QStringLiteral("dbt.build")),
        task(QStringLiteral("accepted_statuses"), QStringLiteral("sql.check"), {QStringLiteral("dbt_build_models")})};
    dbt.tasks[0].consumes = {QStringLiteral("RAW.TRAKIT.STATUSES"), QStringLiteral("RAW.TRAKIT.SHIFTS")};
    dbt.tasks[0].produces = {QStringLiteral("MARTS.PRE_POST")};
    pipeline::Pipeline dashboards;
    dashboards.id = QStringLiteral("dashboards");
    dashboards.dependencies = {{dbt.id, QStringLiteral("marts_ready"), {}}};
    dashboards.tasks = {task(QStringLiteral("pre_post_trip"), QStringLiteral("tableau.refresh"))};
    dashboards.tasks[0].consumes = {QStringLiteral("MARTS.PRE_POST")};
    input.workspace.pipelines = {extraction, dbt, dashboards};
    input.layout = {{QStringLiteral("source_extraction.trakit_sync"), QPointF(88, 110)}, {QStringLiteral("source_extraction.shifts_dlt"), QPointF(88, 242)},
        {QStringLiteral("dbt_transformation.dbt_build_models"), QPointF(440, 110)}, {QStringLiteral("dbt_transformation.accepted_statuses"), QPointF(726, 110)},
        {QStringLiteral("dashboards.pre_post_trip"), QPointF(726, 462)}};
    input.kinds = {{QStringLiteral("airbyte.sync"), {QStringLiteral("Airbyte sync"), QStringLiteral("transfer"), canvas::Work::Extraction}},
        {QStringLiteral("dlt.pipeline"), {QStringLiteral("dlt pipeline"), QStringLiteral("transfer"), canvas::Work::Extraction}},
        {QStringLiteral("dbt.build"), {QStringLiteral("dbt build"), QStringLiteral("transform"), canvas::Work::Transformation}},
        {QStringLiteral("sql.check"), {QStringLiteral("SQL test"), QStringLiteral("test"), canvas::Work::Test}},
        {QStringLiteral("tableau.refresh"), {QStringLiteral("Tableau extract"), QStringLiteral("report"), canvas::Work::Refresh}}};
    input.statuses = {{QStringLiteral("source_extraction.trakit_sync"), {Mark::Late, QStringLiteral("trakit.statuses · 41,208 rows")}},
        {QStringLiteral("source_extraction.shifts_dlt"), {Mark::Success, QStringLiteral("trakit.shifts · 3,114 rows")}},
        {QStringLiteral("dbt_transformation.dbt_build_models"), {Mark::ReadTooEarly, QStringLiteral("01:36 → 01:58 · 22 min")}},
        {QStringLiteral("dbt_transformation.accepted_statuses"), {Mark::Success, QStringLiteral("0 failing rows")}},
        {QStringLiteral("dashboards.pre_post_trip"), {Mark::Success, QStringLiteral("06:00 → 06:03")}}};
    input.edges = {{QStringLiteral("source_extraction.trakit_sync"), QStringLiteral("dbt_transformation.dbt_build_models"), Mark::ReadTooEarly,
        QStringLiteral("1 of 21 days")}};
    return input;
}

canvas::SceneInput large(int tasks)
{
    canvas::SceneInput input;
    for (int first = 0; first < tasks; first += 25) {
        pipeline::Pipeline pipeline;
        pipeline.id = QStringLiteral("pipeline_%1").arg(first / 25);
        pipeline.schedule = QStringLiteral("0 3 * * *");
        for (int i = 0; i < 25 && first + i < tasks; ++i) {
            pipeline.tasks.append(task(QStringLiteral("task_%1").arg(i), QStringLiteral("dbt.build")));
            if (i >= 5) {
                pipeline.tasks.last().needs = {QStringLiteral("task_%1").arg(i - 5), QStringLiteral("task_%1").arg(i - 5 - i % 3 % (i - 4))};
                pipeline.tasks.last().needs.removeDuplicates();
            }
        }
        input.workspace.pipelines.append(pipeline);
    }
    return input;
}

} // namespace story
