// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/zone.h"
#include "models/formats/orchestra/eventbridgecron.h"
#include "models/formats/orchestra/rulecontext.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

namespace formats::orchestra {

namespace {

QString sensorText(const char* text)
{
    return QCoreApplication::translate("formats", text);
}

/// Minutes between two starts where that is plain to see: hourly, daily, every n minutes. 0: not plain.
int intervalMinutes(const QString& cron)
{
    const QStringList fields = cron.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() != 6)
        return 0;
    const bool everyDay = (fields[2] == QLatin1String("*") || fields[4] == QLatin1String("*")) && fields[3] == QLatin1String("*");
    bool oneMinute = false;
    bool oneHour = false;
    fields[0].toInt(&oneMinute);
    fields[1].toInt(&oneHour);
    if (!everyDay || !oneMinute)
        return fields[0].contains(u'/') ? fields[0].section(u'/', 1).toInt() : 0;
    if (fields[1].contains(u'/'))
        return fields[1].section(u'/', 1).toInt() * 60;
    return oneHour ? 24 * 60 : fields[1] == QLatin1String("*") ? 60 : 0;
}

void checkSensorCheck(RuleContext& context, const yaml::Node& check, const QString& key)
{
    const QString integration = RuleContext::textAt(check, QStringLiteral("integration"));
    const QString type = RuleContext::textAt(check, QStringLiteral("sensor_type"));
    static const QHash<QString, QString> prefixes{{QStringLiteral("AWS_S3"), QStringLiteral("AWS_S3_")}, {QStringLiteral("AZURE_DATA_LAKE_STORAGE"), QStringLiteral("ADLS_")}};
    const QString prefix = prefixes.value(integration, integration + u'_');
    if (!type.startsWith(prefix) && !(integration == QLatin1String("WEBHOOK") && type.startsWith(QLatin1String("ORCHESTRA_"))))
        context.report("orchestra.sensor", check, key, sensorText(QT_TRANSLATE_NOOP("formats", "%1 is no sensor of %2")).arg(type, integration));
    const yaml::Node* parameters = check.find(u"parameters");
    const QString wanted = type.endsWith(QLatin1String("_QUERY")) ? QStringLiteral("query") : QString();
    if (!wanted.isEmpty() && (!parameters || !parameters->find(wanted)))
        context.report("orchestra.sensor", check, key, sensorText(QT_TRANSLATE_NOOP("formats", "%1 is missing")).arg(wanted));
}

void checkDates(RuleContext& context, const yaml::Node& item, const QString& key)
{
    for (const QString& date : RuleContext::textsAt(item, QStringLiteral("exclude"))) {
        if (!QDate::fromString(date, Qt::ISODate).isValid() || date.size() != 10)
            context.report("orchestra.date", item, key + QStringLiteral(".exclude"), sensorText(QT_TRANSLATE_NOOP("formats", "\"%1\" is no date like 2026-12-25")).arg(date));
    }
}

} // namespace

void checkCronAndZone(RuleContext& context, const yaml::Node& item, const QString& key)
{
    const QString cron = RuleContext::textAt(item, QStringLiteral("cron"));
    const QString wrong = eventBridgeError(cron);
    if (!wrong.isEmpty())
        context.report("orchestra.cron", item, key + QStringLiteral(".cron"), QStringLiteral("\"%1\": %2").arg(cron, wrong));
    const yaml::Node* zone = item.find(u"timezone");
    if (zone && !zone->isNull() && !base::Zone::find(zone->text))
        context.report("orchestra.zone", *zone, key + QStringLiteral(".timezone"), sensorText(QT_TRANSLATE_NOOP("formats", "\"%1\" is no IANA time zone")).arg(zone->text));
    checkDates(context, item, key);
}

void checkSchedules(RuleContext& context, const yaml::Node& root)
{
    const yaml::Node* list = root.find(u"schedule");
    if (!list || list->isNull())
        return;
    if (!list->isSequence()) {
        context.report("orchestra.type", *list, QStringLiteral("schedule"), sensorText(QT_TRANSLATE_NOOP("formats", "expected a list")));
        return;
    }
    const yaml::Node* inputs = root.find(u"inputs");
    for (qsizetype i = 0; i < list->size(); ++i) {
        const yaml::Node& item = list->children[size_t(i)];
        const QString key = QStringLiteral("schedule[%1]").arg(i);
        if (!context.checkKeys(item, key,
                {QStringLiteral("name"), QStringLiteral("cron"), QStringLiteral("timezone"), QStringLiteral("environment"), QStringLiteral("branch"),
                    QStringLiteral("run_inputs"), QStringLiteral("exclude")}))
            continue;
        checkCronAndZone(context, item, key);
        const yaml::Node* given = item.find(u"run_inputs");
        for (qsizetype n = 0; inputs && inputs->isMapping() && n < inputs->size(); ++n) {
            const yaml::Node& input = inputs->children[size_t(n)];
            const QString name = inputs->keys[size_t(n)].text;
            const bool optional = RuleContext::textAt(input, QStringLiteral("optional")) == QLatin1String("true");
            if (!input.find(u"default") && !optional && (!given || !given->find(name)))
                context.report("orchestra.input", item, key, sensorText(QT_TRANSLATE_NOOP("formats", "input %1 has no default and is not given")).arg(name));
        }
    }
}

void checkSensors(RuleContext& context, const yaml::Node& sensors)
{
    for (qsizetype i = 0; sensors.isMapping() && i < sensors.size(); ++i) {
        const yaml::Node& sensor = sensors.children[size_t(i)];
        const QString key = QStringLiteral("sensors.") + sensors.keys[size_t(i)].text;
        if (!context.checkKeys(sensor, key,
                {QStringLiteral("name"), QStringLiteral("cron"), QStringLiteral("timezone"), QStringLiteral("timeout_mins"), QStringLiteral("frequency_secs"),
                    QStringLiteral("exclude"), QStringLiteral("environments"), QStringLiteral("run_inputs"), QStringLiteral("alerts"),
                    QStringLiteral("checks"), QStringLiteral("condition")}))
            continue;
        context.checkRequired(sensor, {QStringLiteral("name"), QStringLiteral("cron"), QStringLiteral("timezone"), QStringLiteral("timeout_mins"), QStringLiteral("checks")}, key);
        checkCronAndZone(context, sensor, key);
        context.checkRange(sensor, QStringLiteral("timeout_mins"), 1, 7200, key);
        context.checkRange(sensor, QStringLiteral("frequency_secs"), 60, 600, key);
        const int interval = intervalMinutes(RuleContext::textAt(sensor, QStringLiteral("cron")));
        const yaml::Node* timeout = sensor.find(u"timeout_mins");
        if (interval > 0 && timeout && timeout->toInt().value_or(0) >= interval)
            context.report("orchestra.sensor", *timeout, key, sensorText(QT_TRANSLATE_NOOP("formats", "waits longer than the %1 minutes between two starts")).arg(interval));
        const yaml::Node* checks = sensor.find(u"checks");
        if (checks && checks->size() == 0)
            context.report("orchestra.empty", *checks, key, sensorText(QT_TRANSLATE_NOOP("formats", "a sensor without checks")));
        for (qsizetype n = 0; checks && checks->isMapping() && n < checks->size(); ++n)
            checkSensorCheck(context, checks->children[size_t(n)], key + QStringLiteral(".checks.") + checks->keys[size_t(n)].text);
    }
}

} // namespace formats::orchestra
