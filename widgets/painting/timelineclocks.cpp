// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/findingwords.h"
#include "models/itemmodels/runsmodel.h"
#include "widgets/painting/timelineframe.h"

#include <QCoreApplication>
#include <QLocale>

namespace painting {

using itemmodels::ClockStep;
using itemmodels::Lane;

QString TimelineFrame::clockText(const Lane& lane, const ClockStep& step) const
{
    if (lane.role == Lane::Role::LoadedAt)
        return step.instant ? itemmodels::momentWords(*step.instant, m_view.zone, false) : itemmodels::dayWords(step.date, step.date.year());
    const QString value = step.instant ? itemmodels::momentWords(*step.instant, m_view.zone, false)
                                       : itemmodels::dayWords(step.date, step.date.year());
    const QString through = QCoreApplication::translate("timeline", "through %1").arg(value);
    if (!step.rows)
        return through;
    const QString rows = QCoreApplication::translate("timeline", "%1 rows").arg(QLocale().toString(*step.rows));
    return through + QStringLiteral(" \u00b7 ") + rows;
}

/// A value holds until the next one. What came within the view is light blue, what was known before it is grey.
void TimelineFrame::paintClock(const Lane& lane, double y)
{
    const QRectF band = barBand(lane, 0).translated(0, y);
    const auto before = [](const ClockStep& s, qint64 at) { return s.at < at; };
    auto it = std::lower_bound(lane.steps.cbegin(), lane.steps.cend(), m_view.span.start + 1, before);
    if (it != lane.steps.cbegin())
        --it;
    while (it != lane.steps.cend() && it->at < m_view.span.end) {
        const double x0 = std::max(g.plot.left(), g.scale.toX(it->at));
        // Values that change within a pixel: the last one of them holds.
        auto next = std::lower_bound(it + 1, lane.steps.cend(), g.scale.toTime(x0 + 1), before);
        const ClockStep& step = *std::prev(next);
        const double x1 = next == lane.steps.cend() ? g.plot.right() : std::min(g.plot.right(), g.scale.toX(next->at));
        const bool fresh = step.at > m_view.span.start;
        const QRectF rect(x0, band.top(), std::max(1.0, x1 - x0 - (x1 < g.plot.right() ? 1 : 0)), band.height());
        p.fillRect(rect, fresh ? t.accentSoft : t.grid);
        const QString whole = rect.width() >= 40 ? clockText(lane, step) : QString();
        if (rect.width() >= 110 || (!whole.isEmpty() && textWidth(m_small, whole) <= rect.width() - 8)) {
            const QString words = QFontMetricsF(m_small).elidedText(whole, Qt::ElideRight, rect.width() - 8);
            text({rect.left() + 4, rect.center().y()}, words, m_small, fresh ? t.accent : t.muted);
        }
        it = next;
    }
}

} // namespace painting
