// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/change.h"
#include "models/pipeline/workspace.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace pipeline {

namespace {

base::Error applyError(const char* code, const QString& message, const base::Place& place = {})
{
    return base::makeError(code, message, place);
}

base::Error noSuchPipeline(const QString& id)
{
    return applyError("pipeline.no_such_pipeline", QCoreApplication::translate("pipeline", "there is no pipeline '%1'").arg(id));
}

base::Error noSuchTask(const QString& pipeline, const QString& task)
{
    return applyError("pipeline.no_such_task", QCoreApplication::translate("pipeline", "'%1' has no task '%2'").arg(pipeline, task));
}

base::Error badId(const QString& id)
{
    return applyError("pipeline.bad_id", QCoreApplication::translate("pipeline", "'%1': expected letters, digits, _ and - only").arg(id));
}

base::Error duplicateId(const QString& id, const base::Place& place)
{
    return applyError("pipeline.duplicate_id", QCoreApplication::translate("pipeline", "'%1' exists already").arg(id), place);
}

/// One overload per kind of change; each checks before it touches anything.
class Apply {
public:
    explicit Apply(Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    base::Result<void> operator()(const AddPipeline& change)
    {
        if (!isValidId(change.id))
            return badId(change.id);
        if (const Pipeline* known = m_workspace.pipeline(change.id))
            return duplicateId(change.id, known->place);
        Pipeline pipeline;
        pipeline.id = change.id;
        pipeline.file = change.file;
        if (pipeline.file.isEmpty())
            pipeline.file = m_workspace.pipelines.isEmpty() ? QStringLiteral("pipelines/%1.yaml").arg(change.id) : m_workspace.pipelines.first().file;
        // Pipelines stand in the order of files by name, then of the file.
        const auto after = std::upper_bound(m_workspace.pipelines.begin(), m_workspace.pipelines.end(), pipeline.file,
            [](const QString& file, const Pipeline& p) { return file < p.file; });
        m_workspace.pipelines.insert(after, pipeline);
        return {};
    }

    base::Result<void> operator()(const RemovePipeline& change)
    {
        const Pipeline* known = m_workspace.pipeline(change.pipeline);
        if (known == nullptr)
            return noSuchPipeline(change.pipeline);
        m_workspace.pipelines.removeAt(known - m_workspace.pipelines.constData());
        for (Pipeline& other : m_workspace.pipelines) {
            other.dependencies.removeIf([&](const OutputRef& ref) { return ref.pipeline == change.pipeline; });
        }
        return {};
    }

    base::Result<void> operator()(const AddTask& change)
    {
        return inPipeline(change.pipeline, [&](Pipeline& pipeline) -> base::Result<void> {
            if (!isValidId(change.task.id))
                return badId(change.task.id);
            if (const Task* known = pipeline.task(change.task.id))
                return duplicateId(change.task.id, known->place);
            pipeline.tasks.append(change.task);
            return {};
        });
    }

    base::Result<void> operator()(const RemoveTask& change)
    {
        return inTask(change.pipeline, change.task, [&](Pipeline& pipeline, Task& task) -> base::Result<void> {
            pipeline.tasks.removeAt(&task - pipeline.tasks.data());
            for (Task& other : pipeline.tasks)
                other.needs.removeAll(change.task);
            return {};
        });
    }

    base::Result<void> operator()(const RenameTask& change)
    {
        return inTask(change.pipeline, change.task, [&](Pipeline& pipeline, Task& task) -> base::Result<void> {
            if (!isValidId(change.newId))
                return badId(change.newId);
            if (const Task* known = pipeline.task(change.newId); known != nullptr && change.newId != change.task)
                return duplicateId(change.newId, known->place);
            task.id = change.newId;
            for (Task& other : pipeline.tasks)
                std::replace(other.needs.begin(), other.needs.end(), change.task, change.newId);
            return {};
        });
    }

    base::Result<void> operator()(const AddDependency& change)
    {
        return inPipeline(change.pipeline, [&](Pipeline& pipeline) -> base::Result<void> {
            const QStringList parts = change.output.split(u'.');
            if (parts.size() != 2 || parts[0].isEmpty() || parts[1].isEmpty())
                return applyError("pipeline.bad_dependency", QCoreApplication::translate("pipeline", "'%1': expected pipeline.output").arg(change.output));
            const Pipeline* producer = m_workspace.pipeline(parts[0]);
            if (producer == nullptr && !m_workspace.singleFile)
                return noSuchPipeline(parts[0]);
            if (producer != nullptr && !producer->outputs.contains(parts[1]))
                return applyError("pipeline.no_such_output", QCoreApplication::translate("pipeline", "'%1' has no output '%2'").arg(parts[0], parts[1]));
            if (dependencyIndex(pipeline, change.output) >= 0) {
                return applyError("pipeline.duplicate_dependency",
                    QCoreApplication::translate("pipeline", "'%1' depends on '%2' already").arg(change.pipeline, change.output));
            }
            pipeline.dependencies.append({parts[0], parts[1], {}});
            return {};
        });
    }

    base::Result<void> operator()(const RemoveDependency& change)
    {
        return inPipeline(change.pipeline, [&](Pipeline& pipeline) -> base::Result<void> {
            const qsizetype index = dependencyIndex(pipeline, change.output);
            if (index < 0) {
                return applyError("pipeline.no_such_dependency",
                    QCoreApplication::translate("pipeline", "'%1' does not depend on '%2'").arg(change.pipeline, change.output));
            }
            pipeline.dependencies.removeAt(index);
            return {};
        });
    }

    base::Result<void> operator()(const AddNeed& change)
    {
        return inTask(change.pipeline, change.task, [&](Pipeline& pipeline, Task& task) -> base::Result<void> {
            if (pipeline.task(change.need) == nullptr)
                return noSuchTask(change.pipeline, change.need);
            if (task.needs.contains(change.need)) {
                return applyError("pipeline.duplicate_need",
                    QCoreApplication::translate("pipeline", "'%1' needs '%2' already").arg(change.task, change.need));
            }
            task.needs.append(change.need);
            return {};
        });
    }

    base::Result<void> operator()(const RemoveNeed& change)
    {
        return inTask(change.pipeline, change.task, [&](Pipeline&, Task& task) -> base::Result<void> {
            if (!task.needs.removeOne(change.need))
                return applyError("pipeline.no_such_need", QCoreApplication::translate("pipeline", "'%1' does not need '%2'").arg(change.task, change.need));
            return {};
        });
    }

    base::Result<void> operator()(const AddOutput& change)
    {
        return inPipeline(change.pipeline, [&](Pipeline& pipeline) -> base::Result<void> {
            if (!isValidId(change.output))
                return badId(change.output);
            if (pipeline.outputs.contains(change.output))
                return duplicateId(change.output, pipeline.placeOf(QStringLiteral("outputs.") + change.output));
            pipeline.outputs.append(change.output);
            return {};
        });
    }

    base::Result<void> operator()(const SetSchedule& change)
    {
        return inPipeline(change.pipeline, [&](Pipeline& pipeline) -> base::Result<void> {
            pipeline.schedule = change.cron;
            return {};
        });
    }

    base::Result<void> operator()(const SetTaskField& change)
    {
        return inTask(change.pipeline, change.task, [&](Pipeline&, Task& task) { return setTaskField(task, change.key, change.value); });
    }

    base::Result<void> operator()(const SetPipelineField& change)
    {
        return inPipeline(change.pipeline, [&](Pipeline& pipeline) -> base::Result<void> {
            if (change.key == QLatin1String("timezone"))
                pipeline.timezone = change.value.toString().isEmpty() ? QStringLiteral("UTC") : change.value.toString();
            else if (change.key == QLatin1String("sla"))
                pipeline.sla = change.value.toString();
            else if (change.key == QLatin1String("description"))
                pipeline.description = change.value.toString();
            else
                return noSuchField(change.key);
            return {};
        });
    }

private:
    static base::Error noSuchField(const QString& key)
    {
        return applyError("pipeline.no_such_field", QCoreApplication::translate("pipeline", "'%1' is not a field that can be set").arg(key));
    }

    static qsizetype dependencyIndex(const Pipeline& pipeline, const QString& output)
    {
        for (qsizetype i = 0; i < pipeline.dependencies.size(); ++i) {
            if (pipeline.dependencies[i].text() == output)
                return i;
        }
        return -1;
    }

    static base::Result<void> setTaskField(Task& task, const QString& key, const QVariant& value)
    {
        if (key.startsWith(QLatin1String("with.")) && key.size() > 5) {
            if (value.isValid())
                task.with.insert(key.mid(5), value);
            else
                task.with.remove(key.mid(5));
            return {};
        }
        if (key == QLatin1String("retries")) {
            bool ok = false;
            const qint64 count = value.toLongLong(&ok);
            if (value.isValid() && (!ok || count < 0 || count > std::numeric_limits<int>::max()))
                return applyError("pipeline.type", QCoreApplication::translate("pipeline", "'retries': expected a whole number, 0 or more"));
            task.retries = value.isValid() ? std::optional(int(count)) : std::nullopt;
            return {};
        }
        QString* field = key == QLatin1String("kind") ? &task.kind
            : key == QLatin1String("connection")      ? &task.connection
            : key == QLatin1String("timeout")         ? &task.timeout
            : key == QLatin1String("description")     ? &task.description
                                                      : nullptr;
        if (field == nullptr)
            return noSuchField(key);
        *field = value.toString();
        return {};
    }

    template <class Function> base::Result<void> inPipeline(const QString& id, Function function)
    {
        const auto found = std::find_if(m_workspace.pipelines.begin(), m_workspace.pipelines.end(), [&](const Pipeline& p) { return p.id == id; });
        return found == m_workspace.pipelines.end() ? base::Result<void>(noSuchPipeline(id)) : function(*found);
    }

    template <class Function> base::Result<void> inTask(const QString& pipelineId, const QString& taskId, Function function)
    {
        return inPipeline(pipelineId, [&](Pipeline& pipeline) -> base::Result<void> {
            const auto task = std::find_if(pipeline.tasks.begin(), pipeline.tasks.end(), [&](const Task& t) { return t.id == taskId; });
            return task == pipeline.tasks.end() ? base::Result<void>(noSuchTask(pipelineId, taskId)) : function(pipeline, *task);
        });
    }

    Workspace& m_workspace;
};

} // namespace

base::Result<void> applyChange(Workspace& workspace, const Change& change)
{
    return std::visit(Apply(workspace), change);
}

} // namespace pipeline
