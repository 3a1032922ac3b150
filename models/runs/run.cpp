// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/run.h"

#include <array>

namespace runs {

namespace {

constexpr std::array stateWords{"unknown", "planned", "queued", "running", "retry_wait", "ok", "warn", "failed", "cancelled", "skipped"};
constexpr std::array kindWords{"extract", "load", "transform", "test", "freshness", "refresh", "other"};

} // namespace

QString stateWord(State state)
{
    return QString::fromLatin1(stateWords.at(size_t(state)));
}

QString kindWord(Kind kind)
{
    return QString::fromLatin1(kindWords.at(size_t(kind)));
}

State stateFromWord(QStringView word)
{
    for (size_t i = 0; i < stateWords.size(); ++i) {
        if (word == QLatin1String(stateWords.at(i)))
            return State(i);
    }
    return State::Unknown;
}

Kind kindFromWord(QStringView word)
{
    for (size_t i = 0; i < kindWords.size(); ++i) {
        if (word == QLatin1String(kindWords.at(i)))
            return Kind(i);
    }
    return Kind::Other;
}

} // namespace runs
