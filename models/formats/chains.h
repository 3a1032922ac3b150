// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/model.h"

#include <QVector>

namespace formats {

/// Pipelines that wait for each other's outputs, directly or through others. Producers come before consumers; pipelines that
/// do not depend on each other keep the workspace's order.
struct Chain {
    QVector<const pipeline::Pipeline*> pipelines;
    /// Those that wait for nobody of the chain.
    [[nodiscard]] QVector<const pipeline::Pipeline*> roots() const;
    bool cyclic = false; ///< then the order means nothing
};

/// All pipelines in chains, in the workspace's order of their first member. `only` not empty: chains that hold one of them.
[[nodiscard]] QVector<Chain> chainsOf(const pipeline::Workspace& workspace, const QStringList& only);

/// Ids of the tasks after which a pipeline is done: no task that runs on success comes after them. Tasks that run on failure
/// do not count: where all goes well they never run, and who waited for them would never start.
[[nodiscard]] QStringList finalTasks(const pipeline::Pipeline& pipeline);

} // namespace formats
