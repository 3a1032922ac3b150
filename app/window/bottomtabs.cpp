// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/bottomtabs.h"

#include "app/services/session.h"
#include "app/window/logpanel.h"
#include "app/window/problemspanel.h"

#include <QLocale>
#include <QTabBar>
#include <QTableView>
#include <QUndoView>

namespace window {

BottomTabs::BottomTabs(services::Session& session, LogPanel* log, QWidget* parent)
    : QTabWidget(parent)
    , m_problems(new ProblemsPanel(session, this))
    , m_log(log)
{
    setObjectName(QStringLiteral("bottomTabs"));
    setDocumentMode(true);
    setAccessibleName(tr("Problems, log and undo history"));
    tabBar()->setAccessibleName(accessibleName());
    tabBar()->setExpanding(false);
    addTab(m_problems, QString());
    addTab(m_log, tr("Log"));
    auto* history = new QUndoView(session.document().undoStack(), this);
    history->setObjectName(QStringLiteral("undoView"));
    history->setEmptyLabel(tr("As opened"));
    history->setAccessibleName(tr("Undo history"));
    history->setFrameShape(QFrame::NoFrame);
    addTab(history, tr("Undo history"));
    connect(m_problems, &ProblemsPanel::countChanged, this, &BottomTabs::nameProblems);
    nameProblems(m_problems->count());
}

void BottomTabs::nameProblems(int count)
{
    setTabText(0, count == 0 ? tr("Problems") : tr("Problems") + QStringLiteral("  ") + QLocale().toString(count));
}

void BottomTabs::showProblems()
{
    setVisible(true);
    setCurrentIndex(0);
    m_problems->table()->setFocus(Qt::ShortcutFocusReason);
}

void BottomTabs::showLog()
{
    setVisible(true);
    setCurrentIndex(1);
}

void BottomTabs::showHistory()
{
    setVisible(true);
    setCurrentIndex(2);
    widget(2)->setFocus(Qt::ShortcutFocusReason);
}

} // namespace window
