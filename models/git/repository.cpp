// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/repository.h"

#include "models/git/addedfiles.h"
#include "models/git/gitprocess.h"
#include "models/git/statusreader.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace git {

namespace {

using Overrides = QVector<QPair<QString, QString>>;

/// Clean filters and their processes run in `git diff`, and no option of git 2.39 stops them. Those that the repository
/// itself names are set to nothing for our reads; the user's own (global: LFS) stay.
base::Result<Overrides> withoutOwnFilters(const QString& root)
{
    GitCall call;
    call.folder = root;
    call.arguments = {QStringLiteral("config"), QStringLiteral("--includes"), QStringLiteral("--show-scope"), QStringLiteral("-z"),
        QStringLiteral("--name-only"), QStringLiteral("--get-regexp"), QStringLiteral("^filter\\.")};
    const auto output = runGit(call);
    if (!output)
        return output.error();
    Overrides overrides; // exit status 1: there are none
    QSet<QString> names;
    const QList<QByteArray> words = output->out.split('\0');
    for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
        if (words.at(i) != "local" && words.at(i) != "worktree")
            continue;
        const QString key = QString::fromUtf8(words.at(i + 1));
        const QString name = key.left(key.lastIndexOf(u'.'));
        if (names.contains(name))
            continue;
        names.insert(name);
        for (const char* part : {".clean", ".smudge", ".process"})
            overrides.append({name + QLatin1String(part), QString()});
        overrides.append({name + QStringLiteral(".required"), QStringLiteral("false")});
    }
    return overrides;
}

QStringList literalPaths(const QStringList& paths, const QString& folder)
{
    QStringList specs{QStringLiteral("--")};
    for (const QString& path : paths)
        specs.append(QStringLiteral(":(top,literal)") + path);
    if (paths.isEmpty() && !folder.isEmpty())
        specs.append(QStringLiteral(":(top,literal)") + folder);
    return specs;
}

/// HEAD, or the empty tree where there is no commit yet.
base::Result<QString> baseTree(const QString& root)
{
    GitCall call;
    call.folder = root;
    call.arguments = {QStringLiteral("rev-parse"), QStringLiteral("--verify"), QStringLiteral("--quiet"), QStringLiteral("HEAD^{tree}")};
    const auto head = runGit(call);
    if (!head)
        return head.error();
    if (head->exitCode == 0)
        return QStringLiteral("HEAD");
    const auto empty = readGit(root, {QStringLiteral("hash-object"), QStringLiteral("-t"), QStringLiteral("tree"), QStringLiteral("--stdin")});
    if (!empty)
        return empty.error();
    return QString::fromLatin1(*empty).trimmed();
}

} // namespace

base::Result<Repository> Repository::find(const QString& folder)
{
    const QFileInfo info(folder);
    const QString start = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    const auto top = readGit(start, {QStringLiteral("rev-parse"), QStringLiteral("--show-toplevel")});
    if (!top)
        return base::Error{top.error().code, top.error().message, {folder, 0, 0, {}}};
    Repository repository;
    QByteArray path = *top;
    if (path.endsWith('\n'))
        path.chop(1);
    repository.m_root = QString::fromUtf8(path);
    const QString relative = QDir(QFileInfo(repository.m_root).canonicalFilePath()).relativeFilePath(QFileInfo(start).canonicalFilePath());
    repository.m_folder = relative == QLatin1String(".") ? QString() : relative;
    return repository;
}

base::Result<Status> Repository::status() const
{
    const auto overrides = withoutOwnFilters(m_root);
    if (!overrides)
        return overrides.error();
    const auto output = readGit(m_root,
        {QStringLiteral("status"), QStringLiteral("--porcelain=v2"), QStringLiteral("-z"), QStringLiteral("--branch"),
            QStringLiteral("--untracked-files=all"), QStringLiteral("--find-renames"), QStringLiteral("--ignore-submodules=dirty")},
        *overrides);
    if (!output)
        return output.error();
    return readStatus(*output);
}

base::Result<QString> Repository::diff(const QStringList& paths) const
{
    const auto tree = baseTree(m_root);
    if (!tree)
        return tree.error();
    const auto overrides = withoutOwnFilters(m_root);
    if (!overrides)
        return overrides.error();
    const QStringList specs = literalPaths(paths, m_folder);
    const auto known = readGit(m_root,
        QStringList{QStringLiteral("diff"), QStringLiteral("--no-ext-diff"), QStringLiteral("--no-textconv"), QStringLiteral("--no-color"),
            QStringLiteral("--no-relative"), QStringLiteral("--unified=3"), QStringLiteral("--src-prefix=a/"), QStringLiteral("--dst-prefix=b/"),
            QStringLiteral("--submodule=short"), QStringLiteral("--ignore-submodules=dirty"), *tree} + specs,
        *overrides);
    if (!known)
        return known.error();
    const auto others = readGit(m_root,
        QStringList{QStringLiteral("ls-files"), QStringLiteral("--others"), QStringLiteral("--exclude-standard"), QStringLiteral("-z")} + specs);
    if (!others)
        return others.error();
    QStringList added;
    for (const QByteArray& path : others->split('\0')) {
        if (!path.isEmpty())
            added.append(QString::fromUtf8(path));
    }
    return QString::fromUtf8(*known + additionDiffs(m_root, added));
}

} // namespace git
