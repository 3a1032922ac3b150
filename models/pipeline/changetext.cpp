// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/change.h"

#include <QCoreApplication>

namespace pipeline {

namespace {

struct ChangeWords {
    QString operator()(const AddPipeline& c) const { return QCoreApplication::translate("pipeline", "Add the pipeline %1").arg(c.id); }
    QString operator()(const RemovePipeline& c) const { return QCoreApplication::translate("pipeline", "Remove the pipeline %1").arg(c.pipeline); }
    QString operator()(const AddTask& c) const { return QCoreApplication::translate("pipeline", "Add the task %1 to %2").arg(c.task.id, c.pipeline); }
    QString operator()(const RemoveTask& c) const { return QCoreApplication::translate("pipeline", "Remove the task %1 from %2").arg(c.task, c.pipeline); }
    QString operator()(const RenameTask& c) const { return QCoreApplication::translate("pipeline", "Rename the task %1 to %2").arg(c.task, c.newId); }
    QString operator()(const AddDependency& c) const { return QCoreApplication::translate("pipeline", "Let %1 wait for %2").arg(c.pipeline, c.output); }
    QString operator()(const RemoveDependency& c) const
    {
        return QCoreApplication::translate("pipeline", "Let %1 no longer wait for %2").arg(c.pipeline, c.output);
    }
    QString operator()(const AddNeed& c) const { return QCoreApplication::translate("pipeline", "Let %1 wait for %2").arg(c.task, c.need); }
    QString operator()(const RemoveNeed& c) const { return QCoreApplication::translate("pipeline", "Let %1 no longer wait for %2").arg(c.task, c.need); }
    QString operator()(const AddOutput& c) const { return QCoreApplication::translate("pipeline", "Add the output %1 to %2").arg(c.output, c.pipeline); }
    QString operator()(const SetSchedule& c) const
    {
        return c.cron ? QCoreApplication::translate("pipeline", "Set the schedule of %1 to %2").arg(c.pipeline, *c.cron)
                      : QCoreApplication::translate("pipeline", "Remove the schedule of %1").arg(c.pipeline);
    }
    QString operator()(const SetTaskField& c) const
    {
        return c.value.isValid() ? QCoreApplication::translate("pipeline", "Set %1 of %2").arg(c.key, c.task)
                                 : QCoreApplication::translate("pipeline", "Remove %1 of %2").arg(c.key, c.task);
    }
    QString operator()(const SetPipelineField& c) const
    {
        return c.value.isValid() ? QCoreApplication::translate("pipeline", "Set %1 of %2").arg(c.key, c.pipeline)
                                 : QCoreApplication::translate("pipeline", "Remove %1 of %2").arg(c.key, c.pipeline);
    }
};

} // namespace

QString changeText(const Change& change)
{
    return std::visit(ChangeWords{}, change);
}

} // namespace pipeline
