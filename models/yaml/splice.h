// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/document.h"
#include "models/yaml/value.h"

/// Edits as the smallest change of the text. Each function looks at one parsed Document and returns the splice; apply it, parse
/// again, go on. Everything outside [begin, end) stays byte for byte; line breaks follow the file (`\n` or CRLF). Errors:
/// `yaml.no_such_node` and `yaml.splice` (this form cannot be edited in place: aliases, anchors, `? key`; rewrite the block).
/// The caller re-parses and compares with what it meant.
namespace yaml {

struct Splice {
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray text;
    bool operator==(const Splice&) const = default;
};

[[nodiscard]] QByteArray applied(const QByteArray& text, const Splice& splice);

/// Attached: comment lines directly above the entry with its indentation go with it. Keep: no comment line goes (the one
/// that stands on a removed line itself does; see hasTrailingComment).
enum class Comments { Attached, Keep };

/// Replaces the value at `path`, which exists. Scalar by scalar keeps quote style and trailing comment; other replacements
/// rewrite the value only.
[[nodiscard]] base::Result<Splice> setValue(const Document& document, const Path& path, const Value& value);
/// Sets `key` in the mapping at `map`: setValue() if it exists, else addKey().
[[nodiscard]] base::Result<Splice> setKey(const Document& document, const Path& map, const QString& key, const Value& value);
/// Adds a key at the end of the mapping (block, flow, `{}`, or null, which becomes a block mapping).
[[nodiscard]] base::Result<Splice> addKey(const Document& document, const Path& map, const QString& key, const Value& value);
/// Removes the entry at `path` (its last part is the key or the index). The only entry of a block collection leaves `{}` or `[]`.
[[nodiscard]] base::Result<Splice> removeEntry(const Document& document, const Path& path, Comments comments = Comments::Attached);
/// Adds an item before `index`, or at the end; the sequence may be block, flow, `[]` or null.
[[nodiscard]] base::Result<Splice> addItem(const Document& document, const Path& sequence, const Value& item, qsizetype index = -1);
/// Adds an item to the list under `key` of the mapping at `map`, making the list if there is none.
[[nodiscard]] base::Result<Splice> addToList(const Document& document, const Path& map, const QString& key, const Value& item);
/// Renames the key at the end of `path`, keeping its quote style.
[[nodiscard]] base::Result<Splice> renameKey(const Document& document, const Path& path, const QString& key);
/// A list item `- id` becomes `- id:` over the indented map; its trailing comment stays on its line.
[[nodiscard]] base::Result<Splice> expandItem(const Document& document, const Path& item, const Value& map);

/// True if a comment stands on the last line of the entry at `path`.
[[nodiscard]] bool hasTrailingComment(const Document& document, const Path& path);
/// Bytes of the entry at `path`: from its key or dash to the end of its value.
struct Range {
    qsizetype begin = 0;
    qsizetype end = 0;
};
[[nodiscard]] std::optional<Range> entryRange(const Document& document, const Path& path);

} // namespace yaml
