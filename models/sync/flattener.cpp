// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/flattener.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <charconv>

namespace syncs {

using connectors::JsonNode;

static QString flattenTr(const char* text)
{
    return QCoreApplication::translate("syncs", text);
}

Flattener::Flattener(TableWriter& table, const secrets::Redactor& redactor) : m_table(table), m_redactor(redactor)
{
}

void Flattener::beginPage(const connectors::JsonTree& tree)
{
    m_tree = &tree;
    m_redactAll = m_redactor.occursIn(tree.body());
}

int Flattener::childOf(int parent, const JsonNode& member)
{
    const auto raw = m_tree->rawKey(member);
    const QByteArrayView key(raw.data(), qsizetype(raw.size()));
    auto& known = m_fields[size_t(parent)].children;
    size_t& hint = m_fields[size_t(parent)].hint;
    for (size_t tried = 0; tried < known.size(); ++tried) {
        const size_t at = (hint + tried) % known.size();
        if (m_fields[size_t(known[at])].rawKey == key) {
            hint = (at + 1) % known.size();
            return known[at];
        }
    }
    const auto text = m_tree->key(member);
    if (!text)
        return -1;
    const int child = int(m_fields.size());
    known.push_back(child);
    Field field;
    field.rawKey = key.toByteArray();
    field.parent = parent;
    m_fields.push_back(std::move(field)); // `known` and `hint` are gone from here on
    m_keys.push_back(m_redactor.redactData(QString::fromUtf8(*text)));
    return child;
}

QStringList Flattener::keysOf(int field) const
{
    QStringList keys;
    for (; field > 0; field = m_fields[size_t(field)].parent)
        keys.prepend(m_keys[size_t(field)]);
    return keys;
}

int Flattener::columnOf(int field)
{
    int& column = m_fields[size_t(field)].column;
    if (column < 0)
        column = m_table.columnFor(keysOf(field));
    return column;
}

bool Flattener::addRecord(quint32 node, Batch& batch, QString& reason)
{
    struct Level {
        quint32 end;
        int field;
    };
    m_lists.clear();
    std::vector<Level> levels{{m_tree->at(node).next, 0}};
    for (quint32 at = node + 1; at < m_tree->at(node).next;) {
        while (at >= levels.back().end)
            levels.pop_back();
        const JsonNode& member = m_tree->at(at);
        const int field = childOf(levels.back().field, member);
        if (field < 0) {
            reason = flattenTr(QT_TRANSLATE_NOOP("syncs", "a field name has an unpaired surrogate, which no text can hold"));
            return false;
        }
        if (member.kind == JsonNode::Kind::Object) {
            levels.push_back({member.next, field});
            ++at;
            continue;
        }
        if (member.kind == JsonNode::Kind::Array && m_listsApart)
            m_lists.push_back({at, m_table.nameFor(keysOf(field))});
        else if (!addValue(at, columnOf(field), batch, reason))
            return false;
        at = member.next;
    }
    return true;
}

bool Flattener::addValue(quint32 index, int column, Batch& batch, QString& reason) const
{
    const JsonNode& node = m_tree->at(index);
    switch (node.kind) {
    case JsonNode::Kind::Null:
        batch.cells.push_back({Cell::Kind::Null, false, column, 0, nullptr, 0});
        return true;
    case JsonNode::Kind::False:
    case JsonNode::Kind::True:
        batch.cells.push_back({Cell::Kind::Integer, false, column, node.kind == JsonNode::Kind::True ? 1 : 0, nullptr, 0, true});
        return true;
    case JsonNode::Kind::Number:
        addNumber(node, column, batch);
        return true;
    case JsonNode::Kind::String:
        return addString(node, column, batch, reason);
    case JsonNode::Kind::Array:
    case JsonNode::Kind::Object:
        batch.addText(column, jsonText(index), false);
        return true;
    }
    return true;
}

/// Integers of 64 bits as such; any other number as its token, digit for digit.
void Flattener::addNumber(const JsonNode& node, int column, Batch& batch) const
{
    const auto token = m_tree->raw(node);
    if ((m_redactAll || m_redactor.hasNumbers()) && m_redactor.isSecret(QByteArray(token.data(), qsizetype(token.size()))))
        return batch.addText(column, secrets::Redactor::mask(), false);
    qint64 integer = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), integer);
    if (error == std::errc() && end == token.data() + token.size())
        batch.cells.push_back({Cell::Kind::Integer, false, column, integer, nullptr, 0});
    else
        batch.cells.push_back({Cell::Kind::Text, false, column, 0, token.data(), qsizetype(token.size())});
}

bool Flattener::addString(const JsonNode& node, int column, Batch& batch, QString& reason) const
{
    const auto raw = m_tree->raw(node);
    if (!node.escaped && !m_redactAll) {
        batch.cells.push_back({Cell::Kind::Text, true, column, 0, raw.data(), qsizetype(raw.size())});
        return true;
    }
    auto text = m_tree->text(node);
    if (!text) {
        reason = flattenTr(QT_TRANSLATE_NOOP("syncs", "field `%1` has an unpaired surrogate, which no text can hold")).arg(m_table.columnNameAt(column));
        return false;
    }
    batch.addText(column, m_redactor.redactData(*text), true);
    return true;
}

QByteArray Flattener::jsonText(quint32 index) const
{
    const JsonNode& whole = m_tree->at(index);
    QByteArray text;
    const auto raw = m_tree->raw(whole);
    quint32 copied = whole.begin;
    // Escapes can hide a secret: such texts are written anew.
    for (quint32 at = index; !m_redactor.isEmpty() && at < whole.next; ++at) {
        const JsonNode& node = m_tree->at(at);
        if (node.kind != JsonNode::Kind::String || !node.escaped)
            continue;
        const auto plain = m_tree->text(node);
        if (!plain || !m_redactor.occursIn(*plain))
            continue;
        const QByteArray clean = QJsonDocument(QJsonArray{QString::fromUtf8(m_redactor.redactData(*plain))}).toJson(QJsonDocument::Compact);
        text.append(raw.data() + (copied - whole.begin), qsizetype(node.begin - copied));
        text.append(clean.mid(2, clean.size() - 4));
        copied = node.begin + node.size;
    }
    text.append(raw.data() + (copied - whole.begin), qsizetype(whole.begin + whole.size - copied));
    const bool container = whole.kind == JsonNode::Kind::Array || whole.kind == JsonNode::Kind::Object;
    const QByteArray compact = container ? connectors::compacted({text.constData(), size_t(text.size())}) : text;
    return m_redactAll ? m_redactor.redactData(compact) : compact;
}

} // namespace syncs
