// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/painting/tokens.h"

#include <cmath>

namespace painting {
namespace {

QColor tokenColor(QRgb rgb)
{
    return QColor::fromRgb(0xff000000u | rgb);
}

// Two places differ from the mock-ups, because text must hold 4.5 : 1 on every ground it stands on: `late` in the light
// theme (on selected and raised rows) and the four fills in the dark theme (the labels inside bars).
Tokens lightTokens()
{
    Tokens t;
    t.window = tokenColor(0xF4F6F8);
    t.surface = tokenColor(0xFFFFFF);
    t.raised = tokenColor(0xEEF1F4);
    t.line = tokenColor(0xD5DBE2);
    t.grid = tokenColor(0xE6EAEF);
    t.text = tokenColor(0x17202B);
    t.muted = tokenColor(0x566273);
    t.accent = tokenColor(0x0B6A94);
    t.accentSoft = tokenColor(0xE1F0F7);
    t.onAccent = tokenColor(0xFFFFFF);
    t.code = tokenColor(0xF0F3F6);
    t.success = tokenColor(0x27795A);
    t.running = tokenColor(0x2B66D0);
    t.late = tokenColor(0x965F06);
    t.failed = tokenColor(0xBE3227);
    t.race = tokenColor(0x9C1C66);
    t.raceSoft = tokenColor(0xFBEAF3);
    t.off = tokenColor(0x7C8796);
    t.extraction = tokenColor(0x7F9CC4);
    t.transformation = tokenColor(0x62A8A2);
    t.refresh = tokenColor(0xA394CC);
    t.test = tokenColor(0xB8AE6A);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.window = tokenColor(0x12161B);
    t.surface = tokenColor(0x1A2027);
    t.raised = tokenColor(0x222932);
    t.line = tokenColor(0x333D49);
    t.grid = tokenColor(0x262E38);
    t.text = tokenColor(0xE5EAF0);
    t.muted = tokenColor(0x9BA8B7);
    t.accent = tokenColor(0x58B6DD);
    t.accentSoft = tokenColor(0x17384A);
    t.onAccent = tokenColor(0x0B1218);
    t.code = tokenColor(0x12171D);
    t.success = tokenColor(0x5FC39A);
    t.running = tokenColor(0x7BA7FF);
    t.late = tokenColor(0xE0A84B);
    t.failed = tokenColor(0xF2786D);
    t.race = tokenColor(0xF07FBC);
    t.raceSoft = tokenColor(0x3A1B2D);
    t.off = tokenColor(0x8793A3);
    t.extraction = tokenColor(0x4A6994);
    t.transformation = tokenColor(0x36736E);
    t.refresh = tokenColor(0x6E6094);
    t.test = tokenColor(0x6D6834);
    return t;
}

// Black ground, white lines, no tint lower than 7 : 1 for words.
Tokens highContrastTokens()
{
    Tokens t;
    t.window = tokenColor(0x000000);
    t.surface = tokenColor(0x000000);
    t.raised = tokenColor(0x1A1A1A);
    t.line = tokenColor(0xFFFFFF);
    t.grid = tokenColor(0x5A5A5A);
    t.text = tokenColor(0xFFFFFF);
    t.muted = tokenColor(0xD6D6D6);
    t.accent = tokenColor(0xFFD800);
    t.accentSoft = tokenColor(0x3D3400);
    t.onAccent = tokenColor(0x000000);
    t.code = tokenColor(0x0D0D0D);
    t.success = tokenColor(0x4CFF9F);
    t.running = tokenColor(0x8CB8FF);
    t.late = tokenColor(0xFFB23E);
    t.failed = tokenColor(0xFF8A80);
    t.race = tokenColor(0xFF8AD8);
    t.raceSoft = tokenColor(0x3D0028);
    t.off = tokenColor(0xBDBDBD);
    t.extraction = tokenColor(0x3A69B0);
    t.transformation = tokenColor(0x1C766F);
    t.refresh = tokenColor(0x8159C8);
    t.test = tokenColor(0x7F7019);
    return t;
}

double luminance(const QColor& color)
{
    const auto linear = [](int channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue());
}

} // namespace

const Tokens& tokens(Theme theme)
{
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    static const Tokens highContrast = highContrastTokens();
    switch (theme) {
    case Theme::Dark:
        return dark;
    case Theme::HighContrast:
        return highContrast;
    case Theme::Light:
        break;
    }
    return light;
}

QString themeName(Theme theme)
{
    switch (theme) {
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::HighContrast:
        return QStringLiteral("high-contrast");
    case Theme::Light:
        break;
    }
    return QStringLiteral("light");
}

// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mix(const QColor& over, const QColor& ground, double share)
{
    const auto channel = [share](int top, int bottom) { return int(std::lround(top * share + bottom * (1.0 - share))); };
    return QColor(channel(over.red(), ground.red()), channel(over.green(), ground.green()), channel(over.blue(), ground.blue()));
}

QColor fillEdge(const QColor& fill, const Tokens& tokens)
{
    QColor edge = fill;
    for (int step = 1; step <= 20; ++step) {
        if (std::min(contrast(edge, tokens.surface), contrast(edge, tokens.raised)) >= 3.0) {
            break;
        }
        edge = mix(tokens.text, fill, step / 20.0);
    }
    return edge;
}

QColor paper(const Tokens& tokens)
{
    return mix(tokens.late, tokens.surface, 0.12);
}

} // namespace painting
