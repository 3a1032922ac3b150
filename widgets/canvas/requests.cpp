// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/requests.h"

#include "models/pipeline/workspace.h"

#include <QCoreApplication>
#include <QSet>

#include <functional>

namespace canvas {
namespace {

using pipeline::Pipeline;
using pipeline::Task;
using pipeline::Workspace;

const Pipeline* requestPipeline(const Workspace& workspace, const QString& id)
{
    for (const Pipeline& pipeline : workspace.pipelines) {
        if (pipeline.id == id) {
            return &pipeline;
        }
    }
    return nullptr;
}

const Task* requestTask(const Pipeline* pipeline, const QString& id)
{
    if (pipeline != nullptr) {
        for (const Task& task : pipeline->tasks) {
            if (task.id == id) {
                return &task;
            }
        }
    }
    return nullptr;
}

base::Error requestError(const char* code, const QString& message)
{
    base::Error error;
    error.code = QString::fromLatin1(code);
    error.message = message;
    return error;
}

// Does `start` wait for `goal`, directly or through others?
bool waitsFor(const QString& start, const QString& goal, const std::function<QStringList(const QString&)>& waits)
{
    QStringList open{start};
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const QString id = open.takeLast();
        if (id == goal) {
            return true;
        }
        if (!seen.contains(id)) {
            seen.insert(id);
            open += waits(id);
        }
    }
    return false;
}

base::Result<EditRequest> connectTasks(const Pipeline& pipeline, const Task& from, const Task& to)
{
    if (to.needs.contains(from.id)) {
        return requestError("canvas.exists", QCoreApplication::translate("canvas", "%1 already needs %2.").arg(to.id, from.id));
    }
    const auto needs = [&pipeline](const QString& id) {
        const Task* task = requestTask(&pipeline, id);
        return task != nullptr ? task->needs : QStringList();
    };
    if (waitsFor(from.id, to.id, needs)) {
        return requestError("canvas.cycle",
            QCoreApplication::translate("canvas", "%1 already waits for %2: the two would wait for each other.").arg(from.id, to.id));
    }
    return EditRequest{{pipeline::AddNeed{pipeline.id, to.id, from.id}},
        QCoreApplication::translate("canvas", "Let %1 wait for %2").arg(to.id, from.id)};
}

base::Result<EditRequest> connectPipelines(const Workspace& workspace, const Pipeline& from, const Task& producer, const Pipeline& to)
{
    for (const pipeline::OutputRef& dependency : to.dependencies) {
        if (dependency.pipeline == from.id) {
            return requestError("canvas.exists",
                QCoreApplication::translate("canvas", "%1 already waits for %2.").arg(to.id, dependency.text()));
        }
    }
    const auto dependencies = [&workspace](const QString& id) {
        QStringList names;
        if (const Pipeline* pipeline = requestPipeline(workspace, id)) {
            for (const pipeline::OutputRef& dependency : pipeline->dependencies) {
                names.append(dependency.pipeline);
            }
        }
        return names;
    };
    if (waitsFor(from.id, to.id, dependencies)) {
        return requestError("canvas.cycle",
            QCoreApplication::translate("canvas", "%1 already waits for %2: the two would wait for each other.").arg(from.id, to.id));
    }
    EditRequest request;
    QString output = from.outputs.value(0);
    if (output.isEmpty()) {
        output = producer.id + QStringLiteral("_ready");
        request.changes.append(pipeline::AddOutput{from.id, output});
    }
    request.changes.append(pipeline::AddDependency{to.id, from.id + u'.' + output});
    if (to.schedule) {
        request.changes.append(pipeline::SetSchedule{to.id, std::nullopt});
        request.text = QCoreApplication::translate("canvas", "Let %1 wait for %2 instead of its schedule").arg(to.id, from.id + u'.' + output);
    } else {
        request.text = QCoreApplication::translate("canvas", "Let %1 wait for %2").arg(to.id, from.id + u'.' + output);
    }
    return request;
}

// Collects what to remove; each change once, references before what they refer to.
class Removal {
public:
    explicit Removal(const CanvasScene& scene) : m_scene(scene) {}

    base::Result<EditRequest> of(const QStringList& ids)
    {
        for (const Frame& frame : m_scene.frames) {
            if (ids.contains(frame.id)) {
                m_pipelines.insert(frame.id);
            }
        }
        for (const Node& node : m_scene.nodes) {
            if (ids.contains(node.id) && !m_pipelines.contains(node.id.section(u'.', 0, 0))) {
                m_tasks.insert(node.id);
            }
        }
        QString dataEdge;
        for (int edge = 0; edge < m_scene.edges.size(); ++edge) {
            if (ids.contains(m_scene.edgeId(edge)) && !removeEdge(m_scene.edges[edge])) {
                dataEdge = m_scene.edgeId(edge);
            }
        }
        removeReferences();
        removeThings();
        if (m_request.changes.isEmpty()) {
            return nothing(dataEdge);
        }
        m_request.text = m_names.size() == 1 ? m_names.first()
                                             : QCoreApplication::translate("canvas", "Remove %n things", nullptr, int(m_names.size()));
        return m_request;
    }

private:
    static base::Error nothing(const QString& dataEdge)
    {
        if (dataEdge.isEmpty()) {
            return requestError("canvas.nothing", QCoreApplication::translate("canvas", "Nothing is selected that could be removed."));
        }
        return requestError("canvas.data_edge",
            QCoreApplication::translate("canvas", "A dataset makes the edge %1. Change what the one produces or the other consumes.").arg(dataEdge));
    }

    bool removeEdge(const Edge& edge)
    {
        if (edge.kind == Edge::Kind::Data) {
            return false;
        }
        if (edge.kind == Edge::Kind::Need) {
            addNeedRemoval(m_scene.nodes[edge.toNode].id, m_scene.nodes[edge.fromNode].id.section(u'.', 1));
            m_names.append(QCoreApplication::translate("canvas", "Remove the need of %1").arg(m_scene.nodes[edge.toNode].title));
            return true;
        }
        const int frame = edge.toNode >= 0 ? m_scene.nodes[edge.toNode].frame : edge.toFrame;
        for (const QString& output : edge.outputs) {
            addDependencyRemoval(m_scene.frames[frame].id, output);
        }
        m_names.append(QCoreApplication::translate("canvas", "Remove the dependency of %1").arg(m_scene.frames[frame].id));
        return true;
    }

    void addNeedRemoval(const QString& taskId, const QString& need)
    {
        const QString key = taskId + u'\n' + need;
        if (!m_seen.contains(key)) {
            m_seen.insert(key);
            m_request.changes.append(pipeline::RemoveNeed{taskId.section(u'.', 0, 0), taskId.section(u'.', 1), need});
        }
    }

    void addDependencyRemoval(const QString& pipeline, const QString& output)
    {
        const QString key = pipeline + u'\n' + output;
        if (!m_seen.contains(key)) {
            m_seen.insert(key);
            m_request.changes.append(pipeline::RemoveDependency{pipeline, output});
        }
    }

    void removeReferences()
    {
        for (const Pipeline& pipeline : m_scene.workspace.pipelines) {
            if (m_pipelines.contains(pipeline.id)) {
                continue;
            }
            for (const Task& task : pipeline.tasks) {
                for (const QString& need : task.needs) {
                    if (m_tasks.contains(pipeline.id + u'.' + need) && !m_tasks.contains(pipeline.id + u'.' + task.id)) {
                        addNeedRemoval(pipeline.id + u'.' + task.id, need);
                    }
                }
            }
            for (const pipeline::OutputRef& dependency : pipeline.dependencies) {
                if (m_pipelines.contains(dependency.pipeline)) {
                    addDependencyRemoval(pipeline.id, dependency.text());
                }
            }
        }
    }

    void removeThings()
    {
        for (const Node& node : m_scene.nodes) {
            if (m_tasks.contains(node.id)) {
                m_request.changes.append(pipeline::RemoveTask{node.id.section(u'.', 0, 0), node.id.section(u'.', 1)});
                m_names.append(QCoreApplication::translate("canvas", "Remove %1").arg(node.title));
            }
        }
        for (const Frame& frame : m_scene.frames) {
            if (m_pipelines.contains(frame.id)) {
                m_request.changes.append(pipeline::RemovePipeline{frame.id});
                m_names.append(QCoreApplication::translate("canvas", "Remove the pipeline %1").arg(frame.id));
            }
        }
    }

    const CanvasScene& m_scene;
    QSet<QString> m_pipelines, m_tasks, m_seen;
    QStringList m_names;
    EditRequest m_request;
};

} // namespace

base::Result<EditRequest> connectRequest(const Workspace& workspace, const QString& from, const QString& to)
{
    if (from == to) {
        return requestError("canvas.itself", QCoreApplication::translate("canvas", "A task cannot wait for itself."));
    }
    const Pipeline* producers = requestPipeline(workspace, from.section(u'.', 0, 0));
    const Pipeline* consumers = requestPipeline(workspace, to.section(u'.', 0, 0));
    const Task* producer = requestTask(producers, from.section(u'.', 1));
    const Task* consumer = requestTask(consumers, to.section(u'.', 1));
    if (producer == nullptr || consumer == nullptr) {
        return requestError("canvas.no_task",
            QCoreApplication::translate("canvas", "There is no task %1.").arg(producer == nullptr ? from : to));
    }
    return producers == consumers ? connectTasks(*producers, *producer, *consumer)
                                  : connectPipelines(workspace, *producers, *producer, *consumers);
}

base::Result<EditRequest> deleteRequest(const CanvasScene& scene, const QStringList& ids)
{
    return Removal(scene).of(ids);
}

base::Result<EditRequest> renameRequest(const Workspace& workspace, const QString& task, const QString& newId)
{
    const QString pipeline = task.section(u'.', 0, 0);
    const QString oldId = task.section(u'.', 1);
    if (!pipeline::isValidId(newId)) {
        return requestError("canvas.name", QCoreApplication::translate("canvas", "A task's name holds letters, digits, _ and - only."));
    }
    if (newId != oldId && requestTask(requestPipeline(workspace, pipeline), newId) != nullptr) {
        return requestError("canvas.taken", QCoreApplication::translate("canvas", "%1 already has a task %2.").arg(pipeline, newId));
    }
    return EditRequest{{pipeline::RenameTask{pipeline, oldId, newId}},
        QCoreApplication::translate("canvas", "Rename %1 to %2").arg(oldId, newId)};
}

} // namespace canvas
