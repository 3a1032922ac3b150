// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinewidget.h"

#include <QApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

namespace timeline {

using itemmodels::Span;
using painting::TimelineHit;
using Part = painting::TimelineHit::Part;

TimelineHit TimelineWidget::hitAt(const QPointF& point) const
{
    return hitTimeline(*m_data, m_view, m_layout, canvasSize(), point);
}

qint64 TimelineWidget::cursorTime() const
{
    const auto g = timelineGeometry(*m_data, m_view, canvasSize());
    const QPointF point = mapFromGlobal(QCursor::pos());
    return g.plot.contains(point) ? g.scale.toTime(point.x()) : m_view.span.middle();
}

void TimelineWidget::wheelEvent(QWheelEvent* event)
{
    if (m_data->isEmpty())
        return;
    const auto g = timelineGeometry(*m_data, m_view, canvasSize());
    const QPoint delta = event->angleDelta();
    const double turn = delta.y() != 0 ? delta.y() : delta.x();
    const double panned = -turn / 120.0 * g.plot.width() / 8 * g.scale.microsPerPixel();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double x = std::clamp(event->position().x(), g.plot.left(), g.plot.right());
        m_zoom->zoomAt(g.scale.toTime(x), itemmodels::wheelFactor(turn));
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) || delta.y() == 0) {
        m_zoom->pan(qint64(panned));
    } else {
        m_scrollBar->setValue(m_scrollBar->value() - int(turn / 120.0 * 2 * painting::size::lane));
    }
    event->accept();
}

void TimelineWidget::mousePressEvent(QMouseEvent* event)
{
    if (m_data->isEmpty() || m_gesture != Gesture::None)
        return;
    m_pressed = m_last = event->position();
    const TimelineHit hit = hitAt(m_pressed);
    m_pressedTime = hit.at;
    if (event->button() == Qt::MiddleButton) {
        m_gesture = Gesture::Pan;
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton && hit.part == Part::Overview) {
        m_gesture = Gesture::Overview;
        const auto g = timelineGeometry(*m_data, m_view, canvasSize());
        const bool onWindow = m_pressed.x() >= g.overviewScale.toX(m_view.span.start) - 4 && m_pressed.x() <= g.overviewScale.toX(m_view.span.end) + 4;
        if (!onWindow)
            m_zoom->setSpan(itemmodels::panned(m_view.span, hit.at - m_view.span.middle()));
    } else if (event->button() == Qt::LeftButton) {
        m_gesture = Gesture::Press;
    }
}

void TimelineWidget::dragOverview(const QPointF& point)
{
    const auto g = timelineGeometry(*m_data, m_view, canvasSize());
    m_zoom->pan(qint64((point.x() - m_last.x()) * g.overviewScale.microsPerPixel()));
}

void TimelineWidget::dragTo(const QPointF& point)
{
    const auto g = timelineGeometry(*m_data, m_view, canvasSize());
    if (m_gesture == Gesture::Pan) {
        m_zoom->pan(-qint64((point.x() - m_last.x()) * g.scale.microsPerPixel()));
        m_scrollBar->setValue(m_scrollBar->value() - int(point.y() - m_last.y()));
    } else if (m_gesture == Gesture::Overview) {
        dragOverview(point);
    } else if (m_gesture == Gesture::Area) {
        const qint64 here = g.scale.toTime(std::clamp(point.x(), g.plot.left(), g.plot.right()));
        m_view.area = Span {std::min(m_pressedTime, here), std::max(m_pressedTime, here)};
        update();
    }
    m_last = point;
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF point = event->position();
    if (m_gesture == Gesture::Press && (point - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        const Part part = hitAt(m_pressed).part;
        const bool onAxis = part == Part::Plot || part == Part::Bar || part == Part::Pile || part == Part::Ruler;
        m_gesture = onAxis ? Gesture::Area : Gesture::None;
    }
    if (m_gesture != Gesture::None) {
        dragTo(point);
        if (m_gesture == Gesture::Area)
            showAreaTip(event->globalPosition().toPoint());
        return;
    }
    const TimelineHit hit = hitAt(point);
    const int run = hit.part == Part::Bar ? hit.run : -1;
    setCursor(hit.part == Part::ZoneLabel || hit.part == Part::GroupHead ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (run != m_view.hoverRun) {
        m_view.hoverRun = run;
        update();
    }
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent* event)
{
    const Gesture gesture = m_gesture;
    m_gesture = Gesture::None;
    setCursor(Qt::ArrowCursor);
    if (gesture == Gesture::Press)
        clickAt(event->position());
    else if (gesture == Gesture::Area)
        showAreaTip(event->globalPosition().toPoint());
}

int TimelineWidget::worstRunOf(const TimelineHit& hit) const
{
    const itemmodels::Bars& bars = m_data->lanes[hit.lane].depths[hit.depth];
    qsizetype worst = hit.first;
    for (qsizetype i = hit.first; i < hit.first + hit.count; ++i) {
        if (bars.mark[i] > bars.mark[worst])
            worst = i;
    }
    return bars.run[worst];
}

void TimelineWidget::clickAt(const QPointF& point)
{
    for (const painting::TimelineSentence& sentence : std::as_const(m_sentences)) {
        if (sentence.box.contains(point)) {
            selectAndTell(m_data->places[sentence.finding].run, sentence.finding);
            return;
        }
    }
    const TimelineHit hit = hitAt(point);
    switch (hit.part) {
    case Part::ZoneLabel:
        zoneMenu()->popup(mapToGlobal(QPoint(12, int(point.y()) + 12)));
        break;
    case Part::GroupHead:
        setCollapsed(m_data->groups[hit.group].id, !m_view.collapsed.contains(m_data->groups[hit.group].id));
        break;
    case Part::Bar:
    case Part::Pile: {
        const int run = worstRunOf(hit);
        selectAndTell(run, worstFindingOf(run));
        break;
    }
    case Part::Plot:
    case Part::Ruler:
        clearSelection();
        break;
    case Part::Overview:
    case Part::LaneLabel:
    case Part::None:
        break;
    }
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_data->isEmpty())
        return;
    const TimelineHit hit = hitAt(event->position());
    if (hit.part == Part::Ruler || hit.part == Part::Overview) {
        m_zoom->showWhole();
    } else if (hit.part == Part::Bar) {
        const Span bar = m_data->runSpan(hit.run);
        m_zoom->setSpan(itemmodels::framed(bar.start, bar.end, 0.25, base::microsPerMinute));
    } else if (hit.part == Part::Pile) {
        const itemmodels::Bars& bars = m_data->lanes[hit.lane].depths[hit.depth];
        m_zoom->setSpan(itemmodels::framed(bars.start[hit.first], bars.end[hit.first + hit.count - 1], 0.25, base::microsPerMinute));
    } else {
        mousePressEvent(event);
    }
}

void TimelineWidget::leaveEvent(QEvent* event)
{
    if (m_view.hoverRun >= 0) {
        m_view.hoverRun = -1;
        update();
    }
    QWidget::leaveEvent(event);
}

} // namespace timeline
