// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>
#include <QWidget>

// A static library's resources are linked only if somebody names them; the macro works outside of namespaces only.
static void initCommonResources()
{
    Q_INIT_RESOURCE(common);
}

namespace common {

using painting::Theme;
using painting::Tokens;

ThemeChoice themeChoiceFromWord(const QString& word)
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
        if (themeWord(choice) == word)
            return choice;
    }
    return ThemeChoice::System;
}

QString themeWord(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return painting::themeName(Theme::Light);
    case ThemeChoice::Dark:
        return painting::themeName(Theme::Dark);
    case ThemeChoice::HighContrast:
        return painting::themeName(Theme::HighContrast);
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

// The desktop's palette is gone once ours is set, so its lightness is kept with the application.
static constexpr const char* systemDarkProperty = "wkSystemIsDark";

static void rememberSystem(QApplication& application)
{
    if (application.property(systemDarkProperty).isValid())
        return;
    const QPalette palette = QGuiApplication::palette();
    application.setProperty(systemDarkProperty, palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness());
}

Theme resolveTheme(const QApplication& application, ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return Theme::Light;
    case ThemeChoice::Dark:
        return Theme::Dark;
    case ThemeChoice::HighContrast:
        return Theme::HighContrast;
    case ThemeChoice::System:
        break;
    }
    const QVariant remembered = application.property(systemDarkProperty);
    if (remembered.isValid())
        return remembered.toBool() ? Theme::Dark : Theme::Light;
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness() ? Theme::Dark : Theme::Light;
}

QPalette paletteFor(Theme theme)
{
    const Tokens& t = painting::tokens(theme);
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor& colour) { p.setColor(role, colour); };
    set(QPalette::Window, t.surface);
    set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.surface);
    set(QPalette::AlternateBase, t.raised);
    set(QPalette::Text, t.text);
    set(QPalette::PlaceholderText, t.muted);
    set(QPalette::Button, t.surface);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.failed);
    set(QPalette::ToolTipBase, t.raised);
    set(QPalette::ToolTipText, t.text);
    set(QPalette::Highlight, t.accentSoft);
    set(QPalette::HighlightedText, t.text);
    set(QPalette::Link, t.accent);
    set(QPalette::LinkVisited, t.accent);
    set(QPalette::Light, t.raised);
    set(QPalette::Midlight, t.raised);
    set(QPalette::Mid, t.line);
    set(QPalette::Dark, t.line);
    set(QPalette::Shadow, t.line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.off);
    return p;
}

Theme themeOf(const QPalette& palette)
{
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        const Tokens& t = painting::tokens(theme);
        if (palette.color(QPalette::Active, QPalette::Link) == t.accent && palette.color(QPalette::Active, QPalette::ToolTipBase) == t.raised)
            return theme;
    }
    return palette.color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light;
}

const Tokens& tokensOf(const QWidget& widget)
{
    return painting::tokens(themeOf(widget.palette()));
}

QFont monospaceFont(int pixelSize)
{
    QFont font;
    font.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Menlo"), QStringLiteral("Consolas"),
        QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(pixelSize);
    return font;
}

QFont sizedFont(const QFont& base, int pixelSize, bool bold)
{
    QFont font = base;
    font.setPixelSize(pixelSize);
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

static QFont interfaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QString family = font.family();
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), family});
    // Whoever has set a larger font for the desktop keeps it.
    font.setPixelSize(qMax(painting::size::text, QFontInfo(font).pixelSize()));
    return font;
}

void applyTheme(QApplication& application, Theme theme)
{
    initCommonResources();
    rememberSystem(application);
    if (application.style()->objectName().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0 && application.styleSheet().isEmpty())
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QPalette palette = paletteFor(theme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setFont(interfaceFont());
    application.setStyleSheet(styleSheetFor(theme));
}

} // namespace common
