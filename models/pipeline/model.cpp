// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/model.h"

#include <algorithm>

namespace pipeline {

const Task* Pipeline::task(const QString& taskId) const
{
    const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const Task& t) { return t.id == taskId; });
    return found == tasks.end() ? nullptr : &*found;
}

const Pipeline* Workspace::pipeline(const QString& id) const
{
    const auto found = std::find_if(pipelines.begin(), pipelines.end(), [&](const Pipeline& p) { return p.id == id; });
    return found == pipelines.end() ? nullptr : &*found;
}

const Task* Workspace::task(const QString& qualifiedId) const
{
    const qsizetype dot = qualifiedId.indexOf(u'.');
    const Pipeline* owner = dot < 0 ? nullptr : pipeline(qualifiedId.left(dot));
    return owner == nullptr ? nullptr : owner->task(qualifiedId.mid(dot + 1));
}

bool sameMeaning(const Task& a, const Task& b)
{
    return a.id == b.id && a.kind == b.kind && a.connection == b.connection && a.description == b.description && a.with == b.with
        && a.needs == b.needs && a.runWhen == b.runWhen && a.retries == b.retries && a.timeout == b.timeout && a.produces == b.produces
        && a.consumes == b.consumes && a.freshness == b.freshness;
}

bool sameMeaning(const Pipeline& a, const Pipeline& b)
{
    return a.id == b.id && a.description == b.description && a.schedule == b.schedule && a.timezone == b.timezone && a.sla == b.sla
        && a.outputs == b.outputs && a.parameters == b.parameters && a.alerts == b.alerts && a.file == b.file
        && std::equal(a.dependencies.begin(), a.dependencies.end(), b.dependencies.begin(), b.dependencies.end(),
            [](const OutputRef& x, const OutputRef& y) { return x.pipeline == y.pipeline && x.output == y.output; })
        && std::equal(a.tasks.begin(), a.tasks.end(), b.tasks.begin(), b.tasks.end(), [](const Task& x, const Task& y) { return sameMeaning(x, y); });
}

bool sameMeaning(const Workspace& a, const Workspace& b)
{
    return a.root == b.root && a.name == b.name && a.connections == b.connections && a.aliases == b.aliases
        && std::equal(a.pipelines.begin(), a.pipelines.end(), b.pipelines.begin(), b.pipelines.end(),
            [](const Pipeline& x, const Pipeline& y) { return sameMeaning(x, y); });
}

} // namespace pipeline
