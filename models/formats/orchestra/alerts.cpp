// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/losses.h"

#include <QCoreApplication>

namespace formats::orchestra {

namespace {

using base::Severity;

QString alertText(const char* text)
{
    return QCoreApplication::translate("formats", text);
}

QStringList wordsOf(const QVariant& value)
{
    if (value.typeId() == QMetaType::QString)
        return {value.toString()};
    QStringList words;
    for (const QVariant& item : value.toList())
        words.append(item.toString());
    return words;
}

/// Orchestra's word for a state; empty if it has none.
QString statusWord(const QString& word)
{
    static const QHash<QString, QString> words{{QStringLiteral("failed"), QStringLiteral("FAILED")},
        {QStringLiteral("failure"), QStringLiteral("FAILED")}, {QStringLiteral("succeeded"), QStringLiteral("SUCCEEDED")},
        {QStringLiteral("success"), QStringLiteral("SUCCEEDED")}, {QStringLiteral("warning"), QStringLiteral("WARNING")},
        {QStringLiteral("skipped"), QStringLiteral("SKIPPED")}, {QStringLiteral("cancelled"), QStringLiteral("CANCELLED")},
        {QStringLiteral("any"), QStringLiteral("ANY_COMPLETED")}, {QStringLiteral("any_completed"), QStringLiteral("ANY_COMPLETED")}};
    return words.value(word.toLower());
}

struct Channel {
    const char* key;
    const char* integration;
    const char* where; ///< the key that names the receiver
};
constexpr Channel channels[] = {{"email", "EMAIL", "destination"}, {"slack", "SLACK", "destination"},
    {"teams", "MICROSOFT_TEAMS", "connection_id"}, {"pagerduty", "PAGER_DUTY", "connection_id"},
    {"datadog", "DATADOG", "connection_id"}, {"webhook", "WEBHOOK", "connection_id"}};

QVariantList destinationsOf(const QVariantMap& alert)
{
    QVariantList destinations;
    for (const QVariant& item : alert.value(QStringLiteral("destinations")).toList()) {
        const QVariantMap given = item.toMap();
        for (const Channel& channel : channels) {
            const QString where = given.value(QLatin1String(channel.where)).toString();
            if (given.value(QStringLiteral("integration")).toString() == QLatin1String(channel.integration) && !where.isEmpty())
                destinations.append(QVariantMap{{QStringLiteral("integration"), QLatin1String(channel.integration)}, {QLatin1String(channel.where), where}});
        }
    }
    for (const Channel& channel : channels) {
        for (const QString& where : wordsOf(alert.value(QLatin1String(channel.key)))) {
            if (!where.isEmpty())
                destinations.append(QVariantMap{{QStringLiteral("integration"), QLatin1String(channel.integration)}, {QLatin1String(channel.where), where}});
        }
    }
    return destinations;
}

} // namespace

QVariantList alertsOf(const Chain& chain, base::Problems& findings)
{
    QVariantList alerts;
    for (const pipeline::Pipeline* member : chain.pipelines) {
        for (qsizetype i = 0; i < member->alerts.size(); ++i) {
            const QVariantMap given = member->alerts.at(i).toMap();
            const base::Place place = member->placeOf(QStringLiteral("alerts[%1]").arg(i));
            QStringList statuses;
            for (const QString& word : wordsOf(given.value(QStringLiteral("on"), given.value(QStringLiteral("statuses"), QStringLiteral("failed"))))) {
                const QString status = statusWord(word);
                if (status.isEmpty())
                    note(findings, Severity::Error, "orchestra.alert_status",
                        alertText(QT_TRANSLATE_NOOP("formats", "Orchestra has no alert for the state \"%1\"")).arg(word), place);
                else if (!statuses.contains(status))
                    statuses.append(status);
            }
            const QVariantList destinations = destinationsOf(given);
            if (destinations.isEmpty() || statuses.isEmpty()) {
                note(findings, Severity::Error, "orchestra.alert",
                    alertText(QT_TRANSLATE_NOOP("formats", "Alert %1 of %2 names no receiver or no state that Orchestra knows and is left out")).arg(i + 1).arg(member->id), place);
                continue;
            }
            QVariantMap alert{{QStringLiteral("name"), given.value(QStringLiteral("name"), member->id + QStringLiteral(" alert %1").arg(i + 1)).toString()},
                {QStringLiteral("statuses"), statuses}, {QStringLiteral("destinations"), destinations}};
            const QString message = given.value(QStringLiteral("message"), given.value(QStringLiteral("custom_message"))).toString();
            if (!message.isEmpty())
                alert.insert(QStringLiteral("custom_message"), message.left(200));
            if (message.size() > 200)
                note(findings, Severity::Warning, "orchestra.alert_message",
                    alertText(QT_TRANSLATE_NOOP("formats", "An alert message has at most 200 characters in Orchestra; the rest is cut off")), place);
            if (chain.pipelines.size() > 1)
                note(findings, Severity::Info, "orchestra.alert_scope",
                    alertText(QT_TRANSLATE_NOOP("formats", "The alert of %1 speaks of the whole Orchestra file, which holds other pipelines too")).arg(member->id), place);
            alerts.append(alert);
        }
    }
    return alerts;
}

} // namespace formats::orchestra
