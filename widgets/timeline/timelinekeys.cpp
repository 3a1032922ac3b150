// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinewidget.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace timeline {

static constexpr double keyZoom = 0.8;

bool TimelineWidget::zoomKey(int key)
{
    const qint64 quarter = m_view.span.length() / 4;
    switch (key) {
    case Qt::Key_W:
    case Qt::Key_Plus: m_zoom->zoomAt(cursorTime(), keyZoom); return true;
    case Qt::Key_S:
    case Qt::Key_Minus: m_zoom->zoomAt(cursorTime(), 1 / keyZoom); return true;
    case Qt::Key_A:
    case Qt::Key_Left: m_zoom->pan(-quarter); return true;
    case Qt::Key_D:
    case Qt::Key_Right: m_zoom->pan(quarter); return true;
    case Qt::Key_Up: m_scrollBar->triggerAction(QScrollBar::SliderSingleStepSub); return true;
    case Qt::Key_Down: m_scrollBar->triggerAction(QScrollBar::SliderSingleStepAdd); return true;
    case Qt::Key_PageUp: m_scrollBar->triggerAction(QScrollBar::SliderPageStepSub); return true;
    case Qt::Key_PageDown: m_scrollBar->triggerAction(QScrollBar::SliderPageStepAdd); return true;
    default: return false;
    }
}

bool TimelineWidget::jumpKey(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_N:
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            previousProblem();
        else
            nextProblem();
        return true;
    case Qt::Key_BracketLeft: walk(false); return true;
    case Qt::Key_BracketRight: walk(true); return true;
    case Qt::Key_Period: stepInLane(1); return true;
    case Qt::Key_Comma: stepInLane(-1); return true;
    case Qt::Key_Z: zoomToSelection(); return true;
    case Qt::Key_Home: m_zoom->showWhole(); return true;
    case Qt::Key_Backspace: m_zoom->back(); return true;
    case Qt::Key_Escape:
        if (m_view.selectedRun < 0 && m_view.selectedFinding < 0 && !m_view.area)
            return false;
        clearSelection();
        return true;
    default: return false;
    }
}

void TimelineWidget::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers held = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    bool taken = false;
    if (!m_data->isEmpty() && held == Qt::AltModifier && event->key() == Qt::Key_Left) {
        m_zoom->back();
        taken = true;
    } else if (!m_data->isEmpty() && held == Qt::NoModifier) {
        taken = zoomKey(event->key()) || jumpKey(event);
    }
    if (!taken)
        QWidget::keyPressEvent(event);
}

} // namespace timeline
