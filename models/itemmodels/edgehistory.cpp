// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/edgehistory.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

#include <algorithm>

namespace itemmodels {

static bool worseSlack(const SlackPoint& a, const SlackPoint& b)
{
    return std::make_tuple(!a.bad, a.known, a.minutes) < std::make_tuple(!b.bad, b.known, b.minutes);
}

QVector<SlackPoint> edgeHistory(const QVector<freshness::EdgeVerdict>& verdicts, const EdgeKey& edge)
{
    QMap<QDate, SlackPoint> days;
    for (const freshness::EdgeVerdict& v : verdicts) {
        if (v.dataset != edge.dataset || v.producerJob != edge.producerJob || v.consumerJob != edge.consumerJob || !v.slotDate.isValid())
            continue;
        SlackPoint point;
        point.day = v.slotDate;
        point.minutes = v.slackSeconds.value_or(0) / 60;
        point.known = v.slackSeconds.has_value();
        point.bad = v.verdict != freshness::Verdict::Ok;
        point.findingId = v.findingId;
        const auto it = days.find(v.slotDate);
        if (it == days.end())
            days.insert(v.slotDate, point);
        else if (worseSlack(point, *it))
            *it = point;
    }
    return days.values();
}

QVector<SlackPoint> reduced(const QVector<SlackPoint>& points, int most)
{
    if (points.size() <= most || most < 2)
        return points;
    const qsizetype stretches = most / 2;
    QVector<SlackPoint> out;
    out.reserve(most);
    for (qsizetype s = 0; s < stretches; ++s) {
        const auto from = points.cbegin() + points.size() * s / stretches;
        const auto to = points.cbegin() + points.size() * (s + 1) / stretches;
        auto worst = std::min_element(from, to, worseSlack);
        auto best = std::max_element(from, to, worseSlack);
        if (best < worst)
            std::swap(best, worst);
        out.append(*worst);
        if (best != worst)
            out.append(*best);
    }
    return out;
}

EdgeKey edgeOf(const freshness::Finding& finding)
{
    if (!finding.consumer || !finding.producer || finding.dataset.isEmpty())
        return {};
    return {finding.dataset, finding.producer->job, finding.consumer->job};
}

QString historyWords(const QVector<SlackPoint>& points)
{
    const QLocale locale;
    const auto bad = std::count_if(points.cbegin(), points.cend(), [](const SlackPoint& p) { return p.bad; });
    QVector<double> good;
    for (const SlackPoint& p : points) {
        if (!p.bad && p.known)
            good.append(p.minutes);
    }
    QString words = points.size() == 1 && bad == 0 ? QCoreApplication::translate("charts", "Read in time on the one recorded day.")
        : bad == 0
        ? QCoreApplication::translate("charts", "Read in time on all %1 days.").arg(locale.toString(points.size()))
        : QCoreApplication::translate("charts", "Read too early on %1 of %2 days.").arg(locale.toString(qsizetype(bad)), locale.toString(points.size()));
    if (!good.isEmpty()) {
        std::sort(good.begin(), good.end());
        const double median = good[good.size() / 2];
        words += u' ' + QCoreApplication::translate("charts", "Usual slack %1.").arg(base::durationWords(qint64(median * 60e6)));
    }
    return words;
}

} // namespace itemmodels
