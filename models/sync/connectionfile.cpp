// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/connectionfile.h"

#include "models/base/files.h"
#include "models/sync/naming.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace syncs {

using connectors::ConfigReader;
using connectors::StreamSpec;

namespace {

QString connectionTr(const char* text)
{
    return QCoreApplication::translate("syncs", text);
}

base::Result<QString> connectionPath(const QString& root, const QString& name)
{
    const bool plain = !name.isEmpty() && !name.contains(u'/') && !name.contains(u'\\') && !name.startsWith(u'.');
    for (const char* extension : {".yaml", ".yml"}) {
        const QString path = QStringLiteral("%1/connections/%2%3").arg(root, name, QString::fromLatin1(extension));
        if (plain && QFileInfo(path).isFile())
            return path;
    }
    const QString expected = QStringLiteral("%1/connections/%2.yaml").arg(root, name);
    return base::makeError("config.connection", connectionTr(QT_TRANSLATE_NOOP("syncs", "there is no connection `%1`; expected the file %2")).arg(name, expected),
        base::Place{expected, 0, 0, {}});
}

/// weirkeeper.yaml may be absent, empty or comments only; what is there must be YAML.
base::Result<void> checkWorkspaceFile(const QString& root)
{
    const QString path = root + QStringLiteral("/weirkeeper.yaml");
    if (!QFileInfo::exists(path))
        return QFileInfo(root).isDir() ? base::Result<void>() : base::Result<void>(base::makeError("config.workspace",
            connectionTr(QT_TRANSLATE_NOOP("syncs", "there is no workspace; expected a folder")), base::Place{root, 0, 0, {}}));
    const auto text = base::readFile(path, yaml::maximumBytes);
    if (!text.ok())
        return text.error();
    const auto document = yaml::parse(text.value(), path);
    return document.ok() ? base::Result<void>() : base::Result<void>(document.error());
}

LoadPlan planFor(ConfigReader& reader, const StreamSpec& spec, const yaml::Node* sync, const yaml::Node& fallback)
{
    LoadPlan plan;
    plan.spec = spec;
    plan.table = snakeCase(spec.name);
    plan.disposition = QStringLiteral("append");
    const QString path = QStringLiteral("connection.sync.") + spec.name;
    const yaml::Node& where = sync != nullptr ? *sync : fallback;
    if (sync != nullptr && !sync->isNull()) {
        if (sync->isMapping()) {
            reader.checkKeys(*sync, path, {QStringLiteral("disposition"), QStringLiteral("lists")});
            plan.disposition = reader.text(*sync, u"disposition", path).value_or(plan.disposition);
            if (const auto lists = reader.text(*sync, u"lists", path)) {
                plan.spec.listsAsTables = *lists == QLatin1String("tables");
                if (!plan.spec.listsAsTables && *lists != QLatin1String("json"))
                    reader.fail(*sync->find(u"lists"), path + QStringLiteral(".lists"),
                        connectionTr(QT_TRANSLATE_NOOP("syncs", "expected tables or json, found `%1`")).arg(*lists));
            }
        } else {
            reader.fail(*sync, path, connectionTr(QT_TRANSLATE_NOOP("syncs", "expected a map such as {disposition: merge}, found %1")).arg(sync->kindWord()));
        }
    }
    static const QStringList words{QStringLiteral("append"), QStringLiteral("replace"), QStringLiteral("merge")};
    if (!words.contains(plan.disposition))
        reader.fail(*sync->find(u"disposition"), path + QStringLiteral(".disposition"),
            connectionTr(QT_TRANSLATE_NOOP("syncs", "expected append, replace or merge, found `%1`")).arg(plan.disposition));
    if (plan.merges() && spec.primaryKey.isEmpty())
        reader.fail(where, path + QStringLiteral(".disposition"), connectionTr(QT_TRANSLATE_NOOP("syncs", "merge needs the stream's primary_key")));
    return plan;
}

/// `lag` re-reads what is loaded already; only merge can tell.
std::optional<base::Error> lagError(const LoadPlan& plan)
{
    if (!plan.spec.incremental || plan.spec.incremental->lag == 0 || plan.merges())
        return std::nullopt;
    return base::makeError("config.lag", connectionTr(QT_TRANSLATE_NOOP("syncs", "lag needs `disposition: merge`; stream %1 has %2"))
            .arg(plan.spec.name, plan.disposition), plan.spec.incremental->lagPlace);
}

std::optional<base::Error> tableError(const QVector<LoadPlan>& plans)
{
    QHash<QString, QString> owners;
    for (const LoadPlan& plan : plans) {
        if (plan.table.startsWith(QLatin1String("_sync_")) || plan.table.startsWith(QLatin1String("sqlite_")))
            return base::makeError("config.stream", connectionTr(QT_TRANSLATE_NOOP("syncs", "the stream name `%1` is taken by the program's own tables"))
                    .arg(plan.spec.name), plan.spec.place);
        if (const auto other = owners.constFind(plan.table); other != owners.constEnd())
            return base::makeError("config.stream", connectionTr(QT_TRANSLATE_NOOP("syncs", "the streams `%1` and `%2` would both be table %3"))
                    .arg(*other, plan.spec.name, plan.table), plan.spec.place);
        owners.insert(plan.table, plan.spec.name);
    }
    return std::nullopt;
}

QVector<LoadPlan> readPlans(ConfigReader& reader, const yaml::Node& connection, const QVector<StreamSpec>& specs)
{
    QVector<LoadPlan> plans;
    const yaml::Node* sync = reader.map(connection, u"sync", QStringLiteral("connection"));
    QStringList names;
    for (const StreamSpec& spec : specs) {
        names.append(spec.name);
        const yaml::Node* entry = sync != nullptr ? sync->find(spec.name) : nullptr;
        if (sync == nullptr || entry != nullptr)
            plans.append(planFor(reader, spec, entry, connection));
    }
    if (sync != nullptr)
        reader.checkKeys(*sync, QStringLiteral("connection.sync"), names);
    return plans;
}

base::Result<yaml::Document> readDocument(const QString& root, const QString& name)
{
    if (const auto workspace = checkWorkspaceFile(root); !workspace.ok())
        return workspace.error();
    const auto path = connectionPath(root, name);
    if (!path.ok())
        return path.error();
    const auto text = base::readFile(path.value(), yaml::maximumBytes);
    return text.ok() ? yaml::parse(text.value(), path.value()) : base::Result<yaml::Document>(text.error());
}

const connectors::Connector* connectorOf(ConfigReader& reader, const yaml::Node& connection)
{
    const QString kind = reader.requiredText(connection, u"kind", QStringLiteral("connection"));
    const connectors::Connector* connector = connectors::findConnector(kind);
    QStringList ids;
    for (const connectors::Connector& known : connectors::connectors())
        ids.append(known.id);
    if (const yaml::Node* node = connection.find(u"kind"); connector == nullptr && node != nullptr)
        reader.fail(*node, QStringLiteral("connection.kind"),
            connectionTr(QT_TRANSLATE_NOOP("syncs", "unknown connector `%1`; expected one of: %2")).arg(kind, ids.join(QStringLiteral(", "))), "config.kind");
    return connector;
}

} // namespace

base::Result<Connection> openConnection(const QString& workspaceRoot, const QString& name, const secrets::Chain* chain, net::Clock& clock, quint64 seed)
{
    const auto document = readDocument(workspaceRoot, name);
    if (!document.ok())
        return document.error();
    ConfigReader reader(document.value(), chain);
    Connection result;
    result.name = name;
    result.file = document->file();
    const yaml::Node* connection = reader.map(document->root(), u"connection", QString(), true);
    if (connection == nullptr)
        return *reader.error();
    reader.checkKeys(document->root(), QString(), {QStringLiteral("connection")});
    reader.checkKeys(*connection, QStringLiteral("connection"),
        {QStringLiteral("kind"), QStringLiteral("description"), QStringLiteral("config"), QStringLiteral("sync")});
    const connectors::Connector* connector = connectorOf(reader, *connection);
    const yaml::Node* config = reader.map(*connection, u"config", QStringLiteral("connection"), true);
    if (connector == nullptr || config == nullptr)
        return *reader.error();
    const QString path = QStringLiteral("connection.config");
    QVector<StreamSpec> specs;
    if (chain != nullptr) {
        result.source = connector->open(reader, *config, path, clock, seed);
        specs = result.source ? result.source->streams() : specs;
    } else {
        specs = connector->streams(reader, *config, path);
    }
    if (!reader.error())
        result.plans = readPlans(reader, *connection, specs);
    if (reader.error())
        return base::makeError(reader.error()->code.toLatin1().constData(), reader.redactor().redact(reader.error()->message), reader.error()->place);
    for (const LoadPlan& plan : result.plans) {
        if (const auto error = lagError(plan))
            return *error;
    }
    if (const auto error = tableError(result.plans))
        return *error;
    result.redactor = reader.redactor();
    result.warnings = reader.warnings() + (chain != nullptr ? chain->warnings() : base::Problems());
    return result;
}

} // namespace syncs
