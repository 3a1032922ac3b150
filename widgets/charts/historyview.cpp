// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/historyview.h"

#include <QMouseEvent>

namespace charts {

void HistoryView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        emit clickedAt(chart()->mapFromScene(mapToScene(event->position().toPoint())));
    QChartView::mouseReleaseEvent(event);
}

} // namespace charts
