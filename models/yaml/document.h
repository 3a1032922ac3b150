// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/yaml/node.h"

#include <QByteArray>

#include <memory>

namespace yaml {

/// Limits of the reader (conventions.md 3.6).
inline constexpr qsizetype maximumBytes = qsizetype(8) << 20;
inline constexpr qsizetype maximumScalar = qsizetype(1) << 20;
inline constexpr int maximumDepth = 64;
inline constexpr qsizetype maximumNodes = 200000; ///< with copies made by aliases

/// A text and its tree. A value; cheap to copy; any thread.
class Document {
public:
    Document() = default;
    Document(QByteArray text, QString file, std::shared_ptr<const Node> root);

    [[nodiscard]] const QByteArray& text() const { return m_text; }
    [[nodiscard]] const QString& file() const { return m_file; }
    /// Null for an empty text or one of comments only.
    [[nodiscard]] const Node& root() const { return *m_root; }
    /// Node at a path; nullptr if there is none.
    [[nodiscard]] const Node* at(const Path& path) const;
    [[nodiscard]] base::Place placeOf(const Node& node, const QString& keyPath = {}) const;

private:
    QByteArray m_text;
    QString m_file;
    std::shared_ptr<const Node> m_root = std::make_shared<const Node>();
};

/// Strict. Errors, all with file, line, column and key path: `yaml.too_large`, `yaml.utf8`, `yaml.character` (NUL, controls,
/// a lone CR, NEL, LS, PS, a BOM inside), `yaml.syntax`, `yaml.documents` (more than one), `yaml.too_deep`, `yaml.too_many_nodes`,
/// `yaml.scalar_too_long`, `yaml.duplicate_key` (both positions), `yaml.key` (not a scalar, or empty), `yaml.merge_key`,
/// `yaml.alias` (unknown or cyclic), `yaml.tag` (not of the core schema). A BOM at the start is accepted and kept.
[[nodiscard]] base::Result<Document> parse(const QByteArray& text, const QString& file);

/// `a.b[0].c` for messages and places.
[[nodiscard]] QString pathText(const Path& path, const Node& root);

} // namespace yaml
