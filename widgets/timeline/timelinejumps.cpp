// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinewidget.h"

#include "widgets/timeline/timelinetips.h"

#include <QScrollBar>

namespace timeline {

using itemmodels::Span;

qint64 TimelineWidget::focusTime() const
{
    const Span selected = m_view.selectedRun >= 0 ? m_data->runSpan(m_view.selectedRun) : Span {};
    return selected.length() > 0 && m_view.span.contains(selected.start) ? selected.start : m_view.span.middle();
}

void TimelineWidget::setRange(itemmodels::Range range)
{
    m_range = range;
    if (!m_data->isEmpty())
        m_zoom->setSpan(calendarSpan(range, focusTime(), m_view.zone));
}

void TimelineWidget::step(int count)
{
    if (m_data->isEmpty())
        return;
    const Span here = calendarSpan(m_range, m_view.span.start, m_view.zone);
    m_zoom->setSpan(here == m_view.span ? calendarStep(m_range, here.start, count, m_view.zone)
                                        : itemmodels::panned(m_view.span, count * m_view.span.length()));
}

void TimelineWidget::today()
{
    m_range = itemmodels::Range::Day;
    m_zoom->setSpan(calendarSpan(itemmodels::Range::Day, base::UtcTime::now().us, m_view.zone));
}

void TimelineWidget::showDay(QDate day)
{
    m_range = itemmodels::Range::Day;
    m_zoom->setSpan({m_view.zone.toUtc(day, 0).us, m_view.zone.toUtc(day.addDays(1), 0).us});
}

/// Keeps the zoom where both ends fit in, so that stepping through problems does not jump about.
void TimelineWidget::reveal(Span span)
{
    const qint64 length = m_view.span.length();
    if (span.length() <= length * 8 / 10 && span.length() >= length / 200) {
        const bool inView = span.start >= m_view.span.start + length / 20 && span.end <= m_view.span.end - length / 20;
        if (!inView)
            m_zoom->setSpan({span.middle() - length / 2, span.middle() - length / 2 + length});
        return;
    }
    m_zoom->setSpan(itemmodels::framed(span.start, span.end, 0.25, base::microsPerHour));
}

void TimelineWidget::scrollTo(int lane)
{
    if (lane < 0)
        return;
    const itemmodels::Group& group = m_data->groups[m_data->lanes[lane].group];
    if (m_view.hiddenSystems.contains(group.system)) {
        QSet<QString> hidden = m_view.hiddenSystems;
        hidden.remove(group.system);
        setHiddenSystems(hidden);
    }
    if (m_view.collapsed.contains(group.id))
        setCollapsed(group.id, false);
    const painting::TimelineRow& row = m_layout.rows[m_layout.rowOfLane[lane]];
    const double height = timelineGeometry(*m_data, m_view, canvasSize()).plot.height();
    if (row.y < m_view.scroll)
        m_scrollBar->setValue(int(row.y) - painting::size::lane);
    else if (row.y + row.height > m_view.scroll + height)
        m_scrollBar->setValue(int(row.y + row.height - height) + painting::size::lane);
}

int TimelineWidget::worstFindingOf(int run) const
{
    int worst = -1;
    for (const qint32 finding : m_data->findingsOfRun.values(run)) {
        const auto& findings = m_data->picture->diagnosis.findings;
        if (worst < 0 || findings[finding].severity > findings[worst].severity || (findings[finding].severity == findings[worst].severity && finding < worst))
            worst = finding;
    }
    return worst;
}

void TimelineWidget::select(int run, int finding)
{
    m_view.selectedRun = run;
    m_view.selectedFinding = finding;
    m_view.area.reset();
    setAccessibleDescription(run < 0 ? QString() : runTipText(*m_data, run, m_view.zone));
    update();
}

void TimelineWidget::selectAndTell(int run, int finding)
{
    select(run, finding);
    emit runSelected(run);
    if (finding >= 0)
        emit findingSelected(m_data->picture->diagnosis.findings[finding].id);
}

void TimelineWidget::clearSelection()
{
    const bool had = m_view.selectedRun >= 0 || m_view.selectedFinding >= 0;
    m_stop = -1;
    select(-1, -1);
    if (had)
        emit runSelected(-1);
}

bool TimelineWidget::showFinding(const QString& findingId)
{
    const int finding = m_data->findingIndex(findingId);
    if (finding < 0 || !m_data->places[finding].known())
        return false;
    const itemmodels::FindingPlace& place = m_data->places[finding];
    select(place.run, finding);
    for (int i = 0; i < m_data->stops.size(); ++i)
        m_stop = m_data->stops[i].finding == finding ? i : m_stop;
    for (const itemmodels::Arrow& arrow : m_data->arrows) {
        if (arrow.finding == finding)
            scrollTo(arrow.fromLane);
    }
    scrollTo(place.lane);
    reveal(place.span);
    return true;
}

bool TimelineWidget::showRun(int run)
{
    const Span span = run < 0 ? Span {} : m_data->runSpan(run);
    if (span == Span {})
        return false;
    select(run, worstFindingOf(run));
    scrollTo(m_data->laneOfRun[run]);
    reveal({span.start, std::max(span.end, span.start + 1)});
    return true;
}

void TimelineWidget::goToStop(int stop)
{
    m_stop = stop;
    const itemmodels::ProblemStop& there = m_data->stops[stop];
    if (there.finding >= 0)
        showFinding(m_data->picture->diagnosis.findings[there.finding].id);
    else
        showRun(there.run);
    m_stop = stop;
    selectAndTell(m_view.selectedRun, m_view.selectedFinding);
}

void TimelineWidget::nextProblem()
{
    const int count = int(m_data->stops.size());
    if (count == 0)
        return;
    const bool follows = m_stop >= 0 && m_view.span.overlaps(m_data->stops[m_stop].at, m_data->stops[m_stop].at);
    int next = follows ? m_stop + 1 : m_data->nextStop(m_view.span.start - 1);
    if (!follows) { // the first one asked for is the worst in view, not the earliest: findings are sorted by severity
        for (int i = 0; i < count; ++i) {
            const auto& stop = m_data->stops[i];
            if (stop.finding >= 0 && m_view.span.overlaps(stop.at, stop.at)
                && (next < 0 || m_data->stops[next].finding < 0 || stop.finding < m_data->stops[next].finding))
                next = i;
        }
    }
    goToStop(next < 0 || next >= count ? 0 : next);
}

void TimelineWidget::previousProblem()
{
    const int count = int(m_data->stops.size());
    if (count == 0)
        return;
    const bool follows = m_stop >= 0 && m_view.span.overlaps(m_data->stops[m_stop].at, m_data->stops[m_stop].at);
    const int previous = follows ? m_stop - 1 : m_data->previousStop(m_view.span.end);
    goToStop(previous < 0 ? count - 1 : previous);
}

void TimelineWidget::walk(bool downstream)
{
    const int there = m_data->otherEnd(m_view.selectedRun, downstream);
    if (there < 0)
        return;
    const Span from = m_data->runSpan(m_view.selectedRun);
    const Span to = m_data->runSpan(there);
    select(there, worstFindingOf(there));
    scrollTo(m_data->laneOfRun[there]);
    reveal({std::min(from.start, to.start), std::max(from.end, to.end)});
    selectAndTell(there, m_view.selectedFinding);
}

void TimelineWidget::stepInLane(int count)
{
    int run = m_view.selectedRun;
    if (run >= 0)
        run = m_data->neighbour(run, count > 0);
    else
        for (int lane = 0; lane < m_data->lanes.size() && run < 0; ++lane)
            run = m_data->lanes[lane].isClock() ? -1 : m_data->firstRunFrom(lane, m_view.span.start);
    if (run >= 0 && showRun(run))
        selectAndTell(m_view.selectedRun, m_view.selectedFinding);
}

void TimelineWidget::zoomToSelection()
{
    if (m_view.area && m_view.area->length() > 0) {
        const Span area = *m_view.area;
        m_view.area.reset();
        m_zoom->setSpan(area);
        return;
    }
    Span span;
    if (m_view.selectedFinding >= 0 && m_data->places[m_view.selectedFinding].known())
        span = m_data->places[m_view.selectedFinding].span;
    else if (m_view.selectedRun >= 0)
        span = m_data->runSpan(m_view.selectedRun);
    if (span != Span {})
        m_zoom->setSpan(itemmodels::framed(span.start, span.end, 0.25, base::microsPerMinute));
}

} // namespace timeline
