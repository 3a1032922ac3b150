// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinetips.h"

#include "models/itemmodels/findingwords.h"
#include "models/itemmodels/runsmodel.h"
#include "widgets/timeline/timelinewidget.h"

#include <QHelpEvent>
#include <QLocale>
#include <QToolTip>

#include <algorithm>

namespace timeline {

using itemmodels::momentWords;

static QString tipOfAttempts(const freshness::PhysicalRun& run)
{
    if (run.attempts.size() < 2)
        return {};
    QStringList words;
    for (const runs::Attempt& attempt : run.attempts) {
        const QString state = itemmodels::stateWords(attempt.state);
        words.append(attempt.message.isEmpty() ? QStringLiteral("%1 %2").arg(QString::number(attempt.number), state)
                                               : QStringLiteral("%1 %2 (%3)").arg(QString::number(attempt.number), state, attempt.message.left(60)));
    }
    return TimelineWidget::tr("attempts: %1").arg(words.join(QStringLiteral(", ")));
}

static QString tipOfDuration(const itemmodels::TimelineData& data, int index, const freshness::PhysicalRun& run)
{
    if (!run.start || !run.end)
        return {};
    const QString duration = base::durationWords(*run.end - *run.start);
    const int lane = data.laneOfRun[index];
    const qint64 usual = lane >= 0 ? data.lanes[lane].usual : 0;
    return usual > 0 ? TimelineWidget::tr("took %1, usual %2").arg(duration, base::durationWords(usual)) : TimelineWidget::tr("took %1").arg(duration);
}

QString runTipText(const itemmodels::TimelineData& data, int index, const base::Zone& zone)
{
    const freshness::PhysicalRun& run = data.run(index);
    QStringList lines;
    const QString state = itemmodels::stateWords(run.state);
    const itemmodels::Mark mark = data.runMarks[index];
    const bool more = mark > itemmodels::Mark::Warn && mark != itemmodels::markOf(run.state);
    lines.append(QStringLiteral("%1 #%2 \u00b7 %3").arg(itemmodels::shortJob(run.job), run.run, more ? state + QStringLiteral(", ") + itemmodels::markWords(mark) : state));
    if (run.slot)
        lines.append(TimelineWidget::tr("due %1").arg(momentWords(run.slot->us, zone)));
    if (run.start)
        lines.append(TimelineWidget::tr("started %1").arg(momentWords(run.start->us, zone)));
    lines.append(run.end ? TimelineWidget::tr("ended %1").arg(momentWords(run.end->us, zone)) : TimelineWidget::tr("no end recorded"));
    lines.append(tipOfDuration(data, index, run));
    lines.append(tipOfAttempts(run));
    if (run.rows)
        lines.append(TimelineWidget::tr("%1 rows").arg(QLocale().toString(*run.rows)));
    lines.append(run.message.left(200));
    QList<qint32> findings = data.findingsOfRun.values(index);
    std::sort(findings.begin(), findings.end());
    for (const qint32 f : std::as_const(findings)) {
        const freshness::Finding& finding = data.picture->diagnosis.findings[f];
        const QString words = itemmodels::lookOf(finding).words;
        lines.append(finding.headline.isEmpty() ? words + QStringLiteral(": ") + itemmodels::whereWords(finding) : words + QStringLiteral(": ") + finding.headline);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString pileTipText(const itemmodels::TimelineData& data, const itemmodels::Bars& bars, qsizetype first, qsizetype count, const base::Zone& zone)
{
    QStringList lines;
    lines.append(TimelineWidget::tr("%1 runs, the worst: %2").arg(QLocale().toString(count), itemmodels::markWords(bars.worst(first, first + count))));
    int shown = 0;
    for (qsizetype i = first; i < first + count && shown < 8; ++i) {
        if (itemmodels::Mark(bars.mark[i]) < itemmodels::Mark::Warn)
            continue;
        lines.append(QStringLiteral("%1  #%2  %3").arg(momentWords(bars.start[i], zone), data.run(bars.run[i]).run, itemmodels::markWords(itemmodels::Mark(bars.mark[i]))));
        ++shown;
    }
    return lines.join(u'\n');
}

static QString clockTipText(const itemmodels::Lane& lane, qint64 at, const base::Zone& zone)
{
    const auto next = std::upper_bound(lane.steps.cbegin(), lane.steps.cend(), at, [](qint64 t, const itemmodels::ClockStep& s) { return t < s.at; });
    if (next == lane.steps.cbegin())
        return TimelineWidget::tr("not known yet");
    const itemmodels::ClockStep& step = *std::prev(next);
    const QString value = step.instant ? momentWords(*step.instant, zone) : itemmodels::dayWords(step.date, 0);
    QStringList lines {lane.role == itemmodels::Lane::Role::LoadedAt ? TimelineWidget::tr("%1: loaded at %2").arg(lane.job, value)
                                                                     : TimelineWidget::tr("%1: through %2").arg(lane.job, value)};
    lines.append(TimelineWidget::tr("since %1").arg(momentWords(step.at, zone)));
    if (step.rows)
        lines.append(TimelineWidget::tr("%1 rows").arg(QLocale().toString(*step.rows)));
    return lines.join(u'\n');
}

QString placeTipText(const itemmodels::Lane& lane, qint64 at, qint64 reach, const base::Zone& zone)
{
    if (lane.isClock())
        return clockTipText(lane, at, zone);
    const auto ghost = std::lower_bound(lane.ghosts.cbegin(), lane.ghosts.cend(), at - std::max(reach, lane.usual));
    if (ghost == lane.ghosts.cend() || *ghost > at + reach)
        return {};
    return TimelineWidget::tr("%1 was due %2, and no run of it is recorded").arg(lane.name, momentWords(*ghost, zone, false));
}

QString areaTipText(const itemmodels::AreaStatistics& s, itemmodels::Span area, const base::Zone& zone)
{
    const QLocale locale;
    QStringList lines;
    lines.append(QStringLiteral("%1 \u2013 %2 \u00b7 %3").arg(momentWords(area.start, zone), momentWords(area.end, zone), base::durationWords(area.length())));
    lines.append(TimelineWidget::tr("%1 runs, %2 models in them").arg(locale.toString(s.runs), locale.toString(s.nodes)));
    lines.append(TimelineWidget::tr("%1 failed, %2 late, %3 read too early").arg(locale.toString(s.failed), locale.toString(s.late), locale.toString(s.mismatches)));
    if (s.runs > 0) {
        lines.append(TimelineWidget::tr("duration: median %1, P95 %2").arg(base::durationWords(s.medianDuration), base::durationWords(s.p95Duration)));
        lines.append(TimelineWidget::tr("something ran for %1").arg(base::durationWords(s.busy)));
    }
    return lines.join(u'\n');
}

void TimelineWidget::showAreaTip(const QPoint& globalPos)
{
    if (m_view.area)
        QToolTip::showText(globalPos, areaTipText(areaStatistics(*m_data, *m_view.area, m_view.hiddenSystems), *m_view.area, m_view.zone), this);
}

bool TimelineWidget::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_data->isEmpty())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const painting::TimelineHit hit = hitAt(help->pos());
    QString words;
    if (hit.part == painting::TimelineHit::Part::Bar)
        words = runTipText(*m_data, hit.run, m_view.zone);
    else if (hit.part == painting::TimelineHit::Part::Pile)
        words = pileTipText(*m_data, m_data->lanes[hit.lane].depths[hit.depth], hit.first, hit.count, m_view.zone);
    else if (hit.part == painting::TimelineHit::Part::Plot && hit.lane >= 0)
        words = placeTipText(m_data->lanes[hit.lane], hit.at, m_view.span.length() / 200, m_view.zone);
    else if (hit.part == painting::TimelineHit::Part::LaneLabel)
        words = m_data->lanes[hit.lane].job;
    else if (hit.part == painting::TimelineHit::Part::ZoneLabel)
        words = tr("Click to choose the time zone");
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), words, this);
    return true;
}

} // namespace timeline
