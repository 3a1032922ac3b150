// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/timelinebuilder.h"

#include "models/base/plausible.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace itemmodels {

using ObservationKind = runs::Observation::Kind;

static QString bareDataset(const QString& name, const pipeline::Workspace& workspace)
{
    QString bare = name;
    for (const QChar quote : {u'"', u'`', u'[', u']'})
        bare.remove(quote);
    for (auto it = workspace.aliases.cbegin(); it != workspace.aliases.cend(); ++it) {
        if (it.key().compare(bare, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return bare;
}

/// Results of dbt source freshness as observations of LOADEDON. A value measured late became true when it was written,
/// unless the check before had still seen an older one.
static QVector<runs::Observation> observationsOfChecks(const pipeline::Workspace& workspace, const runs::History& history)
{
    QHash<QString, QString> relations;
    for (const runs::Manifest& manifest : history.manifests) {
        for (const runs::ManifestNode& node : manifest.nodes) {
            if (!node.relation.isEmpty())
                relations.insert(node.uniqueId, node.relation);
        }
    }
    QVector<runs::SourceCheck> checks = history.sourceChecks;
    std::stable_sort(checks.begin(), checks.end(), [](const auto& a, const auto& b) {
        return a.snapshottedAt.value_or(a.checkStart) < b.snapshottedAt.value_or(b.checkStart);
    });
    QHash<QString, qint64> seenBefore;
    QVector<runs::Observation> out;
    for (const runs::SourceCheck& check : checks) {
        if (!check.maxLoadedAt || check.maxLoadedAt->utcDate().year() <= 1970)
            continue;
        const qint64 measured = check.snapshottedAt.value_or(check.checkStart).us;
        const auto before = seenBefore.constFind(check.uniqueId);
        const bool between = check.maxLoadedAt->us <= measured && (before == seenBefore.cend() || check.maxLoadedAt->us > *before);
        runs::Observation seen;
        seen.kind = ObservationKind::LoadedAt;
        seen.at = {between ? check.maxLoadedAt->us : measured};
        seen.instant = check.maxLoadedAt;
        seen.dataset = bareDataset(relations.value(check.uniqueId, check.uniqueId.section(u'.', 2)), workspace);
        out.append(std::move(seen));
        seenBefore.insert(check.uniqueId, measured);
    }
    return out;
}

static std::optional<qint64> rowsAt(const QVector<runs::Observation>& observations, qint64 at)
{
    for (const runs::Observation& o : observations) {
        bool ok = false;
        const qint64 rows = o.kind == ObservationKind::RowCount && o.at.us == at ? o.value.toLongLong(&ok) : 0;
        if (ok)
            return rows;
    }
    return {};
}

/// Steps where the value changes. `observations` are of one dataset, by time.
static QVector<ClockStep> clockSteps(const QVector<runs::Observation>& observations, ObservationKind kind)
{
    QVector<ClockStep> steps;
    for (const runs::Observation& o : observations) {
        if (o.kind != kind || !base::isPlausible(o.at))
            continue;
        ClockStep step;
        step.at = o.at.us;
        const QDate date = QDate::fromString(o.value.left(10), Qt::ISODate);
        if (kind == ObservationKind::BusinessDate && o.value.size() == 10)
            step.date = date;
        else if (o.instant)
            step.instant = o.instant->us;
        else if (date.isValid())
            step.date = date;
        else
            continue;
        const bool same = !steps.isEmpty() && steps.last().date == step.date && steps.last().instant == step.instant;
        if (same)
            continue;
        step.rows = rowsAt(observations, step.at);
        if (!steps.isEmpty() && steps.last().at == step.at)
            steps.last() = step;
        else
            steps.append(step);
    }
    return steps;
}

void TimelineBuilder::addClockLanes(const QString& dataset, const QVector<runs::Observation>& observations)
{
    const auto add = [&](Lane::Role role, const QString& name, QVector<ClockStep> steps) {
        if (steps.isEmpty())
            return;
        m_data.span.end = std::max(m_data.span.end, steps.last().at);
        Lane lane;
        lane.role = role;
        lane.name = name;
        lane.job = dataset;
        lane.group = int(m_data.groups.size()) - 1;
        lane.steps = std::move(steps);
        m_data.lanes.append(std::move(lane));
        ++m_data.groups.last().laneCount;
    };
    const QString title = QCoreApplication::translate("timeline", "Freshness \u00b7 %1").arg(dataset);
    m_data.groups.append({QStringLiteral("freshness · ") + dataset, title, {}, int(m_data.lanes.size()), 0});
    add(Lane::Role::LoadedAt, QCoreApplication::translate("timeline", "loaded at (LOADEDON)"),
        clockSteps(observations, ObservationKind::LoadedAt));
    QVector<ClockStep> dates = clockSteps(observations, ObservationKind::BusinessDate);
    if (dates.isEmpty())
        add(Lane::Role::BusinessDate, QCoreApplication::translate("timeline", "cursor"), clockSteps(observations, ObservationKind::Cursor));
    else
        add(Lane::Role::BusinessDate, QCoreApplication::translate("timeline", "business date"), std::move(dates));
    if (m_data.groups.last().laneCount == 0)
        m_data.groups.removeLast();
}

void TimelineBuilder::addClocks()
{
    QVector<runs::Observation> all = m_data.picture->observations;
    if (m_history)
        all += observationsOfChecks(m_workspace, *m_history);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    QMap<QString, QVector<runs::Observation>> byDataset; // ordered by folded name
    QHash<QString, QString> spelling;
    for (const runs::Observation& o : std::as_const(all)) {
        const QString name = bareDataset(o.dataset, m_workspace);
        const QString folded = name.toCaseFolded();
        if (!spelling.contains(folded))
            spelling.insert(folded, name);
        byDataset[folded].append(o);
    }
    // The datasets that a finding is about come first.
    QSet<QString> troubled;
    for (const freshness::Finding& finding : m_data.picture->diagnosis.findings) {
        if (finding.verdict)
            troubled.insert(bareDataset(finding.dataset, m_workspace).toCaseFolded());
    }
    for (const bool wanted : {true, false}) {
        for (auto it = byDataset.cbegin(); it != byDataset.cend(); ++it) {
            if (troubled.contains(it.key()) == wanted)
                addClockLanes(spelling.value(it.key()), *it);
        }
    }
}

} // namespace itemmodels
