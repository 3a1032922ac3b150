// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/rulecontext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <functional>

namespace formats::orchestra {

namespace {

QString expressionText(const char* text)
{
    return QCoreApplication::translate("formats", text);
}

/// Everything that `start` waits for, directly or through others.
QSet<QString> allBefore(const QHash<QString, QStringList>& edges, const QString& start)
{
    QSet<QString> seen;
    QStringList open = edges.value(start);
    while (!open.isEmpty()) {
        const QString id = open.takeLast();
        if (seen.contains(id))
            continue;
        seen.insert(id);
        open += edges.value(id);
    }
    return seen;
}

/// True if the state or the outputs of `task` can be known when `owner` (a task id, or a group id) starts.
bool taskIsBefore(const RuleContext& context, const QString& task, const QString& ownerGroup, const QString& ownerTask)
{
    const QString group = context.groupOfTask.value(task);
    if (group == ownerGroup && !ownerTask.isEmpty())
        return allBefore(context.taskBefore, ownerTask).contains(task);
    return allBefore(context.groupBefore, ownerGroup).contains(group.isEmpty() ? task : group);
}

struct ExpressionReader {
    RuleContext& context;
    QString group;
    QString task;
    QString key;

    void checkNames(const yaml::Node& node, const QString& expression) const
    {
        static const QRegularExpression groups(QStringLiteral("task_groups\\[\\s*['\"]([^'\"]*)['\"]"), QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression tasks(QStringLiteral("\\b(?:tasks|PIPELINE_RUN_TASKS)\\[\\s*['\"]([^'\"]*)['\"]"), QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression inputs(QStringLiteral("\\binputs\\.([A-Za-z_][A-Za-z0-9_]*)"), QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression calls(QStringLiteral("(?<![.\\w])([A-Za-z_]\\w*)\\s*\\("));
        static const QStringList functions{QStringLiteral("add_days"), QStringLiteral("add_months"), QStringLiteral("format_date"),
            QStringLiteral("int"), QStringLiteral("len"), QStringLiteral("str"), QStringLiteral("in"), QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("not")};
        for (auto it = groups.globalMatch(expression); it.hasNext();) {
            const QString name = it.next().captured(1);
            if (!allBefore(context.groupBefore, group).contains(name))
                context.report("orchestra.expression", node, key, expressionText(QT_TRANSLATE_NOOP("formats", "\"%1\" is no group that runs before this one")).arg(name));
        }
        for (auto it = tasks.globalMatch(expression); it.hasNext();) {
            const QString name = it.next().captured(1);
            const bool alone = context.groupBefore.contains(name) && allBefore(context.groupBefore, group).contains(name);
            if (!alone && (!context.groupOfTask.contains(name) || !taskIsBefore(context, name, group, task)))
                context.report("orchestra.expression", node, key, expressionText(QT_TRANSLATE_NOOP("formats", "\"%1\" is no task that runs before this one")).arg(name));
        }
        for (auto it = inputs.globalMatch(expression); it.hasNext();) {
            const QString name = it.next().captured(1);
            if (!context.inputs.contains(name))
                context.report("orchestra.expression", node, key, expressionText(QT_TRANSLATE_NOOP("formats", "there is no input %1")).arg(name));
        }
        QString bare = expression;
        bare.remove(QRegularExpression(QStringLiteral("'[^']*'|\"[^\"]*\"")));
        for (auto it = calls.globalMatch(bare); it.hasNext();) {
            const QString name = it.next().captured(1);
            if (!functions.contains(name.toLower()))
                context.report("orchestra.expression", node, key, expressionText(QT_TRANSLATE_NOOP("formats", "there is no function %1")).arg(name));
        }
        if (bare.count(u'(') != bare.count(u')') || bare.count(u'[') != bare.count(u']'))
            context.report("orchestra.expression", node, key, expressionText(QT_TRANSLATE_NOOP("formats", "a bracket is missing")));
        checkStatuses(node, expression);
    }

    void checkStatuses(const yaml::Node& node, const QString& expression) const
    {
        static const QRegularExpression compared(QStringLiteral("status\\s*(?:==|!=|in|not\\s+in)\\s*(\\[[^\\]]*\\]|'[^']*'|\"[^\"]*\")"), QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression word(QStringLiteral("['\"]([^'\"]*)['\"]"));
        static const QStringList statuses{QStringLiteral("SUCCEEDED"), QStringLiteral("FAILED"), QStringLiteral("WARNING"), QStringLiteral("SKIPPED"),
            QStringLiteral("CANCELLED"), QStringLiteral("COMPLETED"), QStringLiteral("RUNNING"), QStringLiteral("CREATED"), QStringLiteral("QUEUED"), QStringLiteral("CANCELLING")};
        for (auto it = compared.globalMatch(expression); it.hasNext();) {
            const QString operand = it.next().captured(1);
            for (auto words = word.globalMatch(operand); words.hasNext();) {
                const QString status = words.next().captured(1);
                if (!statuses.contains(status.toUpper()))
                    context.report("orchestra.status", node, key, expressionText(QT_TRANSLATE_NOOP("formats", "%1 is no state of a task")).arg(status));
            }
        }
    }

    /// Every `${{ … }}` in every scalar below.
    void walk(const yaml::Node& node) const
    {
        static const QRegularExpression expression(QStringLiteral("\\$\\{\\{(.*?)\\}\\}"), QRegularExpression::DotMatchesEverythingOption);
        if (node.isScalar()) {
            for (auto it = expression.globalMatch(node.text); it.hasNext();)
                checkNames(node, it.next().captured(1));
        }
        for (const yaml::Node& child : node.children)
            walk(child);
    }
};

void checkCondition(RuleContext& context, const yaml::Node& owner, const QString& key)
{
    const yaml::Node* condition = owner.find(u"condition");
    if (!condition || condition->isNull())
        return;
    const QString text = condition->text.trimmed();
    if (!text.startsWith(QLatin1String("${{")) || !text.endsWith(QLatin1String("}}")) || text.mid(3).chopped(2).trimmed().isEmpty() || text.mid(3).contains(QLatin1String("${{")))
        context.report("orchestra.condition", *condition, key + QStringLiteral(".condition"), expressionText(QT_TRANSLATE_NOOP("formats", "a condition is one expression in ${{ }}")));
}

} // namespace

void checkExpressions(RuleContext& context, const yaml::Node& root)
{
    const yaml::Node* groups = root.find(u"pipeline");
    for (qsizetype i = 0; groups && groups->isMapping() && i < groups->size(); ++i) {
        const QString id = groups->keys[size_t(i)].text;
        const yaml::Node& group = groups->children[size_t(i)];
        const QString key = QStringLiteral("pipeline.") + id;
        checkCondition(context, group, key);
        const yaml::Node* tasks = group.find(u"tasks");
        for (qsizetype part = 0; part < group.size() && group.isMapping(); ++part) {
            if (&group.children[size_t(part)] != tasks)
                ExpressionReader{context, id, {}, key}.walk(group.children[size_t(part)]);
        }
        const bool matrix = group.find(u"matrix") != nullptr;
        for (qsizetype t = 0; tasks && tasks->isMapping() && t < tasks->size(); ++t) {
            const yaml::Node& task = tasks->children[size_t(t)];
            checkCondition(context, task, key + u'.' + tasks->keys[size_t(t)].text);
            ExpressionReader{context, id, tasks->keys[size_t(t)].text, key}.walk(task);
            static const QRegularExpression usesMatrix(QStringLiteral("\\$\\{\\{[^}]*\\bMATRIX\\b"), QRegularExpression::CaseInsensitiveOption);
            const auto text = context.document.text().mid(task.begin, task.end - task.begin);
            if (!matrix && usesMatrix.match(QString::fromUtf8(text)).hasMatch())
                context.report("orchestra.expression", task, key, expressionText(QT_TRANSLATE_NOOP("formats", "MATRIX is only known in a group with a matrix")));
        }
    }
}

} // namespace formats::orchestra
