// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace window {

/// What people type for a length of time (`1 h`, `90 min`, `1 h 30 min`, `PT1H30M`) as ISO 8601; empty stays empty; nothing:
/// not understood.
[[nodiscard]] std::optional<QString> isoDuration(const QString& typed);
/// ISO 8601 in words (`1 h`); what is no duration is shown as it is written.
[[nodiscard]] QString durationText(const QString& iso);

} // namespace window
