// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace base {

/// Whole file; errors `file.open`, `file.too_large`.
[[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 limit = qint64(1) << 31);

/// Replaces the file as one step: the old content or the new, never a part. Checks what QSaveFile does not: on a full
/// disk its commit() can succeed after a short write (conventions.md 0). Error `file.write`; the old file is intact then.
[[nodiscard]] Result<void> writeFile(const QString& path, const QByteArray& content);

/// The data directory: WEIRKEEPER_HOME, else the desktop's application data folder. Created if absent.
[[nodiscard]] QString dataDirectory();
/// The run store of a workspace: one SQLite file in the data directory, named after the workspace's path.
[[nodiscard]] QString storePathFor(const QString& workspaceRoot);
/// `<folder>-<hash>`: twelve hexadecimal digits of the SHA-256 of the canonical path tell folders of one name apart.
[[nodiscard]] QString workspaceStem(const QString& workspaceRoot);

} // namespace base
