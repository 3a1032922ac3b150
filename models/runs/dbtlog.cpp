// SPDX-License-Identifier: GPL-3.0-or-later
// dbt's JSON log (runs.md 1.6): stdout at info level knows a node's result lines only, the debug file its exact times.
#include "models/runs/dbt.h"
#include "models/runs/merge.h"

#include <QJsonArray>
#include <QMap>
#include <QRegularExpression>

namespace runs {

namespace {

using simdjson::dom::element;
using Instant = std::optional<base::UtcTime>;

Instant sooner(const Instant& a, const Instant& b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

struct NodeLog {
    Instant executeStart; ///< debug lines only
    Instant executeEnd;
    Instant queuedAt;     ///< node_started_at: before compiling
    Instant finishedAt;
    QString resultWord;   ///< of the result line: speaks for the whole node
    QString finishedWord; ///< of NodeFinished: one batch's where a model has batches
    QString message;
    QString name;
    QString relation;
    bool inBatches = false; ///< then NodeFinished tells of one batch only
    std::optional<qint64> rows;

    [[nodiscard]] QString word() const { return !resultWord.isEmpty() || inBatches ? resultWord : finishedWord; }
};

struct InvocationLog {
    Instant first;
    Instant last;
    bool fromBeginning = false; ///< MainReportVersion was seen
    QString version;
    QString command;
    QString which;
    bool empty = false;
    Instant completed;
    Instant statsLine;
    std::optional<bool> success;
    bool interrupted = false; ///< by Ctrl-C
    bool cancelled = false;   ///< 2.x: by Ctrl-C or --fail-fast
    bool failedToStart = false;
    bool debugLines = false;  ///< at info level only builds, tests and freshness checks show their end
    QMap<QString, NodeLog> nodes;
    QMap<QString, QString> checks; ///< source -> status
};

/// The subcommand of a command line: the first word that is one.
QString subcommandOf(const QString& command)
{
    static const QStringList known{QStringLiteral("build"), QStringLiteral("run"), QStringLiteral("test"), QStringLiteral("seed"),
        QStringLiteral("snapshot"), QStringLiteral("compile"), QStringLiteral("docs"), QStringLiteral("show"), QStringLiteral("source"),
        QStringLiteral("freshness"), QStringLiteral("retry"), QStringLiteral("clone"), QStringLiteral("ls"), QStringLiteral("list"),
        QStringLiteral("parse"), QStringLiteral("run-operation"), QStringLiteral("debug"), QStringLiteral("deps"), QStringLiteral("init"),
        QStringLiteral("clean")};
    const QStringList words = command.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (known.contains(word))
            return word == QLatin1String("source") ? QStringLiteral("freshness") : word == QLatin1String("docs") ? QStringLiteral("generate") : word;
    }
    return {};
}

QString withoutColours(QString text)
{
    static const QRegularExpression colours(QStringLiteral("\x1b\\[[0-9;]*m"));
    return text.remove(colours);
}

class LogReader {
public:
    void add(element line);
    [[nodiscard]] ImportBatch batch() const;
    int strange = 0;

private:
    void addNodeLine(InvocationLog& log, const QString& name, element data, element node);
    void addCommandLine(InvocationLog& log, const QString& name, element data, element info);
    static void finishedTimes(NodeLog& node, element data, int major);
    static void errorText(InvocationLog& log, element data);
    void write(ImportBatch& batch, const QString& id, const InvocationLog& log) const;

    QMap<QString, InvocationLog> m_logs; ///< by invocation id
};

void LogReader::add(element line)
{
    const auto info = base::jsonChild(line, "info");
    const QString id = info ? base::jsonText(*info, "invocation_id") : QString();
    if (id.isEmpty()) {
        ++strange;
        return;
    }
    InvocationLog& log = m_logs[id];
    const Instant at = instantOf(*info, "ts");
    log.first = sooner(log.first, at);
    log.last = std::max(log.last, at); // lines are not sorted
    const auto data = base::jsonChild(line, "data");
    const QString name = base::jsonText(*info, "name");
    log.debugLines = log.debugLines || base::jsonText(*info, "level") == QLatin1String("debug");
    if (!data)
        return;
    addCommandLine(log, name, *data, *info);
    const auto node = base::jsonChild(*data, "node_info");
    if (node && !base::jsonText(*node, "unique_id").isEmpty())
        addNodeLine(log, name, *data, *node);
    if (name == QLatin1String("RunResultError"))
        errorText(log, *data);
}

void LogReader::addCommandLine(InvocationLog& log, const QString& name, element data, element info)
{
    if (name == QLatin1String("MainReportVersion")) {
        log.fromBeginning = true;
        log.version = base::jsonText(data, "version");
        if (log.version.startsWith(u'='))
            log.version.remove(0, 1);
    } else if (name == QLatin1String("MainReportArgs")) {
        if (const auto args = base::jsonChild(data, "args")) {
            log.command = base::jsonText(*args, "invocation_command");
            log.which = base::jsonText(*args, "which");
            log.empty = base::jsonText(*args, "empty") == QLatin1String("True");
        }
    } else if (name == QLatin1String("CommandCompleted")) {
        log.completed = instantOf(data, "completed_at");
        log.success = base::jsonBool(data, "success");
        if (log.command.isEmpty())
            log.command = base::jsonText(data, "command");
    } else if (name == QLatin1String("StatsLine") || name == QLatin1String("FreshnessCheckComplete")) {
        log.statsLine = instantOf(info, "ts");
    } else if (name == QLatin1String("EndOfRunSummary")) {
        log.interrupted = log.interrupted || base::jsonBool(data, "keyboard_interrupt").value_or(false);
    } else if (name == QLatin1String("MainEncounteredError")) {
        log.failedToStart = true;
    } else if (name == QLatin1String("Generic") && base::jsonText(info, "msg").contains(QLatin1String("OperationCanceled"))) {
        log.cancelled = true;
    }
}

void LogReader::finishedTimes(NodeLog& node, element data, int major)
{
    const auto result = base::jsonChild(data, "run_result");
    if (!result)
        return;
    node.finishedWord = base::jsonText(*result, "status");
    if (const QString message = base::jsonText(*result, "message"); !message.isEmpty())
        node.message = message;
    node.rows = dbt::rowsOf(*result, major);
    if (const auto timings = base::jsonArray(*result, "timing_info")) {
        for (const element timing : *timings) {
            if (base::jsonText(timing, "name") != QLatin1String("execute"))
                continue;
            node.executeStart = sooner(node.executeStart, instantOf(timing, "started_at")); // one line per batch
            node.executeEnd = std::max(node.executeEnd, instantOf(timing, "completed_at"));
        }
    }
}

void LogReader::addNodeLine(InvocationLog& log, const QString& name, element data, element info)
{
    static const QStringList results{QStringLiteral("LogModelResult"), QStringLiteral("LogTestResult"), QStringLiteral("LogSeedResult"),
        QStringLiteral("LogSnapshotResult"), QStringLiteral("LogNodeResult"), QStringLiteral("LogNodeNoOpResult"),
        QStringLiteral("SkippingDetails")};
    static const QStringList marks{QStringLiteral("NodeStart"), QStringLiteral("LogStartLine"), QStringLiteral("NodeExecuting"),
        QStringLiteral("NodeFinished")};
    const QString id = base::jsonText(info, "unique_id");
    const QString word = base::jsonText(info, "node_status");
    if (name == QLatin1String("LogFreshnessResult"))
        log.checks.insert(id, base::jsonText(data, "status").toLower());
    const bool freshness = name == QLatin1String("LogFreshnessResult");
    const bool batch = name == QLatin1String("LogStartBatch");
    if (!freshness && !batch && !results.contains(name) && !marks.contains(name))
        return;
    if (base::jsonText(info, "materialized") == QLatin1String("ephemeral")) // no work, and no row in run_results.json
        return;
    const int major = dbt::majorOf(log.version);
    NodeLog& node = log.nodes[id];
    node.name = base::jsonText(info, "node_name");
    node.inBatches = node.inBatches || batch;
    node.queuedAt = sooner(node.queuedAt, instantOf(info, "node_started_at"));
    node.finishedAt = std::max(node.finishedAt, instantOf(info, "node_finished_at"));
    if (const auto relation = base::jsonChild(info, "node_relation"))
        node.relation = base::jsonText(*relation, "relation_name");
    if (results.contains(name))
        node.resultWord = word.isEmpty() || word == QLatin1String("None") ? base::jsonText(data, "status") : word;
    else if (name == QLatin1String("NodeFinished"))
        finishedTimes(node, data, major);
    else if (name == QLatin1String("NodeExecuting") && major >= 2) // node_started_at there: when the work began
        node.executeStart = sooner(node.executeStart, instantOf(info, "node_started_at"));
    if (major >= 2 && node.executeStart && name == QLatin1String("NodeFinished"))
        node.executeEnd = node.finishedAt;
}

void LogReader::errorText(InvocationLog& log, element data)
{
    const QString text = withoutColours(base::jsonText(data, "msg"));
    if (text.isEmpty())
        return;
    QString id;
    if (const auto node = base::jsonChild(data, "node_info"))
        id = base::jsonText(*node, "unique_id");
    if (id.isEmpty()) { // 1.6: only the text names it, "... Error in source feedback (models/sources.yml)"
        static const QRegularExpression named(QStringLiteral(" in (\\w+) (\\S+) \\("));
        const auto match = named.match(text.section(u'\n', 0, 0));
        for (auto it = log.nodes.cbegin(); match.hasMatch() && it != log.nodes.cend(); ++it) {
            if (it->name == match.captured(2) && it.key().startsWith(match.captured(1) + u'.'))
                id = it.key();
        }
    }
    const auto known = log.nodes.find(id);
    if (known != log.nodes.end())
        known->message = text;
}

Run nodeRun(const QString& invocation, const QString& id, const NodeLog& node)
{
    Run run;
    run.record = QStringLiteral("dbt.log");
    run.jobKey = id;
    run.runKey = invocation + u'/' + id;
    run.parentKey = invocation;
    run.kind = dbt::kindOfNode(id).value_or(Kind::Other);
    run.rawState = node.word();
    run.state = run.rawState.isEmpty() ? State::Running : dbt::stateOf(run.rawState);
    run.message = node.message;
    run.rows = node.rows;
    const bool skipped = run.state == State::Skipped;
    if (!skipped) {
        run.start = node.executeStart ? node.executeStart : node.queuedAt;
        run.startEstimated = !node.executeStart && run.start;
    }
    if (run.state != State::Running) {
        run.end = node.executeEnd ? node.executeEnd : node.finishedAt;
        run.endEstimated = !node.executeEnd && run.end;
    }
    if (dbt::buildsRelation(id) && !node.relation.isEmpty())
        run.outputs << node.relation;
    return run;
}

Run invocationRun(const QString& id, const InvocationLog& log, const QString& which)
{
    Run run;
    run.record = QStringLiteral("dbt.log");
    run.runKey = id;
    run.start = log.first;
    run.startEstimated = !log.fromBeginning && run.start;
    const bool over = log.completed || log.statsLine || log.failedToStart || log.cancelled || log.interrupted;
    if (over) {
        run.end = log.completed ? log.completed : log.last;
        run.endEstimated = !log.completed && run.end;
    }
    const auto put = [&](const char* key, const QJsonValue& value) { run.detail.insert(QString::fromLatin1(key), value); };
    if (!which.isEmpty())
        put("which", which);
    if (!log.command.isEmpty())
        put("command", log.command);
    if (!log.version.isEmpty())
        put("dbtVersion", log.version);
    if (log.empty)
        put("empty", true);
    if (log.fromBeginning && log.first)
        put("startedAt", log.first->toIso());
    QHash<QString, int> projects;
    QHash<State, int> states;
    for (auto it = log.nodes.cbegin(); it != log.nodes.cend(); ++it) {
        ++projects[dbt::projectOf(it.key())];
        if (log.checks.isEmpty())
            ++states[dbt::stateOf(it->word())];
    }
    for (const QString& status : log.checks)
        ++states[dbt::stateOf(status)];
    QStringList all;
    run.jobKey = dbt::commonest(projects, &all);
    if (!all.isEmpty())
        put("projects", QJsonArray::fromStringList(all));
    run.kind = dbt::kindOfCommand(which);
    const State worst = dbt::worstOf(states);
    const bool stopped = log.interrupted || (log.cancelled && worst != State::Failed);
    run.state = !over ? (log.debugLines || !log.nodes.isEmpty() ? State::Running : State::Unknown)
        : stopped     ? State::Cancelled
                      : (log.failedToStart ? State::Failed : worst);
    if (log.success && !stopped)
        run.state = *log.success ? (worst == State::Warn ? State::Warn : State::Ok) : State::Failed;
    return run;
}

void LogReader::write(ImportBatch& batch, const QString& id, const InvocationLog& log) const
{
    QString which = log.which.isEmpty() ? subcommandOf(log.command) : log.which;
    if (which.isEmpty() && !log.checks.isEmpty())
        which = QStringLiteral("freshness");
    Run invocation = invocationRun(id, log, which);
    // Without the command (stdout at info level) a result line is the proof of work: compile, docs and show have none.
    bool work = dbt::isWork(which);
    for (const NodeLog& node : log.nodes)
        work = work || (which.isEmpty() && !node.resultWord.isEmpty());
    if (work && which.isEmpty())
        invocation.kind = Kind::Transform;
    if (!log.checks.isEmpty())
        invocation.kind = Kind::Freshness;
    batch.runs << invocation;
    for (auto it = log.nodes.cbegin(); work && it != log.nodes.cend(); ++it) {
        if (!dbt::kindOfNode(it.key()))
            continue;
        Run run = nodeRun(id, it.key(), *it);
        if (run.state == State::Running && invocation.end) // begun, never ended, and the command is over
            run.state = log.cancelled || log.interrupted ? State::Cancelled : State::Unknown;
        if (!run.end && invocation.end) {
            run.end = invocation.end;
            run.endEstimated = true;
        }
        batch.runs << run;
    }
    for (auto it = log.checks.cbegin(); it != log.checks.cend(); ++it) {
        const NodeLog node = log.nodes.value(it.key());
        SourceCheck check;
        check.invocationId = id;
        check.project = dbt::projectOf(it.key());
        check.uniqueId = it.key();
        check.dbtVersion = log.version;
        check.status = it.value();
        check.error = it.value() == QLatin1String("runtime error") ? node.message : QString();
        check.executeStart = node.executeStart ? node.executeStart : node.queuedAt;
        check.executeEnd = node.executeEnd ? node.executeEnd : node.finishedAt;
        check.checkStart = log.first.value_or(base::UtcTime{});
        batch.sourceChecks << check;
    }
    if (!invocation.end && invocation.state == State::Running)
        batch.notes << QStringLiteral("invocation %1 has no last line: still running, or killed").arg(id);
    else if (!invocation.end)
        batch.notes << QStringLiteral("invocation %1 shows no end: at level info only builds, tests and freshness checks do").arg(id);
}

ImportBatch LogReader::batch() const
{
    ImportBatch batch;
    batch.format = QStringLiteral("dbt JSON log");
    for (auto it = m_logs.cbegin(); it != m_logs.cend(); ++it)
        write(batch, it.key(), *it);
    return batch;
}

} // namespace

bool isDbtLog(const Content& content)
{
    if (!content.isJson() || !content.root().is_object())
        return false;
    const auto info = base::jsonChild(content.root(), "info");
    return info && !base::jsonText(*info, "name").isEmpty() && !base::jsonText(*info, "ts").isEmpty();
}

base::Result<ImportBatch> readDbtLog(const Content& content)
{
    LogReader reader;
    QStringList notes;
    const bool any = forEachObject(content, notes, [&](element line, int) { reader.add(line); });
    Q_UNUSED(any)
    ImportBatch batch = reader.batch();
    batch.notes = notes + batch.notes;
    if (reader.strange > 0)
        batch.notes << QStringLiteral("%1 lines without an invocation id were passed over").arg(reader.strange);
    return batch;
}

} // namespace runs
