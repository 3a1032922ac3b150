// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/splice.h"

/// Not for users of the library: what the splice functions share.
namespace yaml {

/// Where an entry stands. `begin` is its key or its dash (in flow: the item itself); `after`: after the colon or dash.
struct Entry {
    const Node* parent = nullptr;
    const Node* key = nullptr; ///< nullptr for items
    const Node* value = nullptr;
    qsizetype index = 0;
    qsizetype begin = 0;
    qsizetype after = 0;
    qsizetype end = 0; ///< of the value, or of the key if the value is empty
};

[[nodiscard]] base::Result<Entry> findEntry(const Document& document, const Path& path);
[[nodiscard]] Entry entryAt(const Document& document, const Node& parent, qsizetype index);
[[nodiscard]] base::Error spliceError(const Document& document, const Node& node, const Path& path, const QString& why);
[[nodiscard]] base::Error noSuchNode(const Document& document, const Path& path);

[[nodiscard]] qsizetype lineStart(const QByteArray& text, qsizetype at);
/// Before the line break (LF or CRLF) or at the end of the text.
[[nodiscard]] qsizetype lineEnd(const QByteArray& text, qsizetype at);
/// Start of the next line; the text's size if there is none.
[[nodiscard]] qsizetype nextLine(const QByteArray& text, qsizetype at);
[[nodiscard]] QByteArray lineBreakOf(const QByteArray& text);
[[nodiscard]] int columnOf(const QByteArray& text, qsizetype at); ///< bytes since the line's start
[[nodiscard]] bool onlyBlanksBefore(const QByteArray& text, qsizetype at);
/// Start of the line of the entry, or of the comment lines directly above it that have its indentation.
[[nodiscard]] qsizetype attachedCommentsStart(const QByteArray& text, qsizetype entry);
/// Adds the line break that a literal block at the end of a file without one needs.
[[nodiscard]] Splice closed(const Document& document, Splice splice, const Value& value);

} // namespace yaml
