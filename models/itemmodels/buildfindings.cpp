// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/timelinebuilder.h"

#include "models/itemmodels/findingwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace itemmodels {

int TimelineBuilder::runOf(const std::optional<freshness::Side>& side) const
{
    return side && !side->run.isEmpty() ? m_byKey.value({side->job, side->run}, -1) : -1;
}

int TimelineBuilder::laneFor(int run, bool attempts) const
{
    if (run < 0)
        return -1;
    const int lane = m_data.laneOfRun[run];
    const bool beside = attempts && lane >= 0 && lane + 1 < m_data.lanes.size()
        && m_data.lanes[lane + 1].role == Lane::Role::Attempts && m_data.run(run).attempts.size() > 1;
    return beside ? lane + 1 : lane;
}

static QString findingNote(const freshness::Finding& finding)
{
    if (finding.rule == QLatin1String("dashboard_refreshed_on_old_data"))
        return QCoreApplication::translate("timeline", "showed old data");
    if (finding.rule == QLatin1String("consumer_read_stale_data"))
        return QCoreApplication::translate("timeline", "read old data");
    if (finding.rule == QLatin1String("consumer_missed_deadline") && finding.gapSeconds)
        return QCoreApplication::translate("timeline", "%1 after its deadline").arg(gapWords(finding));
    return {};
}

void TimelineBuilder::markRuns()
{
    const QVector<freshness::PhysicalRun>& runs = m_data.picture->runs;
    m_data.runMarks.reserve(runs.size());
    for (qint32 i = 0; i < runs.size(); ++i) {
        m_data.runMarks.append(markOf(runs[i].state));
        m_byKey.insert({runs[i].job, runs[i].run}, i);
    }
    const auto& findings = m_data.picture->diagnosis.findings;
    for (qint32 f = 0; f < findings.size(); ++f) {
        const FindingLook look = lookOf(findings[f]);
        const int consumer = runOf(findings[f].consumer);
        const int producer = runOf(findings[f].producer);
        for (const int run : {consumer, producer}) {
            if (run >= 0)
                m_data.findingsOfRun.insert(run, f);
        }
        // The mark belongs to the one who did it: the reader of a mismatch, the load that came late.
        const int marked = consumer >= 0 ? consumer : producer;
        if (marked < 0)
            continue;
        m_data.runMarks[marked] = std::max(m_data.runMarks[marked], look.mark);
        const QString note = findingNote(findings[f]);
        if (!note.isEmpty())
            m_data.notes.insert(marked, note);
    }
}

static QString arrowSentence(const freshness::Finding& finding)
{
    const QString gap = gapWords(finding).toHtmlEscaped();
    if (finding.verdict == freshness::Verdict::OnFailed)
        return QCoreApplication::translate("timeline", "read <b>after its load had failed</b>");
    if (gap.isEmpty())
        return QCoreApplication::translate("timeline", "read <b>before</b> its load ended");
    if (finding.verdict == freshness::Verdict::Early)
        return QCoreApplication::translate("timeline", "read <b>%1 before</b> that day's load ended").arg(gap);
    return QCoreApplication::translate("timeline", "read <b>%1 before</b> its load ended").arg(gap);
}

void TimelineBuilder::addArrows()
{
    const auto& findings = m_data.picture->diagnosis.findings;
    for (int f = 0; f < findings.size(); ++f) {
        const freshness::Finding& finding = findings[f];
        const bool mismatch = finding.verdict == freshness::Verdict::Race || finding.verdict == freshness::Verdict::Early
            || finding.verdict == freshness::Verdict::OnFailed;
        if (!mismatch || isDashboardFinding(finding) || !finding.consumer || !finding.producer)
            continue;
        Arrow arrow;
        arrow.consumerRun = runOf(finding.consumer);
        arrow.producerRun = runOf(finding.producer);
        arrow.toLane = laneFor(arrow.consumerRun, false);
        arrow.fromLane = laneFor(arrow.producerRun, true);
        if (!finding.consumer->time || !finding.producer->time || arrow.toLane < 0 || arrow.fromLane < 0)
            continue;
        arrow.from = finding.producer->time->us;
        arrow.to = finding.consumer->time->us;
        arrow.finding = f;
        arrow.sentence = arrowSentence(finding);
        m_data.arrows.append(std::move(arrow));
    }
    std::stable_sort(m_data.arrows.begin(), m_data.arrows.end(), [](const Arrow& a, const Arrow& b) { return a.to < b.to; });
    for (auto i = qint32(m_data.arrows.size()) - 1; i >= 0; --i)
        m_data.arrowOfReader.insert(m_data.arrows[i].consumerRun, i);
}

void TimelineBuilder::placeFindings()
{
    QHash<QString, int> laneOfDataset;
    for (int i = int(m_data.lanes.size()) - 1; i >= 0; --i) {
        if (m_data.lanes[i].isClock())
            laneOfDataset.insert(m_data.lanes[i].job.toCaseFolded(), i);
    }
    m_data.places.resize(m_data.picture->diagnosis.findings.size());
    for (qsizetype f = 0; f < m_data.places.size(); ++f) {
        const freshness::Finding& finding = m_data.picture->diagnosis.findings[f];
        FindingPlace& place = m_data.places[f];
        const int consumer = runOf(finding.consumer);
        const int producer = runOf(finding.producer);
        place.run = consumer >= 0 ? consumer : producer;
        place.lane = place.run >= 0 ? m_data.laneOfRun[place.run] : laneOfDataset.value(finding.dataset.toCaseFolded(), -1);
        QVector<qint64> times;
        for (const auto& side : {finding.consumer, finding.producer}) {
            if (side && side->time)
                times.append(side->time->us);
        }
        if (times.size() < 2 && place.run >= 0 && m_data.laneOfRun[place.run] >= 0) {
            const Span span = m_data.runSpan(place.run);
            times << span.start << span.end;
        }
        if (times.isEmpty() && finding.slot)
            times.append(finding.slot->us);
        if (times.isEmpty() && finding.slotDate.isValid())
            times << base::UtcTime::fromUtc(finding.slotDate).us << base::UtcTime::fromUtc(finding.slotDate.addDays(1)).us;
        if (!times.isEmpty())
            place.span = {*std::min_element(times.cbegin(), times.cend()), *std::max_element(times.cbegin(), times.cend())};
    }
}

void TimelineBuilder::addStops()
{
    const auto& findings = m_data.picture->diagnosis.findings;
    for (int f = 0; f < findings.size(); ++f) {
        if (findings[f].severity != base::Severity::Info && m_data.places[f].known())
            m_data.stops.append({m_data.places[f].span.start, f, m_data.places[f].run});
    }
    for (qint32 run = 0; run < m_data.runMarks.size(); ++run) {
        if (m_data.runMarks[run] == Mark::Failed && m_data.laneOfRun[run] >= 0 && !m_data.findingsOfRun.contains(run))
            m_data.stops.append({m_data.runSpan(run).start, -1, run});
    }
    std::stable_sort(m_data.stops.begin(), m_data.stops.end(), [](const ProblemStop& a, const ProblemStop& b) { return a.at < b.at; });
}

} // namespace itemmodels
