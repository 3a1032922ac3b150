// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/model.h"

namespace pipeline {

/// A task reads what another task writes. Tasks as `pipeline.task`.
struct DataEdge {
    QString from;
    QString to;
    QString dataset; ///< as the consumer writes it
    bool operator==(const DataEdge&) const = default;
};

/// By consumer in file order; one edge per (producer, consumer, dataset). Aliases are replaced, case does not count.
[[nodiscard]] QVector<DataEdge> dataEdges(const Workspace& workspace);

} // namespace pipeline
