// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/jobs.h"

#include "models/base/plausible.h"
#include "models/freshness/dbtruns.h"
#include "models/freshness/joining.h"

#include <algorithm>

namespace freshness {

using namespace base;

namespace {

/// Airbyte's reset and clear jobs load nothing.
bool loadsNothing(const runs::Run& run)
{
    const QString type = run.detail.value(QLatin1String("jobType")).toString();
    return run.system() == QLatin1String("airbyte")
        && (type == QLatin1String("reset_connection") || type == QLatin1String("reset") || type == QLatin1String("clear"));
}

void addRecordedDatasets(World& world, Execution& execution)
{
    QVector<int> records = execution.others;
    records.prepend(execution.record);
    for (const int record : std::as_const(records)) {
        const runs::Run& run = world.history.runs.at(record);
        if (run.system() != QLatin1String("openlineage")) // dlt's table names are no dataset names
            continue;
        for (const QString& name : run.inputs)
            execution.inputs.append(world.datasets.add(name, Datasets::Spelling::Recorded));
        for (const QString& name : run.outputs)
            execution.outputs.append(world.datasets.add(name, Datasets::Spelling::Recorded));
    }
    execution.inputs.removeAll(-1);
    execution.outputs.removeAll(-1);
}

void describeRun(World& world, Execution& execution)
{
    const runs::Run& run = world.record(execution);
    execution.run = run.runKey;
    if (run.system() == QLatin1String("dbt")) {
        describeInvocation(world, execution);
        const DbtCommand command = dbtCommand(world, execution);
        const bool sourcesOnly = run.record == QLatin1String("dbt.sources");
        execution.producer = !sourcesOnly && command.materialises() && execution.start.has_value();
        execution.published = !sourcesOnly && command.publishes() && runs::isOk(execution.state) && execution.start.has_value();
    } else {
        execution.created = run.queued;
        execution.start = run.start;
        execution.end = run.end;
        execution.state = run.state;
        execution.producer = execution.start.has_value() && !loadsNothing(run);
        execution.published = execution.producer && runs::isOk(execution.state);
    }
    execution.read = execution.start;
    addRecordedDatasets(world, execution);
}

int jobNamed(World& world, const QString& name)
{
    const auto known = world.jobByName.constFind(name);
    if (known != world.jobByName.constEnd())
        return *known;
    Job job;
    job.name = name;
    world.jobs.append(job);
    world.jobByName.insert(name, int(world.jobs.size()) - 1);
    return int(world.jobs.size()) - 1;
}

/// Jobs of tasks, of dbt nodes, and of unmapped lineage: what 12.2 judges.
void giveJob(World& world, int index)
{
    Execution& execution = world.executions[index];
    const runs::Run& run = world.record(execution);
    const bool dbt = run.system() == QLatin1String("dbt");
    const bool node = dbt && !run.parentKey.isEmpty();
    if (node ? execution.job < 0 : !execution.producer)
        return;
    if (!node && execution.task < 0 && run.system() != QLatin1String("openlineage"))
        return;
    const QString name = node ? run.jobKey : execution.task >= 0 ? world.taskName(execution.task) : run.jobKey;
    execution.job = jobNamed(world, name);
    Job& job = world.jobs[execution.job];
    job.dbtNode = node;
    if (node)
        job.uniqueId = run.jobKey;
    if (execution.task >= 0 && (job.task < 0 || execution.task < job.task))
        job.task = execution.task;
    job.executions.append(index);
    job.tableau = job.tableau || run.system() == QLatin1String("tableau");
    job.recordedInputs = job.recordedInputs || !execution.inputs.isEmpty();
    job.recordedOutputs = job.recordedOutputs || !execution.outputs.isEmpty();
}

void appendUnique(QVector<int>& list, int value)
{
    if (value >= 0 && !list.contains(value))
        list.append(value);
}

/// Relations that a node ever had as a table (views pass their readers on).
void addNodeWrites(World& world, Job& job, const QHash<QString, QVector<std::pair<int, bool>>>& relations)
{
    const auto known = relations.constFind(job.uniqueId);
    QVector<int> views;
    if (known != relations.constEnd()) {
        for (const auto& [dataset, passThrough] : *known) {
            if (passThrough)
                appendUnique(views, dataset);
            else
                appendUnique(job.writes, dataset);
        }
    }
    for (const int execution : std::as_const(job.executions)) {
        for (const int output : std::as_const(world.executions.at(execution).outputs)) {
            if (!views.contains(output))
                appendUnique(job.writes, output);
        }
    }
}

QHash<QString, QVector<std::pair<int, bool>>> relationsOfNodes(const World& world)
{
    QHash<QString, QVector<std::pair<int, bool>>> result;
    for (int i = 0; i < world.manifests.count(); ++i) {
        for (const runs::ManifestNode& node : world.manifests.manifest(i).nodes) {
            if (!Manifests::isRelation(node))
                continue;
            const std::pair<int, bool> one(world.datasets.find(node.relation), Manifests::isPassThrough(node));
            auto& list = result[node.uniqueId];
            if (one.first >= 0 && !list.contains(one))
                list.append(one);
        }
    }
    return result;
}

bool hasManifest(const World& world, const Job& job)
{
    const QString project = world.task(job.task)->with_("project");
    return world.manifests.knowsProject(project)
        || std::any_of(job.executions.begin(), job.executions.end(), [&world](int e) { return world.executions.at(e).manifest >= 0; });
}

void addTaskDatasets(World& world, Job& job, const QVector<bool>& writtenByNodes)
{
    const pipeline::Task* task = world.task(job.task);
    job.dbtTask = task && world.matcher.isDbt(job.task);
    const bool nodesRead = job.dbtTask && hasManifest(world, job);
    for (const QString& name : task ? task->produces : QStringList()) {
        const int dataset = world.datasets.find(name);
        if (!job.dbtTask || dataset < 0 || !writtenByNodes.value(dataset))
            appendUnique(job.writes, dataset);
    }
    for (const QString& name : task && !nodesRead ? task->consumes : QStringList())
        appendUnique(job.declaredReads, world.datasets.find(name));
    for (const int index : std::as_const(job.executions)) {
        Execution& execution = world.executions[index];
        if (nodesRead)
            execution.inputs.clear();
        for (const int output : std::as_const(execution.outputs)) {
            if (!job.dbtTask || !writtenByNodes.value(output))
                appendUnique(job.writes, output);
        }
    }
    job.recordedInputs = job.recordedInputs && !nodesRead;
}

/// A run with a time that cannot be is shown in the list, and nothing is judged by it.
void leaveOutAbsurdTimes(World& world)
{
    for (Execution& execution : world.executions) {
        if (isAbsurd(execution.created) || isAbsurd(execution.start) || isAbsurd(execution.end) || isAbsurd(execution.read))
            execution.producer = execution.published = false;
    }
}

} // namespace

void addExecutions(World& world)
{
    const QVector<JoinedRun> joined = joinRecords(world.history, world.matcher, dbtInvocations(world.history, world.matcher));
    QHash<QString, int> byInvocation;
    world.executions.reserve(world.history.runs.size());
    for (const JoinedRun& run : joined) {
        Execution execution;
        execution.task = run.task;
        execution.record = run.records.first();
        execution.others = run.records.mid(1);
        describeRun(world, execution);
        if (world.record(execution).system() == QLatin1String("dbt"))
            byInvocation.insert(execution.run, int(world.executions.size()));
        world.executions.append(execution);
    }
    addDbtNodes(world, byInvocation);
    leaveOutAbsurdTimes(world);
    for (const Execution& node : std::as_const(world.executions)) { // an invocation published if one of its nodes did
        if (node.invocation >= 0 && node.published)
            world.executions[node.invocation].published = true;
    }
}

void addJobs(World& world)
{
    for (int i = 0; i < int(world.executions.size()); ++i)
        giveJob(world, i);
    const auto relations = relationsOfNodes(world);
    QVector<bool> writtenByNodes(world.datasets.size(), false);
    for (Job& job : world.jobs) {
        const pipeline::Pipeline* pipeline = world.pipelineOf(job.task);
        job.schedule = world.schedules.of(pipeline ? pipeline->id : QString());
        if (!job.dbtNode)
            continue;
        addNodeWrites(world, job, relations);
        for (const int dataset : std::as_const(job.writes))
            writtenByNodes[dataset] = true;
    }
    for (Job& job : world.jobs) {
        if (!job.dbtNode)
            addTaskDatasets(world, job, writtenByNodes);
    }
}

void fillSlotTables(World& world)
{
    for (Job& job : world.jobs) {
        QVector<SlotRun> runs;
        for (const int index : std::as_const(job.executions)) {
            const Execution& execution = world.executions.at(index);
            if (!execution.producer)
                continue;
            SlotRun run;
            run.created = execution.created.value_or(*execution.start);
            run.start = *execution.start;
            run.end = execution.end;
            run.nominal = job.dbtNode ? std::nullopt : world.record(execution).nominalStart;
            run.state = execution.state;
            run.execution = index;
            if (job.schedule->covers(run.created))
                runs.append(run);
        }
        job.slotTable = SlotTable(job.schedule, std::move(runs));
        for (int i = 0; i < int(job.slotTable.runs().size()); ++i)
            world.executions[job.slotTable.run(i).execution].slotRun = i;
        std::stable_sort(job.executions.begin(), job.executions.end(), [&world](int a, int b) {
            return world.executions.at(a).start.value_or(UtcTime{}) < world.executions.at(b).start.value_or(UtcTime{});
        });
    }
}

void indexWriters(World& world)
{
    world.writers.resize(world.datasets.size());
    for (int i = 0; i < int(world.jobs.size()); ++i) {
        for (const int dataset : std::as_const(world.jobs.at(i).writes))
            world.writers[dataset].append(i);
    }
}

} // namespace freshness
