// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/kindreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace catalogue {

KindReader::KindReader(const yaml::Document& document, base::Problems& problems)
    : m_document(document)
    , m_problems(problems)
{
}

std::optional<TaskKind> KindReader::read()
{
    const yaml::Node& root = m_document.root();
    if (!root.isMapping()) {
        report("catalogue.type", QCoreApplication::translate("catalogue", "expected a map that describes a task kind, found %1").arg(root.kindWord()), root);
        return std::nullopt;
    }
    m_kind.file = m_document.file();
    m_kind.id = text(root, "id", true);
    m_kind.title = text(root, "title", true);
    m_kind.icon = text(root, "icon", false);
    m_kind.description = text(root, "description", true);
    m_kind.connection = text(root, "connection", false);
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9_]+(?:\\.[a-z0-9_]+)*\\z"));
    if (!m_kind.id.isEmpty() && !form.match(m_kind.id).hasMatch())
        report("catalogue.id", QCoreApplication::translate("catalogue", "the id '%1': expected lower case words with dots, such as dbt.build").arg(m_kind.id), *root.find(u"id"));
    const QString word = text(root, "category", true);
    const std::array all{Category::Extraction, Category::Transformation, Category::Refresh, Category::Test, Category::Other};
    const auto category = std::find_if(all.begin(), all.end(), [&](Category c) { return categoryWord(c) == word; });
    if (category != all.end())
        m_kind.category = *category;
    else if (!word.isEmpty())
        report("catalogue.category", QCoreApplication::translate("catalogue", "the category '%1': expected extraction, transformation, refresh, test or other").arg(word), *root.find(u"category"));
    if (const yaml::Node* parameters = mapping(root, "parameters"))
        readParameters(*parameters);
    m_kind.produces = names(root, "produces");
    m_kind.consumes = names(root, "consumes");
    if (const yaml::Node* dialects = mapping(root, "dialects")) {
        for (size_t i = 0; i < dialects->keys.size(); ++i) {
            const yaml::Node& value = dialects->children[i];
            if (!value.isSequence()) {
                readSpelling(dialects->keys[i].text, value);
                continue;
            }
            for (const yaml::Node& item : value.children)
                readSpelling(dialects->keys[i].text, item);
        }
    }
    reportUnknown(root, {"id", "title", "icon", "description", "connection", "category", "parameters", "produces", "consumes", "dialects"});
    return m_failed ? std::nullopt : std::optional(m_kind);
}

QString KindReader::text(const yaml::Node& map, const char* key, bool required)
{
    const yaml::Node* node = map.find(QString::fromLatin1(key));
    if (node != nullptr && node->isScalar() && !node->text.isEmpty())
        return node->text;
    if (node != nullptr && !node->isNull() && !node->isScalar())
        report("catalogue.type", QCoreApplication::translate("catalogue", "'%1': expected text, found %2").arg(QString::fromLatin1(key), node->kindWord()), *node);
    else if (required)
        report("catalogue.missing", QCoreApplication::translate("catalogue", "'%1' is missing; expected text").arg(QString::fromLatin1(key)), node != nullptr ? *node : map);
    return {};
}

QStringList KindReader::names(const yaml::Node& map, const char* key)
{
    QStringList names;
    const yaml::Node* node = map.find(QString::fromLatin1(key));
    if (node == nullptr || node->isNull())
        return names;
    const bool fits = node->isSequence() && std::all_of(node->children.begin(), node->children.end(), [](const yaml::Node& n) { return n.isScalar(); });
    if (!fits)
        report("catalogue.type", QCoreApplication::translate("catalogue", "'%1': expected a list of names, found %2").arg(QString::fromLatin1(key), node->kindWord()), *node);
    for (const yaml::Node& item : node->children)
        names.append(item.text);
    return fits ? names : QStringList();
}

const yaml::Node* KindReader::mapping(const yaml::Node& map, const char* key)
{
    const yaml::Node* node = map.find(QString::fromLatin1(key));
    if (node == nullptr || node->isNull() || node->isMapping())
        return node != nullptr && node->isMapping() ? node : nullptr;
    report("catalogue.type", QCoreApplication::translate("catalogue", "'%1': expected a map, found %2").arg(QString::fromLatin1(key), node->kindWord()), *node);
    return nullptr;
}

/// The file's order of the properties becomes `order`: JSON objects have none.
void KindReader::readParameters(const yaml::Node& node)
{
    QJsonObject schema = QJsonObject::fromVariantMap(node.toVariant().toMap());
    schema.insert(QLatin1String("type"), QStringLiteral("object"));
    const yaml::Node* properties = mapping(node, "properties");
    QJsonObject ordered;
    for (size_t i = 0; properties != nullptr && i < properties->keys.size(); ++i) {
        const yaml::Node& property = properties->children[i];
        if (!property.isMapping()) {
            report("catalogue.type", QCoreApplication::translate("catalogue", "a parameter: expected a map with its type, found %1").arg(property.kindWord()), property);
            continue;
        }
        QJsonObject object = QJsonObject::fromVariantMap(property.toVariant().toMap());
        if (!object.contains(QLatin1String("order")))
            object.insert(QLatin1String("order"), int(i));
        ordered.insert(properties->keys[i].text, object);
    }
    schema.insert(QLatin1String("properties"), ordered);
    for (const QString& name : names(node, "required")) {
        if (!ordered.contains(name))
            report("catalogue.template", QCoreApplication::translate("catalogue", "'required' names '%1', which is no parameter").arg(name), *node.find(u"required"));
    }
    m_kind.parameters = schema;
}

void KindReader::readSpelling(const QString& dialect, const yaml::Node& node)
{
    if (!node.isMapping()) {
        report("catalogue.type", QCoreApplication::translate("catalogue", "a spelling: expected a map, found %1").arg(node.kindWord()), node);
        return;
    }
    Spelling spelling;
    spelling.dialect = dialect;
    spelling.required = names(node, "required");
    if (const yaml::Node* when = mapping(node, "when"))
        readWhen(*when, spelling);
    if (const yaml::Node* parameters = mapping(node, "parameters")) {
        for (size_t i = 0; i < parameters->keys.size(); ++i) {
            if (const auto made = readTemplate(parameters->keys[i].text, parameters->children[i]))
                spelling.parameters.append({parameters->keys[i].text, *made});
        }
    }
    for (size_t i = 0; i < node.keys.size(); ++i) {
        if (const QString& key = node.keys[i].text; key != QLatin1String("when") && key != QLatin1String("parameters") && key != QLatin1String("required"))
            spelling.fixed.insert(key, node.children[i].toVariant());
    }
    m_kind.spellings.append(spelling);
}

void KindReader::readWhen(const yaml::Node& node, Spelling& spelling)
{
    const auto oneOrMore = [&](const char* key) {
        const yaml::Node* value = node.find(QString::fromLatin1(key));
        return value != nullptr && value->isScalar() ? QStringList{value->text} : names(node, key);
    };
    spelling.has = oneOrMore("has");
    spelling.absent = oneOrMore("absent");
    if (const yaml::Node* equals = mapping(node, "equals"))
        spelling.equals = equals->toVariant().toMap();
    checkNames(spelling.has + spelling.absent + spelling.equals.keys(), node);
    reportUnknown(node, {"has", "absent", "equals"});
}

std::optional<Template> KindReader::readTemplate(const QString& name, const yaml::Node& node)
{
    const yaml::Node* from = node.find(u"from");
    const yaml::Node* constant = node.find(u"value");
    const yaml::Node* written = node.find(u"text");
    const int given = (from != nullptr ? 1 : 0) + (constant != nullptr ? 1 : 0) + (written != nullptr ? 1 : 0);
    const yaml::Node* source = from != nullptr ? from : written;
    if (given != 1 || (source != nullptr && !source->isScalar())) {
        report("catalogue.template", QCoreApplication::translate("catalogue", "'%1': expected a map with one of from, value or text").arg(name), node);
        return std::nullopt;
    }
    Template made;
    made.source = from != nullptr ? Template::Source::From : written != nullptr ? Template::Source::Text : Template::Source::Value;
    made.from = source != nullptr ? source->text : QString();
    if (constant != nullptr)
        made.value = constant->toVariant();
    else if (const yaml::Node* fallback = node.find(u"default"))
        made.value = fallback->toVariant();
    const QString as = text(node, "as", false);
    if (as == QLatin1String("json"))
        made.as = Template::As::Json;
    else if (as == QLatin1String("csv"))
        made.as = Template::As::Csv;
    else if (as == QLatin1String("text"))
        made.as = Template::As::Text;
    else if (!as.isEmpty())
        report("catalogue.template", QCoreApplication::translate("catalogue", "'as': expected json, csv or text, found '%1'").arg(as), node);
    if (source != nullptr)
        checkNames(from != nullptr ? QStringList{made.from} : namesIn(made.from), *source);
    reportUnknown(node, {"from", "value", "text", "default", "as"});
    return made;
}

void KindReader::checkNames(const QStringList& used, const yaml::Node& node)
{
    const QJsonObject known = m_kind.parameters.value(QLatin1String("properties")).toObject();
    for (const QString& name : used) {
        if (!known.contains(name))
            report("catalogue.template", QCoreApplication::translate("catalogue", "'%1' is no parameter of this kind").arg(name), node);
    }
}

void KindReader::reportUnknown(const yaml::Node& map, std::initializer_list<const char*> known)
{
    for (const yaml::Node& key : map.keys) {
        if (std::none_of(known.begin(), known.end(), [&](const char* word) { return key.text == QLatin1String(word); }))
            report("catalogue.unknown_key", QCoreApplication::translate("catalogue", "the key '%1' is not known here").arg(key.text), key, base::Severity::Warning);
    }
}

void KindReader::report(const char* code, const QString& message, const yaml::Node& node, base::Severity severity)
{
    m_failed = m_failed || severity == base::Severity::Error;
    m_problems.append({severity, QString::fromLatin1(code), message, m_document.placeOf(node, m_kind.id)});
}

} // namespace catalogue
