// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/advice.h"
#include "models/freshness/evidence.h"
#include "models/freshness/rules.h"

#include <algorithm>
#include <limits>

namespace freshness {

using namespace base;

namespace {

/// Walks the node versions that a refresh shows, back to the reads that went wrong.
class CauseWalk {
public:
    CauseWalk(RuleContext& context)
        : m_context(context)
    {
    }

    /// The newest build of `reads`' nodes at `at`, and all they read.
    void visitNodes(const Reads& reads, UtcTime at)
    {
        for (const Read& read : reads) {
            if (read.node < 0)
                continue;
            const QString& uniqueId = m_context.world.manifests.node(read.manifest, read.node).uniqueId;
            const int job = m_context.world.jobByName.value(uniqueId, -1);
            const int newest = job < 0 ? -1 : m_context.world.jobs.at(job).slotTable.newestOkEndedBy(at);
            if (newest >= 0)
                visitBuild(m_context.world.jobs.at(job).slotTable.run(newest).execution);
        }
    }
    [[nodiscard]] const QVector<int>& causes() const { return m_causes; } ///< indices into Judgements::runs

private:
    void visitBuild(int execution)
    {
        if (m_visited.contains(execution))
            return;
        m_visited.append(execution);
        for (const int judged : m_context.judgements.ofExecution(execution)) {
            if (isBad(m_context.judgements.runs.at(judged).judgement.verdict))
                m_causes.append(judged);
        }
        const Execution build = m_context.world.executions.at(execution);
        if (build.published)
            visitNodes(m_context.world.readsOf(build), *build.read);
    }

    RuleContext& m_context;
    QVector<int> m_visited;
    QVector<int> m_causes;
};

struct Blame {
    int judged = -1;
    UtcTime delivered; ///< the far future: never
    QString job;
    QDate date;
    QString dataset;
    [[nodiscard]] bool before(const Blame& other) const
    {
        return std::tuple(other.delivered, job, date, dataset) < std::tuple(delivered, other.job, other.date, other.dataset);
    }
};

constexpr UtcTime never{std::numeric_limits<qint64>::max()};

Blame blameOf(const RuleContext& context, int judged)
{
    const JudgedRun& run = context.judgements.runs.at(judged);
    const Edge& edge = context.judgements.edges.at(run.edge);
    const Job& producer = context.world.jobs.at(edge.producer);
    return {judged, producer.slotTable.delivered(run.judgement.namedSlot).value_or(never), producer.name,
        producer.slotTable.date(run.judgement.namedSlot), context.world.datasets.name(edge.dataset)};
}

void addOldDashboard(RuleContext& context, const Execution& refresh, int dataset, const Blame& blame)
{
    const World& world = context.world;
    const JudgedRun& cause = context.judgements.runs.at(blame.judged);
    const Job& producer = world.jobs.at(context.judgements.edges.at(cause.edge).producer);
    Finding finding = makeFinding({"dashboard_refreshed_on_old_data", cause.judgement.verdict, world.datasets.name(dataset),
        world.datasets.key(dataset), consumerSide(world, refresh), producerSide(world, producer, cause.judgement.namedRun),
        slotKey(world, producer, cause.judgement.namedSlot)});
    finding.slot = producer.slotTable.at(cause.judgement.namedSlot);
    finding.slotDate = blame.date;
    finding.consumerTask = world.taskName(refresh.task);
    finding.producerTask = world.taskNameOf(producer);
    if (blame.delivered != never && blame.delivered > *refresh.start)
        finding.gapSeconds = seconds(blame.delivered - *refresh.start);
    describeDashboardFinding(context, cause, refresh, finding);
    adviseDashboardFinding(context, cause, finding);
    context.findings.append(finding);
}

void judgeRefresh(RuleContext& context, int execution, int dataset)
{
    const Execution refresh = context.world.executions.at(execution);
    for (const int judged : context.judgements.ofExecution(execution)) {
        const JudgedRun& direct = context.judgements.runs.at(judged);
        const bool ofDataset = direct.root == dataset || context.judgements.edges.at(direct.edge).dataset == dataset;
        if (ofDataset && isBad(direct.judgement.verdict))
            return; // said by that finding
    }
    CauseWalk walk(context);
    walk.visitNodes(context.world.manifests.readsOfDataset(dataset, *refresh.start), *refresh.start);
    Blame worst;
    for (const int cause : walk.causes()) {
        const Blame blame = blameOf(context, cause);
        if (worst.judged < 0 || blame.before(worst))
            worst = blame;
    }
    if (worst.judged >= 0)
        addOldDashboard(context, refresh, dataset, worst);
}

} // namespace

void findOldDashboards(RuleContext& context)
{
    for (const Job& job : context.world.jobs) {
        if (!job.onlyReads())
            continue;
        for (const int execution : job.executions) {
            if (!context.world.executions.at(execution).published)
                continue;
            QVector<int> datasets = job.declaredReads + context.world.executions.at(execution).inputs;
            std::sort(datasets.begin(), datasets.end());
            datasets.erase(std::unique(datasets.begin(), datasets.end()), datasets.end());
            for (const int dataset : std::as_const(datasets))
                judgeRefresh(context, execution, dataset);
        }
    }
}

} // namespace freshness
