// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinezoom.h"

namespace timeline {

static constexpr qsizetype longestPast = 100;

TimelineZoom::TimelineZoom(QObject* parent)
    : QObject(parent)
{
}

void TimelineZoom::setSpan(itemmodels::Span span, Step step)
{
    if (span.length() < itemmodels::shortestSpan)
        span = itemmodels::framed(span.start, span.end, 0, itemmodels::shortestSpan);
    if (span == m_span)
        return;
    const bool sameSeries = step == Step::Glide && m_last == Step::Glide;
    if (!sameSeries && m_span.length() > 0) {
        m_past.append(m_span);
        if (m_past.size() > longestPast)
            m_past.removeFirst();
    }
    m_last = step;
    m_span = span;
    emit rangeChanged(m_span);
}

void TimelineZoom::zoomAt(qint64 fixed, double factor)
{
    setSpan(itemmodels::zoomed(m_span, fixed, factor), Step::Glide);
}

void TimelineZoom::pan(qint64 by)
{
    setSpan(itemmodels::panned(m_span, by), Step::Glide);
}

void TimelineZoom::showWhole()
{
    if (m_whole.length() > 0)
        setSpan(m_whole, Step::Jump);
}

void TimelineZoom::back()
{
    if (m_past.isEmpty())
        return;
    m_span = m_past.takeLast();
    m_last = Step::Jump;
    emit rangeChanged(m_span);
}

} // namespace timeline
