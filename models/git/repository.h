// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cancel.h"
#include "models/base/result.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace git {

struct ChangedFile {
    QString path;   ///< relative to the repository root
    QString state;  ///< modified, added, deleted, renamed, untracked, conflicted
    bool staged = false;
    QString renamedFrom; ///< renamed: the path before
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
    QString authorOverride; ///< `Name <mail>`; empty: as git is set up
};

/// A workspace's repository through the git program, hardened as conventions.md 3.2: reading never runs a program that the
/// repository's own configuration names (fsmonitor, external diffs, text converters, hooks, clean filters, fetches);
/// committing runs the user's hooks, filters and signing, so it needs a folder that the user trusts. Blocking; call it
/// from a job. Further errors of all calls: `git.timeout`, `git.cancelled`, `git.failed`.
class Repository {
public:
    /// The repository that holds `folder`. Errors `git.missing` (no git program), `git.no_repository`, `git.unsafe_owner`.
    static base::Result<Repository> find(const QString& folder);

    [[nodiscard]] QString root() const { return m_root; }
    /// The folder that was asked for, relative to the root; empty if it is the root.
    [[nodiscard]] QString workspaceFolder() const { return m_folder; }
    /// Of the whole repository.
    [[nodiscard]] base::Result<Status> status() const;
    /// Unified diff of the work tree against HEAD for `paths` (empty: all under the workspace), untracked files as added, of which 200 and
    /// 4 MiB are shown and the others counted in a last line that starts with `#`.
    [[nodiscard]] base::Result<QString> diff(const QStringList& paths) const;
    /// Commits exactly these paths (of a renamed file also the old one), whatever else is staged. If it fails, the index is as before.
    /// Once HEAD has moved it is a success, whatever became of git after it (a post-commit hook that was stopped).
    /// Errors carry git's own words: `git.hook_failed`, `git.nothing_to_commit`, `git.identity`, `git.locked`, `git.failed`.
    [[nodiscard]] base::Result<QString> commit(const CommitRequest& request, const base::CancelToken& token = {}) const; ///< the new commit's id

private:
    QString m_root;
    QString m_folder;
};

} // namespace git
