// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/edgehistory.h"

#include "widgets/charts/historyview.h"
#include "widgets/common/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <QtCharts/QChart>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace charts {

using itemmodels::SlackPoint;

static constexpr qsizetype mostStems = 100;

/// Noon of the day on this computer's clock: the axis writes dates in local time, so noon is on the right day everywhere.
static double dayValue(QDate day)
{
    return double(QDateTime(day, QTime(12, 0)).toMSecsSinceEpoch());
}

EdgeHistory::EdgeHistory(QWidget* parent)
    : QWidget(parent)
{
    buildLayout();
    connectModel();
    applyTheme();
    clear();
}

void EdgeHistory::buildLayout()
{
    m_chart = new QChart;
    m_chart->legend()->hide();
    m_chart->setMargins(QMargins(4, 4, 12, 4));
    m_chart->setBackgroundRoundness(0);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_days = new QDateTimeAxis(m_chart);
    m_slack = new QValueAxis(m_chart);
    m_chart->addAxis(m_days, Qt::AlignBottom);
    m_chart->addAxis(m_slack, Qt::AlignLeft);
    m_zero = new QLineSeries(m_chart);
    m_good = new QScatterSeries(m_chart);
    m_bad = new QScatterSeries(m_chart);
    m_marked = new QScatterSeries(m_chart);
    m_bad->setMarkerShape(QScatterSeries::MarkerShapeRotatedRectangle);
    for (QXYSeries* series : {static_cast<QXYSeries*>(m_zero), static_cast<QXYSeries*>(m_marked),
             static_cast<QXYSeries*>(m_good), static_cast<QXYSeries*>(m_bad)}) {
        m_chart->addSeries(series);
        series->attachAxis(m_days);
        series->attachAxis(m_slack);
    }
    m_view = new HistoryView(m_chart, this);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMinimumHeight(120);
    m_heading = new QLabel(this);
    m_sentence = new QLabel(this);
    m_sentence->setWordWrap(true);
    m_empty = new QLabel(tr("Select a mismatch or an edge to see on which days the reader came before the load had ended."), this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(2);
    column->addWidget(m_heading);
    column->addWidget(m_sentence);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
}

void EdgeHistory::connectModel()
{
    connect(m_view, &HistoryView::clickedAt, this, &EdgeHistory::selectNearest);
}

void EdgeHistory::clear()
{
    setHistory({}, {});
}

void EdgeHistory::setHistory(const QString& heading, const QVector<SlackPoint>& points)
{
    m_points = itemmodels::reduced(points, mostPoints);
    m_heading->setText(heading);
    m_sentence->setText(points.isEmpty() ? QString() : itemmodels::historyWords(points));
    m_view->setAccessibleName(heading);
    m_view->setAccessibleDescription(m_sentence->text());
    const bool some = !m_points.isEmpty();
    for (QWidget* part : {static_cast<QWidget*>(m_heading), static_cast<QWidget*>(m_sentence), static_cast<QWidget*>(m_view)})
        part->setVisible(some);
    m_empty->setVisible(!some);
    fitAxes();
    fillSeries();
}

double EdgeHistory::valueOf(const SlackPoint& point) const
{
    return point.known ? point.minutes / m_unit : 0;
}

void EdgeHistory::fitAxes()
{
    if (m_points.isEmpty())
        return;
    double most = 1;
    double least = 0;
    for (const SlackPoint& point : std::as_const(m_points)) {
        most = std::max(most, point.minutes);
        least = std::min(least, point.minutes);
    }
    const bool hours = most - least > 180;
    m_unit = hours ? 60 : 1;
    m_slack->setTitleText(hours ? tr("slack, hours") : tr("slack, minutes"));
    m_slack->setLabelFormat(QStringLiteral("%g"));
    // Steps that people count in, and zero among them.
    const double span = (most - least) / m_unit;
    double tick = 1;
    for (const double step : {0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 60.0, 120.0, 240.0, 1000.0, 5000.0}) {
        tick = step;
        if (span / step <= 5)
            break;
    }
    m_slack->setTickType(QValueAxis::TicksDynamic);
    m_slack->setTickAnchor(0);
    m_slack->setTickInterval(tick);
    m_slack->setRange(std::floor(least / m_unit / tick - 0.2) * tick, std::ceil(most / m_unit / tick + 0.2) * tick);
    const QDate first = m_points.first().day;
    const QDate last = m_points.last().day;
    const auto days = first.daysTo(last);
    m_days->setFormat(days > 400 ? QStringLiteral("MMM yyyy") : QStringLiteral("d MMM"));
    m_days->setTickCount(int(std::clamp<qint64>(days + 1, 2, 6)));
    m_days->setRange(QDateTime(first, QTime(0, 0)), QDateTime(last, QTime(23, 59)));
}

void EdgeHistory::fillSeries()
{
    QList<QPointF> good, bad;
    for (const SlackPoint& point : std::as_const(m_points)) {
        const QPointF at(dayValue(point.day), valueOf(point));
        (point.bad ? bad : good).append(at);
    }
    m_good->replace(good);
    m_bad->replace(bad);
    fillStems();
    m_zero->replace(m_points.isEmpty() ? QList<QPointF>() : QList<QPointF> {{dayValue(m_points.first().day.addDays(-1)), 0}, {dayValue(m_points.last().day.addDays(1)), 0}});
    setDay(m_day);
}

void EdgeHistory::fillStems()
{
    for (QLineSeries* stem : std::as_const(m_stems)) {
        m_chart->removeSeries(stem);
        delete stem;
    }
    m_stems.clear();
    for (const SlackPoint& point : std::as_const(m_points)) {
        if (!point.bad || !point.known || m_stems.size() >= mostStems)
            continue;
        auto* stem = new QLineSeries(m_chart);
        stem->append(dayValue(point.day), 0);
        stem->append(dayValue(point.day), valueOf(point));
        stem->setPen(QPen(common::tokensOf(*this).race, 2));
        m_chart->addSeries(stem);
        stem->attachAxis(m_days);
        stem->attachAxis(m_slack);
        m_stems.append(stem);
    }
}

void EdgeHistory::setDay(QDate day)
{
    m_day = day;
    QList<QPointF> marked;
    for (const SlackPoint& point : std::as_const(m_points)) {
        if (point.day == day)
            marked.append({dayValue(day), valueOf(point)});
    }
    m_marked->replace(marked);
}

QString EdgeHistory::sentence() const
{
    return m_sentence->text();
}

int EdgeHistory::shownPoints() const
{
    return int(m_good->count() + m_bad->count());
}

QPoint EdgeHistory::pointOfDay(QDate day) const
{
    for (const SlackPoint& point : m_points) {
        if (point.day == day) {
            const QPointF inChart = m_chart->mapToPosition({dayValue(day), valueOf(point)}, m_good);
            return m_view->mapTo(this, m_view->mapFromScene(m_chart->mapToScene(inChart)));
        }
    }
    return {};
}

void EdgeHistory::selectNearest(const QPointF& chartPoint)
{
    if (m_points.isEmpty() || !m_chart->plotArea().adjusted(-8, -8, 8, 8).contains(chartPoint))
        return;
    const double at = m_chart->mapToValue(chartPoint, m_good).x();
    const auto nearest = std::min_element(m_points.cbegin(), m_points.cend(),
        [at](const SlackPoint& a, const SlackPoint& b) { return std::abs(dayValue(a.day) - at) < std::abs(dayValue(b.day) - at); });
    setDay(nearest->day);
    emit daySelected(nearest->day);
}

void EdgeHistory::applyTheme()
{
    const painting::Tokens& t = common::tokensOf(*this);
    m_chart->setBackgroundBrush(t.surface);
    m_chart->setBackgroundPen(Qt::NoPen);
    const QFont small = common::sizedFont(font(), painting::size::small);
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(m_days), static_cast<QAbstractAxis*>(m_slack)}) {
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
        axis->setLabelsColor(t.muted);
        axis->setTitleBrush(t.muted);
        axis->setLinePenColor(t.line);
        axis->setGridLineColor(t.grid);
    }
    m_zero->setPen(QPen(t.text, 1));
    for (QLineSeries* stem : std::as_const(m_stems))
        stem->setPen(QPen(t.race, 2));
    m_good->setColor(t.transformation);
    m_good->setBorderColor(t.transformation);
    m_good->setMarkerSize(7);
    m_bad->setColor(t.race);
    m_bad->setBorderColor(t.race);
    m_bad->setMarkerSize(11);
    m_marked->setColor(Qt::transparent);
    m_marked->setBorderColor(t.accent);
    m_marked->setMarkerSize(18);
    QPen ring(t.accent, 2);
    m_marked->setPen(ring);
    m_heading->setFont(common::sizedFont(font(), painting::size::text, true));
    m_sentence->setFont(common::sizedFont(font(), painting::size::text));
    m_view->setBackgroundBrush(t.surface);
}

void EdgeHistory::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    QWidget::changeEvent(event);
}

} // namespace charts
