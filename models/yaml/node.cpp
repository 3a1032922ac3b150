// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/node.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <limits>

namespace yaml {

namespace {

bool nodeIsOneOf(QStringView text, std::initializer_list<const char*> words)
{
    for (const char* word : words) {
        if (text == QLatin1String(word))
            return true;
    }
    return false;
}

std::optional<qint64> nodeInteger(QStringView text)
{
    bool ok = false;
    const QString digits = text.toString();
    qint64 value = 0;
    if (digits.startsWith(QLatin1String("0o")))
        value = digits.mid(2).toLongLong(&ok, 8);
    else if (digits.startsWith(QLatin1String("0x")))
        value = digits.mid(2).toLongLong(&ok, 16);
    else
        value = digits.toLongLong(&ok, 10);
    return ok ? std::optional(value) : std::nullopt;
}

double nodeReal(QStringView text)
{
    const QString lower = text.toString().toLower();
    if (lower.endsWith(QLatin1String("inf")))
        return lower.startsWith(u'-') ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (lower.endsWith(QLatin1String("nan")))
        return std::numeric_limits<double>::quiet_NaN();
    return lower.toDouble();
}

} // namespace

Node::Type coreType(QStringView plain)
{
    if (plain.isEmpty() || nodeIsOneOf(plain, {"~", "null", "Null", "NULL"}))
        return Node::Type::Null;
    if (nodeIsOneOf(plain, {"true", "True", "TRUE", "false", "False", "FALSE"}))
        return Node::Type::Bool;
    if (!QStringLiteral("+-.0123456789").contains(plain.front()))
        return Node::Type::Text;
    static const QRegularExpression integer(QStringLiteral("\\A(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\\z"));
    static const QRegularExpression real(
        QStringLiteral("\\A(?:[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))\\z"));
    if (integer.match(plain).hasMatch())
        return nodeInteger(plain) ? Node::Type::Int : Node::Type::Text;
    return real.match(plain).hasMatch() ? Node::Type::Real : Node::Type::Text;
}

qsizetype Node::indexOf(QStringView key) const
{
    for (size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].text == key)
            return qsizetype(i);
    }
    return -1;
}

const Node* Node::find(QStringView key) const
{
    const qsizetype index = indexOf(key);
    return index < 0 ? nullptr : &children[size_t(index)];
}

const Node* Node::keyNode(QStringView key) const
{
    const qsizetype index = indexOf(key);
    return index < 0 ? nullptr : &keys[size_t(index)];
}

Node::Type Node::type() const
{
    if (kind == Kind::Null)
        return Type::Null;
    if (kind != Kind::Scalar)
        return Type::None;
    return style == Style::Plain && !textTag ? coreType(text) : Type::Text;
}

std::optional<bool> Node::toBool() const
{
    if (type() != Type::Bool)
        return std::nullopt;
    return text.at(0).toLower() == u't';
}

std::optional<qint64> Node::toInt() const
{
    return type() == Type::Int ? nodeInteger(text) : std::nullopt;
}

std::optional<double> Node::toDouble() const
{
    if (const auto integer = toInt())
        return double(*integer);
    if (type() == Type::Real)
        return nodeReal(text);
    return std::nullopt;
}

QVariant Node::toVariant() const
{
    switch (kind) {
    case Kind::Null: return {};
    case Kind::Mapping: {
        QVariantMap map;
        for (size_t i = 0; i < keys.size(); ++i)
            map.insert(keys[i].text, children[i].toVariant());
        return map;
    }
    case Kind::Sequence: {
        QVariantList list;
        for (const Node& child : children)
            list.append(child.toVariant());
        return list;
    }
    case Kind::Scalar: break;
    }
    if (const auto boolean = toBool())
        return *boolean;
    if (const auto integer = toInt())
        return *integer;
    if (const auto real = toDouble())
        return *real;
    return text;
}

QString Node::kindWord() const
{
    switch (kind) {
    case Kind::Null: return QCoreApplication::translate("yaml", "nothing");
    case Kind::Mapping: return QCoreApplication::translate("yaml", "a map");
    case Kind::Sequence: return QCoreApplication::translate("yaml", "a list");
    case Kind::Scalar: break;
    }
    switch (type()) {
    case Type::Bool: return QCoreApplication::translate("yaml", "true or false");
    case Type::Int:
    case Type::Real: return QCoreApplication::translate("yaml", "a number");
    default: return QCoreApplication::translate("yaml", "text");
    }
}

} // namespace yaml
