// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

namespace services {

struct TaskParameter {
    QString name;
    QJsonObject schema; ///< its JSON Schema
    bool required = false;
};

/// One entry of the `+ Task` menu.
struct TaskKind {
    QString id;          ///< `airbyte.sync`
    QString title;
    QString category;    ///< extraction, transformation, refresh, test, other
    QString icon;        ///< a name of painting::iconNames()
    QString description;
    QVector<TaskParameter> parameters; ///< in the order in which they are asked
};

/// The catalogue of a workspace (resources/catalogue and the workspace's own), in menu order.
class TaskKinds {
public:
    void load(const QString& workspaceRoot);
    [[nodiscard]] const QVector<TaskKind>& all() const { return m_kinds; }
    [[nodiscard]] const TaskKind* find(const QString& id) const;
    [[nodiscard]] QStringList ids() const;
    [[nodiscard]] const base::Problems& problems() const { return m_problems; } ///< of the catalogue's own files

private:
    QVector<TaskKind> m_kinds;
    base::Problems m_problems;
};

} // namespace services
