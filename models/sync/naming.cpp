// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/naming.h"

#include <QRegularExpression>
#include <QStringList>

namespace syncs {

QString snakeCase(const QString& identifier)
{
    static const QRegularExpression notAlphanumeric(QStringLiteral("[^a-zA-Z\\d_]+"), QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression wordBreak(QStringLiteral("([^_])([A-Z][a-z]+)"));
    static const QRegularExpression capitalBreak(QStringLiteral("([a-z0-9])([A-Z])"));
    static const QRegularExpression leadingDigit(QStringLiteral("^\\d"), QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression underscores(QStringLiteral("_+"));
    QString name = identifier.trimmed();
    if (name.isEmpty())
        return QStringLiteral("_empty");
    name.replace(u'+', u'x').replace(u'-', u'_').replace(u'*', u'x').replace(u'@', u'a').replace(u'|', u'l');
    name.replace(notAlphanumeric, QStringLiteral("_"));
    name.replace(wordBreak, QStringLiteral("\\1_\\2"));
    name.replace(capitalBreak, QStringLiteral("\\1_\\2"));
    name = name.toLower();
    if (leadingDigit.match(name).hasMatch())
        name.prepend(u'_');
    qsizetype kept = name.size();
    while (kept > 0 && name.at(kept - 1) == u'_')
        --kept;
    name = name.left(kept) + QString(name.size() - kept, u'x');
    return name.replace(underscores, QStringLiteral("_"));
}

QString columnName(const QString& key)
{
    QStringList pieces;
    for (const QString& piece : key.trimmed().split(QStringLiteral("__"), Qt::SkipEmptyParts))
        pieces.append(snakeCase(piece));
    return pieces.isEmpty() ? QStringLiteral("_empty") : pieces.join(QStringLiteral("__"));
}

QString quotedName(const QString& name)
{
    return u'"' + QString(name).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace syncs
