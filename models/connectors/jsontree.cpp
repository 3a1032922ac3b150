// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/jsontree.h"

#include "models/connectors/jsonscan.h"

#include <QCoreApplication>

#include <simdjson.h>

namespace connectors {

namespace {

QString jsonTr(const char* text)
{
    return QCoreApplication::translate("connectors", text);
}

void appendUtf8(QByteArray& to, char32_t c)
{
    // By hand: QString takes U+FEFF at the start of a text for a byte order mark, and drops it.
    const auto tail = [&](int shift) { to.append(char(0x80 | ((c >> shift) & 0x3F))); };
    if (c < 0x80) {
        to.append(char(c));
    } else if (c < 0x800) {
        to.append(char(0xC0 | (c >> 6)));
        tail(0);
    } else if (c < 0x10000) {
        to.append(char(0xE0 | (c >> 12)));
        tail(6);
        tail(0);
    } else {
        to.append(char(0xF0 | (c >> 18)));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::optional<QByteArray> unescaped(std::string_view raw)
{
    QByteArray result;
    result.reserve(qsizetype(raw.size()));
    const auto unit = [&](size_t at) { return char32_t(std::stoul(std::string(raw.substr(at, 4)), nullptr, 16)); };
    for (size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\') {
            result.append(raw[i]);
            continue;
        }
        const char kind = raw[++i];
        if (kind != 'u') {
            static constexpr std::string_view names = "bfnrt";
            static constexpr std::string_view values = "\b\f\n\r\t";
            const auto known = names.find(kind);
            result.append(known == std::string_view::npos ? kind : values[known]);
            continue;
        }
        char32_t c = unit(i + 1);
        i += 4;
        if (c >= 0xD800 && c < 0xE000) {
            const bool pair = c < 0xDC00 && i + 6 < raw.size() + 0 && raw[i + 1] == '\\' && raw[i + 2] == 'u';
            const char32_t low = pair ? unit(i + 3) : 0;
            if (low < 0xDC00 || low > 0xDFFF)
                return std::nullopt;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 6;
        }
        appendUtf8(result, c);
    }
    return result;
}

} // namespace

base::Result<JsonTree> JsonTree::parse(QByteArray body)
{
    if (body.startsWith("\xEF\xBB\xBF"))
        body.remove(0, 3);
    if (body.size() >= (qsizetype(1) << 31))
        return base::makeError("net.limit", jsonTr(QT_TRANSLATE_NOOP("connectors", "a JSON text of 2 GiB or more")));
    JsonTree tree;
    tree.m_body = std::move(body);
    tree.m_nodes.reserve(size_t(tree.m_body.size() / 16));
    if (!simdjson::validate_utf8(tree.m_body.constData(), size_t(tree.m_body.size())))
        return base::makeError("net.not_json", jsonTr(QT_TRANSLATE_NOOP("connectors", "the answer is not JSON: not UTF-8")));
    JsonScan scan(tree);
    if (!scan.run())
        return base::makeError("net.not_json", tree.m_body.trimmed().isEmpty()
                ? jsonTr(QT_TRANSLATE_NOOP("connectors", "the answer is not JSON: it is empty"))
                : jsonTr(QT_TRANSLATE_NOOP("connectors", "the answer is not JSON (byte %1 of %2)")).arg(scan.position()).arg(tree.m_body.size()));
    return tree;
}

std::optional<QByteArray> JsonTree::text(const JsonNode& string) const
{
    const auto bytes = raw(string);
    return string.escaped ? unescaped(bytes) : QByteArray(bytes.data(), qsizetype(bytes.size()));
}

std::optional<QByteArray> JsonTree::key(const JsonNode& member) const
{
    const auto bytes = rawKey(member);
    return member.keyEscaped ? unescaped(bytes) : QByteArray(bytes.data(), qsizetype(bytes.size()));
}

std::vector<quint32> JsonTree::children(quint32 parent) const
{
    std::vector<quint32> found;
    const quint32 end = at(parent).next;
    for (quint32 child = parent + 1; child < end; child = at(child).next)
        found.push_back(child);
    return found;
}

std::optional<quint32> JsonTree::findFrom(quint32 index, QByteArrayView path) const
{
    if (path.isEmpty())
        return index;
    const auto dot = path.indexOf('.');
    const QByteArrayView head = dot < 0 ? path : path.first(dot);
    const QByteArrayView rest = dot < 0 ? QByteArrayView() : path.sliced(dot + 1);
    const auto members = children(index);
    if (at(index).kind == JsonNode::Kind::Array) {
        bool isIndex = false;
        const uint position = head.toByteArray().toUInt(&isIndex);
        return isIndex && position < members.size() ? findFrom(members[position], rest) : std::nullopt;
    }
    if (at(index).kind != JsonNode::Kind::Object)
        return std::nullopt;
    for (auto member = members.rbegin(); member != members.rend(); ++member) {
        const auto name = key(at(*member));
        if (name && *name == path)
            return *member;
    }
    for (auto member = members.rbegin(); dot >= 0 && member != members.rend(); ++member) {
        const auto name = key(at(*member));
        if (name && *name == head)
            return findFrom(*member, rest);
    }
    return std::nullopt;
}

std::optional<quint32> JsonTree::find(const QString& path) const
{
    return findFrom(0, path.toUtf8());
}

QString kindWord(JsonNode::Kind kind)
{
    switch (kind) {
    case JsonNode::Kind::Null: return QStringLiteral("null");
    case JsonNode::Kind::False:
    case JsonNode::Kind::True: return QStringLiteral("true or false");
    case JsonNode::Kind::Number: return QStringLiteral("a number");
    case JsonNode::Kind::String: return QStringLiteral("a text");
    case JsonNode::Kind::Array: return QStringLiteral("an array");
    case JsonNode::Kind::Object: return QStringLiteral("an object");
    }
    return {};
}

QByteArray compacted(std::string_view json)
{
    QByteArray result;
    result.reserve(qsizetype(json.size()));
    bool inString = false;
    for (size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString && c == '\\') {
            result.append(c).append(json[++i]);
            continue;
        }
        if (c == '"')
            inString = !inString;
        if (inString || (c != ' ' && c != '\n' && c != '\r' && c != '\t'))
            result.append(c);
    }
    return result;
}

} // namespace connectors
