// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/kind.h"
#include "models/yaml/document.h"

namespace catalogue {

/// Turns one catalogue file into a TaskKind; everything wrong is reported with its place.
class KindReader {
public:
    KindReader(const yaml::Document& document, base::Problems& problems);
    /// Nothing if an error was reported.
    std::optional<TaskKind> read();

private:
    QString text(const yaml::Node& map, const char* key, bool required);
    QStringList names(const yaml::Node& map, const char* key);
    const yaml::Node* mapping(const yaml::Node& map, const char* key);
    void readParameters(const yaml::Node& node);
    void readSpelling(const QString& dialect, const yaml::Node& node);
    void readWhen(const yaml::Node& node, Spelling& spelling);
    std::optional<Template> readTemplate(const QString& name, const yaml::Node& node);
    void checkNames(const QStringList& used, const yaml::Node& node);
    void reportUnknown(const yaml::Node& map, std::initializer_list<const char*> known);
    void report(const char* code, const QString& message, const yaml::Node& node, base::Severity severity = base::Severity::Error);

    const yaml::Document& m_document;
    base::Problems& m_problems;
    TaskKind m_kind;
    bool m_failed = false;
};

} // namespace catalogue
