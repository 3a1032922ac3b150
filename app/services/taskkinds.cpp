// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/taskkinds.h"

#include "models/catalogue/catalogue.h"

#include <QJsonArray>

#include <algorithm>

namespace services {

static QVector<TaskParameter> parametersOf(const QJsonObject& schema)
{
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    const QJsonArray required = schema.value(QLatin1String("required")).toArray();
    QVector<TaskParameter> parameters;
    for (auto it = properties.begin(); it != properties.end(); ++it)
        parameters.append({it.key(), it.value().toObject(), required.contains(it.key())});
    std::stable_sort(parameters.begin(), parameters.end(), [](const TaskParameter& a, const TaskParameter& b) {
        return a.schema.value(QLatin1String("order")).toInt() < b.schema.value(QLatin1String("order")).toInt();
    });
    return parameters;
}

void TaskKinds::load(const QString& workspaceRoot)
{
    m_kinds.clear();
    const catalogue::Catalogue catalogue = catalogue::loadCatalogue(workspaceRoot);
    m_problems = catalogue.problems();
    for (const catalogue::TaskKind& kind : catalogue.kinds())
        m_kinds.append({kind.id, kind.title, catalogue::categoryWord(kind.category), kind.icon, kind.description, parametersOf(kind.parameters)});
    const auto place = [](const TaskKind& kind) {
        static const QStringList order = {QStringLiteral("extraction"), QStringLiteral("transformation"), QStringLiteral("test"),
            QStringLiteral("refresh")};
        const qsizetype index = order.indexOf(kind.category);
        return index < 0 ? order.size() : index;
    };
    std::stable_sort(m_kinds.begin(), m_kinds.end(), [&](const TaskKind& a, const TaskKind& b) {
        return place(a) != place(b) ? place(a) < place(b) : a.title.localeAwareCompare(b.title) < 0;
    });
}

const TaskKind* TaskKinds::find(const QString& id) const
{
    const auto it = std::find_if(m_kinds.cbegin(), m_kinds.cend(), [&](const TaskKind& kind) { return kind.id == id; });
    return it == m_kinds.cend() ? nullptr : &*it;
}

QStringList TaskKinds::ids() const
{
    QStringList ids;
    for (const TaskKind& kind : m_kinds)
        ids.append(kind.id);
    return ids;
}

} // namespace services
