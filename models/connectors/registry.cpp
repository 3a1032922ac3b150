// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/registry.h"

#include "models/connectors/rest/restsource.h"
#include "models/connectors/rest/restspecification.h"

#include <QCoreApplication>

namespace connectors {

static Connector restConnector()
{
    Connector rest;
    rest.id = QStringLiteral("rest");
    rest.title = QCoreApplication::translate("connectors", "REST API (JSON)");
    rest.connectionSpecification = restSpecification();
    rest.open = [](ConfigReader& reader, const yaml::Node& config, const QString& path, net::Clock& clock, quint64 seed) -> std::unique_ptr<Source> {
        RestConfig parsed = readRestConfig(reader, config, path);
        if (reader.error())
            return nullptr;
        return std::make_unique<RestSource>(std::move(parsed), clock, seed);
    };
    rest.streams = [](ConfigReader& reader, const yaml::Node& config, const QString& path) {
        QVector<StreamSpec> specs;
        const RestConfig parsed = readRestConfig(reader, config, path);
        for (const RestStream& stream : parsed.streams)
            specs.append(stream.spec);
        return specs;
    };
    return rest;
}

const QVector<Connector>& connectors()
{
    static const QVector<Connector> all{restConnector()};
    return all;
}

const Connector* findConnector(const QString& id)
{
    for (const Connector& connector : connectors()) {
        if (connector.id == id)
            return &connector;
    }
    return nullptr;
}

} // namespace connectors
