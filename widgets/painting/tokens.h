// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

/// What both windows and pictures are painted with. Needs Qt Gui only, so weirctl can draw without Widgets.
namespace painting {

enum class Theme { Light, Dark, HighContrast };

/// Colours by meaning (mockups/README.md, Tokens). Values; compare contrast in tst_tokens.
struct Tokens {
    QColor window, surface, raised, line, grid, text, muted, accent, accentSoft, onAccent, code;
    QColor success, running, late, failed, race, raceSoft, off;
    QColor extraction, transformation, refresh, test;
};

[[nodiscard]] const Tokens& tokens(Theme theme);
[[nodiscard]] QString themeName(Theme theme); ///< `light`, `dark`, `high-contrast`

/// Sizes in logical pixels at 100 %.
namespace size {
inline constexpr int text = 13, small = 11, headline = 17, lane = 28, bar = 18, attempt = 14, row = 24;
inline constexpr int sidePanel = 232, inspector = 372, bottom = 148, radiusBar = 3, radiusButton = 5, radiusNode = 8;
}

/// WCAG 2 contrast ratio of two opaque colours.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);
/// `share` of `over` (0 to 1) on `ground`; opaque.
[[nodiscard]] QColor mix(const QColor& over, const QColor& ground, double share);
/// Outline of a bar filled with one of the four fills: the fill, moved towards the text until it holds 3 : 1 on surface and raised.
[[nodiscard]] QColor fillEdge(const QColor& fill, const Tokens& tokens);
/// Ground of notes.
[[nodiscard]] QColor paper(const Tokens& tokens);

} // namespace painting
