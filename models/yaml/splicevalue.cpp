// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/edits.h"
#include "models/yaml/writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace yaml {

qsizetype lineStart(const QByteArray& text, qsizetype at)
{
    return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

qsizetype lineEnd(const QByteArray& text, qsizetype at)
{
    const qsizetype found = text.indexOf('\n', at);
    if (found < 0)
        return text.size();
    return found > at && text[found - 1] == '\r' ? found - 1 : found;
}

qsizetype nextLine(const QByteArray& text, qsizetype at)
{
    const qsizetype found = text.indexOf('\n', at);
    return found < 0 ? text.size() : found + 1;
}

QByteArray lineBreakOf(const QByteArray& text)
{
    const qsizetype first = text.indexOf('\n');
    return first > 0 && text[first - 1] == '\r' ? "\r\n" : "\n";
}

int columnOf(const QByteArray& text, qsizetype at)
{
    const qsizetype start = lineStart(text, at);
    return int(at - start - (start == 0 && text.startsWith("\xEF\xBB\xBF") ? 3 : 0));
}

bool onlyBlanksBefore(const QByteArray& text, qsizetype at)
{
    const QByteArray before = text.mid(at - columnOf(text, at), columnOf(text, at));
    return before.trimmed().isEmpty();
}

base::Error spliceError(const Document& document, const Node& node, const Path& path, const QString& why)
{
    return base::makeError("yaml.splice", QCoreApplication::translate("yaml", "cannot be edited in place: %1").arg(why),
        document.placeOf(node, pathText(path, document.root())));
}

base::Error noSuchNode(const Document& document, const Path& path)
{
    const QString where = pathText(path, document.root());
    return base::makeError("yaml.no_such_node", QCoreApplication::translate("yaml", "there is no '%1'").arg(where),
        {document.file(), 0, 0, where});
}

namespace {

/// The dash of a block item: on its own line or above it, in the sequence's column.
qsizetype dashOf(const QByteArray& text, const Node& sequence, const Node& item, qsizetype index)
{
    if (index == 0)
        return sequence.begin;
    const int column = columnOf(text, sequence.begin);
    qsizetype start = lineStart(text, item.begin);
    while (start > sequence.begin) {
        const qsizetype at = start + column;
        if (at < text.size() && text[at] == '-' && onlyBlanksBefore(text, at) && columnOf(text, at) == column)
            return at;
        start = lineStart(text, start - 1);
    }
    return -1;
}

QByteArray inStyleOf(const Node& old, const Value& value, bool flow)
{
    if (value.type == Value::Type::Text && value.style == Value::Style::Automatic) {
        if (old.isScalar() && old.style == Node::Style::Double)
            return doubleQuoted(value.string);
        if (old.isScalar() && old.style == Node::Style::Single)
            return singleQuoted(value.string).value_or(doubleQuoted(value.string));
    }
    return flow ? emitFlow(value) : QByteArray();
}

} // namespace

Entry entryAt(const Document& document, const Node& parent, qsizetype index)
{
    Entry entry;
    entry.parent = &parent;
    entry.index = index;
    entry.value = &parent.children[size_t(index)];
    if (parent.isMapping()) {
        entry.key = &parent.keys[size_t(index)];
        entry.begin = entry.key->begin;
        const qsizetype colon = document.text().indexOf(':', entry.key->end);
        const bool bare = colon < 0 || (parent.flow && colon >= entry.value->begin); // `{a}`
        entry.after = bare ? entry.key->end : colon + 1;
        entry.end = entry.value->begin == entry.value->end ? entry.after : entry.value->end; // libyaml puts nothing at the next token
    } else {
        entry.begin = parent.flow ? entry.value->begin : dashOf(document.text(), parent, *entry.value, index);
        entry.after = parent.flow ? entry.begin : entry.begin + 1;
        entry.end = std::max(entry.value->end, entry.after);
    }
    return entry;
}

base::Result<Entry> findEntry(const Document& document, const Path& path)
{
    if (path.isEmpty())
        return noSuchNode(document, path);
    const Node* parent = document.at(path.mid(0, path.size() - 1));
    if (parent == nullptr || document.at(path) == nullptr)
        return noSuchNode(document, path);
    const qsizetype index = parent->isSequence() ? path.last().toLongLong() : parent->indexOf(path.last());
    const Entry entry = entryAt(document, *parent, index);
    if (parent->alias || entry.value->alias || entry.value->decorated || (entry.key != nullptr && entry.key->decorated))
        return spliceError(document, *entry.value, path, QCoreApplication::translate("yaml", "it has an anchor, an alias or a tag"));
    if (entry.begin < 0)
        return spliceError(document, *entry.value, path, QCoreApplication::translate("yaml", "its dash was not found"));
    if (entry.key != nullptr && !parent->flow) {
        const QByteArray before = document.text().mid(lineStart(document.text(), entry.begin), entry.begin - lineStart(document.text(), entry.begin));
        if (before.trimmed().endsWith('?'))
            return spliceError(document, *entry.key, path, QCoreApplication::translate("yaml", "its key is written with '?'"));
    }
    return entry;
}

QByteArray applied(const QByteArray& text, const Splice& splice)
{
    return text.left(splice.begin) + splice.text + text.mid(splice.end);
}

Splice closed(const Document& document, Splice splice, const Value& value)
{
    if (splice.end == document.text().size() && endsInLiteral(value))
        splice.text += lineBreakOf(document.text());
    return splice;
}

namespace {

/// Where the rest of the value's first line begins: its comment stays when the value gets another shape.
qsizetype tailOf(const Document& document, const Entry& entry)
{
    const QByteArray& text = document.text();
    const Node& old = *entry.value;
    if (old.begin == old.end || lineStart(text, old.begin) != lineStart(text, entry.after))
        return entry.after;
    if (old.style == Node::Style::Literal || old.style == Node::Style::Folded) {
        qsizetype at = old.begin;
        while (at < lineEnd(text, old.begin) && text[at] != ' ' && text[at] != '\t')
            ++at; // after `|-`
        return at;
    }
    return old.flow || old.isScalar() || old.isNull() ? old.end : lineEnd(text, old.begin);
}

/// Old or new value has several lines.
Splice reshaped(const Document& document, const Entry& entry, const Value& value, const QByteArray& fresh, int indent)
{
    const QByteArray& text = document.text();
    const qsizetype from = tailOf(document, entry);
    QByteArray tail = text.mid(from, lineEnd(text, from) - from);
    if (tail.trimmed().isEmpty())
        tail.clear();
    const qsizetype oldEnd = entry.value->begin == entry.value->end ? entry.after : entry.value->end;
    const qsizetype end = lineEnd(text, std::max(oldEnd, from));
    const qsizetype firstLine = fresh.indexOf(lineBreakOf(text));
    if (firstLine < 0)
        return {entry.after, end, fresh + tail};
    if (!tail.isEmpty() && entry.key == nullptr && value.isCollection())
        return {entry.after, end, tail + lineBreakOf(text) + QByteArray(indent, ' ') + fresh.mid(1)};
    return {entry.after, end, fresh.left(firstLine) + tail + fresh.mid(firstLine)};
}

} // namespace

base::Result<Splice> setValue(const Document& document, const Path& path, const Value& value)
{
    const auto found = findEntry(document, path);
    if (!found)
        return found.error();
    const Entry& entry = found.value();
    const Node& old = *entry.value;
    const QByteArray& text = document.text();
    const bool empty = old.begin == old.end;
    if (entry.parent->flow) {
        if (empty)
            return Splice{entry.after, entry.after, (entry.after == entry.key->end ? ": " : " ") + emitFlow(value)};
        return Splice{old.begin, old.end, inStyleOf(old, value, true)};
    }
    const int indent = columnOf(text, entry.begin) + 2;
    QByteArray fresh = value.isCollection() ? QByteArray() : inStyleOf(old, value, false);
    fresh = fresh.isEmpty() ? emitAfter(value, indent, lineBreakOf(text), entry.key == nullptr) : ' ' + fresh;
    const bool oldBlock = !old.flow && (old.isMapping() || old.isSequence() || old.style == Node::Style::Literal || old.style == Node::Style::Folded);
    if (!oldBlock && !empty && !fresh.contains('\n'))
        return Splice{old.begin, old.end, fresh.mid(1)};
    return closed(document, reshaped(document, entry, value, fresh, indent), value);
}

base::Result<Splice> setKey(const Document& document, const Path& map, const QString& key, const Value& value)
{
    const Node* node = document.at(map);
    return node != nullptr && node->find(key) != nullptr ? setValue(document, map + Path{key}, value) : addKey(document, map, key, value);
}

base::Result<Splice> renameKey(const Document& document, const Path& path, const QString& key)
{
    const auto found = findEntry(document, path);
    if (!found)
        return found.error();
    if (found->key == nullptr)
        return spliceError(document, *found->value, path, QCoreApplication::translate("yaml", "a list item has no key"));
    if (key != path.last() && found->parent->find(key) != nullptr)
        return spliceError(document, *found->key, path, QCoreApplication::translate("yaml", "the key '%1' exists already").arg(key));
    QByteArray fresh = inStyleOf(*found->key, Value::text(key), false);
    if (fresh.isEmpty())
        fresh = quoted(key, found->parent->flow);
    return Splice{found->key->begin, found->key->end, fresh};
}

base::Result<Splice> expandItem(const Document& document, const Path& item, const Value& map)
{
    const auto found = findEntry(document, item);
    if (!found)
        return found.error();
    const Node& old = *found->value;
    if (found->key != nullptr || !old.isScalar() || old.style == Node::Style::Literal || old.style == Node::Style::Folded)
        return spliceError(document, old, item, QCoreApplication::translate("yaml", "expected a list item that is one name"));
    const QByteArray& text = document.text();
    const QByteArray written = text.mid(old.begin, old.end - old.begin);
    if (written.contains('\n'))
        return spliceError(document, old, item, QCoreApplication::translate("yaml", "the name goes over several lines"));
    if (found->parent->flow)
        return Splice{old.begin, old.end, '{' + written + ": " + emitFlow(map) + '}'};
    const qsizetype end = lineEnd(text, old.end);
    const QByteArray tail = text.mid(old.end, end - old.end);
    const QByteArray below = emitAfter(map, columnOf(text, old.begin) + 2, lineBreakOf(text));
    if (!below.startsWith(lineBreakOf(text)))
        return Splice{old.end, old.end, ':' + below};
    return closed(document, Splice{old.end, end, ':' + tail + below}, map);
}

bool hasTrailingComment(const Document& document, const Path& path)
{
    const auto found = findEntry(document, path);
    if (!found)
        return false;
    return document.text().mid(found->end, lineEnd(document.text(), found->end) - found->end).contains('#');
}

std::optional<Range> entryRange(const Document& document, const Path& path)
{
    const Node* parent = path.isEmpty() ? nullptr : document.at(path.mid(0, path.size() - 1));
    if (parent == nullptr || document.at(path) == nullptr)
        return std::nullopt;
    const Entry entry = entryAt(document, *parent, parent->isSequence() ? path.last().toLongLong() : parent->indexOf(path.last()));
    return Range{entry.begin < 0 ? entry.value->begin : entry.begin, entry.end};
}

} // namespace yaml
