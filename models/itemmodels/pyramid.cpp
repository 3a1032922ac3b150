// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/pyramid.h"

#include <algorithm>

namespace itemmodels {

static constexpr qsizetype pyramidFan = 16;

static quint8 pyramidScan(const quint8* values, qsizetype from, qsizetype to, quint8 worst)
{
    for (qsizetype i = from; i < to; ++i)
        worst = std::max(worst, values[i]);
    return worst;
}

void Pyramid::build(const QVector<quint8>& values)
{
    m_levels.clear();
    const QVector<quint8>* below = &values;
    while (below->size() > pyramidFan) {
        QVector<quint8> level((below->size() + pyramidFan - 1) / pyramidFan);
        for (qsizetype i = 0; i < level.size(); ++i)
            level[i] = pyramidScan(below->constData(), i * pyramidFan, std::min(below->size(), (i + 1) * pyramidFan), 0);
        m_levels.append(std::move(level));
        below = &m_levels.last();
    }
}

quint8 Pyramid::worst(const QVector<quint8>& values, qsizetype from, qsizetype to) const
{
    quint8 worst = 0;
    const quint8* data = values.constData();
    for (qsizetype level = 0; from < to; ++level) {
        if (level == m_levels.size() || to - from <= 2 * pyramidFan)
            return pyramidScan(data, from, to, worst);
        const qsizetype first = (from + pyramidFan - 1) / pyramidFan;
        const qsizetype last = to / pyramidFan;
        worst = pyramidScan(data, from, first * pyramidFan, worst);
        worst = pyramidScan(data, last * pyramidFan, to, worst);
        from = first;
        to = last;
        data = m_levels[level].constData();
    }
    return worst;
}

qsizetype Pyramid::bytes() const
{
    qsizetype sum = 0;
    for (const QVector<quint8>& level : m_levels)
        sum += level.size();
    return sum;
}

} // namespace itemmodels
