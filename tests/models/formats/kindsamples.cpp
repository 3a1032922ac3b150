// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/formats/kindsamples.h"

#include <QJsonArray>

namespace {

/// Something of the type that the kind's schema wants.
QVariant sampleOf(const QString& kind, const QString& name, const QJsonObject& property)
{
    if (name == QLatin1String("command") || name == QLatin1String("commands"))
        return kind.startsWith(QLatin1String("dbt.")) ? QStringLiteral("dbt build --select a; dbt test") : QStringLiteral("python -m load");
    if (const QJsonArray words = property.value(QLatin1String("enum")).toArray(); !words.isEmpty())
        return words.first().toVariant();
    if (property.contains(QLatin1String("default")))
        return property.value(QLatin1String("default")).toVariant();
    const QString type = property.value(QLatin1String("type")).toString();
    if (type == QLatin1String("integer") || type == QLatin1String("number"))
        return qint64(5);
    if (type == QLatin1String("boolean"))
        return true;
    if (type == QLatin1String("array"))
        return QVariantList{QStringLiteral("one")};
    if (type == QLatin1String("object"))
        return QVariantMap{{QStringLiteral("a"), QStringLiteral("b")}};
    if (name == QLatin1String("warn_if") || name == QLatin1String("error_if"))
        return QStringLiteral("> 0");
    return QStringLiteral("some text");
}

} // namespace

pipeline::Workspace workspaceOfKind(const catalogue::TaskKind& kind, bool allParameters)
{
    pipeline::Task task;
    task.id = QStringLiteral("t");
    task.kind = kind.id;
    const QJsonObject properties = kind.parameters.value(QLatin1String("properties")).toObject();
    for (const QString& name : allParameters ? properties.keys() : kind.requiredParameters())
        task.with.insert(name, sampleOf(kind.id, name, properties.value(name).toObject()));
    pipeline::Pipeline pipeline;
    pipeline.id = QStringLiteral("p");
    pipeline.file = QStringLiteral("pipelines/p.yaml");
    pipeline.tasks.append(task);
    pipeline::Workspace workspace;
    workspace.pipelines.append(pipeline);
    return workspace;
}
