// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/edgehistory.h"

#include <QWidget>

class QChart;
class QDateTimeAxis;
class QLabel;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace charts {

class HistoryView;

/// The history of one edge: slack per day, below zero = read too early. One sentence on top, the points below; a click on a day
/// says which. Qt Charts gets at most 2,000 points.
class EdgeHistory : public QWidget {
    Q_OBJECT
public:
    static constexpr int mostPoints = 2000;

    explicit EdgeHistory(QWidget* parent = nullptr);

    /// `heading`: `trakit.statuses → fact_trakit_statuses`. No points: the empty view.
    void setHistory(const QString& heading, const QVector<itemmodels::SlackPoint>& points);
    void clear();
    /// Marks a day, e.g. that of the finding. An invalid date marks none.
    void setDay(QDate day);
    [[nodiscard]] QDate day() const { return m_day; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] int shownPoints() const;
    /// Where a day stands, in the widget's pixels; for tests and tooltips.
    [[nodiscard]] QPoint pointOfDay(QDate day) const;

signals:
    void daySelected(QDate day);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void connectModel();
    void fillSeries();
    void fillStems();
    void fitAxes();
    void applyTheme();
    void selectNearest(const QPointF& chartPoint);
    [[nodiscard]] double valueOf(const itemmodels::SlackPoint& point) const;

    QVector<itemmodels::SlackPoint> m_points;
    double m_unit = 60; ///< minutes in a unit of the axis
    QDate m_day;
    QChart* m_chart = nullptr;
    HistoryView* m_view = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_empty = nullptr;
    QScatterSeries* m_good = nullptr;
    QScatterSeries* m_bad = nullptr;
    QVector<QLineSeries*> m_stems; ///< from zero to a bad day; a single series would join them along the zero line
    QLineSeries* m_zero = nullptr;
    QScatterSeries* m_marked = nullptr;
    QDateTimeAxis* m_days = nullptr;
    QValueAxis* m_slack = nullptr;
};

} // namespace charts
