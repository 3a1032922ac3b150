// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/tasks.h"

#include <QJsonArray>
#include <QJsonValue>

namespace freshness {

namespace {

bool hasIdentity(const pipeline::Task& task)
{
    for (const char* key : {"connection_id", "pipeline_name", "schema_name", "project", "job"}) {
        if (!task.with_(key).isEmpty())
            return true;
    }
    return false;
}

QString lineageKey(const QString& nameSpace, const QString& job)
{
    return nameSpace + u'\n' + job;
}

/// `select` as written in YAML or in args: a text or a list, compared word by word in any order.
QStringList selectWords(const QVariant& value)
{
    QStringList words;
    if (value.metaType().id() == QMetaType::QString || value.metaType().id() == QMetaType::QStringList) {
        words = value.toStringList().join(u' ').split(u' ', Qt::SkipEmptyParts);
    } else {
        for (const QVariant& item : value.toList())
            words += item.toString().split(u' ', Qt::SkipEmptyParts);
    }
    words.sort();
    return words;
}

void insertFirst(QHash<QString, int>& hash, const QString& key, int task)
{
    if (!key.isEmpty() && !hash.contains(key))
        hash.insert(key, task);
}

} // namespace

TaskMatcher::TaskMatcher(const pipeline::Workspace& workspace)
{
    QVector<int> tableaus;
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        for (const pipeline::Task& task : pipeline.tasks) {
            const int index = int(m_tasks.size());
            m_tasks.append({&pipeline, &task, pipeline.id + u'.' + task.id});
            insertFirst(m_byConnectionId, task.with_("connection_id"), index);
            const QString schema = task.with_("schema_name").isEmpty() ? task.with_("pipeline_name") : task.with_("schema_name");
            if (!schema.isEmpty())
                m_bySchema[schema].append(index);
            if (!task.with_("project").isEmpty())
                m_byProject[task.with_("project")].append(index);
            if (!task.with_("job").isEmpty())
                insertFirst(m_byLineageJob, lineageKey(task.with_("namespace"), task.with_("job")), index);
            if (hasIdentity(task))
                continue;
            insertFirst(m_byTaskId, task.id, index);
            if (task.kind == QLatin1String("tableau.refresh"))
                tableaus.append(index);
        }
    }
    m_tableau = tableaus.size() == 1 ? tableaus.first() : -1;
}

int TaskMatcher::taskOf(const runs::Run& run) const
{
    const QString system = run.system();
    if (system == QLatin1String("airbyte"))
        return m_byConnectionId.value(run.jobKey, -1);
    if (system == QLatin1String("dlt"))
        return dltTask(run);
    if (system == QLatin1String("openlineage"))
        return lineageTask(run);
    if (system == QLatin1String("tableau"))
        return m_tableau;
    return m_byTaskId.value(run.jobKey, -1);
}

int TaskMatcher::dltTask(const runs::Run& run) const
{
    const QVector<int> candidates = m_bySchema.value(run.jobKey);
    if (candidates.size() > 1) { // two pipelines may write under one schema name: the state table names them
        const QJsonArray names = run.detail.value(QLatin1String("pipelines")).toArray();
        for (const int task : candidates) {
            if (names.contains(m_tasks.at(task).task->with_("pipeline_name")))
                return task;
        }
    }
    return candidates.isEmpty() ? -1 : candidates.first();
}

int TaskMatcher::lineageTask(const runs::Run& run) const
{
    const QString nameSpace = run.detail.value(QLatin1String("namespace")).toString();
    QString name = run.detail.value(QLatin1String("name")).toString();
    if (name.isEmpty())
        name = run.jobKey;
    const int exact = m_byLineageJob.value(lineageKey(nameSpace, name), -1);
    if (exact >= 0)
        return exact;
    const int anywhere = m_byLineageJob.value(lineageKey({}, name), -1);
    return anywhere >= 0 ? anywhere : m_byTaskId.value(name, -1);
}

int TaskMatcher::dbtTask(const QStringList& projects, const QJsonValue& select) const
{
    for (const QString& project : projects) {
        const QVector<int> candidates = m_byProject.value(project);
        if (candidates.size() == 1)
            return candidates.first();
        const QStringList words = selectWords(select.toVariant());
        for (const int task : candidates) {
            if (selectWords(m_tasks.at(task).task->with.value(QStringLiteral("select"))) == words)
                return task;
        }
    }
    return -1;
}

} // namespace freshness
