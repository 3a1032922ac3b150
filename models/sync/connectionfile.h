// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectors/registry.h"
#include "models/sync/loader.h"

namespace syncs {

/// connections/<name>.yaml, read.
struct Connection {
    QString name;
    QString file;
    std::unique_ptr<connectors::Source> source; ///< null if read without secrets
    QVector<LoadPlan> plans;                    ///< the streams that are synced, in the order of the file
    secrets::Redactor redactor;
    base::Problems warnings;
};

/// `chain` null: streams and dispositions only, secrets are left alone and no source is made. Every error is of class CONFIG
/// and has a place. `clock` must outlive the connection.
[[nodiscard]] base::Result<Connection> openConnection(const QString& workspaceRoot, const QString& name, const secrets::Chain* chain,
    net::Clock& clock, quint64 seed);

} // namespace syncs
