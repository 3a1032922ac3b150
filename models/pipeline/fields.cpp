// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/fields.h"

#include "models/pipeline/workspace.h"

#include <QCoreApplication>

#include <limits>

namespace pipeline {

Fields::Fields(const yaml::Document& document, const yaml::Node& node, QString path, base::Problems& problems)
    : m_document(document)
    , m_node(node)
    , m_path(std::move(path))
    , m_problems(problems)
{
}

const yaml::Node* Fields::take(const char* key)
{
    const QString name = QString::fromLatin1(key);
    m_known.append(name);
    const yaml::Node* node = m_node.find(name);
    if (node == nullptr || node->isNull())
        return nullptr;
    m_places.insert(name, place(*node, name));
    return node;
}

QString Fields::text(const char* key)
{
    const yaml::Node* node = take(key);
    if (node == nullptr)
        return {};
    if (!node->isScalar()) {
        wrongType(*node, QString::fromLatin1(key), QCoreApplication::translate("pipeline", "text"));
        return {};
    }
    return node->text;
}

std::optional<int> Fields::count(const char* key)
{
    const yaml::Node* node = take(key);
    if (node == nullptr)
        return std::nullopt;
    const auto number = node->toInt();
    if (!number || *number < 0 || *number > std::numeric_limits<int>::max()) {
        wrongType(*node, QString::fromLatin1(key), QCoreApplication::translate("pipeline", "a whole number, 0 or more"));
        return std::nullopt;
    }
    return int(*number);
}

QStringList Fields::names(const char* key)
{
    const yaml::Node* node = take(key);
    if (node == nullptr)
        return {};
    const QString name = QString::fromLatin1(key);
    if (!node->isSequence()) {
        wrongType(*node, name, QCoreApplication::translate("pipeline", "a list of names"));
        return {};
    }
    QStringList names;
    for (qsizetype i = 0; i < node->size(); ++i) {
        const yaml::Node& item = node->children[size_t(i)];
        const QString itemKey = QStringLiteral("%1[%2]").arg(name).arg(i);
        if (!item.isScalar()) {
            wrongType(item, itemKey, QCoreApplication::translate("pipeline", "a name"));
            continue;
        }
        names.append(item.text);
        if (!m_places.contains(name + u'.' + item.text))
            m_places.insert(name + u'.' + item.text, place(item, itemKey));
    }
    return names;
}

QVariantMap Fields::map(const char* key)
{
    const yaml::Node* node = child(key, yaml::Node::Kind::Mapping);
    if (node == nullptr)
        return {};
    const QString name = QString::fromLatin1(key);
    for (size_t i = 0; i < node->keys.size(); ++i) {
        const QString itemKey = name + u'.' + node->keys[i].text;
        m_places.insert(itemKey, place(node->children[i], itemKey));
    }
    return node->toVariant().toMap();
}

QVariantList Fields::list(const char* key)
{
    const yaml::Node* node = child(key, yaml::Node::Kind::Sequence);
    return node == nullptr ? QVariantList() : node->toVariant().toList();
}

const yaml::Node* Fields::child(const char* key, yaml::Node::Kind kind)
{
    const yaml::Node* node = take(key);
    if (node == nullptr || node->kind == kind)
        return node;
    wrongType(*node, QString::fromLatin1(key),
        kind == yaml::Node::Kind::Mapping ? QCoreApplication::translate("pipeline", "a map") : QCoreApplication::translate("pipeline", "a list"));
    return nullptr;
}

void Fields::reportUnknown(const QStringList& alsoKnown)
{
    const QStringList known = m_known + alsoKnown;
    for (const yaml::Node& key : m_node.keys) {
        if (known.contains(key.text))
            continue;
        const QString nearest = nearestWord(key.text, known);
        QString message = QCoreApplication::translate("pipeline", "the key '%1' is not known here; it is kept").arg(key.text);
        if (!nearest.isEmpty())
            message += QCoreApplication::translate("pipeline", " (did you mean '%1'?)").arg(nearest);
        report("pipeline.unknown_key", message, key, key.text, base::Severity::Warning);
    }
}

void Fields::report(const char* code, const QString& message, const yaml::Node& node, const QString& key, base::Severity severity)
{
    m_problems.append({severity, QString::fromLatin1(code), message, place(node, key)});
}

base::Place Fields::place(const yaml::Node& node, const QString& key) const
{
    return m_document.placeOf(node, key.isEmpty() ? m_path : m_path.isEmpty() ? key : m_path + u'.' + key);
}

void Fields::wrongType(const yaml::Node& node, const QString& key, const QString& expected)
{
    report("pipeline.type", QCoreApplication::translate("pipeline", "'%1': expected %2, found %3").arg(key, expected, node.kindWord()), node, key);
}

} // namespace pipeline
