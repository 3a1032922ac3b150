// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timewords.h"

#include "models/base/utctime.h"

#include <QRegularExpression>

namespace window {

std::optional<QString> isoDuration(const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty() || base::parseDuration(text))
        return text;
    static const QRegularExpression whole(QStringLiteral("^(?:(\\d+)\\s*d)?\\s*(?:(\\d+)\\s*h)?\\s*(?:(\\d+)\\s*m(?:in)?)?\\s*(?:(\\d+)\\s*s)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = whole.match(text);
    if (!match.hasMatch())
        return {};
    QString iso = QStringLiteral("P");
    if (!match.captured(1).isEmpty())
        iso += match.captured(1) + u'D';
    QString time;
    if (!match.captured(2).isEmpty())
        time += match.captured(2) + u'H';
    if (!match.captured(3).isEmpty())
        time += match.captured(3) + u'M';
    if (!match.captured(4).isEmpty())
        time += match.captured(4) + u'S';
    if (!time.isEmpty())
        iso += u'T' + time;
    return iso.size() > 1 ? std::optional<QString>(iso) : std::nullopt;
}

QString durationText(const QString& iso)
{
    const std::optional<base::Micros> length = base::parseDuration(iso);
    return length ? base::durationWords(*length) : iso;
}

} // namespace window
