// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/edits.h"

#include <QCoreApplication>

namespace yaml {

qsizetype attachedCommentsStart(const QByteArray& text, qsizetype entry)
{
    const int column = columnOf(text, entry);
    qsizetype start = lineStart(text, entry);
    while (start > 0) {
        const qsizetype above = lineStart(text, start - 1);
        const qsizetype mark = above + column + (above == 0 && text.startsWith("\xEF\xBB\xBF") ? 3 : 0);
        if (mark >= start || text[mark] != '#' || !onlyBlanksBefore(text, mark))
            break;
        start = above;
    }
    return start == 0 && text.startsWith("\xEF\xBB\xBF") ? 3 : start;
}

namespace {

bool endsInBlockScalar(const Node& node)
{
    if (!node.children.empty())
        return !node.flow && endsInBlockScalar(node.children.back());
    return node.style == Node::Style::Literal || node.style == Node::Style::Folded;
}

/// In flow: the entry and one comma. Where comments or line breaks stand between, only those bytes; they stay.
Splice removeFromFlow(const Document& document, const Entry& entry)
{
    const QByteArray& text = document.text();
    const Node& parent = *entry.parent;
    const bool last = entry.index + 1 == parent.size();
    if (!last) {
        const qsizetype next = entryAt(document, parent, entry.index + 1).begin;
        if (!text.mid(entry.end, next - entry.end).contains('\n'))
            return {entry.begin, next, {}};
    } else if (entry.index > 0) {
        const qsizetype before = entryAt(document, parent, entry.index - 1).end;
        if (!text.mid(before, entry.begin - before).contains('\n'))
            return {before, entry.end, {}};
    }
    qsizetype end = entry.end;
    while (end < parent.end - 1 && (text[end] == ' ' || text[end] == '\t' || text[end] == '\n' || text[end] == '\r'))
        ++end;
    return {entry.begin, text[end] == ',' ? end + 1 : entry.end, {}};
}

/// The only entry of a block collection: `{}` or `[]` takes its place, a comment after the key stays.
Splice removeOnlyEntry(const Document& document, const Entry& entry, const Path& path, Comments comments)
{
    const QByteArray& text = document.text();
    const QByteArray nothing = entry.parent->isMapping() ? "{}" : "[]";
    const bool ownLine = onlyBlanksBefore(text, entry.begin);
    if (path.size() < 2 || !ownLine)
        return {entry.begin, entry.end, nothing};
    const auto owner = findEntry(document, path.mid(0, path.size() - 1));
    if (!owner)
        return {entry.begin, entry.end, nothing};
    const qsizetype from = comments == Comments::Attached ? attachedCommentsStart(text, entry.begin) : lineStart(text, entry.begin);
    const qsizetype firstLineEnd = nextLine(text, owner->after);
    const qsizetype begin = std::max(from, firstLineEnd);
    const QByteArray between = text.mid(owner->after, begin - owner->after);
    const qsizetype end = lineEnd(text, entry.end);
    // What stood between keeps its bytes; its last line break goes, the one after the entry stays.
    const QByteArray kept = between.endsWith("\r\n") ? between.chopped(2) : between.endsWith('\n') ? between.chopped(1) : between;
    return {owner->after, end, ' ' + nothing + kept};
}

/// First entry on the line of its parent's dash: `- a: 1` over `  b: 2`.
Splice removeAfterDash(const Document& document, const Entry& entry)
{
    const QByteArray& text = document.text();
    const qsizetype next = entryAt(document, *entry.parent, 1).begin;
    if (!text.mid(entry.end, next - entry.end).contains('#'))
        return {entry.begin, next, {}};
    qsizetype begin = entry.begin;
    while (begin > 0 && text[begin - 1] == ' ')
        --begin;
    return {begin, lineEnd(text, entry.end), {}};
}

} // namespace

base::Result<Splice> removeEntry(const Document& document, const Path& path, Comments comments)
{
    const auto found = findEntry(document, path);
    if (!found)
        return found.error();
    const Entry& entry = found.value();
    const QByteArray& text = document.text();
    if (entry.parent->flow) {
        const char first = text[entry.parent->begin];
        if (first != '{' && first != '[')
            return spliceError(document, *entry.value, path, QCoreApplication::translate("yaml", "a map without braces inside of a list"));
        return removeFromFlow(document, entry);
    }
    if (entry.parent->size() == 1)
        return removeOnlyEntry(document, entry, path, comments);
    if (!onlyBlanksBefore(text, entry.begin)) {
        if (entry.index != 0)
            return spliceError(document, *entry.value, path, QCoreApplication::translate("yaml", "something stands before it on its line"));
        return removeAfterDash(document, entry);
    }
    qsizetype begin = comments == Comments::Attached ? attachedCommentsStart(text, entry.begin) : lineStart(text, entry.begin);
    if (begin == 0 && text.startsWith("\xEF\xBB\xBF"))
        begin = 3;
    const qsizetype end = nextLine(text, entry.end);
    // The file had no final line break and has none afterwards, unless that would cut a block scalar's own.
    const bool cuts = entry.index > 0 && endsInBlockScalar(entry.parent->children[size_t(entry.index) - 1]);
    if (end == text.size() && !text.endsWith('\n') && begin > 0 && !cuts)
        begin -= text.mid(begin - 2, 2) == "\r\n" ? 2 : 1;
    return Splice{begin, end, {}};
}

} // namespace yaml
