// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/timelinebuilder.h"

#include "models/base/plausible.h"

#include <algorithm>
#include <array>

namespace itemmodels {

QString systemTitle(const QString& system)
{
    struct Name {
        QLatin1String id, title;
    };
    static constexpr std::array<Name, 9> names {{{QLatin1String("airbyte"), QLatin1String("Airbyte")},
        {QLatin1String("dbt"), QLatin1String("dbt")}, {QLatin1String("dlt"), QLatin1String("dlt")},
        {QLatin1String("tableau"), QLatin1String("Tableau")}, {QLatin1String("openlineage"), QLatin1String("OpenLineage")},
        {QLatin1String("airflow"), QLatin1String("Airflow")}, {QLatin1String("prefect"), QLatin1String("Prefect")},
        {QLatin1String("dagster"), QLatin1String("Dagster")}, {QLatin1String("orchestra"), QLatin1String("Orchestra")}}};
    for (const Name& name : names) {
        if (name.id == system)
            return name.title;
    }
    return system;
}

static int laneKindOrder(runs::Kind kind)
{
    switch (kind) {
    case runs::Kind::Extract: return 0;
    case runs::Kind::Load: return 1;
    case runs::Kind::Freshness: return 2;
    case runs::Kind::Transform: return 3;
    case runs::Kind::Test: return 4;
    case runs::Kind::Refresh: return 5;
    case runs::Kind::Other: return 6;
    }
    return 6;
}

/// `model.shop.fact_statuses` is shown as `fact_statuses`; other jobs by what follows the last dot.
static QString laneName(const freshness::PhysicalRun& run)
{
    if (!run.task.isEmpty() && run.parentRun.isEmpty())
        return run.task.section(u'.', 1);
    const QStringList parts = run.job.split(u'.');
    if (run.system == QLatin1String("dbt"))
        return parts.size() >= 3 ? parts[2] : run.job;
    return parts.last().isEmpty() ? run.job : parts.last();
}

qint32 TimelineBuilder::rootOf(qint32 run) const
{
    for (int hops = 0; hops < 16; ++hops) {
        const QString& parent = m_data.run(run).parentRun;
        const auto it = parent.isEmpty() ? m_parents.cend() : m_parents.constFind(parent);
        if (it == m_parents.cend() || *it == run)
            return run;
        run = *it;
    }
    return run;
}

static QString projectOfTask(const pipeline::Workspace& workspace, const QString& qualified)
{
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        for (const pipeline::Task& task : pipeline.tasks) {
            if (qualified == pipeline.id + u'.' + task.id)
                return task.with_("project");
        }
    }
    return {};
}

QString TimelineBuilder::groupName(const freshness::PhysicalRun& root) const
{
    const bool dbt = root.system == QLatin1String("dbt");
    if (!root.task.isEmpty() && root.parentRun.isEmpty()) {
        const QString project = dbt ? projectOfTask(m_workspace, root.task) : QString();
        return project.isEmpty() ? root.task.section(u'.', 0, 0) : project;
    }
    if (dbt)
        return root.job.count(u'.') >= 2 ? root.job.section(u'.', 1, 1) : root.job;
    const qsizetype dot = root.job.lastIndexOf(u'.');
    return dot > 0 ? root.job.left(dot) : root.job;
}

void TimelineBuilder::collectDrafts()
{
    const QVector<freshness::PhysicalRun>& runs = m_data.picture->runs;
    // A dbt node carries the id of its invocation as its own: only then is the parent itself, and has to win.
    for (qint32 i = 0; i < runs.size(); ++i) {
        if (runs[i].parentRun.isEmpty())
            m_parents.insert(runs[i].run, i);
    }
    for (qint32 i = 0; i < runs.size(); ++i) {
        if (runs[i].run != runs[i].parentRun && !m_parents.contains(runs[i].run))
            m_parents.insert(runs[i].run, i);
    }
    QHash<QString, qsizetype> draftOfJob;
    for (qint32 i = 0; i < runs.size(); ++i) {
        const freshness::PhysicalRun& run = runs[i];
        const auto at = run.start ? run.start : run.queued ? run.queued : run.planned;
        if (!at || !base::isPlausible(*at)) {
            ++m_data.unplaced;
            continue;
        }
        auto found = draftOfJob.find(run.job);
        if (found == draftOfJob.end()) {
            const qint32 rootIndex = rootOf(i);
            const freshness::PhysicalRun& root = runs[rootIndex];
            Draft draft;
            draft.system = root.system;
            draft.groupId = root.system + QStringLiteral(" · ") + groupName(root);
            draft.groupTitle = systemTitle(root.system) + QStringLiteral(" · ") + groupName(root);
            draft.lane.job = run.job;
            draft.lane.name = laneName(run);
            draft.lane.role = rootIndex != i || !run.parentRun.isEmpty() ? Lane::Role::Node : Lane::Role::Job;
            draft.kindOrder = laneKindOrder(run.kind);
            draft.firstStart = at->us;
            found = draftOfJob.insert(run.job, m_drafts.size());
            m_drafts.append(std::move(draft));
        }
        Draft& draft = m_drafts[*found];
        draft.runs.append(i);
        draft.worst = std::max(draft.worst, m_data.runMarks[i]);
        draft.hasAttempts = draft.hasAttempts || run.attempts.size() > 1;
        draft.firstStart = std::min(draft.firstStart, at->us);
    }
}

/// Groups flow from extraction to dashboard; in a group the job comes before its nodes, and nodes with trouble before the others.
void TimelineBuilder::sortDrafts()
{
    struct GroupOrder {
        int kind = 99;
        qint64 first = 0;
    };
    QHash<QString, GroupOrder> groups;
    for (const Draft& draft : m_drafts) {
        auto it = groups.find(draft.groupId);
        if (it == groups.end())
            it = groups.insert(draft.groupId, {99, draft.firstStart});
        if (draft.lane.role == Lane::Role::Job)
            it->kind = std::min(it->kind, draft.kindOrder);
        it->first = std::min(it->first, draft.firstStart);
    }
    const auto key = [&groups](const Draft& d) {
        const GroupOrder order = groups.value(d.groupId);
        const bool node = d.lane.role == Lane::Role::Node;
        const int calm = node && d.worst >= Mark::Late ? 0 : 1;
        return std::make_tuple(order.kind, order.first, d.groupId, node, calm, d.kindOrder, d.firstStart, d.lane.name, d.lane.job);
    };
    std::sort(m_drafts.begin(), m_drafts.end(), [&key](const Draft& a, const Draft& b) { return key(a) < key(b); });
}

} // namespace itemmodels
