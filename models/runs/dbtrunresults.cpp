// SPDX-License-Identifier: GPL-3.0-or-later
// run_results.json, v1 to v6 and the Rust engine's (runs.md 1.2).
#include "models/runs/dbt.h"

#include <QJsonArray>

namespace runs::dbt {

namespace {

using simdjson::dom::element;

struct Timing {
    std::optional<base::UtcTime> start;
    std::optional<base::UtcTime> end;
};

Timing executeTiming(element result)
{
    if (const auto timings = base::jsonArray(result, "timing")) {
        for (const element timing : *timings) {
            if (base::jsonText(timing, "name") == QLatin1String("execute"))
                return {instantOf(timing, "started_at"), instantOf(timing, "completed_at")};
        }
    }
    return {};
}

/// After Ctrl-C, --fail-fast, no database or a parse error the Rust engine writes `error` for every selected node, also
/// for those that had succeeded: such a row says nothing (runs.md 1.2).
bool isAbortedRow(element result, const Meta& meta, const Timing& timing)
{
    return meta.major >= 2 && base::jsonText(result, "thread_id") == QLatin1String("main")
        && base::jsonText(result, "message") == QLatin1String("Compilation Error") && timing.start == timing.end;
}

QJsonArray selection(element args, const char* key)
{
    QJsonArray words;
    if (const auto list = base::jsonArray(args, key)) {
        for (const element word : *list) {
            std::string_view text;
            if (word.get(text) == simdjson::SUCCESS)
                words.append(base::toQString(text));
        }
    } else if (const QString text = base::jsonText(args, key); !text.isEmpty()) {
        words.append(text);
    }
    return words;
}

struct Reader {
    const Meta& meta;
    Run invocation;
    ImportBatch batch;
    QString which;
    bool work = false;
    int aborted = 0;
    QHash<QString, int> projects;
    QHash<State, int> states;

    void readHead(element root);
    void readNode(element result);
    void finish();
};

void Reader::readHead(element root)
{
    invocation.record = QStringLiteral("dbt.run_results");
    invocation.runKey = meta.invocationId;
    const Start start = invocationStart(meta, base::jsonNumber(root, "elapsed_time"));
    invocation.start = start.at;
    invocation.startEstimated = start.estimated && start.at.has_value();
    invocation.end = meta.generatedAt;
    QJsonObject& detail = invocation.detail;
    const auto put = [&](const char* key, const QJsonValue& value) {
        if (!value.isNull() && !value.isUndefined() && value != QJsonValue(QString()))
            detail.insert(QString::fromLatin1(key), value);
    };
    if (const auto args = base::jsonChild(root, "args")) {
        which = base::jsonText(*args, "which").toLower();
        put("command", base::jsonText(*args, "invocation_command"));
        if (const QJsonArray select = selection(*args, "select"); !select.isEmpty())
            put("select", select);
        else if (const QJsonArray models = selection(*args, "models"); !models.isEmpty()) // before 1.0
            put("select", models);
        put("target", base::jsonText(*args, "target"));
        if (base::jsonBool(*args, "empty").value_or(false))
            put("empty", true);
    }
    put("which", which);
    put("dbtVersion", meta.dbtVersion);
    put("schemaVersion", meta.schemaVersion);
    if (meta.generatedAt)
        put("generatedAt", meta.generatedAt->toIso());
    if (meta.startedAt)
        put("startedAt", meta.startedAt->toIso());
    if (const auto elapsed = base::jsonNumber(root, "elapsed_time"))
        put("elapsed", *elapsed == 0 ? 0 : *elapsed); // 2.x writes -0.0
    work = which.isEmpty() || isWork(which);
    if (which.isEmpty())
        batch.notes << QStringLiteral("args.which is missing: the rows are taken as work");
}

void Reader::readNode(element result)
{
    const QString uniqueId = base::jsonText(result, "unique_id");
    const auto kind = kindOfNode(uniqueId);
    const QString word = base::jsonText(result, "status");
    if (uniqueId.isEmpty())
        return;
    ++projects[projectOf(uniqueId)];
    const Timing timing = executeTiming(result);
    const bool lies = isAbortedRow(result, meta, timing);
    const State state = lies ? State::Unknown : stateOf(word);
    ++states[state];
    aborted += lies ? 1 : 0;
    if (state == State::Unknown && !lies && work)
        batch.notes << QStringLiteral("%1 has the unknown status '%2'").arg(uniqueId, word);
    if (!kind || !work)
        return;
    Run run;
    run.record = invocation.record;
    run.jobKey = uniqueId;
    run.runKey = meta.invocationId + u'/' + uniqueId;
    run.parentKey = meta.invocationId;
    run.kind = *kind;
    run.state = state;
    run.rawState = word;
    run.message = base::jsonText(result, "message");
    run.rows = rowsOf(result, meta.major);
    if (!lies) {
        run.start = timing.start;
        run.end = timing.end;
    }
    if (!run.start && state == State::Failed) {
        run.start = invocation.start;
        run.startEstimated = run.start.has_value();
    }
    if (!run.end) {
        run.end = meta.generatedAt;
        run.endEstimated = run.end.has_value();
    }
    const QString relation = base::jsonText(result, "relation_name");
    if (buildsRelation(uniqueId) && !relation.isEmpty())
        run.outputs << relation;
    batch.runs << run;
}

void Reader::finish()
{
    QStringList all;
    invocation.jobKey = commonest(projects, &all);
    if (!all.isEmpty())
        invocation.detail.insert(QStringLiteral("projects"), QJsonArray::fromStringList(all));
    invocation.kind = work && which.isEmpty() ? Kind::Transform : kindOfCommand(which);
    invocation.state = worstOf(states);
    if (aborted > 0) {
        batch.notes << QStringLiteral("%1 rows are an aborted run of dbt 2: `error` for every selected node, whatever it had done; read as unknown")
                           .arg(aborted);
    }
    if (!work)
        batch.notes << QStringLiteral("written by `dbt %1`, which builds nothing: its rows are no runs").arg(which);
    batch.runs.prepend(invocation);
}

} // namespace

base::Result<ImportBatch> readRunResults(const Content& content, const Meta& meta)
{
    const auto results = base::jsonArray(content.root(), "results");
    if (!results) {
        return base::makeError("import.invalid", QStringLiteral("`results` is missing; expected the list of node results"),
            base::Place{content.path, 0, 0, QStringLiteral("results")});
    }
    Reader reader{meta, {}, {}, {}, false, 0, {}, {}};
    reader.batch.format = QStringLiteral("dbt run results v%1").arg(meta.schemaVersion);
    reader.readHead(content.root());
    for (const element result : *results)
        reader.readNode(result);
    reader.finish();
    return reader.batch;
}

} // namespace runs::dbt
