// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace git {

/// A path as git's diff headers write it: in double quotes with C escapes if it holds control characters, `"` or `\`.
[[nodiscard]] QByteArray quotedPath(const QByteArray& path);
/// The diff that adds `root/path`, as `git diff` would print it for a file it knows. A link is shown, never followed;
/// binary or larger than 1 MiB: a line that says so. Empty if the file is gone.
[[nodiscard]] QByteArray additionDiff(const QString& root, const QString& path);

/// additionDiff() of all `paths`, of 200 files and 4 MiB at most; a last line says how many more there are and names some.
[[nodiscard]] QByteArray additionDiffs(const QString& root, const QStringList& paths);

} // namespace git
