// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/utctime.h"

#include <QString>

#include <optional>

namespace syncs {

/// A value of a cursor field, typed: `…:23Z` and `…:23.5Z` compare as instants, 9 and 10 as numbers (sync.md 4h). A value.
struct CursorValue {
    enum class Kind { None, Number, Time, Date, Text };
    Kind kind = Kind::None;
    QString raw;       ///< as the source wrote it; what is sent back to it
    base::UtcTime at;  ///< Time and Date

    [[nodiscard]] bool isNone() const { return kind == Kind::None; }
    [[nodiscard]] static CursorValue ofNumber(const QString& token);
    [[nodiscard]] static CursorValue ofText(const QString& text); ///< Time, Date or Text
    [[nodiscard]] static CursorValue restore(const QString& kindWord, const QString& raw);
    [[nodiscard]] QString kindWord() const;
    /// Times as fixed-width UTC text, anything else as written.
    [[nodiscard]] QString canonical() const;
};

/// -1, 0, 1; nothing if the two are not of one kind.
[[nodiscard]] std::optional<int> compare(const CursorValue& a, const CursorValue& b);
/// The value less `lag`, written as the source writes it. Numbers are taken as epoch seconds, or milli-/microseconds by their size.
/// Error `sync.cursor` for a text that is no time.
[[nodiscard]] base::Result<QString> filterText(const CursorValue& value, base::Micros lag);
/// `2026-08-18T01:36:10.000000Z` for a text that is a complete timestamp with zone and no more than microseconds; else nothing.
[[nodiscard]] std::optional<QByteArray> fixedWidthTime(const char* text, qsizetype size);

} // namespace syncs
