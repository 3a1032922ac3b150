// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace base {

/// Where in the user's input something stands. Lines and columns count from 1 (columns in characters); 0 = not known.
struct Place {
    QString file;
    int line = 0;
    int column = 0;
    QString keyPath; ///< e.g. `pipelines.dbt_transformation.schedule`

    /// `file:line:column`, leaving out what is not known; the key path in brackets.
    [[nodiscard]] QString toString() const;
    bool operator==(const Place&) const = default;
};

/// What went wrong, for programs (`code`) and for people (`message`), and where.
/// Codes are stable, dotted, lower case: `yaml.duplicate_key`, `pipeline.cycle`, `net.timeout`.
struct Error {
    QString code;
    QString message;
    Place place;

    /// `file:line:column: message (code)`
    [[nodiscard]] QString toString() const;
    bool operator==(const Error&) const = default;
};

/// One-liner for the frequent case.
[[nodiscard]] Error makeError(const char* code, const QString& message, const Place& place = {});

} // namespace base
