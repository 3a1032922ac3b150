// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/datasets.h"

namespace freshness {

Datasets::Datasets(const QMap<QString, QString>& aliases)
{
    for (auto it = aliases.begin(); it != aliases.end(); ++it)
        m_aliases.insert(stripped(it.key()).toCaseFolded(), it.value());
    for (auto it = aliases.begin(); it != aliases.end(); ++it)
        add(it.value(), Spelling::Alias);
}

QString Datasets::stripped(const QString& name)
{
    QString result;
    result.reserve(name.size());
    for (const QChar c : name) {
        if (c != u'"' && c != u'`' && c != u'[' && c != u']')
            result.append(c);
    }
    return result.trimmed();
}

QString Datasets::lastPart(const QString& name)
{
    return stripped(name).section(u'.', -1).toCaseFolded();
}

QString Datasets::resolvedKey(const QString& key) const
{
    QString result = key;
    for (int hops = 0; hops < 16; ++hops) { // aliases of aliases, but not round in circles
        const auto alias = m_aliases.constFind(result);
        if (alias == m_aliases.constEnd())
            break;
        result = stripped(*alias).toCaseFolded();
    }
    return result;
}

int Datasets::find(const QString& name) const
{
    const auto seen = m_seen.constFind(name);
    if (seen != m_seen.constEnd())
        return *seen;
    const int found = m_byKey.value(resolvedKey(stripped(name).toCaseFolded()), -1);
    if (found >= 0)
        m_seen.insert(name, found);
    return found;
}

int Datasets::add(const QString& name, Spelling spelling)
{
    const QString text = stripped(name);
    if (text.isEmpty())
        return -1;
    const int known = find(name);
    const QString own = text.toCaseFolded();
    const QString key = known >= 0 ? m_entries[known].key : resolvedKey(own);
    if (known >= 0) {
        Entry& entry = m_entries[known];
        if (spelling > entry.spelling && own == key) { // an alias' own spelling is never shown
            entry.name = text;
            entry.spelling = spelling;
        }
        return known;
    }
    const int number = int(m_entries.size());
    m_entries.append({key, own == key ? text : key, own == key ? spelling : Spelling::Recorded});
    m_byKey.insert(key, number);
    m_seen.insert(name, number);
    return number;
}

} // namespace freshness
