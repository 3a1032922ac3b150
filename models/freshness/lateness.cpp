// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/lateness.h"

#include <algorithm>
#include <cmath>

namespace freshness {

using namespace base;

namespace {

constexpr Micros lookBack = 28 * microsPerDay;
constexpr int fewestSamples = 7;

/// Mean of the middle two; `sorted` is sorted and not empty.
double sortedMedian(const QVector<Micros>& sorted)
{
    const qsizetype n = sorted.size();
    return n % 2 == 1 ? double(sorted.at(n / 2)) : (double(sorted.at(n / 2 - 1)) + double(sorted.at(n / 2))) / 2;
}

double medianDeviation(const QVector<Micros>& values, double median)
{
    QVector<double> deviations;
    deviations.reserve(values.size());
    for (const Micros value : values)
        deviations.append(std::abs(double(value) - median));
    std::sort(deviations.begin(), deviations.end());
    const qsizetype n = deviations.size();
    return n % 2 == 1 ? deviations.at(n / 2) : (deviations.at(n / 2 - 1) + deviations.at(n / 2)) / 2;
}

void insertSorted(QVector<Micros>& values, Micros value)
{
    values.insert(std::upper_bound(values.begin(), values.end(), value), value);
}

void removeSorted(QVector<Micros>& values, Micros value)
{
    values.erase(std::lower_bound(values.begin(), values.end(), value));
}

} // namespace

QVector<std::optional<LearnedLimit>> learnedLimits(const QVector<LatenessSample>& samples, Micros floor)
{
    QVector<std::optional<LearnedLimit>> result(samples.size());
    QVector<Micros> all;
    QVector<Micros> byClass[2];
    qsizetype oldest = 0;
    for (qsizetype i = 0; i < samples.size(); ++i) {
        const LatenessSample& sample = samples.at(i);
        for (; samples.at(oldest).slot < sample.slot - lookBack; ++oldest) {
            removeSorted(all, samples.at(oldest).value);
            removeSorted(byClass[samples.at(oldest).weekend ? 1 : 0], samples.at(oldest).value);
        }
        const QVector<Micros>& own = byClass[sample.weekend ? 1 : 0];
        const QVector<Micros>& used = own.size() < fewestSamples ? all : own;
        if (used.size() >= fewestSamples) {
            LearnedLimit learned;
            learned.samples = int(used.size());
            learned.median = sortedMedian(used);
            if (double(sample.value) > learned.median + double(floor)) { // else no spread can make it late
                learned.limit = learned.median + std::max(double(floor), 3 * 1.4826 * medianDeviation(used, learned.median));
                learned.exceeded = double(sample.value) > learned.limit;
            }
            result[i] = learned;
        }
        insertSorted(all, sample.value);
        insertSorted(byClass[sample.weekend ? 1 : 0], sample.value);
    }
    return result;
}

} // namespace freshness
