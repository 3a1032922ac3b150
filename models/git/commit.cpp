// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/gitprocess.h"
#include "models/git/repository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryFile>

namespace git {

namespace {

constexpr int hookTimeMs = 15 * 60 * 1000;

QByteArray pathspecs(const QStringList& paths)
{
    QByteArray text;
    for (const QString& path : paths)
        text += ":(top,literal)" + path.toUtf8() + '\0';
    return text;
}

/// Gives `paths` to a git command through its input, however many there are.
base::Result<GitOutput> withPaths(const QString& root, const QStringList& arguments, const QStringList& paths)
{
    GitCall call;
    call.trust = GitCall::Trust::User;
    call.folder = root;
    call.arguments = arguments + QStringList{QStringLiteral("--pathspec-from-file=-"), QStringLiteral("--pathspec-file-nul")};
    call.input = pathspecs(paths);
    return runGit(call);
}

bool hasCommitHook(const QString& root)
{
    GitCall call;
    call.trust = GitCall::Trust::User; // core.hooksPath as the user has it; rev-parse runs none of them
    call.folder = root;
    call.arguments = {QStringLiteral("rev-parse"), QStringLiteral("--git-path"), QStringLiteral("hooks")};
    const auto output = runGit(call);
    if (!output || output->exitCode != 0)
        return false;
    const QDir hooks(QDir(root).absoluteFilePath(QString::fromUtf8(output->out).trimmed()));
    for (const char* name : {"pre-commit", "prepare-commit-msg", "commit-msg"}) {
        if (QFileInfo(hooks.filePath(QLatin1String(name))).isExecutable())
            return true;
    }
    return false;
}

base::Error commitError(const QString& root, const GitOutput& output)
{
    base::Error error = errorOf(output);
    // git ends with 1 both for a hook that refuses and for nothing to commit; its own failures end with 128.
    if (error.code == QLatin1String("git.failed") && output.exitCode == 1 && hasCommitHook(root)) {
        error.code = QStringLiteral("git.hook_failed");
        if (output.words().isEmpty())
            error.message = QCoreApplication::translate("git", "A commit hook refused the commit and said nothing.");
    }
    return error;
}

base::Result<void> checkRequest(const CommitRequest& request)
{
    if (request.message.trimmed().isEmpty())
        return base::makeError("git.no_message", QCoreApplication::translate("git", "A commit needs a message."));
    if (request.paths.isEmpty())
        return base::makeError("git.nothing_to_commit", QCoreApplication::translate("git", "No file is chosen."));
    for (const QString& path : request.paths) {
        const QString clean = QDir::cleanPath(path);
        if (QDir::isAbsolutePath(clean) || clean == QLatin1String("..") || clean.startsWith(QLatin1String("../")) || path.contains(QChar(u'\0')))
            return base::makeError("git.bad_path",
                QCoreApplication::translate("git", "%1 is not a path within the repository.").arg(path), {path, 0, 0, {}});
    }
    return {};
}

base::Result<GitOutput> runCommit(const QString& root, const CommitRequest& request, const QStringList& paths, const base::CancelToken& token)
{
    QTemporaryFile list; // the input is taken by the message
    if (!list.open() || list.write(pathspecs(paths)) < 0 || !list.flush())
        return base::makeError("file.write", list.errorString(), {list.fileName(), 0, 0, {}});
    GitCall call;
    call.trust = GitCall::Trust::User;
    call.folder = root;
    call.timeoutMs = hookTimeMs;
    call.input = request.message.toUtf8();
    call.arguments = {QStringLiteral("commit"), QStringLiteral("--quiet"), QStringLiteral("--only"), QStringLiteral("--file=-"),
        QStringLiteral("--cleanup=whitespace"), QStringLiteral("--pathspec-from-file=") + list.fileName(), QStringLiteral("--pathspec-file-nul")};
    if (!request.authorOverride.isEmpty())
        call.arguments.append(QStringLiteral("--author=") + request.authorOverride);
    return runGit(call, token);
}

/// The id of HEAD; empty where there is no commit yet.
QString headId(const QString& root)
{
    const auto id = readGit(root, {QStringLiteral("rev-parse"), QStringLiteral("--verify"), QStringLiteral("--quiet"), QStringLiteral("HEAD^{commit}")});
    return id ? QString::fromLatin1(*id).trimmed() : QString();
}

} // namespace

base::Result<QString> Repository::commit(const CommitRequest& request, const base::CancelToken& token) const
{
    if (const auto checked = checkRequest(request); !checked)
        return checked.error();
    const auto now = status();
    if (!now)
        return now.error();
    QStringList paths = request.paths;
    QStringList untracked;
    const QSet<QString> asked(paths.cbegin(), paths.cend());
    for (const ChangedFile& file : now->files) {
        if (!asked.contains(file.path))
            continue;
        if (file.state == QLatin1String("untracked"))
            untracked.append(file.path);
        else if (!file.renamedFrom.isEmpty() && !asked.contains(file.renamedFrom))
            paths.append(file.renamedFrom);
    }
    if (!untracked.isEmpty()) {
        const auto added = withPaths(m_root, {QStringLiteral("add"), QStringLiteral("--intent-to-add")}, untracked);
        if (!added || added->exitCode != 0)
            return added ? errorOf(*added) : added.error();
    }
    const QString before = headId(m_root);
    const auto done = runCommit(m_root, request, paths, token);
    if (!done || done->exitCode != 0) {
        // A hook after the commit that hangs or fails takes nothing back: the commit is there, and its files are tracked.
        const QString after = headId(m_root);
        if (!after.isEmpty() && after != before)
            return after;
        base::Error error = done ? commitError(m_root, *done) : done.error();
        if (!untracked.isEmpty()) {
            const auto undone = withPaths(m_root, {QStringLiteral("rm"), QStringLiteral("--cached"), QStringLiteral("--quiet"), QStringLiteral("--force")}, untracked);
            if (!undone || undone->exitCode != 0)
                error.message += u'\n' + (undone ? errorOf(*undone).message : undone.error().message);
        }
        return error;
    }
    const auto id = readGit(m_root, {QStringLiteral("rev-parse"), QStringLiteral("HEAD")});
    if (!id)
        return id.error();
    return QString::fromLatin1(*id).trimmed();
}

} // namespace git
