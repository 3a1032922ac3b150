// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/gitprocess.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <csignal>
#include <unistd.h>

namespace git {

namespace {

constexpr int outputLimit = 64 * 1024 * 1024;

QString gitText(const char* text)
{
    return QCoreApplication::translate("git", text);
}

/// What a hook or a parent git left in the environment must not point us at another repository
/// (`git rev-parse --local-env-vars`), and nothing may start a program or a transfer behind a read.
QProcessEnvironment cleanEnvironment(const GitCall& call)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_OBJECT_DIRECTORY",
             "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE", "GIT_INDEX_FILE", "GIT_NO_REPLACE_OBJECTS",
             "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF",
             "GIT_DIFF_OPTS", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("en"));
    environment.insert(QStringLiteral("GIT_PAGER"), QStringLiteral("cat"));
    environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    if (call.trust == GitCall::Trust::User)
        return environment;
    environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0"));
    environment.insert(QStringLiteral("GIT_NO_LAZY_FETCH"), QStringLiteral("1"));
    environment.insert(QStringLiteral("GIT_ALLOW_PROTOCOL"), QStringLiteral("none"));
    // Through the environment, not with -c: there, a name that holds `=` cannot be said.
    int count = environment.value(QStringLiteral("GIT_CONFIG_COUNT")).toInt();
    for (const auto& [key, value] : call.overrides) {
        environment.insert(QStringLiteral("GIT_CONFIG_KEY_%1").arg(count), key);
        environment.insert(QStringLiteral("GIT_CONFIG_VALUE_%1").arg(count), value);
        ++count;
    }
    environment.insert(QStringLiteral("GIT_CONFIG_COUNT"), QString::number(count));
    return environment;
}

QStringList hardening()
{
    return {QStringLiteral("--no-optional-locks"), QStringLiteral("-c"), QStringLiteral("core.fsmonitor=false"),
        QStringLiteral("-c"), QStringLiteral("core.hooksPath=/dev/null"), QStringLiteral("-c"), QStringLiteral("diff.external="),
        QStringLiteral("-c"), QStringLiteral("log.showSignature=false"), QStringLiteral("-c"),
        QStringLiteral("safe.bareRepository=explicit"), QStringLiteral("-c"), QStringLiteral("core.quotePath=false"),
        QStringLiteral("-c"), QStringLiteral("color.ui=false")};
}

void endGroup(QProcess& process)
{
    const auto group = static_cast<pid_t>(process.processId());
    if (group <= 0)
        return;
    ::kill(-group, SIGTERM);
    if (!process.waitForFinished(3000)) {
        ::kill(-group, SIGKILL);
        process.waitForFinished(3000);
    }
}

void collect(QProcess& process, GitOutput& output)
{
    output.out += process.readAllStandardOutput();
    output.err += process.readAllStandardError();
}

} // namespace

QString GitOutput::words() const
{
    const QString both = QString::fromUtf8(err).trimmed() + u'\n' + QString::fromUtf8(out).trimmed();
    return both.trimmed();
}

base::Result<GitOutput> runGit(const GitCall& call, const base::CancelToken& token)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("git"));
    if (program.isEmpty())
        return base::makeError("git.missing", gitText(QT_TRANSLATE_NOOP("git", "The git program is not installed.")));
    QProcess process;
    process.setProgram(program);
    process.setArguments((call.trust == GitCall::Trust::Read ? hardening() : QStringList()) + call.arguments);
    process.setWorkingDirectory(call.folder);
    process.setProcessEnvironment(cleanEnvironment(call));
    process.setChildProcessModifier([] { ::setpgid(0, 0); });
    process.start();
    if (!process.waitForStarted(10000))
        return base::makeError("git.failed", process.errorString());
    process.write(call.input);
    process.closeWriteChannel();

    GitOutput output;
    const QDeadlineTimer deadline(call.timeoutMs);
    while (!process.waitForFinished(100)) {
        collect(process, output);
        if (process.state() == QProcess::NotRunning)
            break;
        const bool tooLarge = output.out.size() > outputLimit;
        if (!deadline.hasExpired() && !token.cancelled() && !tooLarge)
            continue;
        endGroup(process);
        if (tooLarge)
            return base::makeError("git.too_large", gitText(QT_TRANSLATE_NOOP("git", "git answered with more than 64 MiB.")));
        if (token.cancelled())
            return base::makeError("git.cancelled", gitText(QT_TRANSLATE_NOOP("git", "git was stopped.")));
        return base::makeError("git.timeout",
            gitText(QT_TRANSLATE_NOOP("git", "git gave no answer within %1 s and was stopped. %2"))
                .arg(call.timeoutMs / 1000).arg(output.words()));
    }
    collect(process, output);
    if (process.exitStatus() != QProcess::NormalExit)
        return base::makeError("git.crashed", gitText(QT_TRANSLATE_NOOP("git", "git was ended by a signal. %1")).arg(output.words()));
    output.exitCode = process.exitCode();
    return output;
}

base::Result<QByteArray> readGit(const QString& folder, const QStringList& arguments,
    const QVector<QPair<QString, QString>>& overrides, const QByteArray& input)
{
    GitCall call;
    call.folder = folder;
    call.arguments = arguments;
    call.overrides = overrides;
    call.input = input;
    auto output = runGit(call);
    if (!output)
        return output.error();
    if (output->exitCode != 0)
        return errorOf(*output);
    return output->out;
}

base::Error errorOf(const GitOutput& output)
{
    struct Sign {
        const char* text;
        const char* code;
    };
    // LC_ALL=C.UTF-8 and LANGUAGE=en make these words stable.
    static constexpr Sign signs[] = {{"not a git repository", "git.no_repository"},
        {"dubious ownership", "git.unsafe_owner"}, {"index.lock", "git.locked"}, {"Unable to lock", "git.locked"},
        {"Please tell me who you are", "git.identity"}, {"empty ident name", "git.identity"},
        {"unable to auto-detect email", "git.identity"}, {"no email was given", "git.identity"},
        {"nothing to commit", "git.nothing_to_commit"}, {"nothing added to commit", "git.nothing_to_commit"},
        {"no changes added to commit", "git.nothing_to_commit"}};
    const QString words = output.words();
    for (const Sign& sign : signs) {
        if (words.contains(QLatin1String(sign.text)))
            return base::makeError(sign.code, words);
    }
    return base::makeError("git.failed", words.isEmpty() ? QStringLiteral("git: exit status %1").arg(output.exitCode) : words);
}

} // namespace git
