// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/error.h"

namespace base {

QString Place::toString() const
{
    QString text = file;
    if (line > 0) {
        text += QStringLiteral(":%1").arg(line);
        if (column > 0)
            text += QStringLiteral(":%1").arg(column);
    }
    if (!keyPath.isEmpty())
        text += (text.isEmpty() ? QStringLiteral("[%1]") : QStringLiteral(" [%1]")).arg(keyPath);
    return text;
}

QString Error::toString() const
{
    const QString where = place.toString();
    const QString what = code.isEmpty() ? message : QStringLiteral("%1 (%2)").arg(message, code);
    return where.isEmpty() ? what : where + QStringLiteral(": ") + what;
}

Error makeError(const char* code, const QString& message, const Place& place)
{
    return Error{QString::fromLatin1(code), message, place};
}

} // namespace base
