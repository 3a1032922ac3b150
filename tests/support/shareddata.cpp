// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shareddata.h"

#include <QFile>
#include <QFileInfo>

namespace support {

QString sharedPath(const char* sharedRoot, const QString& relative)
{
    const QString path = QString::fromUtf8(sharedRoot) + u'/' + relative;
    return QFileInfo::exists(path) ? QFileInfo(path).canonicalFilePath() : QString();
}

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace support
