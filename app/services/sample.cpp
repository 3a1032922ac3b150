// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/sample.h"

#include "models/base/files.h"
#include "models/git/gitprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace services {

#ifndef WK_SOURCE_SAMPLES
#define WK_SOURCE_SAMPLES ""
#endif

base::Result<QString> findSample(const QString& name)
{
    QStringList places;
    const QString fromEnvironment = qEnvironmentVariable("WEIRKEEPER_SAMPLES");
    if (!fromEnvironment.isEmpty())
        places.append(fromEnvironment);
    places.append(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/weirkeeper/samples"));
    const QString fromSource = QString::fromUtf8(WK_SOURCE_SAMPLES);
    if (!fromSource.isEmpty())
        places.append(fromSource);
    for (const QString& place : std::as_const(places)) {
        const QString folder = place + u'/' + name;
        if (QFileInfo(folder).isDir())
            return QDir::cleanPath(folder);
    }
    return base::makeError("sample.missing",
        QCoreApplication::translate("services", "The sample “%1” is not installed; looked in %2").arg(name, places.join(QStringLiteral(", "))));
}

static base::Result<void> copyTree(const QString& from, const QString& to)
{
    const QDir source(from);
    QDirIterator files(from, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString relative = source.relativeFilePath(file);
        const QString target = to + u'/' + relative;
        QDir().mkpath(QFileInfo(target).path());
        if (!QFile::copy(file, target))
            return base::makeError("sample.copy", QCoreApplication::translate("services", "%1 cannot be written").arg(target));
        // An installed sample is read-only; the copy is there to be edited.
        QFile::setPermissions(target, QFile::permissions(target) | QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    return {};
}

/// Best effort: without a git program the sample is a folder, and the Git menu says so.
static void makeRepository(const QString& folder)
{
    const auto run = [&](const QStringList& arguments) {
        git::GitCall call;
        call.trust = git::GitCall::Trust::User; // the repository is ours
        call.folder = folder;
        call.arguments = arguments;
        call.timeoutMs = 10'000;
        const auto output = git::runGit(call);
        return output && output->exitCode == 0;
    };
    const QStringList who = {QStringLiteral("-c"), QStringLiteral("user.name=Weirkeeper"), QStringLiteral("-c"),
        QStringLiteral("user.email=sample@weirkeeper.invalid"), QStringLiteral("-c"), QStringLiteral("commit.gpgSign=false")};
    if (run({QStringLiteral("init"), QStringLiteral("--quiet"), QStringLiteral("--initial-branch=main")})
        && run({QStringLiteral("add"), QStringLiteral("--all")}))
        run(who + QStringList{QStringLiteral("commit"), QStringLiteral("--quiet"), QStringLiteral("--no-verify"), QStringLiteral("--message=The sample")});
}

base::Result<OpenedSample> openSample(const QString& name)
{
    const QString target = base::dataDirectory() + QStringLiteral("/samples/") + name;
    if (QFileInfo(target).isDir())
        return OpenedSample{target, false};
    const base::Result<QString> source = findSample(name);
    if (!source)
        return source.error();
    // Under another name until it is whole: a copy that was interrupted is not taken for the sample.
    const QString partial = target + QStringLiteral(".part");
    QDir(partial).removeRecursively();
    QDir().mkpath(partial);
    const base::Result<void> copied = copyTree(source.value(), partial);
    if (!copied)
        return copied.error();
    makeRepository(partial);
    if (!QDir().rename(partial, target))
        return base::makeError("sample.copy", QCoreApplication::translate("services", "%1 cannot be written").arg(target));
    return OpenedSample{target, true};
}

} // namespace services
