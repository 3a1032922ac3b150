// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/fields.h"
#include "models/pipeline/workspace.h"

#include <QCoreApplication>

namespace pipeline {

namespace {

using Kind = yaml::Node::Kind;

RunWhen readRunWhen(Fields& fields, const QString& word)
{
    if (word == QLatin1String("done"))
        return RunWhen::Done;
    if (word == QLatin1String("failure"))
        return RunWhen::Failure;
    if (!word.isEmpty() && word != QLatin1String("success")) {
        fields.report("pipeline.run_when",
            QCoreApplication::translate("pipeline", "'run_when': expected success, done or failure, found '%1'").arg(word),
            *fields.child("run_when", Kind::Scalar), QStringLiteral("run_when"));
    }
    return RunWhen::Success;
}

std::optional<Freshness> readFreshness(const yaml::Document& document, Fields& task, const QString& path, base::Problems& problems)
{
    const yaml::Node* node = task.child("freshness", Kind::Mapping);
    if (node == nullptr)
        return std::nullopt;
    Fields fields(document, *node, path + QStringLiteral(".freshness"), problems);
    const yaml::Node* limit = fields.child("error_after", Kind::Mapping);
    fields.reportUnknown({QStringLiteral("warn_after")});
    if (limit == nullptr)
        return std::nullopt;
    Fields after(document, *limit, path + QStringLiteral(".freshness.error_after"), problems);
    const auto count = after.count("count");
    const QString period = after.text("period");
    after.reportUnknown();
    if (!count || (period != QLatin1String("minute") && period != QLatin1String("hour") && period != QLatin1String("day"))) {
        after.report("pipeline.freshness",
            QCoreApplication::translate("pipeline", "'error_after': expected a count and a period (minute, hour or day)"), *limit, {});
        return std::nullopt;
    }
    return Freshness{*count, period};
}

void readLongForm(const yaml::Document& document, const yaml::Node& node, const QString& path, Task& task, base::Problems& problems)
{
    Fields fields(document, node, path, problems);
    task.kind = fields.text("kind");
    task.connection = fields.text("connection");
    task.description = fields.text("description");
    task.with = fields.map("with");
    task.needs = fields.names("needs");
    task.runWhen = readRunWhen(fields, fields.text("run_when"));
    task.retries = fields.count("retries");
    task.timeout = fields.text("timeout");
    task.produces = fields.names("produces");
    task.consumes = fields.names("consumes");
    task.freshness = readFreshness(document, fields, path, problems);
    fields.reportUnknown();
    task.places = fields.places();
}

/// An id, or a map with exactly one key, the id.
void readTask(const yaml::Document& document, const yaml::Node& item, qsizetype index, const QString& owner, Pipeline& pipeline, base::Problems& problems)
{
    Task task;
    const QString path = owner + QStringLiteral(".tasks[%1]").arg(index);
    const bool oneKey = item.isMapping() && item.size() == 1;
    const yaml::Node* body = oneKey ? &item.children.front() : nullptr;
    if (!item.isScalar() && !(oneKey && (body->isMapping() || body->isNull()))) {
        problems.append({base::Severity::Error, QStringLiteral("pipeline.type"),
            QCoreApplication::translate("pipeline", "a task: expected an id, or a map with one key, the id, over its settings; found %1")
                .arg(oneKey ? body->kindWord() : item.kindWord()), document.placeOf(oneKey ? *body : item, path)});
        return;
    }
    const yaml::Node& id = oneKey ? item.keys.front() : item;
    task.id = id.text;
    const QString taskPath = owner + QStringLiteral(".tasks.") + task.id;
    task.place = document.placeOf(id, taskPath);
    if (oneKey && body->isMapping())
        readLongForm(document, *body, taskPath, task, problems);
    pipeline.tasks.append(task);
}

void readDependencies(Fields& fields, Pipeline& pipeline, base::Problems& problems)
{
    const QStringList names = fields.names("dependencies");
    for (const QString& name : names) {
        const base::Place place = fields.places().value(QStringLiteral("dependencies.") + name);
        const QStringList parts = name.split(u'.');
        if (parts.size() != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            problems.append({base::Severity::Error, QStringLiteral("pipeline.bad_dependency"),
                QCoreApplication::translate("pipeline", "the dependency '%1': expected pipeline.output").arg(name), place});
            continue;
        }
        pipeline.dependencies.append({parts[0], parts[1], place});
    }
}

Pipeline readPipeline(const yaml::Document& document, const yaml::Node& key, const yaml::Node& node, base::Problems& problems)
{
    Pipeline pipeline;
    pipeline.id = key.text;
    pipeline.file = document.file();
    const QString path = QStringLiteral("pipelines.") + pipeline.id;
    pipeline.place = document.placeOf(key, path);
    if (!node.isMapping()) {
        if (!node.isNull()) {
            problems.append({base::Severity::Error, QStringLiteral("pipeline.type"),
                QCoreApplication::translate("pipeline", "the pipeline '%1': expected a map, found %2").arg(pipeline.id, node.kindWord()),
                document.placeOf(node, path)});
        }
        return pipeline;
    }
    Fields fields(document, node, path, problems);
    pipeline.description = fields.text("description");
    if (const yaml::Node* schedule = node.find(u"schedule")) {
        pipeline.schedulePlace = fields.place(*schedule, QStringLiteral("schedule"));
        const QString cron = fields.text("schedule");
        if (schedule->isScalar())
            pipeline.schedule = cron;
    }
    if (const QString zone = fields.text("timezone"); !zone.isEmpty())
        pipeline.timezone = zone;
    pipeline.sla = fields.text("sla");
    pipeline.outputs = fields.names("outputs");
    readDependencies(fields, pipeline, problems);
    pipeline.parameters = fields.map("parameters");
    pipeline.alerts = fields.list("alerts");
    if (const yaml::Node* tasks = fields.child("tasks", Kind::Sequence)) {
        for (qsizetype i = 0; i < tasks->size(); ++i)
            readTask(document, tasks->children[size_t(i)], i, path, pipeline, problems);
    }
    fields.reportUnknown({QStringLiteral("schedule")});
    pipeline.places = fields.places();
    return pipeline;
}

} // namespace

void readPipelineText(const QByteArray& text, const QString& file, Workspace& workspace)
{
    const auto parsed = yaml::parse(text, file);
    if (!parsed) {
        workspace.problems.append(base::toProblem(parsed.error()));
        return;
    }
    const yaml::Document& document = parsed.value();
    const yaml::Node& root = document.root();
    if (root.isNull())
        return;
    if (!root.isMapping()) {
        workspace.problems.append({base::Severity::Error, QStringLiteral("pipeline.type"),
            QCoreApplication::translate("pipeline", "a pipeline file: expected a map with the key 'pipelines', found %1").arg(root.kindWord()),
            document.placeOf(root)});
        return;
    }
    Fields fields(document, root, {}, workspace.problems);
    if (const yaml::Node* pipelines = fields.child("pipelines", Kind::Mapping)) {
        for (size_t i = 0; i < pipelines->keys.size(); ++i)
            workspace.pipelines.append(readPipeline(document, pipelines->keys[i], pipelines->children[i], workspace.problems));
    }
    fields.reportUnknown();
    if (root.find(u"pipelines") == nullptr && !root.keys.empty()) {
        workspace.problems.append({base::Severity::Error, QStringLiteral("pipeline.missing_key"),
            QCoreApplication::translate("pipeline", "a pipeline file: the key 'pipelines' is missing, so nothing in this file is drawn"),
            document.placeOf(root, QStringLiteral("pipelines"))});
    }
}

} // namespace pipeline
