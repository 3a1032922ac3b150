// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/rest/linkheader.h"

#include <QStringList>

namespace connectors {

namespace {

/// Cuts at `separator` outside of <...> and "...".
QStringList linkSplit(const QString& text, QChar separator)
{
    QStringList parts{QString()};
    bool quoted = false;
    bool angled = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'\\' && i + 1 < text.size()) {
            parts.last() += text.at(++i);
            continue;
        }
        if (c == u'"' && !angled)
            quoted = !quoted;
        else if (!quoted && (c == u'<' || c == u'>'))
            angled = c == u'<';
        if (c == separator && !quoted && !angled)
            parts.append(QString());
        else
            parts.last() += c;
    }
    return parts;
}

bool linkIsNext(const QStringList& attributes)
{
    for (const QString& attribute : attributes) {
        if (attribute.section(u'=', 0, 0).trimmed().compare(QLatin1String("rel"), Qt::CaseInsensitive) != 0)
            continue;
        QString relations = attribute.section(u'=', 1).trimmed();
        relations.remove(u'"');
        return relations.split(u' ', Qt::SkipEmptyParts).contains(QLatin1String("next"), Qt::CaseInsensitive);
    }
    return false;
}

} // namespace

QString nextLink(const QVector<QByteArray>& values)
{
    for (const QByteArray& value : values) {
        for (const QString& link : linkSplit(QString::fromUtf8(value), u',')) {
            const QStringList parts = linkSplit(link.trimmed(), u';');
            const QString target = parts.first().trimmed();
            if (target.startsWith(u'<') && target.endsWith(u'>') && linkIsNext(parts.mid(1)))
                return target.mid(1, target.size() - 2).trimmed();
        }
    }
    return {};
}

} // namespace connectors
