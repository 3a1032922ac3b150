// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/limits.h"

#include <QRegularExpression>

namespace net {

std::optional<qint64> parseByteSize(QStringView text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,15})\\s*([KMGT]?)(i?)B?$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text.trimmed().toString());
    if (!match.hasMatch())
        return std::nullopt;
    const QString prefix = match.captured(2).toUpper();
    const bool binary = !match.captured(3).isEmpty();
    if (binary && prefix.isEmpty())
        return std::nullopt;
    const qint64 unit = binary ? 1024 : 1000;
    qint64 size = match.captured(1).toLongLong();
    const auto power = prefix.isEmpty() ? 0 : QStringLiteral("KMGT").indexOf(prefix) + 1;
    for (qsizetype i = 0; i < power; ++i) {
        if (size > (qint64(1) << 50) / unit)
            return std::nullopt;
        size *= unit;
    }
    return size > 0 ? std::optional(size) : std::nullopt;
}

} // namespace net
