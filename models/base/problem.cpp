// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/problem.h"

#include <algorithm>
#include <tuple>

namespace base {

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Info: return QStringLiteral("info");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Error: break;
    }
    return QStringLiteral("error");
}

Problem toProblem(const Error& error)
{
    return {Severity::Error, error.code, error.message, error.place};
}

void sortProblems(Problems& problems)
{
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) < std::tie(b.place.file, b.place.line, b.place.column);
    });
}

bool hasErrors(const Problems& problems)
{
    return std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::Error; });
}

} // namespace base
