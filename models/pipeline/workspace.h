// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/pipeline/model.h"

#include <QByteArray>
#include <QStringList>

namespace pipeline {

/// Reads `weirkeeper.yaml` (may be absent, empty or comments only), `pipelines/*.yaml` (without `*.layout.yaml`) and
/// `connections/*.yaml`. `path` is the folder, or any one pipeline file (then the workspace holds that file only).
/// Error only if `path` itself cannot be read; everything else becomes a Problem with its place, and the rest is read.
[[nodiscard]] base::Result<Workspace> loadWorkspace(const QString& path);

/// Reads one pipeline file's text and appends to `workspace` (file = path relative to the root, used in places).
void readPipelineText(const QByteArray& text, const QString& file, Workspace& workspace);

/// Graph and dialect rules (rules.cpp): cycle with its path, dangling output, duplicate id, schedule and dependency,
/// unknown kind, unknown zone, bad cron, bad sla, unknown need, unknown connection. Sorted by place.
/// `knownKinds` empty: kinds are not checked.
[[nodiscard]] base::Problems checkWorkspace(const Workspace& workspace, const QStringList& knownKinds);

/// True for letters, digits, `_` and `-`, at most 200: what every dialect takes as an id.
[[nodiscard]] bool isValidId(const QString& id);
/// The known word with the fewest edits, if it is near enough to be meant; else empty.
[[nodiscard]] QString nearestWord(const QString& word, const QStringList& known);

/// Canvas positions, `<name>.layout.yaml`: `{positions: {key: [x, y]}}`. Errors of the YAML reader; `pipeline.layout`.
[[nodiscard]] base::Result<Layout> readLayout(const QByteArray& text, const QString& file = {});
/// Sorted, whole numbers, byte-identical when saved twice.
[[nodiscard]] QByteArray writeLayout(const Layout& layout);
/// `pipelines/a.yaml` -> `pipelines/a.layout.yaml`.
[[nodiscard]] QString layoutFileOf(const QString& pipelineFile);

} // namespace pipeline
