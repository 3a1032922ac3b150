// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include <QHash>

namespace common {

// The properties that widgets set: `button` (a tool button that looks like a push button), `primary` (the one main action),
// `flat` (a link-like button), `role` (muted, small, headline, code, bold), `tone` (the colour of a meaning), `card`.
static constexpr const char* sheetFrame = R"(
QMenuBar { background: @surface; border-bottom: 1px solid @line; padding: 1px 3px; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @accentSoft; color: @text; }
QMenu { background: @surface; border: 1px solid @line; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 7px; }
QStatusBar { background: @surface; border-top: 1px solid @line; color: @muted; }
QStatusBar::item { border: none; }
QSplitter::handle { background: @line; }
QMainWindow, QDialog { background: @surface; }
#toolStrip { background: @surface; border-bottom: 1px solid @line; }
QScrollArea, QScrollArea > QWidget > QWidget { background: @surface; border: none; }
QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: 7px; }
QFrame[card="code"] { background: @code; border: 1px solid @line; border-radius: 7px; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="small"] { color: @muted; font-size: 11px; }
QLabel[role="section"] { color: @muted; font-size: 11px; font-weight: 600; }
QLabel[role="bold"] { font-weight: 600; }
QLabel[role="headline"] { font-size: 17px; font-weight: 600; }
#wrapText { background: transparent; border: none; padding: 0; }
QLabel[tone="muted"], #wrapText[tone="muted"] { color: @muted; }
QLabel[tone="success"], #wrapText[tone="success"] { color: @success; }
QLabel[tone="running"], #wrapText[tone="running"] { color: @running; }
QLabel[tone="late"], #wrapText[tone="late"] { color: @late; }
QLabel[tone="failed"], #wrapText[tone="failed"] { color: @failed; }
QLabel[tone="race"], #wrapText[tone="race"] { color: @race; }
#commandPalette { background: @surface; border: 1px solid @line; border-radius: 8px; }
QScrollBar:vertical { width: 11px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 11px; background: transparent; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @off; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

static constexpr const char* sheetControls = R"(
QPushButton, QToolButton[button="true"] { padding: 4px 11px; border: 1px solid @line; border-radius: 5px; background: @surface; color: @text; }
QPushButton:hover, QToolButton[button="true"]:hover { background: @raised; }
QPushButton:pressed, QToolButton[button="true"]:pressed, QToolButton[button="true"]:checked { background: @accentSoft; }
QPushButton:focus, QToolButton[button="true"]:focus { border-color: @accent; }
QPushButton:disabled, QToolButton[button="true"]:disabled { color: @off; }
QPushButton[primary="true"], QToolButton[primary="true"] { background: @accent; border-color: @accent; color: @onAccent; font-weight: 600; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border-color: @text; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled { background: @raised; border-color: @line; color: @off; }
QPushButton[flat="true"] { border: 1px solid transparent; padding: 2px 0; color: @accent; background: transparent; text-align: left; }
QPushButton[flat="true"]:focus { border-color: @accent; border-radius: 3px; }
QPushButton::menu-indicator, QToolButton[button="true"]::menu-indicator { image: none; width: 0; }
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit[field="true"], QDateEdit {
  padding: 3px 8px; border: 1px solid @line; border-radius: 4px; background: @surface; color: @text; min-height: 20px;
  selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit[field="true"]:focus { border-color: @accent; }
QLineEdit:read-only { background: @raised; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: @off; background: @raised; }
QPushButton[find="true"] { background: @window; border: 1px solid @line; border-radius: 5px; color: @muted; padding: 4px 10px; text-align: left; }
QPushButton[find="true"]:hover { background: @raised; }
QPushButton[find="true"]:focus { border-color: @accent; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] { border-color: @failed; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/common/icons/chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @line; selection-background-color: @accentSoft; selection-color: @text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 18px; }
QAbstractSpinBox::up-arrow { image: url(:/common/icons/chevron-up.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/common/icons/chevron-down.svg); width: 10px; height: 10px; }
QTabWidget::tab-bar { left: 8px; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: @surface; border: none; qproperty-drawBase: 0; }
QTabBar::tab { padding: 5px 12px 4px 12px; border: none; border-bottom: 2px solid transparent; background: @surface; color: @muted; }
QTabBar::tab:selected { border-bottom-color: @accent; color: @text; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @accent; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @grid; padding: 2px 12px; font-size: 11px; }
QAbstractItemView { background: @surface; border: none; selection-background-color: @accentSoft; selection-color: @text; outline: none; }
QTableView { gridline-color: @grid; }
QTableView::item { border: none; border-bottom: 1px solid @grid; padding: 0 8px; }
QTableView::item:selected { background: @accentSoft; color: @text; }
QProgressBar { border: none; border-radius: 3px; background: @raised; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)";

QString styleSheetFor(painting::Theme theme)
{
    const painting::Tokens& t = painting::tokens(theme);
    const QColor hover = theme == painting::Theme::Light ? t.accent.darker(112) : t.accent.lighter(112);
    // Longer names first, so that `@accentSoft` is not read as `@accent`.
    const QVector<QPair<QString, QColor>> names = {{QStringLiteral("@accentSoft"), t.accentSoft}, {QStringLiteral("@accentHover"), hover},
        {QStringLiteral("@onAccent"), t.onAccent}, {QStringLiteral("@accent"), t.accent}, {QStringLiteral("@surface"), t.surface},
        {QStringLiteral("@window"), t.window}, {QStringLiteral("@raised"), t.raised}, {QStringLiteral("@line"), t.line},
        {QStringLiteral("@grid"), t.grid}, {QStringLiteral("@text"), t.text}, {QStringLiteral("@muted"), t.muted},
        {QStringLiteral("@code"), t.code}, {QStringLiteral("@failed"), t.failed}, {QStringLiteral("@off"), t.off},
        {QStringLiteral("@success"), t.success}, {QStringLiteral("@running"), t.running}, {QStringLiteral("@late"), t.late},
        {QStringLiteral("@race"), t.race}};
    QString sheet = QString::fromLatin1(sheetFrame) + QString::fromLatin1(sheetControls);
    for (const auto& [name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet;
}

} // namespace common
