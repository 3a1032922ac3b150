// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/rulecontext.h"

#include <QCoreApplication>

#include <limits>

namespace formats::orchestra {

namespace {

QString alertRuleText(const char* text)
{
    return QCoreApplication::translate("formats", text);
}

void checkDestination(RuleContext& context, const yaml::Node& destination, const QString& key)
{
    const QString kind = RuleContext::textAt(destination, QStringLiteral("integration"));
    const QString receiver = RuleContext::textAt(destination, QStringLiteral("destination"));
    static const QStringList kinds{QStringLiteral("EMAIL"), QStringLiteral("DATADOG"), QStringLiteral("MICROSOFT_TEAMS"), QStringLiteral("PAGER_DUTY"), QStringLiteral("SLACK"), QStringLiteral("WEBHOOK")};
    if (!kinds.contains(kind)) {
        context.report("orchestra.alert", destination, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "alerts cannot go to \"%1\"")).arg(kind));
        return;
    }
    const bool named = kind == QLatin1String("SLACK") || kind == QLatin1String("EMAIL");
    if (named && receiver.isEmpty())
        context.report("orchestra.alert", destination, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "%1 needs a destination")).arg(kind));
    if (kind == QLatin1String("EMAIL") && !receiver.isEmpty() && !receiver.contains(u'@') && !receiver.contains(QLatin1String("${{")))
        context.report("orchestra.alert", destination, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "\"%1\" is no mail address")).arg(receiver));
    if (!named && RuleContext::textAt(destination, QStringLiteral("connection_id")).isEmpty())
        context.report("orchestra.alert", destination, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "%1 needs a connection_id")).arg(kind));
}

} // namespace

void checkAlerts(RuleContext& context, const yaml::Node& alerts, const QString& key)
{
    static const QStringList statuses{QStringLiteral("ANY_COMPLETED"), QStringLiteral("CANCELLED"), QStringLiteral("FAILED"), QStringLiteral("SUCCEEDED"), QStringLiteral("WARNING"), QStringLiteral("SKIPPED")};
    for (const yaml::Node& alert : alerts.children) {
        if (!context.checkKeys(alert, key, {QStringLiteral("name"), QStringLiteral("statuses"), QStringLiteral("destinations"), QStringLiteral("custom_message"), QStringLiteral("max_live_alerts")}))
            continue;
        context.checkRange(alert, QStringLiteral("max_live_alerts"), 1, 50, key, true);
        if (RuleContext::textAt(alert, QStringLiteral("custom_message")).size() > 200)
            context.report("orchestra.alert", alert, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "the message is longer than 200 characters")));
        const QStringList given = RuleContext::textsAt(alert, QStringLiteral("statuses"));
        for (const QString& status : given) {
            if (!statuses.contains(status))
                context.report("orchestra.status", alert, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "%1 is no state for an alert")).arg(status));
        }
        const yaml::Node* destinations = alert.find(u"destinations");
        if (given.isEmpty() || !destinations || destinations->size() == 0)
            context.report("orchestra.alert", alert, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "an alert needs states and destinations")));
        for (qsizetype i = 0; destinations && i < destinations->size(); ++i)
            checkDestination(context, destinations->children[size_t(i)], key);
    }
}

void checkInputs(RuleContext& context, const yaml::Node& root)
{
    const yaml::Node* inputs = root.find(u"inputs");
    for (qsizetype i = 0; inputs && inputs->isMapping() && i < inputs->size(); ++i) {
        const QString name = inputs->keys[size_t(i)].text;
        const yaml::Node& input = inputs->children[size_t(i)];
        const QString key = QStringLiteral("inputs.") + name;
        context.inputs.insert(name);
        if (!context.checkKeys(input, key, {QStringLiteral("type"), QStringLiteral("default"), QStringLiteral("optional"), QStringLiteral("options")}))
            continue;
        const QString type = RuleContext::textAt(input, QStringLiteral("type"));
        static const QStringList types{QStringLiteral("string"), QStringLiteral("number"), QStringLiteral("boolean"), QStringLiteral("dict"), QStringLiteral("list")};
        if (!types.contains(type))
            context.report("orchestra.input", input, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "type \"%1\"; expected one of %2")).arg(type, types.join(QStringLiteral(", "))));
        if (input.find(u"options") && type != QLatin1String("string"))
            context.report("orchestra.input", input, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "only texts can have options")));
        const yaml::Node* value = input.find(u"default");
        if (!value || value->isNull())
            continue;
        const bool fits = type == QLatin1String("number") ? value->toDouble().has_value()
            : type == QLatin1String("boolean") ? value->type() == yaml::Node::Type::Bool
            : type == QLatin1String("dict")    ? value->isMapping()
            : type == QLatin1String("list")    ? value->isSequence()
                                               : value->type() == yaml::Node::Type::Text;
        if (!fits && !value->text.contains(QLatin1String("${{")))
            context.report("orchestra.input", *value, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "the default does not fit the type %1")).arg(type));
    }
}

void checkConfiguration(RuleContext& context, const yaml::Node& configuration, const QString& key)
{
    if (!context.checkKeys(configuration, key, {QStringLiteral("retries"), QStringLiteral("retry_delay"), QStringLiteral("timeout"), QStringLiteral("concurrency")}))
        return;
    context.checkRange(configuration, QStringLiteral("retries"), 0, 1000, key);
    context.checkRange(configuration, QStringLiteral("retry_delay"), 0, 120, key);
    context.checkRange(configuration, QStringLiteral("timeout"), 0, 259200, key);
    const yaml::Node* concurrency = configuration.find(u"concurrency");
    if (!concurrency || concurrency->isNull())
        return;
    context.checkKeys(*concurrency, key + QStringLiteral(".concurrency"), {QStringLiteral("max_active"), QStringLiteral("on_limit")});
    context.checkRange(*concurrency, QStringLiteral("max_active"), 1, std::numeric_limits<int>::max(), key + QStringLiteral(".concurrency"), true);
    static const QStringList limits{QStringLiteral("SKIP"), QStringLiteral("QUEUE"), QStringLiteral("QUEUE_LATEST")};
    const yaml::Node* onLimit = concurrency->find(u"on_limit");
    if (onLimit && !onLimit->text.contains(QLatin1String("${{")) && !limits.contains(onLimit->text))
        context.report("orchestra.range", *onLimit, key, alertRuleText(QT_TRANSLATE_NOOP("formats", "on_limit \"%1\"; expected SKIP, QUEUE or QUEUE_LATEST")).arg(onLimit->text));
}

} // namespace formats::orchestra
