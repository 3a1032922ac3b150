// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>
#include <QStringList>

/// Our own line-drawn set (resources/icons, 16 px grid, 1.5 px stroke), coloured at run time. Needs Qt Svg: not in the headless build.
namespace painting {

/// Every name there is: `undo`, `dataset`, `play` ... (file names of resources/icons without suffix), sorted.
[[nodiscard]] QStringList iconNames();
[[nodiscard]] bool hasIcon(const QString& name);
/// `size` in logical pixels, `dpr` the device pixel ratio. An unknown name gives the icon `task`, so that nothing is blank.
/// Cached in QPixmapCache; GUI thread.
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& color, int size = 16, double dpr = 1.0);
/// With a `disabled` look for the Disabled mode. Sizes 16, 20, 24, 32 at 1x and 2x.
[[nodiscard]] QIcon icon(const QString& name, const QColor& color, const QColor& disabled);
[[nodiscard]] QIcon icon(const QString& name, const QColor& color);

} // namespace painting
