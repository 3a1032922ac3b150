// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/rules.h"

#include "models/formats/orchestra/rulecontext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace formats::orchestra {

namespace {

QString ruleText(const char* text)
{
    return QCoreApplication::translate("formats", text);
}

void checkTriggers(RuleContext& context, const yaml::Node& triggers)
{
    static const QRegularExpression uuid(QStringLiteral("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"));
    static const QStringList statuses{QStringLiteral("SUCCEEDED"), QStringLiteral("FAILED"), QStringLiteral("WARNING"),
        QStringLiteral("CANCELLED"), QStringLiteral("SKIPPED"), QStringLiteral("RUNNING"), QStringLiteral("CREATED"), QStringLiteral("CANCELLING")};
    for (const yaml::Node& trigger : triggers.children) {
        const QString key = QStringLiteral("trigger_events");
        context.checkKeys(trigger, key, {QStringLiteral("type"), QStringLiteral("pipeline_id"), QStringLiteral("statuses"), QStringLiteral("run_inputs")});
        if (RuleContext::textAt(trigger, QStringLiteral("type")) != QLatin1String("pipeline"))
            context.report("orchestra.trigger", trigger, key, ruleText(QT_TRANSLATE_NOOP("formats", "the type of a trigger is pipeline")));
        const QString id = RuleContext::textAt(trigger, QStringLiteral("pipeline_id"));
        if (id != QLatin1String("*") && !id.contains(QLatin1String("${{")) && !uuid.match(id).hasMatch())
            context.report("orchestra.trigger", trigger, key, ruleText(QT_TRANSLATE_NOOP("formats", "pipeline_id \"%1\" is no UUID and not *")).arg(id));
        for (const QString& status : RuleContext::textsAt(trigger, QStringLiteral("statuses"))) {
            if (!statuses.contains(status))
                context.report("orchestra.status", trigger, key, ruleText(QT_TRANSLATE_NOOP("formats", "%1 is no state of a pipeline")).arg(status));
        }
    }
}

void checkTop(RuleContext& context, const yaml::Node& root)
{
    context.checkKeys(root, {},
        {QStringLiteral("version"), QStringLiteral("name"), QStringLiteral("pipeline"), QStringLiteral("schedule"), QStringLiteral("sensors"),
            QStringLiteral("trigger_events"), QStringLiteral("webhook"), QStringLiteral("configuration"), QStringLiteral("inputs"),
            QStringLiteral("alerts"), QStringLiteral("anomalies"), QStringLiteral("meta")});
    context.checkRequired(root, {QStringLiteral("version"), QStringLiteral("name"), QStringLiteral("pipeline")}, {});
    if (const yaml::Node* version = root.find(u"version"); version && version->text != QLatin1String("v1"))
        context.report("orchestra.version", *version, QStringLiteral("version"), ruleText(QT_TRANSLATE_NOOP("formats", "version must be v1")));
    if (const yaml::Node* name = root.find(u"name"); name && name->text.size() > 100)
        context.report("orchestra.name", *name, QStringLiteral("name"), ruleText(QT_TRANSLATE_NOOP("formats", "longer than 100 characters")));
    if (const yaml::Node* webhook = root.find(u"webhook"); webhook && !webhook->isNull()) {
        context.checkKeys(*webhook, QStringLiteral("webhook"), {QStringLiteral("enabled"), QStringLiteral("operation_metadata"), QStringLiteral("run_inputs")});
        if (const yaml::Node* enabled = webhook->find(u"enabled"); enabled && enabled->type() != yaml::Node::Type::Bool)
            context.report("orchestra.type", *enabled, QStringLiteral("webhook.enabled"), ruleText(QT_TRANSLATE_NOOP("formats", "expected true or false")));
    }
}

} // namespace

void RuleContext::report(const char* code, const yaml::Node& node, const QString& key, const QString& message)
{
    problems.append({base::Severity::Error, QString::fromLatin1(code), message, document.placeOf(node, key)});
}

bool RuleContext::checkKeys(const yaml::Node& node, const QString& key, const QStringList& allowed)
{
    if (!node.isMapping()) {
        report("orchestra.type", node, key, ruleText(QT_TRANSLATE_NOOP("formats", "expected a map, found %1")).arg(node.kindWord()));
        return false;
    }
    for (const yaml::Node& name : node.keys) {
        if (!allowed.contains(name.text))
            report("orchestra.unknown_key", name, key.isEmpty() ? name.text : key + u'.' + name.text, ruleText(QT_TRANSLATE_NOOP("formats", "unknown key %1")).arg(name.text));
    }
    return true;
}

void RuleContext::checkRange(const yaml::Node& map, const QString& name, qint64 low, qint64 high, const QString& key, bool expression)
{
    const yaml::Node* node = map.find(name);
    if (!node || node->isNull() || (expression && node->text.contains(QLatin1String("${{"))))
        return;
    const auto value = node->toInt();
    if (!value || *value < low || *value > high)
        report("orchestra.range", *node, key + u'.' + name, ruleText(QT_TRANSLATE_NOOP("formats", "%1 is \"%2\"; expected a whole number from %3 to %4"))
            .arg(name, node->text).arg(low).arg(high));
}

void RuleContext::checkRequired(const yaml::Node& map, const QStringList& names, const QString& key)
{
    for (const QString& name : names) {
        if (!map.find(name))
            report("orchestra.missing_key", map, key, ruleText(QT_TRANSLATE_NOOP("formats", "%1 is missing")).arg(name));
    }
}

QString RuleContext::textAt(const yaml::Node& map, const QString& name)
{
    const yaml::Node* node = map.find(name);
    return node && node->isScalar() ? node->text : QString();
}

QStringList RuleContext::textsAt(const yaml::Node& map, const QString& name)
{
    QStringList texts;
    if (const yaml::Node* node = map.find(name)) {
        for (const yaml::Node& item : node->children)
            texts.append(item.text);
    }
    return texts;
}

base::Problems checkText(const QByteArray& text, const QString& file)
{
    const auto document = yaml::parse(text, file);
    if (!document)
        return {base::toProblem(document.error())};
    const yaml::Node& root = document->root();
    RuleContext context{*document, {}, {}, {}, {}, {}};
    checkTop(context, root);
    if (!root.isMapping())
        return context.problems;
    checkInputs(context, root);
    if (const yaml::Node* groups = root.find(u"pipeline"))
        checkGroups(context, *groups);
    checkSchedules(context, root);
    if (const yaml::Node* sensors = root.find(u"sensors"); sensors && !sensors->isNull())
        checkSensors(context, *sensors);
    if (const yaml::Node* triggers = root.find(u"trigger_events"))
        checkTriggers(context, *triggers);
    if (const yaml::Node* configuration = root.find(u"configuration"); configuration && !configuration->isNull())
        checkConfiguration(context, *configuration, QStringLiteral("configuration"));
    if (const yaml::Node* alerts = root.find(u"alerts"))
        checkAlerts(context, *alerts, QStringLiteral("alerts"));
    checkExpressions(context, root);
    base::sortProblems(context.problems);
    return context.problems;
}

} // namespace formats::orchestra
