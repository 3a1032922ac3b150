// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace window {

/// What the middle shows.
enum class View { Design, Timeline, Sync, Yaml };
inline constexpr int viewCount = 4;

[[nodiscard]] QString viewWord(View view);                          ///< design, timeline, sync, yaml
[[nodiscard]] std::optional<View> viewFromWord(const QString& word);

} // namespace window
