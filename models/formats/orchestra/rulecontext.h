// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/yaml/document.h"

#include <QHash>
#include <QSet>

/// What the rules on an Orchestra file share; for rules*.cpp only.
namespace formats::orchestra {

struct RuleContext {
    const yaml::Document& document;
    base::Problems problems;
    QHash<QString, QStringList> groupBefore; ///< group id -> its depends_on
    QHash<QString, QString> groupOfTask;     ///< task id -> group id ("" for a task that stands alone)
    QHash<QString, QStringList> taskBefore;  ///< within the group
    QSet<QString> inputs;

    void report(const char* code, const yaml::Node& node, const QString& key, const QString& message);
    /// Reports keys of a map that are not in `allowed`, and a node that is no map. True if it is a map.
    bool checkKeys(const yaml::Node& node, const QString& key, const QStringList& allowed);
    /// Reports if the integer under `name` is absent from [low, high]; texts with an expression pass if `expression`.
    void checkRange(const yaml::Node& map, const QString& name, qint64 low, qint64 high, const QString& key, bool expression = false);
    void checkRequired(const yaml::Node& map, const QStringList& names, const QString& key);
    /// Text of the scalar under `name`; empty if absent.
    [[nodiscard]] static QString textAt(const yaml::Node& map, const QString& name);
    [[nodiscard]] static QStringList textsAt(const yaml::Node& map, const QString& name);
};

void checkGroups(RuleContext& context, const yaml::Node& groups);
/// After checkGroups(): conditions and every `${{ … }}` of the file.
void checkExpressions(RuleContext& context, const yaml::Node& root);
void checkSchedules(RuleContext& context, const yaml::Node& root);
void checkSensors(RuleContext& context, const yaml::Node& sensors);
void checkAlerts(RuleContext& context, const yaml::Node& alerts, const QString& key);
void checkInputs(RuleContext& context, const yaml::Node& root);
void checkConfiguration(RuleContext& context, const yaml::Node& configuration, const QString& key);
void checkCronAndZone(RuleContext& context, const yaml::Node& item, const QString& key);

} // namespace formats::orchestra
