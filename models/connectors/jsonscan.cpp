// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/jsonscan.h"

#include <cstring>

namespace connectors {

namespace {
constexpr size_t deepestJson = 512;
}

JsonScan::JsonScan(JsonTree& tree)
    : m_tree(tree), m_begin(tree.m_body.constData()), m_at(m_begin), m_end(m_begin + tree.m_body.size())
{
}

void JsonScan::blanks()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

JsonNode& JsonScan::add(JsonNode::Kind kind)
{
    JsonNode node = m_key;
    m_key = {};
    node.kind = kind;
    node.begin = offset();
    node.next = quint32(m_tree.m_nodes.size()) + 1;
    m_tree.m_nodes.push_back(node);
    return m_tree.m_nodes.back();
}

bool JsonScan::run()
{
    blanks();
    if (!value())
        return false;
    while (!m_done) {
        if (!afterValue())
            return false;
    }
    blanks();
    return m_at == m_end;
}

/// Reads a value, going down to the first leaf or empty container.
bool JsonScan::value()
{
    for (;;) {
        if (m_at >= m_end)
            return false;
        switch (*m_at) {
        case '{':
        case '[': {
            const bool object = *m_at == '{';
            if (!open(object))
                return false;
            blanks();
            if (m_at < m_end && *m_at == (object ? '}' : ']')) {
                close();
                return true;
            }
            if (object && !memberKey())
                return false;
            continue;
        }
        case '"': {
            JsonNode& node = add(JsonNode::Kind::String);
            return string(node.begin, node.size, node.escaped) && (m_done = m_open.empty(), true);
        }
        case 't':
            return word("true", JsonNode::Kind::True);
        case 'f':
            return word("false", JsonNode::Kind::False);
        case 'n':
            return word("null", JsonNode::Kind::Null);
        default:
            return number();
        }
    }
}

bool JsonScan::open(bool object)
{
    if (m_open.size() >= deepestJson)
        return false;
    m_open.push_back({quint32(m_tree.m_nodes.size()), object});
    add(object ? JsonNode::Kind::Object : JsonNode::Kind::Array);
    ++m_at;
    return true;
}

void JsonScan::close()
{
    ++m_at;
    JsonNode& node = m_tree.m_nodes[m_open.back().node];
    node.size = offset() - node.begin;
    node.next = quint32(m_tree.m_nodes.size());
    m_open.pop_back();
    m_done = m_open.empty();
}

/// After a value inside a container: a comma and the next value, or the container's end.
bool JsonScan::afterValue()
{
    blanks();
    if (m_at >= m_end)
        return false;
    const bool object = m_open.back().object;
    if (*m_at == (object ? '}' : ']')) {
        close();
        return true;
    }
    if (*m_at != ',')
        return false;
    ++m_at;
    blanks();
    return (!object || memberKey()) && value();
}

bool JsonScan::memberKey()
{
    if (m_at >= m_end || *m_at != '"' || !string(m_key.keyBegin, m_key.keySize, m_key.keyEscaped))
        return false;
    blanks();
    if (m_at >= m_end || *m_at != ':')
        return false;
    ++m_at;
    blanks();
    return true;
}

bool JsonScan::string(quint32& begin, quint32& size, bool& escaped)
{
    ++m_at;
    begin = offset();
    while (m_at < m_end) {
        const char c = *m_at;
        if (c == '"') {
            size = offset() - begin;
            ++m_at;
            return true;
        }
        if (c >= 0 && c < 0x20)
            return false;
        ++m_at;
        if (c != '\\')
            continue;
        escaped = true;
        if (m_at >= m_end)
            return false;
        const char kind = *m_at++;
        if (kind == 'u') {
            for (int i = 0; i < 4; ++i, ++m_at) {
                if (m_at >= m_end || !std::strchr("0123456789abcdefABCDEF", *m_at) || *m_at == '\0')
                    return false;
            }
        } else if (kind == '\0' || !std::strchr("\"\\/bfnrt", kind)) {
            return false;
        }
    }
    return false;
}

bool JsonScan::digits()
{
    const char* start = m_at;
    while (m_at < m_end && *m_at >= '0' && *m_at <= '9')
        ++m_at;
    return m_at > start;
}

bool JsonScan::number()
{
    JsonNode& node = add(JsonNode::Kind::Number);
    if (*m_at == '-')
        ++m_at;
    const char* first = m_at;
    if (!digits() || (*first == '0' && m_at - first > 1))
        return false;
    if (m_at < m_end && *m_at == '.') {
        ++m_at;
        if (!digits())
            return false;
    }
    if (m_at < m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        if (m_at < m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        if (!digits())
            return false;
    }
    node.size = offset() - node.begin;
    m_done = m_open.empty();
    return true;
}

bool JsonScan::word(const char* text, JsonNode::Kind kind)
{
    const auto length = qsizetype(std::strlen(text));
    if (m_end - m_at < length || std::memcmp(m_at, text, size_t(length)) != 0)
        return false;
    JsonNode& node = add(kind);
    node.size = quint32(length);
    m_at += length;
    m_done = m_open.empty();
    return true;
}

} // namespace connectors
