// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/dbt.h"

#include <QHash>

namespace runs {

namespace dbt {

using simdjson::dom::element;

std::optional<Meta> metaOf(element root)
{
    const auto metadata = base::jsonChild(root, "metadata");
    if (!metadata)
        return std::nullopt;
    // https://schemas.getdbt.com/dbt/run-results/v6.json
    const QStringList parts = base::jsonText(*metadata, "dbt_schema_version").split(u'/');
    if (parts.size() < 2)
        return std::nullopt;
    Meta meta;
    meta.artifact = parts.at(parts.size() - 2);
    meta.schemaVersion = parts.last().mid(1).section(u'.', 0, 0).toInt();
    meta.dbtVersion = base::jsonText(*metadata, "dbt_version");
    meta.major = majorOf(meta.dbtVersion);
    meta.invocationId = base::jsonText(*metadata, "invocation_id");
    meta.generatedAt = instantOf(*metadata, "generated_at");
    meta.startedAt = instantOf(*metadata, "invocation_started_at");
    return meta;
}

int majorOf(const QString& dbtVersion)
{
    return dbtVersion.section(u'.', 0, 0).toInt();
}

State stateOf(const QString& word)
{
    static const QHash<QString, State> states{{QStringLiteral("success"), State::Ok}, {QStringLiteral("pass"), State::Ok},
        {QStringLiteral("warn"), State::Warn}, {QStringLiteral("partial success"), State::Warn}, {QStringLiteral("error"), State::Failed},
        {QStringLiteral("fail"), State::Failed}, {QStringLiteral("runtime error"), State::Failed}, {QStringLiteral("skipped"), State::Skipped},
        {QStringLiteral("no-op"), State::Skipped}, {QStringLiteral("reused"), State::Skipped}, {QStringLiteral("started"), State::Running},
        {QStringLiteral("executing"), State::Running}, {QStringLiteral("compiling"), State::Running}};
    return states.value(word.toLower(), State::Unknown);
}

std::optional<base::UtcTime> uuidV7Time(const QString& uuid)
{
    if (uuid.size() != 36 || uuid.at(14) != u'7')
        return std::nullopt;
    bool ok = false;
    const qint64 milliseconds = (uuid.left(8) + uuid.mid(9, 4)).toLongLong(&ok, 16);
    return ok ? std::optional(base::UtcTime{milliseconds * 1000}) : std::nullopt;
}

Start invocationStart(const Meta& meta, std::optional<double> elapsed)
{
    if (meta.startedAt)
        return {meta.startedAt, false};
    if (meta.major >= 2)
        return {uuidV7Time(meta.invocationId), false};
    if (meta.generatedAt && elapsed && *elapsed >= 0 && *elapsed < 1e9)
        return {*meta.generatedAt - base::Micros(*elapsed * double(base::microsPerSecond)), true};
    return {meta.generatedAt, true};
}

bool isWork(const QString& which)
{
    static const QStringList work{QStringLiteral("run"), QStringLiteral("build"), QStringLiteral("seed"), QStringLiteral("snapshot"),
        QStringLiteral("test"), QStringLiteral("retry"), QStringLiteral("clone")};
    return work.contains(which);
}

Kind kindOfCommand(const QString& which)
{
    if (which == QLatin1String("test"))
        return Kind::Test;
    return isWork(which) ? Kind::Transform : Kind::Other;
}

std::optional<Kind> kindOfNode(const QString& uniqueId)
{
    const QString type = uniqueId.section(u'.', 0, 0);
    if (type == QLatin1String("test") || type == QLatin1String("unit_test"))
        return Kind::Test;
    if (type == QLatin1String("operation") || type == QLatin1String("exposure") || type == QLatin1String("source") || type.isEmpty())
        return std::nullopt;
    return buildsRelation(uniqueId) ? Kind::Transform : Kind::Other;
}

bool buildsRelation(const QString& uniqueId)
{
    return uniqueId.startsWith(QLatin1String("model.")) || uniqueId.startsWith(QLatin1String("seed."))
        || uniqueId.startsWith(QLatin1String("snapshot."));
}

QString projectOf(const QString& uniqueId)
{
    return uniqueId.section(u'.', 1, 1);
}

QString commonest(const QHash<QString, int>& projects, QStringList* all)
{
    QStringList names = projects.keys();
    names.sort();
    QString best;
    for (const QString& name : std::as_const(names)) {
        if (best.isEmpty() || projects.value(name) > projects.value(best))
            best = name;
    }
    if (all != nullptr)
        *all = names;
    return best;
}

std::optional<qint64> rowsOf(element result, int major)
{
    const auto response = base::jsonChild(result, "adapter_response");
    if (!response || major >= 2) // 2.x says 0 for a table of 60 rows
        return std::nullopt;
    const auto rows = base::jsonInt(*response, "rows_affected");
    // Snowflake's answer to `create table as` is "SUCCESS 1": not rows; PostgreSQL's to a view is -1.
    if (!rows || *rows < 0 || base::jsonText(*response, "code") == QLatin1String("SUCCESS"))
        return std::nullopt;
    return rows;
}

State worstOf(const QHash<State, int>& states)
{
    for (const State state : {State::Failed, State::Cancelled, State::Unknown, State::Warn, State::Ok, State::Skipped}) {
        if (states.value(state) > 0)
            return state;
    }
    return State::Ok; // nothing was selected
}

} // namespace dbt

bool isDbtArtifact(const Content& content)
{
    static const QStringList known{QStringLiteral("run-results"), QStringLiteral("sources"), QStringLiteral("manifest"), QStringLiteral("catalog")};
    if (!content.isJson())
        return false;
    const auto meta = dbt::metaOf(content.root());
    return meta && known.contains(meta->artifact);
}

base::Result<ImportBatch> readDbtArtifact(const Content& content)
{
    const auto meta = dbt::metaOf(content.root());
    if (meta->artifact == QLatin1String("catalog")) {
        ImportBatch batch;
        batch.format = QStringLiteral("dbt catalog v%1").arg(meta->schemaVersion);
        batch.notes << QStringLiteral("a catalog holds no runs");
        return batch;
    }
    if (meta->invocationId.isEmpty()) {
        return base::makeError("import.invalid", QStringLiteral("metadata.invocation_id is missing; expected the id that dbt gives every command"),
            base::Place{content.path, 0, 0, QStringLiteral("metadata.invocation_id")});
    }
    if (meta->artifact == QLatin1String("manifest"))
        return dbt::readManifest(content, *meta);
    return meta->artifact == QLatin1String("sources") ? dbt::readSources(content, *meta) : dbt::readRunResults(content, *meta);
}

} // namespace runs
