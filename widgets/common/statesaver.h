// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>

#include <memory>

class QMainWindow;
class QWidget;

namespace common {

/// `<data directory>/settings.ini`: preferences and the look of the windows; never a secret (the file is readable).
[[nodiscard]] QString settingsPath();
[[nodiscard]] std::unique_ptr<QSettings> openSettings();

/// Size and place of a window and every named splitter and header in it. What another version wrote is not read: raise
/// `layoutVersion` when the layout's meaning changes.
inline constexpr int layoutVersion = 1;
void saveLayout(QSettings& settings, const QWidget& window);
/// False if nothing was saved. The window is brought back onto a screen that exists.
bool restoreLayout(const QSettings& settings, QWidget& window);
void forgetLayout(QSettings& settings, const QWidget& window);

} // namespace common
