// SPDX-License-Identifier: GPL-3.0-or-later
// manifest.json (runs.md 1.4): of megabytes of SQL only the graph, the relations and the freshness settings are kept.
#include "models/runs/dbt.h"

#include <algorithm>

namespace runs::dbt {

namespace {

using simdjson::dom::element;

/// Freshness, loaded_at_field and loaded_at_query moved into `config` in 1.10: config first, then top level.
QString configText(element node, const char* key)
{
    if (const auto config = base::jsonChild(node, "config")) {
        const QString text = base::jsonText(*config, key);
        if (!text.isEmpty())
            return text;
    }
    return base::jsonText(node, key);
}

bool hasThreshold(element freshness)
{
    const auto counts = [&](const char* key) {
        const auto threshold = base::jsonChild(freshness, key);
        return threshold && base::jsonNumber(*threshold, "count").has_value();
    };
    return counts("warn_after") || counts("error_after");
}

bool freshnessIsConfigured(element node)
{
    if (const auto config = base::jsonChild(node, "config")) {
        if (const auto freshness = base::jsonChild(*config, "freshness"))
            return hasThreshold(*freshness);
    }
    const auto freshness = base::jsonChild(node, "freshness");
    return freshness && hasThreshold(*freshness);
}

QString relationOf(element node, const QString& type, const QString& materialized)
{
    const QString relation = base::jsonText(node, "relation_name");
    const bool stored = type == QLatin1String("model") || type == QLatin1String("seed") || type == QLatin1String("snapshot")
        || type == QLatin1String("source");
    if (!relation.isEmpty() || !stored || materialized == QLatin1String("ephemeral"))
        return relation;
    QStringList parts{base::jsonText(node, "database"), base::jsonText(node, "schema")};
    for (const char* key : {"identifier", "alias", "name"}) {
        if (const QString last = base::jsonText(node, key); !last.isEmpty()) {
            parts << last;
            break;
        }
    }
    parts.removeAll(QString());
    return parts.join(u'.');
}

ManifestNode manifestNode(const QString& uniqueId, element node)
{
    ManifestNode out;
    out.uniqueId = uniqueId;
    out.resourceType = base::jsonText(node, "resource_type");
    if (out.resourceType.isEmpty())
        out.resourceType = uniqueId.section(u'.', 0, 0);
    out.name = base::jsonText(node, "name");
    out.package = base::jsonText(node, "package_name");
    if (const auto config = base::jsonChild(node, "config"))
        out.materialized = base::jsonText(*config, "materialized");
    out.relation = relationOf(node, out.resourceType, out.materialized);
    if (const auto depends = base::jsonChild(node, "depends_on")) {
        if (const auto ids = base::jsonArray(*depends, "nodes")) {
            for (const element id : *ids) {
                std::string_view text;
                if (id.get(text) == simdjson::SUCCESS)
                    out.dependsOn << base::toQString(text);
            }
        }
    }
    if (out.resourceType == QLatin1String("source")) {
        out.sourceName = base::jsonText(node, "source_name");
        out.loader = configText(node, "loader");
        out.loadedAtField = configText(node, "loaded_at_field");
        out.loadedAtQuery = configText(node, "loaded_at_query");
        out.freshnessConfigured = freshnessIsConfigured(node);
    }
    return out;
}

} // namespace

base::Result<ImportBatch> readManifest(const Content& content, const Meta& meta)
{
    simdjson::dom::object nodes;
    if (content.root()["nodes"].get(nodes) != simdjson::SUCCESS) {
        return base::makeError("import.invalid", QStringLiteral("`nodes` is missing; expected the project's nodes by unique_id"),
            base::Place{content.path, 0, 0, QStringLiteral("nodes")});
    }
    Manifest manifest;
    manifest.invocationId = meta.invocationId;
    manifest.dbtVersion = meta.dbtVersion;
    manifest.generatedAt = meta.generatedAt;
    manifest.invocationStartedAt = meta.startedAt;
    if (const auto metadata = base::jsonChild(content.root(), "metadata")) {
        manifest.adapter = base::jsonText(*metadata, "adapter_type");
        manifest.project = base::jsonText(*metadata, "project_name");
    }
    QHash<QString, int> packages;
    for (const char* part : {"nodes", "sources", "exposures", "unit_tests"}) {
        simdjson::dom::object entries;
        if (content.root()[part].get(entries) != simdjson::SUCCESS)
            continue;
        for (const auto entry : entries) {
            if (!entry.value.is_object())
                continue;
            manifest.nodes << manifestNode(base::toQString(entry.key), entry.value);
            ++packages[manifest.nodes.last().package];
        }
    }
    std::sort(manifest.nodes.begin(), manifest.nodes.end(),
        [](const ManifestNode& a, const ManifestNode& b) { return a.uniqueId < b.uniqueId; });
    if (manifest.project.isEmpty())
        manifest.project = commonest(packages);
    ImportBatch batch;
    batch.format = QStringLiteral("dbt manifest v%1").arg(meta.schemaVersion);
    batch.manifests << manifest;
    return batch;
}

} // namespace runs::dbt
