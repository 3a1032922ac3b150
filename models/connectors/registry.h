// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectors/configreader.h"
#include "models/connectors/source.h"

#include <memory>

namespace connectors {

/// One kind of system that can be read: what `kind:` of a connection file names.
struct Connector {
    QString id;
    QString title;
    /// JSON Schema of `config` in Airbyte's dialect (`airbyte_secret`, `order`, `oneOf` + `const`): forms are made from it.
    QJsonObject connectionSpecification;
    /// Reads `config`; errors are in the reader, and the source is null then. `clock` must outlive the source.
    std::function<std::unique_ptr<Source>(ConfigReader& reader, const yaml::Node& config, const QString& path, net::Clock& clock, quint64 seed)> open;
    /// Streams only, without secrets.
    std::function<QVector<StreamSpec>(ConfigReader& reader, const yaml::Node& config, const QString& path)> streams;
};

/// All connectors, by id. A value: nothing registers itself behind anybody's back.
[[nodiscard]] const QVector<Connector>& connectors();
[[nodiscard]] const Connector* findConnector(const QString& id);

} // namespace connectors
