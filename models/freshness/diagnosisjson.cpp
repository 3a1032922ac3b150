// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/diagnose.h"

#include <QJsonArray>

#include <algorithm>

namespace freshness {

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok: return QStringLiteral("OK");
    case Verdict::Race: return QStringLiteral("RACE");
    case Verdict::Early: return QStringLiteral("EARLY");
    case Verdict::Stale: return QStringLiteral("STALE");
    case Verdict::OnFailed: return QStringLiteral("ON_FAILED");
    case Verdict::NeverUsed: return QStringLiteral("NEVER_USED");
    case Verdict::Late: return QStringLiteral("LATE");
    }
    return {};
}

namespace {

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue instantOrNull(const std::optional<base::UtcTime>& at)
{
    return at ? QJsonValue(at->toIso()) : QJsonValue();
}

QJsonValue sideJson(const std::optional<Side>& side, const char* timeKey)
{
    if (!side)
        return {};
    return QJsonObject{{QStringLiteral("job"), side->job}, {QStringLiteral("run"), textOrNull(side->run)},
        {QLatin1String(timeKey), instantOrNull(side->time)}};
}

QJsonArray evidenceJson(const Finding& finding)
{
    QJsonArray array;
    for (const Evidence& one : finding.evidence) {
        array.append(QJsonObject{{QStringLiteral("kind"), one.kind}, {QStringLiteral("label"), one.label}, {QStringLiteral("text"), one.text},
            {QStringLiteral("at"), instantOrNull(one.at)}, {QStringLiteral("value"), textOrNull(one.value)}});
    }
    return array;
}

QJsonArray adviceJson(const Finding& finding)
{
    QJsonArray array;
    for (const Advice& one : finding.advice) {
        array.append(QJsonObject{{QStringLiteral("kind"), one.kind}, {QStringLiteral("text"), one.text},
            {QStringLiteral("command"), textOrNull(one.command)}});
    }
    return array;
}

QJsonObject findingJson(const Finding& finding)
{
    QJsonObject object{{QStringLiteral("id"), finding.id}, {QStringLiteral("rule"), finding.rule},
        {QStringLiteral("verdict"), finding.verdict ? QJsonValue(verdictWord(*finding.verdict)) : QJsonValue()},
        {QStringLiteral("severity"), base::severityWord(finding.severity)}, {QStringLiteral("dataset"), textOrNull(finding.dataset)},
        {QStringLiteral("slot_date"), finding.slotDate.isValid() ? QJsonValue(finding.slotDate.toString(Qt::ISODate)) : QJsonValue()},
        {QStringLiteral("consumer"), sideJson(finding.consumer, "start")}, {QStringLiteral("producer"), sideJson(finding.producer, "end")},
        {QStringLiteral("gap_seconds"), finding.gapSeconds ? QJsonValue(*finding.gapSeconds) : QJsonValue()},
        {QStringLiteral("headline"), finding.headline}, {QStringLiteral("evidence"), evidenceJson(finding)},
        {QStringLiteral("advice"), adviceJson(finding)}};
    if (!finding.source.isEmpty())
        object.insert(QStringLiteral("source"), finding.source);
    return object;
}

} // namespace

QJsonObject toJson(const Diagnosis& diagnosis)
{
    QJsonArray findings;
    for (const Finding& finding : diagnosis.findings)
        findings.append(findingJson(finding));
    return {{QStringLiteral("findings"), findings}, {QStringLiteral("checked_runs"), diagnosis.checkedRuns},
        {QStringLiteral("checked_edges"), diagnosis.checkedEdges}};
}

int exitStatus(const Diagnosis& diagnosis)
{
    const bool any = std::any_of(diagnosis.findings.begin(), diagnosis.findings.end(),
        [](const Finding& finding) { return finding.severity != base::Severity::Info; });
    return any ? 1 : 0;
}

} // namespace freshness
