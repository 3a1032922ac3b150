// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace connectors {

/// One value of a JsonTree. Texts are ranges of the body: number tokens keep every digit, strings every byte.
struct JsonNode {
    enum class Kind : quint8 { Null, False, True, Number, String, Array, Object };
    Kind kind = Kind::Null;
    bool escaped = false;    ///< a string with a backslash
    bool keyEscaped = false;
    quint32 keyBegin = 0;    ///< of an object's member, without quotes
    quint32 keySize = 0;
    quint32 begin = 0;       ///< of the token; strings without quotes, containers with their brackets
    quint32 size = 0;
    quint32 next = 0;        ///< index of the node after this one's last descendant
};

/// A strict reader for pages (RFC 8259, valid UTF-8, 512 levels, below 2 GiB): nodes in document order in one array.
/// Owns the text. Movable; any thread.
class JsonTree {
public:
    /// Error `net.not_json` with the byte where reading stopped.
    static base::Result<JsonTree> parse(QByteArray body);

    [[nodiscard]] const QByteArray& body() const { return m_body; }
    [[nodiscard]] const JsonNode& at(quint32 index) const { return m_nodes[index]; }
    [[nodiscard]] quint32 size() const { return quint32(m_nodes.size()); }
    [[nodiscard]] std::string_view raw(const JsonNode& node) const { return view(node.begin, node.size); }
    [[nodiscard]] std::string_view rawKey(const JsonNode& node) const { return view(node.keyBegin, node.keySize); }
    /// Unescaped UTF-8; nothing if it has an unpaired surrogate, which no UTF-8 text can hold.
    [[nodiscard]] std::optional<QByteArray> text(const JsonNode& string) const;
    [[nodiscard]] std::optional<QByteArray> key(const JsonNode& member) const;
    /// Indexes of the children of an array or object.
    [[nodiscard]] std::vector<quint32> children(quint32 parent) const;
    /// By a dotted path of keys and array indexes; "" is the root. A key that holds dots is found too.
    [[nodiscard]] std::optional<quint32> find(const QString& path) const;

private:
    friend class JsonScan;
    [[nodiscard]] std::string_view view(quint32 begin, quint32 size) const { return {m_body.constData() + begin, size}; }
    [[nodiscard]] std::optional<quint32> findFrom(quint32 index, QByteArrayView path) const;

    QByteArray m_body;
    std::vector<JsonNode> m_nodes;
};

/// `object` / `array` / `text` ...: for messages.
[[nodiscard]] QString kindWord(JsonNode::Kind kind);
/// The JSON text of a node without the blanks between tokens.
[[nodiscard]] QByteArray compacted(std::string_view json);

} // namespace connectors
