// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/git/gitfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

namespace {

void writeExecutable(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(content);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

GitFixture::GitFixture()
    : m_root(m_folder.filePath(QStringLiteral("work")))
{
    qputenv("GIT_CONFIG_GLOBAL", QFile::encodeName(m_folder.filePath(QStringLiteral("no-config"))));
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    QDir().mkpath(m_root);
    git({QStringLiteral("init"), QStringLiteral("--quiet"), QStringLiteral("--initial-branch=main")});
    git({QStringLiteral("config"), QStringLiteral("user.name"), QStringLiteral("Ada")});
    git({QStringLiteral("config"), QStringLiteral("user.email"), QStringLiteral("ada@example.com")});
}

void GitFixture::write(const QString& path, const QByteArray& content) const
{
    const QString full = m_root + u'/' + path;
    QDir().mkpath(QFileInfo(full).path());
    QFile file(full);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(full));
    file.write(content);
}

QByteArray GitFixture::git(const QStringList& arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_root);
    process.start(QStringLiteral("git"), arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QString GitFixture::trap(const QString& name, const QByteArray& rest) const
{
    const QString path = outside(name + QStringLiteral(".sh"));
    writeExecutable(path, "#!/bin/sh\ntouch '" + QFile::encodeName(outside(QStringLiteral("ran-") + name)) + "'\n" + rest);
    return path;
}

bool GitFixture::ran(const QString& name) const
{
    return QFile::exists(outside(QStringLiteral("ran-") + name));
}

void GitFixture::hook(const QString& name, const QByteArray& body) const
{
    QDir().mkpath(m_root + QStringLiteral("/.git/hooks"));
    writeExecutable(m_root + QStringLiteral("/.git/hooks/") + name, "#!/bin/sh\n" + body);
}
