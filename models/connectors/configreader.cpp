// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/configreader.h"

#include <QCoreApplication>

namespace connectors {

static QString configTr(const char* text)
{
    return QCoreApplication::translate("connectors", text);
}

QString joined(const QString& path, QStringView key)
{
    return path.isEmpty() ? key.toString() : path + u'.' + key.toString();
}

void ConfigReader::fail(const yaml::Node& node, const QString& keyPath, const QString& expected, const char* code)
{
    if (!m_error)
        m_error = base::makeError(code, configTr(QT_TRANSLATE_NOOP("connectors", "%1: %2")).arg(keyPath, expected), place(node, keyPath));
}

const yaml::Node* ConfigReader::map(const yaml::Node& parent, QStringView key, const QString& path, bool required)
{
    const QString full = joined(path, key);
    const yaml::Node* child = parent.find(key);
    if (child == nullptr || child->isNull()) {
        if (required)
            fail(child != nullptr ? *child : parent, full, configTr(QT_TRANSLATE_NOOP("connectors", "missing; expected a map")), "config.missing");
        return nullptr;
    }
    if (!child->isMapping()) {
        fail(*child, full, configTr(QT_TRANSLATE_NOOP("connectors", "expected a map, found %1")).arg(child->kindWord()));
        return nullptr;
    }
    return child;
}

void ConfigReader::checkKeys(const yaml::Node& map, const QString& path, const QStringList& keys, bool soft)
{
    for (const yaml::Node& key : map.keys) {
        if (keys.contains(key.text))
            continue;
        const QString expected = configTr(QT_TRANSLATE_NOOP("connectors", "unknown key; expected one of: %1")).arg(keys.join(QStringLiteral(", ")));
        const QString full = joined(path, key.text);
        if (soft)
            m_warnings.append({base::Severity::Warning, QStringLiteral("config.unknown_key"), full + QStringLiteral(": ") + expected, place(key, full)});
        else
            fail(key, full, expected, "config.unknown_key");
    }
}

QString ConfigReader::scalar(const yaml::Node& node, const QString& path, Use use)
{
    if (!node.isScalar()) {
        fail(node, path, configTr(QT_TRANSLATE_NOOP("connectors", "expected a text, found %1")).arg(node.kindWord()));
        return {};
    }
    if (m_chain == nullptr)
        return node.text;
    const auto resolved = secrets::interpolate(node.text, *m_chain, place(node, path));
    if (!resolved.ok()) {
        if (!m_error)
            m_error = resolved.error();
        return {};
    }
    for (const auto& [name, value] : resolved->secrets)
        m_redactor.add(name, value);
    if (use == Use::Credential) {
        for (const auto& [name, value] : resolved->variables)
            m_redactor.add(name, value);
        m_redactor.add(path, resolved->text);
    }
    return resolved->text;
}

std::optional<QString> ConfigReader::text(const yaml::Node& parent, QStringView key, const QString& path, Use use)
{
    const yaml::Node* child = parent.find(key);
    if (child == nullptr || child->isNull())
        return std::nullopt;
    return scalar(*child, joined(path, key), use);
}

QString ConfigReader::requiredText(const yaml::Node& parent, QStringView key, const QString& path, Use use)
{
    const auto found = text(parent, key, path, use);
    if (!found || (found->isEmpty() && !m_error))
        fail(parent, joined(path, key), configTr(QT_TRANSLATE_NOOP("connectors", "missing; expected a text")), "config.missing");
    return found.value_or(QString());
}

std::optional<qint64> ConfigReader::integer(const yaml::Node& parent, QStringView key, const QString& path, qint64 least, qint64 most)
{
    const auto written = text(parent, key, path);
    if (!written)
        return std::nullopt;
    bool isInteger = false;
    const qint64 value = written->toLongLong(&isInteger);
    if (isInteger && value >= least && value <= most)
        return value;
    if (m_chain != nullptr || !written->contains(QLatin1String("${")))
        fail(*parent.find(key), joined(path, key),
            configTr(QT_TRANSLATE_NOOP("connectors", "expected a whole number from %1 to %2, found `%3`")).arg(least).arg(most).arg(*written));
    return std::nullopt;
}

std::optional<base::Micros> ConfigReader::duration(const yaml::Node& parent, QStringView key, const QString& path)
{
    const auto written = text(parent, key, path);
    if (!written)
        return std::nullopt;
    const auto value = base::parseDuration(*written);
    if (value && *value >= 0)
        return value;
    if (m_chain != nullptr || !written->contains(QLatin1String("${")))
        fail(*parent.find(key), joined(path, key),
            configTr(QT_TRANSLATE_NOOP("connectors", "expected a duration such as PT10M or PT0.5S, found `%1`")).arg(*written));
    return std::nullopt;
}

QStringList ConfigReader::texts(const yaml::Node& parent, QStringView key, const QString& path)
{
    const yaml::Node* child = parent.find(key);
    if (child == nullptr || child->isNull())
        return {};
    const QString full = joined(path, key);
    if (!child->isSequence())
        return {scalar(*child, full)};
    QStringList all;
    for (qsizetype i = 0; i < child->size(); ++i)
        all.append(scalar(child->children[size_t(i)], QStringLiteral("%1[%2]").arg(full).arg(i)));
    return all;
}

} // namespace connectors
