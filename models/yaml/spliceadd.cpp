// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/edits.h"
#include "models/yaml/writer.h"

#include <QCoreApplication>

namespace yaml {

namespace {

std::optional<base::Error> addRefusal(const Document& document, const Node* node, const Path& path)
{
    if (node == nullptr)
        return noSuchNode(document, path);
    if (node->alias || node->decorated)
        return spliceError(document, *node, path, QCoreApplication::translate("yaml", "it has an anchor, an alias or a tag"));
    const char first = node->begin < document.text().size() ? document.text()[node->begin] : '\0';
    if (node->flow && first != '{' && first != '[')
        return spliceError(document, *node, path, QCoreApplication::translate("yaml", "a map without braces inside of a list"));
    return std::nullopt;
}

/// `[` comment `]`
bool holdsComment(const Document& document, const Node& empty)
{
    return document.text().mid(empty.begin, empty.end - empty.begin).contains('#');
}

Splice addIntoFlow(const Document& document, const Node& node, const QByteArray& entry)
{
    if (node.children.empty())
        return {node.begin + 1, holdsComment(document, node) ? node.begin + 1 : node.end - 1, entry};
    const qsizetype at = entryAt(document, node, node.size() - 1).end;
    return {at, at, ", " + entry};
}

/// After the line on which the collection ends; its trailing comment stays with it.
Splice addBelow(const Document& document, const Node& node, int column, const QByteArray& entry)
{
    const qsizetype at = lineEnd(document.text(), node.end);
    return {at, at, lineBreakOf(document.text()) + QByteArray(column, ' ') + entry};
}

Splice addToEmptyDocument(const Document& document, const Value& map)
{
    const QByteArray lineBreak = lineBreakOf(document.text());
    const Node& root = document.root();
    const QByteArray body = emitAfter(map, 0, lineBreak).mid(map.flow ? 1 : lineBreak.size());
    if (root.begin != root.end)
        return {root.begin, root.end, body};
    const qsizetype at = document.text().size();
    const bool needsBreak = at > 0 && !document.text().endsWith('\n') && document.text() != "\xEF\xBB\xBF";
    return {at, at, (needsBreak ? lineBreak : QByteArray()) + body + lineBreak};
}

} // namespace

base::Result<Splice> addKey(const Document& document, const Path& map, const QString& key, const Value& value)
{
    const Node* node = document.at(map);
    if (const auto refusal = addRefusal(document, node, map))
        return *refusal;
    if (node->find(key) != nullptr)
        return spliceError(document, *node, map, QCoreApplication::translate("yaml", "the key '%1' exists already").arg(key));
    const bool intoBlock = node->isMapping() && node->children.empty() && value.isCollection() && !value.flow && !map.isEmpty()
        && !holdsComment(document, *node);
    if (node->isNull() || intoBlock) {
        const Value whole = Value::map().set(key, value);
        return map.isEmpty() ? addToEmptyDocument(document, whole) : setValue(document, map, whole);
    }
    if (!node->isMapping())
        return spliceError(document, *node, map, QCoreApplication::translate("yaml", "expected a map, found %1").arg(node->kindWord()));
    if (node->flow)
        return addIntoFlow(document, *node, emitKey(key, true) + ' ' + emitFlow(value));
    const Entry first = entryAt(document, *node, 0);
    const int column = columnOf(document.text(), first.begin);
    const QByteArray before = document.text().mid(first.begin - column, column);
    if (before.contains('?'))
        return spliceError(document, *node, map, QCoreApplication::translate("yaml", "its key is written with '?'"));
    return closed(document, addBelow(document, *node, column, emitKey(key) + emitAfter(value, column + 2, lineBreakOf(document.text()))), value);
}

base::Result<Splice> addItem(const Document& document, const Path& sequence, const Value& item, qsizetype index)
{
    const Node* node = document.at(sequence);
    if (const auto refusal = addRefusal(document, node, sequence))
        return *refusal;
    const bool intoBlock = node->isSequence() && node->children.empty() && item.isCollection() && !item.flow && !holdsComment(document, *node);
    if ((node->isNull() || intoBlock) && !sequence.isEmpty())
        return setValue(document, sequence, Value::list({item}));
    if (node->isNull())
        return addToEmptyDocument(document, Value::list({item}));
    if (!node->isSequence())
        return spliceError(document, *node, sequence, QCoreApplication::translate("yaml", "expected a list, found %1").arg(node->kindWord()));
    const bool atEnd = index < 0 || index >= node->size();
    if (node->flow) {
        if (atEnd)
            return addIntoFlow(document, *node, emitFlow(item));
        const qsizetype at = node->children[size_t(index)].begin;
        return Splice{at, at, emitFlow(item) + ", "};
    }
    const QByteArray& text = document.text();
    const int column = columnOf(text, node->begin);
    const QByteArray entry = '-' + emitAfter(item, column + 2, lineBreakOf(text), true);
    if (atEnd)
        return closed(document, addBelow(document, *node, column, entry), item);
    const Entry next = entryAt(document, *node, index);
    if (next.begin < 0 || !onlyBlanksBefore(text, next.begin))
        return Splice{next.begin, next.begin, entry + lineBreakOf(text) + QByteArray(column, ' ')};
    const qsizetype at = attachedCommentsStart(text, next.begin);
    return Splice{at, at, QByteArray(column, ' ') + entry + lineBreakOf(text)};
}

base::Result<Splice> addToList(const Document& document, const Path& map, const QString& key, const Value& item)
{
    const Node* node = document.at(map);
    if (node != nullptr && node->find(key) != nullptr)
        return addItem(document, map + Path{key}, item);
    return addKey(document, map, key, Value::list({item}));
}

} // namespace yaml
