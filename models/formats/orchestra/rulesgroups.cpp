// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/jobtable.h"
#include "models/formats/orchestra/rulecontext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <functional>

namespace formats::orchestra {

namespace {

QString groupText(const char* text)
{
    return QCoreApplication::translate("formats", text);
}

/// First circle in `before`; empty if there is none.
QStringList circleIn(const QHash<QString, QStringList>& before)
{
    QStringList path;
    QSet<QString> done;
    const std::function<QStringList(const QString&)> visit = [&](const QString& id) -> QStringList {
        if (const qsizetype at = path.indexOf(id); at >= 0)
            return path.mid(at) + QStringList{id};
        if (done.contains(id))
            return {};
        path.append(id);
        for (const QString& other : before.value(id)) {
            const QStringList found = visit(other);
            if (!found.isEmpty())
                return found;
        }
        path.removeLast();
        done.insert(id);
        return {};
    };
    QStringList ids = before.keys();
    ids.sort();
    for (const QString& id : ids) {
        const QStringList found = visit(id);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

void checkDependencies(RuleContext& context, const yaml::Node& owner, const QString& key, const std::function<bool(const QString&)>& exists)
{
    const yaml::Node* list = owner.find(u"depends_on");
    if (!list)
        return;
    if (!list->isSequence()) {
        context.report("orchestra.type", *list, key + QStringLiteral(".depends_on"), groupText(QT_TRANSLATE_NOOP("formats", "expected a list")));
        return;
    }
    QSet<QString> seen;
    for (const yaml::Node& item : list->children) {
        if (!exists(item.text))
            context.report("orchestra.dangling", item, key + QStringLiteral(".depends_on"),
                groupText(QT_TRANSLATE_NOOP("formats", "depends on \"%1\", which is not there (a group names groups, a task names tasks of its group)")).arg(item.text));
        if (seen.contains(item.text))
            context.report("orchestra.twice", item, key + QStringLiteral(".depends_on"), groupText(QT_TRANSLATE_NOOP("formats", "\"%1\" stands there twice")).arg(item.text));
        seen.insert(item.text);
    }
}

/// Commands that Orchestra starts only in this form (the model's patterns).
struct CommandForm {
    const char* integration;
    const char* parameter;
    const char* pattern;
    const char* expected;
};
constexpr CommandForm commandForms[] = {
    {"DBT_CORE", "commands", R"(^\s*dbt\s+[^;&|]+((;|&&|\|\|)\s*dbt\s+[^;&|]+)*;?\s*$)", "dbt ...; dbt ...;"},
    {"SQL_MESH", "commands", R"(^\s*sqlmesh\s+[^;]+(;\s*sqlmesh\s+[^;]+)*;?\s*$)", "sqlmesh ...; sqlmesh ...;"},
    {"DLT", "command", R"(^\s*python\b\s+.+$)", "python ..."},
    {"PYTHON", "command", R"(^\s*(python|poetry|uv)\b\s+.+$)", "python ..., poetry ... or uv ..."},
};

void checkCommand(RuleContext& context, const QString& integration, const yaml::Node& parameters, const QString& key)
{
    for (const CommandForm& form : commandForms) {
        const QString text = RuleContext::textAt(parameters, QLatin1String(form.parameter));
        if (integration != QLatin1String(form.integration) || text.isEmpty() || text.contains(QLatin1String("${{")))
            continue;
        if (!QRegularExpression(QLatin1String(form.pattern)).match(text).hasMatch())
            context.report("orchestra.command", parameters, key + QStringLiteral(".parameters.") + QLatin1String(form.parameter),
                groupText(QT_TRANSLATE_NOOP("formats", "\"%1\": Orchestra takes only %2")).arg(text, QLatin1String(form.expected)));
    }
    if (integration == QLatin1String("ORCHESTRA"))
        context.checkRange(parameters, QStringLiteral("wait_minutes"), 1, 360, key + QStringLiteral(".parameters"));
}

void checkParameters(RuleContext& context, const yaml::Node& task, const QString& key)
{
    const QString integration = RuleContext::textAt(task, QStringLiteral("integration"));
    const QString job = RuleContext::textAt(task, QStringLiteral("integration_job"));
    const auto known = jobParameters(integration, job);
    const yaml::Node* parameters = task.find(u"parameters");
    if (!known) {
        context.report("orchestra.unknown_job", task, key, groupText(QT_TRANSLATE_NOOP("formats", "Orchestra has no job %1 of %2")).arg(job, integration));
        return;
    }
    if (!parameters)
        return;
    QStringList names;
    for (const JobParameter& parameter : *known) {
        names.append(parameter.name);
        const yaml::Node* value = parameters->find(parameter.name);
        if (!value && parameter.required)
            context.report("orchestra.missing_parameter", *parameters, key + QStringLiteral(".parameters"), groupText(QT_TRANSLATE_NOOP("formats", "%1 is missing")).arg(parameter.name));
        if (!value || value->isNull())
            continue;
        const QString wrong = parameterError(value->toVariant(), parameter);
        if (!wrong.isEmpty())
            context.report("orchestra.parameter", *value, key + QStringLiteral(".parameters.") + parameter.name, wrong);
    }
    context.checkKeys(*parameters, key + QStringLiteral(".parameters"), names);
    checkCommand(context, integration, *parameters, key);
    const QString method = RuleContext::textAt(*parameters, QStringLiteral("method"));
    if (integration == QLatin1String("HTTP") && (method == QLatin1String("POST") || method == QLatin1String("PUT")) && !parameters->find(u"body"))
        context.report("orchestra.missing_parameter", *parameters, key + QStringLiteral(".parameters"), groupText(QT_TRANSLATE_NOOP("formats", "%1 needs a body")).arg(method));
    static const QRegularExpression threshold(QStringLiteral("^\\s*(=|!=|<|>|<=|>=)\\s*\\d+\\s*$"));
    for (const char* name : {"error_threshold_expression", "warn_threshold_expression"}) {
        const QString text = RuleContext::textAt(*parameters, QLatin1String(name));
        if (!text.isEmpty() && !text.contains(QLatin1String("${{")) && !threshold.match(text).hasMatch())
            context.report("orchestra.threshold", *parameters, key + u'.' + QLatin1String(name), groupText(QT_TRANSLATE_NOOP("formats", "\"%1\" is no comparison like > 0")).arg(text));
    }
}

void checkTask(RuleContext& context, const yaml::Node& task, const QString& key)
{
    if (!context.checkKeys(task, key,
            {QStringLiteral("integration"), QStringLiteral("integration_job"), QStringLiteral("parameters"), QStringLiteral("depends_on"),
                QStringLiteral("name"), QStringLiteral("connection"), QStringLiteral("condition"), QStringLiteral("tags"),
                QStringLiteral("treat_failure_as_warning"), QStringLiteral("configuration"), QStringLiteral("alerts"), QStringLiteral("anomalies"),
                QStringLiteral("paused"), QStringLiteral("meta"), QStringLiteral("operation_metadata")}))
        return;
    context.checkRequired(task, {QStringLiteral("integration"), QStringLiteral("integration_job"), QStringLiteral("parameters")}, key);
    checkParameters(context, task, key);
    if (RuleContext::textsAt(task, QStringLiteral("tags")).size() > 10)
        context.report("orchestra.tags", task, key + QStringLiteral(".tags"), groupText(QT_TRANSLATE_NOOP("formats", "more than ten tags")));
    if (RuleContext::textAt(task, QStringLiteral("name")).size() > 100)
        context.report("orchestra.name", task, key + QStringLiteral(".name"), groupText(QT_TRANSLATE_NOOP("formats", "longer than 100 characters")));
    if (const yaml::Node* configuration = task.find(u"configuration"); configuration && !configuration->isNull())
        checkConfiguration(context, *configuration, key + QStringLiteral(".configuration"));
    if (const yaml::Node* alerts = task.find(u"alerts"))
        checkAlerts(context, *alerts, key + QStringLiteral(".alerts"));
}

void checkMatrix(RuleContext& context, const yaml::Node& group, const QString& key)
{
    const yaml::Node* matrix = group.find(u"matrix");
    if (!matrix || matrix->isNull())
        return;
    const yaml::Node* inputs = matrix->find(u"inputs");
    if (!inputs || inputs->size() != 1)
        context.report("orchestra.matrix", *matrix, key + QStringLiteral(".matrix"), groupText(QT_TRANSLATE_NOOP("formats", "a matrix has exactly one input")));
}

void addTask(RuleContext& context, const QString& group, const yaml::Node& id, const yaml::Node& task, const QString& key)
{
    if (id.text.isEmpty() || context.groupOfTask.contains(id.text) || context.groupBefore.contains(id.text))
        context.report("orchestra.id", id, key, groupText(QT_TRANSLATE_NOOP("formats", "id \"%1\" is empty or not unique in the file")).arg(id.text));
    context.groupOfTask.insert(id.text, group);
    context.taskBefore.insert(id.text, RuleContext::textsAt(task, QStringLiteral("depends_on")));
}

void checkGroup(RuleContext& context, const yaml::Node& group, const QString& id, const QString& key)
{
    context.checkKeys(group, key,
        {QStringLiteral("tasks"), QStringLiteral("depends_on"), QStringLiteral("name"), QStringLiteral("condition"), QStringLiteral("matrix"),
            QStringLiteral("paused"), QStringLiteral("meta")});
    checkDependencies(context, group, key, [&](const QString& other) { return context.groupBefore.contains(other); });
    checkMatrix(context, group, key);
    const yaml::Node* tasks = group.find(u"tasks");
    if (!tasks || tasks->size() == 0) {
        context.report("orchestra.empty", group, key, groupText(QT_TRANSLATE_NOOP("formats", "a group without tasks")));
        return;
    }
    for (qsizetype i = 0; i < tasks->size(); ++i) {
        const QString taskKey = key + QStringLiteral(".tasks.") + tasks->keys[size_t(i)].text;
        checkTask(context, tasks->children[size_t(i)], taskKey);
        checkDependencies(context, tasks->children[size_t(i)], taskKey,
            [&](const QString& other) { return tasks->find(other) != nullptr && context.groupOfTask.value(other) == id; });
    }
}

} // namespace

void checkGroups(RuleContext& context, const yaml::Node& groups)
{
    if (groups.size() == 0)
        context.report("orchestra.empty", groups, QStringLiteral("pipeline"), groupText(QT_TRANSLATE_NOOP("formats", "a pipeline without tasks")));
    for (qsizetype i = 0; i < groups.size() && groups.isMapping(); ++i) {
        const yaml::Node& id = groups.keys[size_t(i)];
        if (id.text.isEmpty())
            context.report("orchestra.id", id, QStringLiteral("pipeline"), groupText(QT_TRANSLATE_NOOP("formats", "an empty id")));
        context.groupBefore.insert(id.text, RuleContext::textsAt(groups.children[size_t(i)], QStringLiteral("depends_on")));
    }
    for (qsizetype i = 0; i < groups.size() && groups.isMapping(); ++i) {
        const yaml::Node* tasks = groups.children[size_t(i)].find(u"tasks");
        for (qsizetype t = 0; tasks && tasks->isMapping() && t < tasks->size(); ++t)
            addTask(context, groups.keys[size_t(i)].text, tasks->keys[size_t(t)], tasks->children[size_t(t)], QStringLiteral("pipeline.") + groups.keys[size_t(i)].text);
    }
    for (qsizetype i = 0; i < groups.size() && groups.isMapping(); ++i) {
        const QString id = groups.keys[size_t(i)].text;
        const QString key = QStringLiteral("pipeline.") + id;
        const yaml::Node& node = groups.children[size_t(i)];
        if (node.find(u"integration")) {
            checkTask(context, node, key);
            checkDependencies(context, node, key, [&](const QString& other) { return context.groupBefore.contains(other); });
        } else {
            checkGroup(context, node, id, key);
        }
    }
    for (const auto& edges : {context.groupBefore, context.taskBefore}) {
        const QStringList circle = circleIn(edges);
        if (!circle.isEmpty())
            context.report("orchestra.cycle", groups, QStringLiteral("pipeline"), groupText(QT_TRANSLATE_NOOP("formats", "a circle: %1")).arg(circle.join(QStringLiteral(" -> "))));
    }
}

} // namespace formats::orchestra
