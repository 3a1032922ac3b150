// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/kind.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include <algorithm>

namespace catalogue {

namespace {

QString templateJson(const QVariant& value)
{
    const QJsonValue json = QJsonValue::fromVariant(value);
    if (json.isObject())
        return QString::fromUtf8(QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact));
    if (json.isArray())
        return QString::fromUtf8(QJsonDocument(json.toArray()).toJson(QJsonDocument::Compact));
    return value.toString(); // a text is taken as JSON text already
}

QString templateText(const QVariant& value)
{
    if (value.typeId() == QMetaType::Bool)
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.typeId() == QMetaType::QVariantList || value.typeId() == QMetaType::QStringList)
        return value.toStringList().join(u' ');
    if (value.typeId() == QMetaType::QVariantMap)
        return templateJson(value);
    return value.toString();
}

bool templateIsOn(const QVariant& value)
{
    return value.typeId() == QMetaType::Bool ? value.toBool() : !value.toString().isEmpty();
}

QVariant templateConverted(const QVariant& value, Template::As as)
{
    switch (as) {
    case Template::As::Json: return templateJson(value);
    case Template::As::Csv: return value.typeId() == QMetaType::QVariantList ? value.toStringList().join(u',') : templateText(value);
    case Template::As::Text: return templateText(value);
    case Template::As::Same: break;
    }
    return value;
}

/// Reads a template text once; `found` gets each name.
class TemplateScanner {
public:
    TemplateScanner(const QString& text, const QVariantMap& with)
        : m_text(text)
        , m_with(with)
    {
    }

    /// Up to the closing bracket or the end. False if a name at this level is absent.
    bool scan(QString& out)
    {
        bool complete = true;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'\\' && m_at < m_text.size()) {
                out += m_text[m_at++];
            } else if (c == u'{') {
                const qsizetype end = m_text.indexOf(u'}', m_at);
                const QString written = m_text.mid(m_at, end < 0 ? -1 : end - m_at);
                m_at = end < 0 ? m_text.size() : end + 1;
                const bool flag = written.startsWith(u'?');
                const QString name = flag ? written.mid(1) : written;
                const QVariant value = m_with.value(name);
                names.append(name);
                complete = complete && value.isValid() && (!flag || templateIsOn(value));
                out += flag ? QString() : templateText(value);
            } else if (c == u'[') {
                QString part;
                if (scan(part))
                    out += part;
            } else if (c == u']') {
                return complete;
            } else {
                out += c;
            }
        }
        return complete;
    }

    QStringList names;

private:
    QString m_text;
    const QVariantMap& m_with;
    qsizetype m_at = 0;
};

/// `withDefaults`: for texts, where the schema's default stands for what is absent.
QVariant templateValue(const Template& made, const QVariantMap& with, const QVariantMap& withDefaults)
{
    switch (made.source) {
    case Template::Source::Value: return made.value;
    case Template::Source::Text: {
        const auto text = fillText(made.from, withDefaults);
        return text ? QVariant(*text) : QVariant();
    }
    case Template::Source::From: break;
    }
    const QVariant value = with.value(made.from);
    return value.isValid() ? templateConverted(value, made.as) : made.value;
}

bool spellingFits(const Spelling& spelling, const QVariantMap& with)
{
    const auto given = [&](const QString& name) { return with.value(name).isValid(); };
    return std::all_of(spelling.has.begin(), spelling.has.end(), given)
        && std::none_of(spelling.absent.begin(), spelling.absent.end(), given)
        && std::all_of(spelling.equals.keyValueBegin(), spelling.equals.keyValueEnd(),
            [&](const auto& entry) { return with.value(entry.first) == entry.second; });
}

} // namespace

std::optional<QString> fillText(const QString& text, const QVariantMap& with)
{
    QString out;
    TemplateScanner scanner(text, with);
    return scanner.scan(out) ? std::optional(out) : std::nullopt;
}

QStringList namesIn(const QString& text)
{
    QString out;
    const QVariantMap nothing;
    TemplateScanner scanner(text, nothing);
    scanner.scan(out);
    return scanner.names;
}

QVariantMap Spelled::parameterMap() const
{
    QVariantMap map;
    for (const auto& [name, value] : parameters)
        map.insert(name, value);
    return map;
}

std::optional<Spelled> TaskKind::spelledFor(const QString& dialect, const QVariantMap& with) const
{
    const auto spelling = std::find_if(spellings.begin(), spellings.end(),
        [&](const Spelling& s) { return s.dialect == dialect && spellingFits(s, with); });
    if (spelling == spellings.end())
        return std::nullopt;
    QVariantMap withDefaults;
    QStringList own; // for Weirkeeper only: no dialect has to say it
    const QJsonObject properties = parameters.value(QLatin1String("properties")).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonObject property = it.value().toObject();
        if (property.contains(QLatin1String("default")))
            withDefaults.insert(it.key(), property.value(QLatin1String("default")).toVariant());
        if (property.value(QLatin1String("weirkeeper_only")).toBool())
            own.append(it.key());
    }
    withDefaults.insert(with);
    Spelled spelled;
    spelled.fixed = spelling->fixed;
    QStringList said = own;
    for (const Spelling& other : spellings)
        said += other.dialect == dialect ? other.equals.keys() : QStringList(); // they chose the spelling
    for (const auto& [name, made] : spelling->parameters) {
        said += made.source == Template::Source::From ? QStringList{made.from} : made.source == Template::Source::Text ? namesIn(made.from) : QStringList();
        if (const QVariant value = templateValue(made, with, withDefaults); value.isValid())
            spelled.parameters.append({name, value});
        else if (spelling->required.contains(name))
            spelled.missing.append(name);
    }
    for (auto it = with.begin(); it != with.end(); ++it) {
        if (!said.contains(it.key()))
            spelled.lost.append(it.key());
    }
    return spelled;
}

bool TaskKind::knownIn(const QString& dialect) const
{
    return std::any_of(spellings.begin(), spellings.end(), [&](const Spelling& s) { return s.dialect == dialect; });
}

QStringList TaskKind::requiredParameters() const
{
    QStringList names;
    for (const QJsonValue& name : parameters.value(QLatin1String("required")).toArray())
        names.append(name.toString());
    return names;
}

} // namespace catalogue
