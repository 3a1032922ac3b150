// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QVector>

namespace base {

enum class Severity { Info, Warning, Error };

/// `info`, `warning`, `error`: the word in JSON and on the command line.
[[nodiscard]] QString severityWord(Severity severity);

/// Something about the user's files that they should know; an Error that did not stop the reader, or a note.
struct Problem {
    Severity severity = Severity::Error;
    QString code;
    QString message;
    Place place;
    bool operator==(const Problem&) const = default;
};

using Problems = QVector<Problem>;

[[nodiscard]] Problem toProblem(const Error& error);
/// Orders by file, line, column; then severity.
void sortProblems(Problems& problems);
[[nodiscard]] bool hasErrors(const Problems& problems);

} // namespace base
