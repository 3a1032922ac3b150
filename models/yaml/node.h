// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>
#include <vector>

/// YAML as text that people diff: a strict reader with byte ranges, a deterministic writer, splices that touch no comment.
namespace yaml {

/// Keys and, for sequence items, decimal indexes from the root: `{"pipelines", "dbt", "tasks", "0"}`.
using Path = QStringList;

/// One node of a parsed document. Offsets are bytes in Document::text(); lines and columns count from 1, columns in characters.
struct Node {
    enum class Kind { Null, Scalar, Mapping, Sequence };
    enum class Style { Plain, Single, Double, Literal, Folded };
    /// What a scalar means by the YAML 1.2 core schema; anything quoted is Text. An integer beyond 64 bits is Text: no digit is lost.
    enum class Type { Null, Bool, Int, Real, Text, None };

    Kind kind = Kind::Null;
    Style style = Style::Plain;
    bool flow = false;      ///< `{…}` or `[…]`
    bool alias = false;     ///< a copy of an anchored node (`*name`), or inside one; splices refuse it
    bool decorated = false; ///< has an anchor or a tag before it; splices refuse it
    bool textTag = false;   ///< `!!str` or `!`
    QString text;           ///< of a scalar, unquoted and unescaped; of Null as written (`null`, `~`, nothing)
    qsizetype begin = 0;    ///< of the first byte; with nothing written (`key:`): after the colon or dash
    qsizetype end = 0;      ///< after the last byte; of a block collection or block scalar: of its last line, without the line break
    int line = 0;
    int column = 0;
    std::vector<Node> keys;     ///< of a mapping; scalars; parallel to `children`
    std::vector<Node> children; ///< values of a mapping, items of a sequence

    [[nodiscard]] bool isNull() const { return kind == Kind::Null; }
    [[nodiscard]] bool isScalar() const { return kind == Kind::Scalar; }
    [[nodiscard]] bool isMapping() const { return kind == Kind::Mapping; }
    [[nodiscard]] bool isSequence() const { return kind == Kind::Sequence; }
    [[nodiscard]] qsizetype size() const { return qsizetype(children.size()); }
    /// Index of a key of a mapping; -1 if absent or this is no mapping.
    [[nodiscard]] qsizetype indexOf(QStringView key) const;
    /// Value of a key; nullptr if absent or this is no mapping.
    [[nodiscard]] const Node* find(QStringView key) const;
    [[nodiscard]] const Node* keyNode(QStringView key) const;

    [[nodiscard]] Type type() const;
    [[nodiscard]] std::optional<bool> toBool() const;
    [[nodiscard]] std::optional<qint64> toInt() const;
    [[nodiscard]] std::optional<double> toDouble() const; ///< integers too
    /// QString, qint64, double, bool, QVariantList, QVariantMap (loses key order); Null is the invalid QVariant.
    [[nodiscard]] QVariant toVariant() const;
    /// `text`, `number`, `true or false`, `nothing`, `a list`, `a map`: for messages.
    [[nodiscard]] QString kindWord() const;
};

/// YAML 1.2 core type of a plain scalar's text.
[[nodiscard]] Node::Type coreType(QStringView plain);

} // namespace yaml
