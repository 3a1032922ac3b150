// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/world.h"

#include "models/base/plausible.h"
#include "models/freshness/dbtruns.h"
#include "models/freshness/joining.h"
#include "models/freshness/jobs.h"

#include <algorithm>
#include <limits>

namespace freshness {

using namespace base;

namespace {

struct StoreSpan {
    UtcTime earliest{std::numeric_limits<qint64>::max()};
    UtcTime latest{std::numeric_limits<qint64>::min()};
    void add(const std::optional<UtcTime>& at)
    {
        if (!at || !isPlausible(*at))
            return; // one absurd time in a file must not unroll every cron over two thousand years
        earliest = std::min(earliest, *at);
        latest = std::max(latest, *at);
    }
};

/// From the first to the last instant at which something was seen to happen. Planned and nominal times, and what
/// warehouse clocks and columns say, are no such instants.
StoreSpan spanOfStore(const runs::History& history)
{
    StoreSpan span;
    for (const runs::Run& run : history.runs) {
        span.add(run.queued);
        span.add(run.start);
        span.add(run.end);
    }
    const UtcTime firstRun = span.earliest;
    for (const runs::SourceCheck& check : history.sourceChecks) {
        span.add(check.checkStart);
        span.add(check.executeEnd);
    }
    for (const runs::Observation& observation : history.observations)
        span.add(observation.at);
    for (const runs::Manifest& manifest : history.manifests)
        span.add(manifest.generatedAt);
    if (!history.runs.isEmpty() && firstRun <= span.latest)
        span.earliest = firstRun; // slots are needed from the first run on only
    if (span.latest < span.earliest)
        span.earliest = span.latest = UtcTime{};
    return span;
}

Datasets workspaceDatasets(const pipeline::Workspace& workspace)
{
    Datasets datasets(workspace.aliases);
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        for (const pipeline::Task& task : pipeline.tasks) {
            for (const QString& name : task.produces)
                datasets.add(name, Datasets::Spelling::Produced);
            for (const QString& name : task.consumes)
                datasets.add(name, Datasets::Spelling::Consumed);
        }
    }
    return datasets;
}

} // namespace

World::World(const pipeline::Workspace& ws, const runs::History& hist)
    : workspace(ws)
    , history(hist)
    , earliest(spanOfStore(hist).earliest)
    , latest(spanOfStore(hist).latest)
    , datasets(workspaceDatasets(ws))
    , matcher(ws)
    , manifests(hist, datasets)
    , schedules(ws, earliest, latest + 3 * microsPerHour)
{
    addExecutions(*this);
    addJobs(*this);
    fillSlotTables(*this);
    indexWriters(*this);
}

Reads World::readsOf(const Execution& execution)
{
    const Job& job = jobs.at(execution.job);
    if (job.dbtNode) {
        const int node = execution.manifest < 0 ? -1 : manifests.nodeIndex(execution.manifest, job.uniqueId);
        if (node < 0 || Manifests::isPassThrough(manifests.node(execution.manifest, node)))
            return {};
        return manifests.readsOfNode(execution.manifest, node, *execution.read);
    }
    QVector<int> named = job.declaredReads;
    for (const int input : execution.inputs) {
        if (!named.contains(input))
            named.append(input);
    }
    if (named.size() == 1)
        return manifests.readsOfDataset(named.first(), *execution.read);
    Reads result;
    for (const int dataset : std::as_const(named)) {
        const Reads some = manifests.readsOfDataset(dataset, *execution.read);
        for (const Read& read : some) {
            if (std::none_of(result.begin(), result.end(), [&read](const Read& other) { return other.dataset == read.dataset; }))
                result.append(read);
        }
    }
    return result;
}

int World::producedDataset(int taskIndex, const QString& tableName) const
{
    const pipeline::Task* producer = task(taskIndex);
    const QString last = Datasets::lastPart(tableName);
    if (producer) {
        for (const QString& name : producer->produces) {
            if (Datasets::lastPart(name) == last)
                return datasets.find(name);
        }
    }
    return -1;
}

} // namespace freshness
