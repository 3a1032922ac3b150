// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utctime.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace runs {

/// The part of a dbt manifest that diagnosis needs.
struct ManifestNode {
    QString uniqueId;
    QString resourceType;                 ///< model, seed, snapshot, test, operation, analysis, source, exposure, unit_test ...
    QString name;
    QString package;
    QString relation;                     ///< relation_name, or database.schema.alias; empty if it has none
    QString materialized;
    QStringList dependsOn;                ///< unique_ids
    // sources only
    QString sourceName;
    QString loader;
    QString loadedAtField;                ///< config first, then top level
    QString loadedAtQuery;
    bool freshnessConfigured = false;     ///< warn_after or error_after has a count
    bool operator==(const ManifestNode&) const = default;
};

struct Manifest {
    QString project;                      ///< metadata.project_name, else the commonest package
    QString invocationId;
    QString dbtVersion;
    std::optional<base::UtcTime> generatedAt;
    std::optional<base::UtcTime> invocationStartedAt;
    QString adapter;
    QVector<ManifestNode> nodes;          ///< sorted by uniqueId
    bool operator==(const Manifest&) const = default;
};

} // namespace runs
