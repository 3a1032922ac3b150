// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/value.h"

#include <QByteArray>

#include <optional>

namespace yaml {

/// True if the text, plain, is this same string for YAML 1.1 and 1.2 readers, in block and in flow context. Stricter than
/// needed (data/yaml/README.md has what seven readers do); `flow`: also refuses `:`.
[[nodiscard]] bool mayStayPlain(QStringView text, bool flow = false);

/// One line: plain where mayStayPlain(), else single quotes if it holds `"` or `\` and nothing to escape, else double quotes with
/// the escapes all readers know. A lone surrogate becomes U+FFFD.
[[nodiscard]] QByteArray quoted(const QString& text, bool flow = false);
[[nodiscard]] QByteArray doubleQuoted(const QString& text);
/// Nothing if the text needs escapes or has line breaks.
[[nodiscard]] std::optional<QByteArray> singleQuoted(const QString& text);
/// Shortest form that reads back as the same double; `.inf`, `-.inf`, `.nan`; always with a point or exponent.
[[nodiscard]] QByteArray realText(double value);

/// A whole file (`emit` is a macro of Qt): block style, two spaces, keys in the given order, no folding, `\n`, final newline. Deterministic.
[[nodiscard]] QByteArray emitDocument(const Value& value);
/// On one line; texts of several lines are double-quoted.
[[nodiscard]] QByteArray emitFlow(const Value& value);
/// What follows `key:` or `-`, without a final line break: ` scalar`, ` [flow]`, ` |` + lines, or line break + lines indented by
/// `indent`. `afterDash`: a map or list may start on the dash's own line.
[[nodiscard]] QByteArray emitAfter(const Value& value, int indent, const QByteArray& lineBreak, bool afterDash = false);
/// True if emitAfter() ends in a block whose text has a final line break: at the end of a file it needs one in the file too.
[[nodiscard]] bool endsInLiteral(const Value& value);
/// `key:` for a mapping, quoted where needed.
[[nodiscard]] QByteArray emitKey(const QString& key, bool flow = false);

} // namespace yaml
