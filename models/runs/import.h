// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cancel.h"
#include "models/runs/store.h"

#include <functional>

namespace runs {

/// Reads one file whose format is recognised by content. Errors: `import.unknown_format` (with what was looked for),
/// `json.*`, `xml.*`, `sqlite.*`, each with its place. Never crashes on any content.
[[nodiscard]] base::Result<ImportBatch> readRunFile(const QString& path);

struct FileReport {
    QString path;
    QString format;         ///< empty if refused
    ImportCounts counts;
    QString refused;        ///< why; empty if it was read
    QStringList notes;
};

/// Walks files and folders (sorted by name; hidden ones, `.git`, SQLite side files (-wal, -shm, -journal) and files that are
/// no run history by name and content are passed over silently when found in a folder, refused when named), imports each.
/// `progress(path, done, total)` may be empty. Error only if a path does not exist or the store fails.
[[nodiscard]] base::Result<QVector<FileReport>> importPaths(Store& store, const QStringList& paths, const base::CancelToken& cancel = {},
    const std::function<void(const QString&, int, int)>& progress = {});

} // namespace runs
