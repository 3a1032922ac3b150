// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/findingwords.h"
#include "models/itemmodels/timeticks.h"
#include "widgets/painting/timelineframe.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

#include <algorithm>

namespace painting {

using BarMark = itemmodels::Mark;
using itemmodels::Span;
using itemmodels::Tick;
using itemmodels::TickUnit;

static constexpr double tickSpacing = 64;

static QString axisOffset(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    QString text = (seconds < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + QString::number(minutes / 60);
    if (minutes % 60 != 0)
        text += QStringLiteral(":%1").arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return text;
}

static QString axisTime(qint64 at, const base::Zone& zone, bool seconds)
{
    const QTime time = QTime::fromMSecsSinceStartOfDay(int(zone.localMicrosOfDay({at}) / 1000));
    return time.toString(seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

static QString axisDates(QDate from, QDate to)
{
    const QLocale locale;
    if (from == to)
        return locale.toString(from, QStringLiteral("ddd d MMM yyyy"));
    if (from.year() != to.year())
        return QStringLiteral("%1 \u2013 %2").arg(locale.toString(from, QStringLiteral("d MMM yyyy")), locale.toString(to, QStringLiteral("d MMM yyyy")));
    const QString first = locale.toString(from, from.month() == to.month() ? QStringLiteral("d") : QStringLiteral("d MMM"));
    return QStringLiteral("%1 \u2013 %2").arg(first, locale.toString(to, QStringLiteral("d MMM yyyy")));
}

QString TimelineFrame::rangeTitle() const
{
    return axisDates(m_view.zone.localDate({m_view.span.start}), m_view.zone.localDate({std::max(m_view.span.start, m_view.span.end - 1)}));
}

QString TimelineFrame::zoneTitle() const
{
    const int first = m_view.zone.offsetSeconds({m_view.span.start});
    const int last = m_view.zone.offsetSeconds({m_view.span.end});
    const QString offset = first == last ? axisOffset(first) : axisOffset(first) + u'/' + axisOffset(last);
    if (m_view.zone.name() == QLatin1String("UTC"))
        return QStringLiteral("UTC");
    return QStringLiteral("%1 (UTC%2)").arg(m_view.zone.name(), offset);
}

QString TimelineFrame::tickText(const Tick& tick) const
{
    const QLocale locale;
    const QDate date = m_view.zone.localDate({tick.at});
    switch (tickStep(g.scale, tickSpacing).unit) {
    case TickUnit::Second: return axisTime(tick.at, m_view.zone, true);
    case TickUnit::Minute:
    case TickUnit::Hour: {
        const bool oneDay = m_view.zone.localDate({m_view.span.start}) == m_view.zone.localDate({m_view.span.end - 1});
        return tick.major && !oneDay ? locale.toString(date, QStringLiteral("d MMM")) : axisTime(tick.at, m_view.zone, false);
    }
    case TickUnit::Day:
    case TickUnit::Week: return locale.toString(date, QStringLiteral("d MMM"));
    case TickUnit::Month: return locale.toString(date, tick.major ? QStringLiteral("yyyy") : QStringLiteral("MMM"));
    case TickUnit::Year: return QString::number(date.year());
    }
    return {};
}

void TimelineFrame::paintGrid()
{
    for (const Tick& tick : ticks(m_view.span, tickStep(g.scale, tickSpacing / 2), m_view.zone))
        p.fillRect(QRectF(std::round(g.scale.toX(tick.at)), g.plot.top(), 1, g.plot.height()), tick.major ? t.line : t.grid);
}

void TimelineFrame::paintTickLabels()
{
    QVector<QRectF> taken;
    const bool oneDay = m_view.zone.localDate({m_view.span.start}) == m_view.zone.localDate({m_view.span.end - 1});
    const double y = g.header.top() + 30;
    p.setFont(m_small);
    for (const itemmodels::Deadline& deadline : m_data.deadlines) {
        const QVector<qint64> all = double(base::microsPerDay) / g.scale.microsPerPixel() >= tickSpacing ? deadlinesIn(deadline, m_view.span) : QVector<qint64>();
        for (const qint64 at : all) {
            const QString words = QCoreApplication::translate("timeline", "SLA %1").arg(axisTime(at, m_view.zone, false));
            QRectF box(g.scale.toX(at) + 4, y - 8, textWidth(m_small, words) + 6, 16);
            if (box.right() > g.plot.right())
                box.moveRight(g.scale.toX(at) - 4);
            const bool free = std::none_of(taken.cbegin(), taken.cend(), [&](const QRectF& r) { return r.intersects(box); });
            if (!free || box.left() < g.plot.left())
                continue;
            taken.append(box);
            text({box.left() + 2, y}, words, m_small, t.late);
        }
    }
    for (const Tick& tick : ticks(m_view.span, tickStep(g.scale, tickSpacing), m_view.zone)) {
        const double x = g.scale.toX(tick.at);
        const QString words = tickText(tick);
        const QRectF box(x + 4, y - 8, textWidth(m_small, words), 16);
        const bool free = std::none_of(taken.cbegin(), taken.cend(), [&](const QRectF& r) { return r.intersects(box); });
        if (!free || x < g.plot.left() - 1 || box.right() > g.plot.right())
            continue;
        p.fillRect(QRectF(std::round(x), g.header.top() + 20, 1, 34), tick.major ? t.line : t.grid);
        text({box.left(), y}, words, m_small, tick.major && !oneDay ? t.text : t.muted);
        taken.append(box);
    }
}

void TimelineFrame::paintHeader()
{
    p.fillRect(g.header, t.surface);
    p.fillRect(QRectF(0, g.header.bottom() - 1, g.header.width(), 1), t.line);
    p.save();
    p.setClipRect(QRectF(g.plot.left(), g.header.top(), g.plot.width(), g.header.height()));
    paintTickLabels();
    p.restore();
    const double room = g.labels.width() - 18;
    text({12, g.header.top() + 17}, QFontMetricsF(m_bold).elidedText(rangeTitle(), Qt::ElideRight, room), m_bold, t.text);
    const QString zone = QFontMetricsF(m_small).elidedText(zoneTitle(), Qt::ElideLeft, room - 12);
    text({12, g.zoneLabel.center().y()}, zone, m_small, t.muted);
    if (!m_view.keys)
        return;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(t.muted);
    const QPointF c(12 + textWidth(m_small, zone) + 8, g.zoneLabel.center().y());
    p.drawPolygon(QPolygonF({c + QPointF(-3.5, -1.5), c + QPointF(3.5, -1.5), c + QPointF(0, 2.5)}));
    p.restore();
}

void TimelineFrame::paintDeadlines()
{
    if (double(base::microsPerDay) / g.scale.microsPerPixel() < tickSpacing)
        return;
    const double bottom = std::min(g.plot.bottom(), g.plot.top() + m_layout.height - m_view.scroll);
    for (const itemmodels::Deadline& deadline : m_data.deadlines) {
        for (const qint64 at : deadlinesIn(deadline, m_view.span)) {
            const double x = std::round(g.scale.toX(at)) + 0.5;
            QPen pen(t.late, 1.5);
            pen.setDashPattern({1.4, 2});
            p.setPen(pen);
            p.drawLine(QPointF(x, g.plot.top() - 8), QPointF(x, bottom));
        }
    }
}

void TimelineFrame::paintArea()
{
    if (!m_view.area)
        return;
    QColor wash = t.accent;
    wash.setAlpha(36);
    const double x0 = std::clamp(g.scale.toX(m_view.area->start), g.plot.left(), g.plot.right());
    const double x1 = std::clamp(g.scale.toX(m_view.area->end), g.plot.left(), g.plot.right());
    const QRectF area(x0, g.plot.top(), x1 - x0, g.plot.height());
    p.fillRect(area, wash);
    p.fillRect(QRectF(x0, area.top(), 1, area.height()), t.accent);
    p.fillRect(QRectF(x1 - 1, area.top(), 1, area.height()), t.accent);
}

void TimelineFrame::paintOverview()
{
    p.fillRect(g.overview, t.raised);
    p.fillRect(QRectF(0, g.overview.bottom() - 1, g.overview.width(), 1), t.line);
    if (!m_view.overview || m_view.overview->edges.size() < 2)
        return;
    const itemmodels::Overview& strip = *m_view.overview;
    const QDate first = m_view.zone.localDate({m_data.span.start});
    const QDate last = m_view.zone.localDate({m_data.span.end});
    const QString plain = strip.days == 1 ? QCoreApplication::translate("timeline", "1 day")
                                          : QCoreApplication::translate("timeline", "%1 days").arg(strip.days);
    const QString words = itemmodels::dayWords(first, last.year()) + QStringLiteral(" \u2013 ") + itemmodels::dayWords(last, last.year())
        + QStringLiteral(" \u00b7 ") + plain;
    text({12, g.overview.center().y() - 2}, QFontMetricsF(m_small).elidedText(words, Qt::ElideRight, g.labels.width() - 18), m_small, t.muted);
    for (qsizetype b = 0; b < strip.worst.size(); ++b) {
        if (strip.count[b] == 0)
            continue;
        const double x0 = g.overviewScale.toX(strip.edges[b]);
        const double width = g.overviewScale.toX(strip.edges[b + 1]) - x0;
        const double gap = width > 6 ? std::min(8.0, width * 0.2) : 0;
        const BarMark mark = strip.worst[b];
        const double height = mark >= BarMark::Failed ? 20 : mark >= BarMark::Warn ? 16 : 12;
        const QColor color = mark >= BarMark::Warn ? markTone(mark) : mark == BarMark::Ok ? t.transformation : t.off;
        p.fillRect(QRectF(x0 + gap / 2, 31 - height, std::max(1.5, width - gap), height), color);
    }
    QRectF window(g.overviewScale.toX(m_view.span.start), 3, 0, 31);
    window.setRight(std::max(window.left() + 8, g.overviewScale.toX(m_view.span.end)));
    p.save();
    p.setClipRect(QRectF(g.plot.left() - 4, 0, g.plot.width() + 4, g.overview.height()));
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(t.accent, 2));
    p.setBrush(Qt::NoBrush);
    p.drawRoundedRect(window.intersected(QRectF(g.plot.left() - 3, 2, g.plot.width() + 2, 33)), 4, 4);
    p.restore();
}

} // namespace painting
