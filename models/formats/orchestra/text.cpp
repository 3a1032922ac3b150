// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/pipelinefile.h"

#include "models/yaml/writer.h"

namespace formats::orchestra {

namespace {

using yaml::Value;

/// A map with its known keys in this order, the others after them by name.
Value orderedMap(const QVariantMap& map, const QStringList& order)
{
    Value value = Value::map();
    for (const QString& key : order) {
        if (map.contains(key))
            value.set(key, Value::fromVariant(map.value(key)));
    }
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (!order.contains(it.key()))
            value.set(it.key(), Value::fromVariant(it.value()));
    }
    return value;
}

Value taskValue(const Group& group)
{
    Value task = Value::map();
    task.set(QStringLiteral("integration"), Value::text(group.integration));
    task.set(QStringLiteral("integration_job"), Value::text(group.job));
    Value parameters = Value::map(group.parameters.isEmpty());
    for (const auto& [name, value] : group.parameters)
        parameters.set(name, Value::fromVariant(value));
    task.set(QStringLiteral("parameters"), parameters);
    task.set(QStringLiteral("depends_on"), Value::list({}, true));
    task.set(QStringLiteral("name"), Value::text(group.name));
    if (!group.connection.isEmpty())
        task.set(QStringLiteral("connection"), Value::text(group.connection));
    if (group.retries || group.timeoutSeconds) {
        Value configuration = Value::map();
        if (group.retries)
            configuration.set(QStringLiteral("retries"), Value::ofInt(*group.retries));
        if (group.timeoutSeconds)
            configuration.set(QStringLiteral("timeout"), Value::ofInt(*group.timeoutSeconds));
        task.set(QStringLiteral("configuration"), configuration);
    }
    if (!group.meta.isEmpty())
        task.set(QStringLiteral("meta"), Value::fromVariant(group.meta));
    return task;
}

Value groupValue(const Group& group)
{
    Value value = Value::map();
    value.set(QStringLiteral("tasks"), Value::map().set(group.taskId, taskValue(group)));
    value.set(QStringLiteral("depends_on"), Value::texts(group.dependsOn, true));
    if (!group.condition.isEmpty())
        value.set(QStringLiteral("condition"), Value::text(group.condition));
    value.set(QStringLiteral("name"), Value::text(group.name));
    return value;
}

Value scheduleValue(const QVector<ScheduleItem>& schedule)
{
    Value list = Value::list();
    for (const ScheduleItem& item : schedule) {
        Value value = Value::map();
        value.set(QStringLiteral("name"), Value::text(item.name));
        value.set(QStringLiteral("cron"), Value::text(item.cron, Value::Style::Single));
        value.set(QStringLiteral("timezone"), Value::text(item.timezone));
        list.add(value);
    }
    return list;
}

} // namespace

QByteArray textOf(const PipelineFile& file)
{
    Value root = Value::map();
    root.set(QStringLiteral("version"), Value::text(QStringLiteral("v1")));
    root.set(QStringLiteral("name"), Value::text(file.name));
    if (!file.inputs.isEmpty()) {
        Value inputs = Value::map();
        for (auto it = file.inputs.begin(); it != file.inputs.end(); ++it)
            inputs.set(it.key(), orderedMap(it.value().toMap(), {QStringLiteral("type"), QStringLiteral("default")}));
        root.set(QStringLiteral("inputs"), inputs);
    }
    Value groups = Value::map();
    for (const Group& group : file.groups)
        groups.set(group.id, groupValue(group));
    root.set(QStringLiteral("pipeline"), groups);
    if (!file.schedule.isEmpty())
        root.set(QStringLiteral("schedule"), scheduleValue(file.schedule));
    root.set(QStringLiteral("webhook"), Value::map().set(QStringLiteral("enabled"), Value::ofBool(false)));
    if (!file.alerts.isEmpty()) {
        Value alerts = Value::list();
        for (const QVariant& alert : file.alerts)
            alerts.add(orderedMap(alert.toMap(), {QStringLiteral("name"), QStringLiteral("statuses"), QStringLiteral("destinations")}));
        root.set(QStringLiteral("alerts"), alerts);
    }
    if (!file.meta.isEmpty())
        root.set(QStringLiteral("meta"), Value::fromVariant(file.meta));
    return yaml::emitDocument(root);
}

} // namespace formats::orchestra
