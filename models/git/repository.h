// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace git {

struct ChangedFile {
    QString path;   ///< relative to the repository root
    QString state;  ///< modified, added, deleted, renamed, untracked, conflicted
    bool staged = false;
};

struct Status {
    QString branch;       ///< empty when detached
    QString upstream;
    int ahead = 0;
    int behind = 0;
    QVector<ChangedFile> files;
};

struct CommitRequest {
    QString message;
    QStringList paths;    ///< relative to the repository root; only these are committed
    QString authorOverride; ///< empty: as git is set up
};

/// A workspace's repository through the git program, hardened as conventions.md 3.2: reading never runs a program that the
/// repository's own configuration names; committing runs the user's hooks and signing. Blocking; call it from a job.
class Repository {
public:
    /// The repository that holds `folder`. Errors `git.missing` (no git program), `git.no_repository`, `git.unsafe_owner`.
    static base::Result<Repository> find(const QString& folder);

    [[nodiscard]] QString root() const { return m_root; }
    [[nodiscard]] base::Result<Status> status() const;
    /// Unified diff of the work tree against HEAD for `paths` (empty: all under the workspace), untracked files as added.
    [[nodiscard]] base::Result<QString> diff(const QStringList& paths) const;
    /// Errors carry git's own words: `git.hook_failed`, `git.nothing_to_commit`, `git.identity`, `git.locked`, `git.failed`.
    [[nodiscard]] base::Result<QString> commit(const CommitRequest& request) const; ///< the new commit's id

private:
    QString m_root;
};

} // namespace git
