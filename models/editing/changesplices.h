// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/pipeline/change.h"

#include <QByteArray>
#include <QMap>

namespace editing {

/// Texts of the pipeline files; key = path relative to the workspace.
using Texts = QMap<QString, QByteArray>;

/// Makes the change in the texts as the smallest splices. `workspace` is what `texts` say now. Errors of the yaml reader (the file
/// must be readable first) and of its splices (`yaml.splice`, `yaml.no_such_node`: this form cannot be edited in place).
[[nodiscard]] base::Result<void> spliceChange(Texts& texts, const pipeline::Workspace& workspace, const pipeline::Change& change);

/// Writes the whole block of each pipeline that differs between the two workspaces. Keys that the dialect does not know are
/// kept; comments inside the block are lost.
[[nodiscard]] base::Result<void> rewriteBlocks(Texts& texts, const pipeline::Workspace& before, const pipeline::Workspace& intended);

} // namespace editing
