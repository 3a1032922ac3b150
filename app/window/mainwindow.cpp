// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/window/actionlist.h"
#include "app/window/bottomtabs.h"
#include "app/window/designpage.h"
#include "app/window/diagnosiscontroller.h"
#include "app/window/editcontroller.h"
#include "app/window/exportcontroller.h"
#include "app/window/filecontroller.h"
#include "app/window/findcontroller.h"
#include "app/window/gitcontroller.h"
#include "app/window/helpcontroller.h"
#include "app/window/importbar.h"
#include "app/window/importcontroller.h"
#include "app/window/inspector.h"
#include "app/window/logpanel.h"
#include "app/window/lookcontroller.h"
#include "app/window/noticebar.h"
#include "app/window/problemspanel.h"
#include "app/window/startpage.h"
#include "app/window/statusline.h"
#include "app/window/synccontroller.h"
#include "app/window/timelinepage.h"
#include "app/window/toolstrip.h"
#include "app/window/workspacetree.h"
#include "app/window/yamlpane.h"
#include "widgets/common/actions.h"
#include "widgets/common/commandpalette.h"
#include "widgets/common/statesaver.h"
#include "widgets/sync/requestpanel.h"
#include "widgets/sync/syncview.h"
#include "widgets/timeline/timelinewidget.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace window {

using Kind = Selected::Kind;

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_settings(common::openSettings())
    , m_preferences(*m_settings)
    , m_autosave(m_session.document())
    , m_actions(new common::ActionRegistry(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Weirkeeper"));
    setAcceptDrops(true);
    buildParts();
    buildControllers();
    buildLayout();
    connectViewActions();
    connectPanels();
    restoreLayoutOrDefault();
    showView(View::Design);
    m_tree->setFocus(Qt::OtherFocusReason);
}

MainWindow::~MainWindow()
{
    // Parts are children and go after the members that they watch: nothing may reach them from then on.
    m_session.disconnect();
    m_session.document().disconnect();
    m_autosave.disconnect();
    m_repository.disconnect();
    m_selection.disconnect();
    delete takeCentralWidget();
}

void MainWindow::buildParts()
{
    registerActions(*m_actions);
    fillMenuBar(*m_actions, *menuBar());
    for (QAction* action : m_actions->actions())
        addAction(action); // shortcuts work whatever has the focus
    m_kinds.load({});
    m_strip = new ToolStrip(*m_actions, this);
    m_notices = new NoticeBar(this);
    m_importBar = new ImportBar(this);
    m_log = new LogPanel(this);
    m_palette = new common::CommandPalette(this);
    m_context = std::make_unique<Context>(Context{*this, m_session, m_autosave, m_repository, m_preferences, m_kinds, m_selection, *m_actions, *m_palette,
        *m_notices, *m_log});
    m_tree = new WorkspaceTree(m_session, m_repository, m_kinds, m_selection, this);
    m_inspector = new Inspector(m_session, m_kinds, m_selection, this);
    m_bottom = new BottomTabs(m_session, m_log, this);
    m_status = new StatusLine(m_session, m_repository, m_autosave, this);
}

void MainWindow::buildControllers()
{
    m_files = new FileController(*m_context, this);
    m_imports = new ImportController(*m_context, *m_importBar, this);
    m_edits = new EditController(*m_context, this);
    m_finder = new FindController(*m_context, this);
    m_looks = new LookController(*m_context, this);
    new ExportController(*m_context, this);
    new GitController(*m_context, this);
    new HelpController(*m_context, this);
}

void MainWindow::addViewPages()
{
    m_middle = new QStackedWidget(this);
    m_middle->setObjectName(QStringLiteral("middle"));
    m_middle->setMinimumWidth(320);
    m_design = new DesignPage(*m_context, *m_edits, this);
    m_timeline = new TimelinePage(*m_context, this);
    m_sync = new SyncController(*m_context, *m_inspector, this);
    m_yaml = new YamlPane(m_session.document(), m_selection, this);
    for (QWidget* page : {static_cast<QWidget*>(m_design), static_cast<QWidget*>(m_timeline),
             static_cast<QWidget*>(m_sync->view()), static_cast<QWidget*>(m_yaml)})
        m_middle->addWidget(page);
    m_start = makeStartPage(*m_actions, this);
    m_middle->addWidget(m_start);
    m_strip->addControls(View::Timeline, m_timeline->makeControls(m_strip));
    m_strip->addControls(View::Sync, m_sync->makeControls(m_strip));
    auto* diagnosis = new DiagnosisController(*m_context, *m_edits, *m_inspector, *m_bottom, *m_timeline, this);
    connect(diagnosis, &DiagnosisController::dayRequested, this, &MainWindow::showDay);
}

void MainWindow::buildLayout()
{
    addViewPages();
    m_across = new QSplitter(Qt::Horizontal, this);
    m_across->setObjectName(QStringLiteral("across"));
    m_down = new QSplitter(Qt::Vertical, this);
    m_down->setObjectName(QStringLiteral("down"));
    m_tree->setMinimumWidth(140);
    m_inspector->setMinimumWidth(240);
    m_bottom->setMinimumHeight(72);
    for (QWidget* part : {static_cast<QWidget*>(m_tree), static_cast<QWidget*>(m_middle), static_cast<QWidget*>(m_inspector)})
        m_across->addWidget(part);
    m_across->setStretchFactor(1, 1);
    m_down->addWidget(m_across);
    m_down->addWidget(m_bottom);
    m_down->setStretchFactor(0, 1);
    for (QSplitter* splitter : {m_across, m_down}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_notices);
    column->addWidget(m_importBar);
    column->addWidget(m_down, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
    m_looks->setPanes({m_strip, m_tree, m_middle, m_inspector, m_bottom});
}

void MainWindow::connectViewActions()
{
    for (const View view : {View::Design, View::Timeline, View::Sync, View::Yaml})
        connect(m_actions->action(QStringLiteral("view.") + viewWord(view)), &QAction::triggered, this, [this, view] { showView(view); });
    connect(m_strip, &ToolStrip::viewChosen, this, &MainWindow::showView);
    const struct {
        const char* id;
        QWidget* panel;
    } panels[] = {{"view.tree", m_tree}, {"view.inspector", m_inspector}, {"view.bottom", m_bottom}};
    for (const auto& entry : panels)
        connect(m_actions->action(QString::fromLatin1(entry.id)), &QAction::toggled, entry.panel, &QWidget::setVisible);
    // The chart of an edge needs more room than a table: it gets it when it is looked at.
    connect(m_bottom, &QTabWidget::currentChanged, this, [this](int index) {
        constexpr int room = 300;
        const QList<int> sizes = m_down->sizes();
        if (index == m_bottom->count() - 1 && index > 2 && sizes.value(1) < room && sizes.value(0) > room)
            m_down->setSizes({sizes.value(0) + sizes.value(1) - room, room});
    });
    const auto bottom = [this](const char* id, void (BottomTabs::*page)()) {
        connect(m_actions->action(QString::fromLatin1(id)), &QAction::triggered, this, [this, page] {
            m_actions->action(QStringLiteral("view.bottom"))->setChecked(true);
            (m_bottom->*page)();
        });
    };
    bottom("view.problems", &BottomTabs::showProblems);
    bottom("view.log", &BottomTabs::showLog);
    bottom("view.history", &BottomTabs::showHistory);
    connect(m_actions->action(QStringLiteral("view.resetLayout")), &QAction::triggered, this, &MainWindow::resetLayout);
    for (const char* id : {"runs.nextProblem", "runs.previousProblem"})
        connect(m_actions->action(QString::fromLatin1(id)), &QAction::triggered, this, [this] { showView(View::Timeline); });
    connect(m_sync, &SyncController::started, this, [this] { showView(View::Sync); });
}

void MainWindow::connectPanels()
{
    connect(&m_session, &services::Session::opened, this, &MainWindow::onOpened);
    connect(&m_session, &services::Session::failed, this, [this](const base::Error& error) {
        m_notices->show(painting::Mark::Failed, error.message);
        m_log->append(base::Severity::Error, error.toString());
    });
    connect(m_files, &FileController::freshSample, this, [this](const QString& runs) { m_imports->importPaths({runs}); });
    connect(m_bottom->problems(), &ProblemsPanel::findingActivated, this, &MainWindow::showFinding);
    connect(m_bottom->problems(), &ProblemsPanel::placeActivated, this, &MainWindow::showPlace);
    connect(m_inspector, &Inspector::findingRequested, this, &MainWindow::showFinding);
    connect(m_inspector, &Inspector::syncRequested, this, [this](const QString& connection) {
        m_selection.set(Kind::Connection, connection);
        showView(View::Sync);
    });
    connect(m_tree, &WorkspaceTree::openRequested, this, &MainWindow::openSelected);
    connect(m_tree, &WorkspaceTree::commitRequested, m_actions->action(QStringLiteral("git.commit")), &QAction::trigger);
    connect(m_finder, &FindController::chosen, this, &MainWindow::openSelected);
    connect(m_edits, &EditController::checked, m_actions->action(QStringLiteral("view.problems")), &QAction::trigger);
    connect(&m_selection, &Selection::changed, this, [this](const Selected& selected) {
        if (selected.kind == Kind::Finding)
            m_bottom->problems()->showFinding(selected.id);
    });
}

bool MainWindow::openWorkspace(const QString& path)
{
    return m_files->openWorkspace(path);
}

void MainWindow::onOpened()
{
    setWindowTitle(m_session.document().workspace().name + QStringLiteral(" – Weirkeeper"));
    showView(m_view);
}

void MainWindow::showView(View view)
{
    m_view = view;
    m_strip->setView(view);
    m_actions->action(QStringLiteral("view.") + viewWord(view))->setChecked(true);
    m_inspector->setView(view);
    m_status->setView(view);
    const QWidget* focus = QApplication::focusWidget();
    const bool move = !focus || m_middle->isAncestorOf(focus);
    m_middle->setCurrentWidget(m_session.isOpen() ? m_middle->widget(int(view)) : m_start);
    if (move)
        m_middle->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::openSelected(const Selected& selected)
{
    m_selection.set(selected.kind, selected.id);
    if (selected.kind == Kind::Finding)
        showFinding(selected.id);
    else if (selected.kind == Kind::Connection)
        showView(View::Sync);
    else if (!selected.qualified().isEmpty() && m_view != View::Yaml)
        showView(View::Design);
}

void MainWindow::showFinding(const QString& id)
{
    showView(View::Timeline);
    m_selection.set(Kind::Finding, id);
    m_timeline->showFinding(id); // again, if it was selected before
}

void MainWindow::showDay(QDate day)
{
    showView(View::Timeline);
    m_timeline->timeline()->showDay(day);
}

void MainWindow::showPlace(const base::Place& place)
{
    showView(View::Yaml);
    m_yaml->showPlace(place);
    m_yaml->setFocus(Qt::OtherFocusReason);
}

void MainWindow::restoreLayoutOrDefault()
{
    if (!common::restoreLayout(*m_settings, *this))
        resetLayout();
    for (const char* id : {"view.tree", "view.inspector", "view.bottom"}) {
        const QString key = QStringLiteral("panels/") + QString::fromLatin1(id);
        m_actions->action(QString::fromLatin1(id))->setChecked(m_settings->value(key, true).toBool());
    }
}

void MainWindow::resetLayout()
{
    common::forgetLayout(*m_settings, *this);
    for (const char* id : {"view.tree", "view.inspector", "view.bottom"})
        m_actions->action(QString::fromLatin1(id))->setChecked(true);
    if (!isMaximized() && !isFullScreen() && (width() < 900 || height() < 600))
        resize(1600, 1000);
    const int across = qMax(width(), 900);
    m_across->setSizes({painting::size::sidePanel, across - painting::size::sidePanel - painting::size::inspector, painting::size::inspector});
    m_down->setSizes({qMax(300, height() - painting::size::bottom - 90), painting::size::bottom});
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_files->prepareClose()) {
        event->ignore();
        return;
    }
    common::saveLayout(*m_settings, *this);
    for (const char* id : {"view.tree", "view.inspector", "view.bottom"})
        m_settings->setValue(QStringLiteral("panels/") + QString::fromLatin1(id), m_actions->action(QString::fromLatin1(id))->isChecked());
    m_settings->sync();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!ImportController::localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList paths = ImportController::localPaths(event->mimeData());
    event->acceptProposedAction();
    // A workspace that is dropped is opened; everything else is run history.
    const bool isWorkspace = paths.size() == 1 && QFileInfo(paths.first() + QStringLiteral("/pipelines")).isDir();
    if (isWorkspace)
        openWorkspace(paths.first());
    else
        m_imports->importPaths(paths);
}

} // namespace window
