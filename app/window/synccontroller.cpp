// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/synccontroller.h"

#include "app/services/autosave.h"
#include "app/services/connectionedit.h"
#include "app/services/session.h"
#include "app/window/inspector.h"
#include "app/window/logpanel.h"
#include "app/window/noticebar.h"
#include "app/window/selection.h"
#include "widgets/common/actions.h"
#include "widgets/sync/requestpanel.h"
#include "widgets/sync/syncview.h"

#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace window {

using Kind = Selected::Kind;

SyncController::SyncController(const Context& context, Inspector& inspector, QObject* parent)
    : QObject(parent)
    , m(context)
    , m_view(new syncview::SyncView(&context.window))
{
    m_view->setObjectName(QStringLiteral("syncView"));
    m_view->addEmptyAction(m.actions.action(QStringLiteral("edit.find")));
    m_view->setBeforeStart([this] { return sampleapi::startFor(m.session.document().workspace(), m_sampleServer); });
    inspector.setSyncPage(m_view->detail());
    connectActions();
    connectView();
    refreshEnabled();
}

SyncController::~SyncController() = default;

void SyncController::connectActions()
{
    connect(m.actions.action(QStringLiteral("sync.start")), &QAction::triggered, this, &SyncController::start);
    connect(m.actions.action(QStringLiteral("sync.cancel")), &QAction::triggered, m_view, &syncview::SyncView::cancel);
    connect(m.actions.action(QStringLiteral("sync.test")), &QAction::triggered, this, [this] {
        emit started();
        m_view->testConnection();
    });
    connect(&m.selection, &Selection::changed, this, &SyncController::followSelection);
    connect(&m.session, &services::Session::opened, this, &SyncController::chooseFirst);
}

void SyncController::connectView()
{
    connect(m_view, &syncview::SyncView::logLine, this, [this](const QString& text) { m.log.append(base::Severity::Info, text); });
    connect(m_view, &syncview::SyncView::runningChanged, this, &SyncController::refreshEnabled);
    connect(m_view->detail(), &syncview::RequestPanel::adviceRequested, this, &SyncController::followAdvice);
}

void SyncController::refreshEnabled()
{
    const bool running = m_view->isRunning();
    const bool ready = m.session.isOpen() && !m_view->connectionName().isEmpty();
    m.actions.action(QStringLiteral("sync.start"))->setEnabled(ready && !running);
    m.actions.action(QStringLiteral("sync.test"))->setEnabled(ready && !running);
    m.actions.action(QStringLiteral("sync.cancel"))->setEnabled(running);
}

void SyncController::chooseFirst()
{
    const pipeline::Workspace& workspace = m.session.document().workspace();
    m_view->setConnection(workspace.root, workspace.connections.isEmpty() ? QString() : workspace.connections.first().name);
    refreshEnabled();
}

void SyncController::followSelection()
{
    if (m.selection.current().kind != Kind::Connection)
        return;
    m_view->setConnection(m.session.document().workspace().root, m.selection.current().id);
    refreshEnabled();
}

void SyncController::start()
{
    emit started();
    if (m.autosave.isEnabled() && !m.autosave.flush()) { // the notice with the question or the error stands already
        m.log.append(base::Severity::Warning, tr("No sync: the edits could not be saved"));
        return;
    }
    m_view->start(m_limit);
}

void SyncController::setLimit(std::optional<qint64> limit)
{
    m_limit = limit;
    if (m_limitButton)
        m_limitButton->setText((limit ? tr("Limit: %1").arg(QLocale().toString(*limit)) : tr("No limit")) + QStringLiteral(" ▾"));
}

QWidget* SyncController::makeControls(QWidget* parent)
{
    m_limitButton = new QToolButton(parent);
    m_limitButton->setProperty("button", true);
    m_limitButton->setFocusPolicy(Qt::TabFocus);
    m_limitButton->setToolTip(tr("At most so many records of each stream in this sync"));
    m_limitButton->setAccessibleName(tr("Limit of records"));
    auto* menu = new QMenu(m_limitButton);
    const std::optional<qint64> limits[] = {100, 1000, 10'000, 100'000, std::nullopt};
    for (const std::optional<qint64>& limit : limits) {
        QAction* action = menu->addAction(limit ? tr("%1 records a stream").arg(QLocale().toString(*limit)) : tr("No limit"));
        connect(action, &QAction::triggered, this, [this, limit] { setLimit(limit); });
    }
    m_limitButton->setMenu(menu);
    m_limitButton->setPopupMode(QToolButton::InstantPopup);
    setLimit(m_limit);
    return m_limitButton;
}

void SyncController::followAdvice(const QString& key, const QString& value)
{
    const QString root = m_view->workspaceRoot(); // another workspace may have been opened while its sync runs
    const QString name = m_view->connectionName();
    const base::Result<void> done = services::editConnection(root, name, key, value);
    if (!done) {
        m.notices.show(painting::Mark::Failed, done.error().message);
        m.log.append(base::Severity::Error, done.error().toString());
        return;
    }
    m.log.append(base::Severity::Info, tr("%1: set %2 to %3").arg(name, key, value));
    m.notices.show(painting::Mark::Success, tr("Written into connections/%1.yaml: %2").arg(name, key));
    if (!m_view->isRunning()) // else start() reads it again
        m_view->setConnection(root, name);
}

} // namespace window
