// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lookcontroller.h"

#include "app/services/preferences.h"
#include "app/window/noticebar.h"
#include "widgets/common/actions.h"
#include "widgets/common/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>

namespace window {

LookController::LookController(const Context& context, QObject* parent)
    : QObject(parent)
    , m(context)
{
    fillThemes();
    fillLanguages();
    connect(m.actions.action(QStringLiteral("view.nextPane")), &QAction::triggered, this, [this] { cycle(1); });
    connect(m.actions.action(QStringLiteral("view.previousPane")), &QAction::triggered, this, [this] { cycle(-1); });
}

void LookController::fillThemes()
{
    QMenu* menu = m.actions.action(QStringLiteral("view.theme"))->menu();
    auto* group = new QActionGroup(this);
    const struct {
        common::ThemeChoice choice;
        QString text;
    } entries[] = {{common::ThemeChoice::System, tr("As the &desktop")}, {common::ThemeChoice::Light, tr("&Light")}, {common::ThemeChoice::Dark, tr("D&ark")},
        {common::ThemeChoice::HighContrast, tr("&High contrast")}};
    for (const auto& entry : entries) {
        const QString word = common::themeWord(entry.choice);
        QAction* action = menu->addAction(entry.text);
        action->setObjectName(QStringLiteral("theme.") + word);
        action->setCheckable(true);
        action->setChecked(common::themeChoiceFromWord(m.preferences.theme()) == entry.choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, word] { chooseTheme(word); });
    }
}

void LookController::chooseTheme(const QString& word)
{
    m.preferences.setTheme(word);
    common::applyTheme(*qApp, common::resolveTheme(*qApp, common::themeChoiceFromWord(word)));
}

void LookController::fillLanguages()
{
    QMenu* menu = m.actions.action(QStringLiteral("view.language"))->menu();
    auto* group = new QActionGroup(this);
    // Languages are named in themselves: whoever cannot read the present one must find their own.
    const struct {
        QString code;
        QString text;
    } entries[] = {{QString(), tr("As the desktop")}, {QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    for (const auto& entry : entries) {
        QAction* action = menu->addAction(entry.text);
        action->setObjectName(QStringLiteral("language.") + entry.code);
        action->setCheckable(true);
        action->setChecked(m.preferences.language() == entry.code);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code = entry.code] {
            m.preferences.setLanguage(code);
            m.notices.show(painting::Mark::Unknown, tr("The language changes when Weirkeeper is started again."));
        });
    }
}

static QWidget* firstFocusable(QWidget* pane)
{
    if (pane->focusPolicy() & Qt::TabFocus && pane->isEnabled())
        return pane;
    for (QWidget* child : pane->findChildren<QWidget*>()) {
        if (child->isVisibleTo(pane) && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
            return child->focusProxy() ? child->focusProxy() : child;
    }
    return nullptr;
}

void LookController::cycle(int step)
{
    const QWidget* focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_panes.size(); ++i) {
        if (m_panes.at(i) == focus || (focus && m_panes.at(i)->isAncestorOf(focus)))
            at = i;
    }
    const qsizetype count = m_panes.size();
    for (qsizetype tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        QWidget* target = m_panes.at(at)->isVisible() ? firstFocusable(m_panes.at(at)) : nullptr;
        if (target) {
            target->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace window
