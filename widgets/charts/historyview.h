// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCharts/QChartView>

namespace charts {

/// A chart that says where it was clicked, in pixels of the chart.
class HistoryView : public QChartView {
    Q_OBJECT
public:
    using QChartView::QChartView;

signals:
    void clickedAt(QPointF chartPoint);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
};

} // namespace charts
