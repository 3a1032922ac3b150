// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/fileedit.h"

#include "models/yaml/writer.h"

namespace editing {

namespace {

QByteArray lineBreakIn(const QByteArray& text)
{
    const qsizetype at = text.indexOf('\n');
    return at > 0 && text[at - 1] == '\r' ? "\r\n" : "\n";
}

/// Before the line break, or the end of the text.
qsizetype endOfLine(const QByteArray& text, qsizetype from)
{
    const qsizetype at = text.indexOf('\n', from);
    if (at < 0)
        return text.size();
    return at > from && text[at - 1] == '\r' ? at - 1 : at;
}

/// Byte after which a new key of the block map at `path` goes; -1 where it has to go another way.
qsizetype insertionPoint(const yaml::Document& document, const yaml::Path& path, const yaml::Node& map, const QStringList& before)
{
    const QByteArray& text = document.text();
    for (qsizetype i = before.size() - 1; i >= 0; --i) {
        if (!map.find(before[i]))
            continue;
        const auto range = yaml::entryRange(document, path + yaml::Path{before[i]});
        return range ? endOfLine(text, range->end) : -1;
    }
    const yaml::Node* owner = document.at(path.mid(0, path.size() - 1));
    const yaml::Node* key = owner ? owner->keyNode(path.last()) : nullptr;
    const qsizetype end = key ? endOfLine(text, key->end) : -1;
    return end >= 0 && end < map.begin ? end : -1;
}

} // namespace

FileEdit::FileEdit(const QByteArray& text, const QString& file)
{
    const auto parsed = yaml::parse(text, file);
    if (parsed)
        m_document = *parsed;
    else
        m_error = parsed.error();
}

void FileEdit::fail(const base::Error& error)
{
    if (!m_error)
        m_error = error;
}

void FileEdit::run(const std::function<base::Result<yaml::Splice>(const yaml::Document&)>& step)
{
    if (m_error)
        return;
    const auto splice = step(m_document);
    if (!splice) {
        m_error = splice.error();
        return;
    }
    const auto parsed = yaml::parse(yaml::applied(m_document.text(), *splice), m_document.file());
    if (parsed)
        m_document = *parsed;
    else
        m_error = base::Error{QStringLiteral("yaml.splice"), parsed.error().message, parsed.error().place};
}

base::Result<QByteArray> FileEdit::result() const
{
    if (m_error)
        return *m_error;
    return m_document.text();
}

void FileEdit::insertKey(const yaml::Path& map, const QString& key, const yaml::Value& value, const QStringList& before)
{
    run([&](const yaml::Document& document) -> base::Result<yaml::Splice> {
        const yaml::Node* node = document.at(map);
        if (node && !map.isEmpty() && (node->isNull() || (node->isMapping() && node->size() == 0)))
            return yaml::setValue(document, map, yaml::Value::map().set(key, value));
        if (!node || !node->isMapping() || node->flow || node->alias || node->decorated)
            return yaml::addKey(document, map, key, value);
        const qsizetype at = insertionPoint(document, map, *node, before);
        const int column = node->keys.front().column - 1;
        if (at < 0 || column < 1)
            return yaml::addKey(document, map, key, value);
        const QByteArray lineBreak = lineBreakIn(document.text());
        return yaml::Splice{at, at, lineBreak + QByteArray(column, ' ') + yaml::emitKey(key) + yaml::emitAfter(value, column + 2, lineBreak)};
    });
}

void FileEdit::setKey(const yaml::Path& map, const QString& key, const yaml::Value& value, const QStringList& before)
{
    const yaml::Node* node = m_document.at(map);
    const yaml::Node* known = node ? node->find(key) : nullptr;
    yaml::Value wanted = value;
    if (known && known->isScalar())
        wanted.style = yaml::Value::Style::Automatic; // a scalar keeps the quotes that it has
    if (known)
        run([&](const yaml::Document& document) { return yaml::setValue(document, map + yaml::Path{key}, wanted); });
    else
        insertKey(map, key, value, before);
}

void FileEdit::addToList(const yaml::Path& map, const QString& key, const QString& item, const QStringList& before, bool flow)
{
    const yaml::Node* node = m_document.at(map);
    if (node && node->find(key))
        run([&](const yaml::Document& document) { return yaml::addToList(document, map, key, yaml::Value::text(item)); });
    else
        insertKey(map, key, yaml::Value::texts({item}, flow), before);
}

void FileEdit::removeFromList(const yaml::Path& map, const QString& key, const QString& item)
{
    const yaml::Node* list = m_document.at(map + yaml::Path{key});
    if (!list)
        return;
    for (qsizetype i = list->size() - 1; i >= 0; --i) {
        if (list->children[size_t(i)].text != item)
            continue;
        const bool last = list->size() == 1;
        const yaml::Path path = last ? map + yaml::Path{key} : map + yaml::Path{key, QString::number(i)};
        run([&](const yaml::Document& document) { return yaml::removeEntry(document, path); });
        list = m_document.at(map + yaml::Path{key});
        if (!list || m_error)
            return;
    }
}

void FileEdit::removeKey(const yaml::Path& map, const QString& key)
{
    const yaml::Node* node = m_document.at(map);
    if (node && node->find(key))
        run([&](const yaml::Document& document) { return yaml::removeEntry(document, map + yaml::Path{key}, yaml::Comments::Keep); });
}

} // namespace editing
