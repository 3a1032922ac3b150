// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/blockvalues.h"

namespace editing {

namespace {

using yaml::Value;

void setText(Value& map, const char* key, const QString& text)
{
    if (!text.isEmpty())
        map.set(QString::fromLatin1(key), Value::text(text));
}

void setNames(Value& map, const char* key, const QStringList& names, bool flow)
{
    if (!names.isEmpty())
        map.set(QString::fromLatin1(key), Value::texts(names, flow));
}

void keepUnknown(Value& map, const yaml::Node* old, const QStringList& known)
{
    if (!old || !old->isMapping())
        return;
    for (size_t i = 0; i < old->keys.size(); ++i) {
        if (!known.contains(old->keys[i].text))
            map.set(old->keys[i].text, Value::fromNode(old->children[i]));
    }
}

Value freshnessValue(const pipeline::Freshness& freshness)
{
    Value limit = Value::map(true);
    limit.set(QStringLiteral("count"), Value::ofInt(freshness.count));
    limit.set(QStringLiteral("period"), Value::text(freshness.period));
    return Value::map(true).set(QStringLiteral("error_after"), limit);
}

} // namespace

const QStringList& pipelineKeys()
{
    static const QStringList keys{QStringLiteral("description"), QStringLiteral("schedule"), QStringLiteral("dependencies"), QStringLiteral("timezone"),
        QStringLiteral("sla"), QStringLiteral("outputs"), QStringLiteral("parameters"), QStringLiteral("alerts"), QStringLiteral("tasks")};
    return keys;
}

const QStringList& taskKeys()
{
    static const QStringList keys{QStringLiteral("kind"), QStringLiteral("connection"), QStringLiteral("description"), QStringLiteral("needs"),
        QStringLiteral("run_when"), QStringLiteral("with"), QStringLiteral("retries"), QStringLiteral("timeout"), QStringLiteral("consumes"),
        QStringLiteral("produces"), QStringLiteral("freshness")};
    return keys;
}

QStringList keysBefore(const QStringList& order, const QString& key)
{
    return order.mid(0, qMax<qsizetype>(0, order.indexOf(key)));
}

Value taskItem(const pipeline::Task& task, const yaml::Node* old)
{
    const yaml::Node* body = old && old->isMapping() && old->size() == 1 ? &old->children.front() : nullptr;
    Value map = Value::map();
    setText(map, "kind", task.kind);
    setText(map, "connection", task.connection);
    setText(map, "description", task.description);
    setNames(map, "needs", task.needs, true);
    if (task.runWhen != pipeline::RunWhen::Success)
        setText(map, "run_when", task.runWhen == pipeline::RunWhen::Done ? QStringLiteral("done") : QStringLiteral("failure"));
    if (!task.with.isEmpty())
        map.set(QStringLiteral("with"), Value::fromVariant(task.with));
    if (task.retries)
        map.set(QStringLiteral("retries"), Value::ofInt(*task.retries));
    setText(map, "timeout", task.timeout);
    setNames(map, "consumes", task.consumes, false);
    setNames(map, "produces", task.produces, false);
    if (task.freshness)
        map.set(QStringLiteral("freshness"), freshnessValue(*task.freshness));
    keepUnknown(map, body, taskKeys());
    return map.items.empty() ? Value::text(task.id) : Value::map().set(task.id, map);
}

Value pipelineBlock(const pipeline::Pipeline& pipeline, const yaml::Node* old)
{
    Value map = Value::map();
    setText(map, "description", pipeline.description);
    if (pipeline.schedule)
        map.set(QStringLiteral("schedule"), Value::text(*pipeline.schedule, Value::Style::Double));
    QStringList references;
    for (const pipeline::OutputRef& reference : pipeline.dependencies)
        references.append(reference.text());
    setNames(map, "dependencies", references, false);
    if (pipeline.timezone != QLatin1String("UTC") || (old && old->find(u"timezone")))
        setText(map, "timezone", pipeline.timezone);
    setText(map, "sla", pipeline.sla);
    setNames(map, "outputs", pipeline.outputs, false);
    if (!pipeline.parameters.isEmpty())
        map.set(QStringLiteral("parameters"), Value::fromVariant(pipeline.parameters));
    if (!pipeline.alerts.isEmpty())
        map.set(QStringLiteral("alerts"), Value::fromVariant(pipeline.alerts));
    if (!pipeline.tasks.isEmpty()) {
        Value tasks = Value::list();
        for (const pipeline::Task& task : pipeline.tasks)
            tasks.add(taskItem(task, findTask(old, task.id).item));
        map.set(QStringLiteral("tasks"), tasks);
    }
    keepUnknown(map, old, pipelineKeys());
    return map;
}

FoundTask findTask(const yaml::Node* pipeline, const QString& task)
{
    const yaml::Node* tasks = pipeline ? pipeline->find(u"tasks") : nullptr;
    for (qsizetype i = 0; tasks && tasks->isSequence() && i < tasks->size(); ++i) {
        const yaml::Node& item = tasks->children[size_t(i)];
        const bool here = item.isScalar() ? item.text == task : item.isMapping() && item.size() == 1 && item.keys.front().text == task;
        if (here)
            return {&item, i};
    }
    return {};
}

} // namespace editing
