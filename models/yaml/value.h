// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/node.h"

namespace yaml {

/// What is to be written: an ordered tree. `style` forces the form of a text; Automatic = plain where every reader takes it
/// as the same string, else quoted; several lines become a literal block where it can hold them.
struct Value {
    enum class Type { Null, Bool, Int, Real, Text, List, Map };
    enum class Style { Automatic, Single, Double, Literal };

    Type type = Type::Null;
    Style style = Style::Automatic;
    bool flow = false; ///< of a List or Map: on one line, `[a, b]`, `{a: 1}`; everything below it too
    bool boolean = false;
    qint64 integer = 0;
    double real = 0;
    QString string;
    QStringList keys; ///< of a Map; parallel to `items`
    std::vector<Value> items;

    static Value null() { return {}; }
    static Value ofBool(bool value);
    static Value ofInt(qint64 value);
    static Value ofReal(double value);
    static Value text(const QString& value, Style style = Style::Automatic);
    static Value list(std::vector<Value> items = {}, bool flow = false);
    static Value texts(const QStringList& items, bool flow = false); ///< list of texts
    static Value map(bool flow = false);
    /// QString, numbers, bool, QVariantList, QStringList, QVariantMap (sorted by key); anything else by toString(); invalid = null.
    static Value fromVariant(const QVariant& value, bool flow = false);
    static Value fromNode(const Node& node);

    /// Adds or replaces a key of a Map; returns *this for chains.
    Value& set(const QString& key, Value value);
    Value& add(Value item); ///< to a List
    [[nodiscard]] const Value* find(const QString& key) const;
    [[nodiscard]] bool isCollection() const { return type == Type::List || type == Type::Map; }
    /// The same meaning: style and flow are not compared.
    [[nodiscard]] bool same(const Value& other) const;
};

} // namespace yaml
