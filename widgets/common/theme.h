// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/painting/tokens.h"

#include <QFont>
#include <QPalette>

class QApplication;
class QWidget;

namespace common {

/// What the user picks in View > Theme. System follows the palette that the desktop gave us at the start.
enum class ThemeChoice { System, Light, Dark, HighContrast };

[[nodiscard]] ThemeChoice themeChoiceFromWord(const QString& word); ///< unknown words: System
[[nodiscard]] QString themeWord(ThemeChoice choice);                ///< system, light, dark, high-contrast
[[nodiscard]] painting::Theme resolveTheme(const QApplication& application, ThemeChoice choice);

/// Fusion, palette, fonts and style sheet from the tokens; at run time too. Widgets hear of it as QEvent::PaletteChange.
void applyTheme(QApplication& application, painting::Theme theme);

/// Which theme a palette was made from: what a custom-painted widget asks in its paint event.
[[nodiscard]] painting::Theme themeOf(const QPalette& palette);
[[nodiscard]] const painting::Tokens& tokensOf(const QWidget& widget);

[[nodiscard]] QPalette paletteFor(painting::Theme theme);
[[nodiscard]] QString styleSheetFor(painting::Theme theme);

[[nodiscard]] QFont monospaceFont(int pixelSize = 12);
[[nodiscard]] QFont sizedFont(const QFont& base, int pixelSize, bool bold = false);

} // namespace common
