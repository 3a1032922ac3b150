// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/changesplices.h"

#include <QStringList>

namespace editing {

/// Reads the texts of pipeline files into a workspace; the rest (connections, aliases, name) comes from `frame`. Pipelines of a
/// file that cannot be read now stay as `lastGood` has them, with the problem beside them.
[[nodiscard]] pipeline::Workspace readTexts(const pipeline::Workspace& frame, const Texts& texts, const pipeline::Workspace& lastGood);

/// Texts and meaning after changes, with what people should be told about how it was done.
struct Edited {
    Texts texts;
    pipeline::Workspace workspace;
    QStringList notes;
};

/// Each change as splices; read again and compared with applyChange(); where that differs, the block is rewritten (a note).
/// Errors of applyChange(), of the yaml reader, `document.cannot_edit`.
[[nodiscard]] base::Result<Edited> edited(const pipeline::Workspace& frame, const Texts& texts, const pipeline::Workspace& workspace, const pipeline::Changes& changes);

} // namespace editing
