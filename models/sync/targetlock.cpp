// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/targetlock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace syncs {

static QString lockTr(const char* text)
{
    return QCoreApplication::translate("syncs", text);
}

base::Result<std::unique_ptr<TargetLock>> TargetLock::take(const QString& databasePath)
{
    QDir().mkpath(QFileInfo(databasePath).absolutePath());
    const QString canonical = QFileInfo(databasePath).canonicalFilePath();
    const QString path = (canonical.isEmpty() ? databasePath : canonical) + QStringLiteral(".lock");
    const base::Place place{databasePath, 0, 0, {}};
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return base::makeError("store.open", lockTr(QT_TRANSLATE_NOOP("syncs", "the lock file %1 cannot be made")).arg(path), place);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        char holder[32] = {};
        const auto length = ::read(descriptor, holder, sizeof holder - 1);
        ::close(descriptor);
        const QString who = length > 0 ? QString::fromLatin1(holder).trimmed() : QStringLiteral("?");
        return base::makeError("store.locked",
            lockTr(QT_TRANSLATE_NOOP("syncs", "another sync (process %1) is writing to this file; wait for it, or choose another file with --into")).arg(who), place);
    }
    const QByteArray own = QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    if (::ftruncate(descriptor, 0) == 0)
        static_cast<void>(::pwrite(descriptor, own.constData(), size_t(own.size()), 0) == own.size());
    return std::unique_ptr<TargetLock>(new TargetLock(descriptor));
}

TargetLock::~TargetLock()
{
    ::close(m_descriptor);
}

} // namespace syncs
