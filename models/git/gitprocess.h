// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cancel.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QPair>
#include <QStringList>
#include <QVector>

namespace git {

/// One call of the git program. Measured traps and their cures: conventions.md 3.2.
struct GitCall {
    enum class Trust {
        Read, ///< runs nothing that the repository's own configuration names
        User  ///< the user asked for it: their hooks, signing and helpers run
    };
    Trust trust = Trust::Read;
    QStringList arguments; ///< without `git` and the hardening options
    QString folder;
    QByteArray input;
    int timeoutMs = 60000;
    QVector<QPair<QString, QString>> overrides; ///< configuration for this call only
};

struct GitOutput {
    int exitCode = 0;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QString words() const; ///< what git said, stderr first; trimmed
};

/// Runs it in its own process group with a cleaned environment and closed input; the group is ended when time is up or the
/// token says so. Any exit status is an answer. Errors `git.missing`, `git.timeout`, `git.cancelled`, `git.crashed`,
/// `git.too_large`.
[[nodiscard]] base::Result<GitOutput> runGit(const GitCall& call, const base::CancelToken& token = {});

/// The same, but an exit status other than 0 is the error that errorOf() gives.
[[nodiscard]] base::Result<QByteArray> readGit(const QString& folder, const QStringList& arguments,
    const QVector<QPair<QString, QString>>& overrides = {}, const QByteArray& input = {});

/// `git.no_repository`, `git.unsafe_owner`, `git.locked`, `git.identity`, `git.nothing_to_commit`, else `git.failed`.
[[nodiscard]] base::Error errorOf(const GitOutput& output);

} // namespace git
