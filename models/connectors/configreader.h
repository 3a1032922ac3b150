// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/base/utctime.h"
#include "models/secrets/interpolate.h"
#include "models/secrets/redactor.h"
#include "models/yaml/document.h"

#include <optional>

namespace connectors {

/// Reads a connection's YAML with places: the first error is kept, and reading goes on with defaults. Texts are
/// interpolated unless `chain` is null (planning looks at a connection without its secrets).
class ConfigReader {
public:
    ConfigReader(const yaml::Document& document, const secrets::Chain* chain) : m_document(document), m_chain(chain) { }

    [[nodiscard]] bool resolves() const { return m_chain != nullptr; }
    [[nodiscard]] const std::optional<base::Error>& error() const { return m_error; }
    [[nodiscard]] const base::Problems& warnings() const { return m_warnings; }
    [[nodiscard]] const secrets::Redactor& redactor() const { return m_redactor; }
    void addSecret(const QString& name, const QString& value) { m_redactor.add(name, value); }

    void fail(const yaml::Node& node, const QString& keyPath, const QString& expected, const char* code = "config.value");
    [[nodiscard]] base::Place place(const yaml::Node& node, const QString& keyPath) const { return m_document.placeOf(node, keyPath); }

    /// The child at `key` if it is a map (nullptr if absent; an error if it is something else).
    [[nodiscard]] const yaml::Node* map(const yaml::Node& parent, QStringView key, const QString& path, bool required = false);
    /// Anything but `keys` is an error that lists them; with `soft` a warning.
    void checkKeys(const yaml::Node& map, const QString& path, const QStringList& keys, bool soft = false);

    enum class Use { Plain, Credential }; ///< Credential: environment variables and literals in it are secrets too
    [[nodiscard]] std::optional<QString> text(const yaml::Node& parent, QStringView key, const QString& path, Use use = Use::Plain);
    [[nodiscard]] QString requiredText(const yaml::Node& parent, QStringView key, const QString& path, Use use = Use::Plain);
    [[nodiscard]] QString scalar(const yaml::Node& node, const QString& path, Use use = Use::Plain);
    [[nodiscard]] std::optional<qint64> integer(const yaml::Node& parent, QStringView key, const QString& path, qint64 least, qint64 most);
    [[nodiscard]] std::optional<base::Micros> duration(const yaml::Node& parent, QStringView key, const QString& path);
    /// One text or a list of texts.
    [[nodiscard]] QStringList texts(const yaml::Node& parent, QStringView key, const QString& path);

private:
    const yaml::Document& m_document;
    const secrets::Chain* m_chain;
    std::optional<base::Error> m_error;
    base::Problems m_warnings;
    secrets::Redactor m_redactor;
};

[[nodiscard]] QString joined(const QString& path, QStringView key); ///< `a` + `b` -> `a.b`

} // namespace connectors
