// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/yaml/document.h"

#include <QMap>
#include <QStringList>

namespace pipeline {

/// Reads the keys of one map by type and reports what does not fit, with its place, its key path and what was expected.
/// Types come from the dialect first: any scalar is a text where a text is expected (`sla: 07:00`). Null counts as absent.
class Fields {
public:
    /// `node` must be a mapping; all three outlive this.
    Fields(const yaml::Document& document, const yaml::Node& node, QString path, base::Problems& problems);

    [[nodiscard]] QString text(const char* key);
    [[nodiscard]] std::optional<int> count(const char* key); ///< whole number, not negative
    [[nodiscard]] QStringList names(const char* key);        ///< list of texts; places under `key.<name>`
    [[nodiscard]] QVariantMap map(const char* key);
    [[nodiscard]] QVariantList list(const char* key);
    /// The node, if it is of that kind; reports others except null.
    [[nodiscard]] const yaml::Node* child(const char* key, yaml::Node::Kind kind);
    /// Warns of every key that was not asked for and is not one of `alsoKnown`.
    void reportUnknown(const QStringList& alsoKnown = {});

    void report(const char* code, const QString& message, const yaml::Node& node, const QString& key, base::Severity severity = base::Severity::Error);
    [[nodiscard]] base::Place place(const yaml::Node& node, const QString& key = {}) const;
    [[nodiscard]] const QMap<QString, base::Place>& places() const { return m_places; }

private:
    const yaml::Node* take(const char* key);
    void wrongType(const yaml::Node& node, const QString& key, const QString& expected);

    const yaml::Document& m_document;
    const yaml::Node& m_node;
    QString m_path;
    base::Problems& m_problems;
    QStringList m_known;
    QMap<QString, base::Place> m_places;
};

} // namespace pipeline
