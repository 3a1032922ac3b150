// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/value.h"

#include <cmath>

namespace yaml {

Value Value::ofBool(bool value)
{
    Value result;
    result.type = Type::Bool;
    result.boolean = value;
    return result;
}

Value Value::ofInt(qint64 value)
{
    Value result;
    result.type = Type::Int;
    result.integer = value;
    return result;
}

Value Value::ofReal(double value)
{
    Value result;
    result.type = Type::Real;
    result.real = value;
    return result;
}

Value Value::text(const QString& value, Style style)
{
    Value result;
    result.type = Type::Text;
    result.string = value;
    result.style = style;
    return result;
}

Value Value::list(std::vector<Value> items, bool flow)
{
    Value result;
    result.type = Type::List;
    result.items = std::move(items);
    result.flow = flow;
    return result;
}

Value Value::texts(const QStringList& items, bool flow)
{
    Value result = list({}, flow);
    for (const QString& item : items)
        result.add(text(item));
    return result;
}

Value Value::map(bool flow)
{
    Value result;
    result.type = Type::Map;
    result.flow = flow;
    return result;
}

Value Value::fromVariant(const QVariant& value, bool flow)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr: return null();
    case QMetaType::Bool: return ofBool(value.toBool());
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong: return ofInt(value.toLongLong());
    case QMetaType::Double:
    case QMetaType::Float: return ofReal(value.toDouble());
    case QMetaType::QVariantList:
    case QMetaType::QStringList: {
        Value result = list({}, flow);
        for (const QVariant& item : value.toList())
            result.add(fromVariant(item, flow));
        return result;
    }
    case QMetaType::QVariantMap: {
        Value result = map(flow);
        const QVariantMap entries = value.toMap();
        for (auto it = entries.begin(); it != entries.end(); ++it)
            result.set(it.key(), fromVariant(it.value(), flow));
        return result;
    }
    default: return text(value.toString());
    }
}

Value Value::fromNode(const Node& node)
{
    if (node.isMapping()) {
        Value result = map(node.flow);
        for (size_t i = 0; i < node.keys.size(); ++i) {
            result.keys.append(node.keys[i].text);
            result.items.push_back(fromNode(node.children[i]));
        }
        return result;
    }
    if (node.isSequence()) {
        Value result = list({}, node.flow);
        for (const Node& child : node.children)
            result.add(fromNode(child));
        return result;
    }
    if (node.isNull())
        return null();
    if (const auto boolean = node.toBool())
        return ofBool(*boolean);
    if (const auto integer = node.toInt())
        return ofInt(*integer);
    if (const auto real = node.toDouble())
        return ofReal(*real);
    return text(node.text);
}

Value& Value::set(const QString& key, Value value)
{
    type = Type::Map;
    const qsizetype index = keys.indexOf(key);
    if (index >= 0) {
        items[size_t(index)] = std::move(value);
    } else {
        keys.append(key);
        items.push_back(std::move(value));
    }
    return *this;
}

Value& Value::add(Value item)
{
    type = Type::List;
    items.push_back(std::move(item));
    return *this;
}

const Value* Value::find(const QString& key) const
{
    const qsizetype index = type == Type::Map ? keys.indexOf(key) : -1;
    return index < 0 ? nullptr : &items[size_t(index)];
}

bool Value::same(const Value& other) const
{
    if (type != other.type || keys != other.keys || items.size() != other.items.size())
        return false;
    for (size_t i = 0; i < items.size(); ++i) {
        if (!items[i].same(other.items[i]))
            return false;
    }
    switch (type) {
    case Type::Bool: return boolean == other.boolean;
    case Type::Int: return integer == other.integer;
    case Type::Real: return real == other.real || (std::isnan(real) && std::isnan(other.real));
    case Type::Text: return string == other.string;
    default: return true;
    }
}

} // namespace yaml
