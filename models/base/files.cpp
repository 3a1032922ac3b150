// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace base {

namespace {
QString filesTr(const char* text)
{
    return QCoreApplication::translate("base", text);
}
} // namespace

Result<QByteArray> readFile(const QString& path, qint64 limit)
{
    const Place place{path, 0, 0, {}};
    if (QFileInfo(path).isDir())
        return makeError("file.open", filesTr(QT_TRANSLATE_NOOP("base", "this is a folder; expected a file")), place);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError("file.open", filesTr(QT_TRANSLATE_NOOP("base", "cannot be read: %1")).arg(file.errorString()), place);
    if (file.size() > limit)
        return makeError("file.too_large", filesTr(QT_TRANSLATE_NOOP("base", "larger than %1 bytes")).arg(limit), place);
    return file.readAll();
}

Result<void> writeFile(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    const auto failed = [&] {
        file.cancelWriting();
        return makeError("file.write", filesTr(QT_TRANSLATE_NOOP("base", "cannot be written: %1")).arg(file.errorString()), Place{path, 0, 0, {}});
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    if (file.write(content) != content.size() || !file.flush())
        return failed();
    if (!file.commit())
        return failed();
    return {};
}

QString dataDirectory()
{
    QString path = qEnvironmentVariable("WEIRKEEPER_HOME");
    if (path.isEmpty())
        path = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/weirkeeper");
    QDir().mkpath(path);
    return path;
}

QString workspaceStem(const QString& workspaceRoot)
{
    const QFileInfo info(workspaceRoot);
    const QString canonical = info.canonicalFilePath().isEmpty() ? info.absoluteFilePath() : info.canonicalFilePath();
    const QByteArray hash = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return QFileInfo(canonical).fileName() + u'-' + QString::fromLatin1(hash);
}

QString storePathFor(const QString& workspaceRoot)
{
    QDir().mkpath(dataDirectory() + QStringLiteral("/stores"));
    return QStringLiteral("%1/stores/%2.sqlite").arg(dataDirectory(), workspaceStem(workspaceRoot));
}

} // namespace base
