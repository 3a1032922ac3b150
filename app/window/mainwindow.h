// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/autosave.h"
#include "app/services/preferences.h"
#include "app/services/repositorywatch.h"
#include "app/services/session.h"
#include "app/services/taskkinds.h"
#include "app/window/context.h"
#include "app/window/selection.h"
#include "app/window/views.h"

#include <QMainWindow>
#include <QSettings>

#include <memory>

class QSplitter;
class QStackedWidget;

namespace common {
class ActionRegistry;
class CommandPalette;
}

namespace window {

class BottomTabs;
class DesignPage;
class EditController;
class FileController;
class FindController;
class ImportBar;
class ImportController;
class Inspector;
class LogPanel;
class LookController;
class NoticeBar;
class StatusLine;
class SyncController;
class TimelinePage;
class ToolStrip;
class WorkspaceTree;
class YamlPane;

/// Composition root of the desktop program: owns the session and what watches it, and puts the parts where the mock-ups have
/// them. What the parts do is theirs.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    bool openWorkspace(const QString& path);
    void showView(View view);
    [[nodiscard]] View view() const { return m_view; }
    /// Selects the finding and shows where it happened.
    void showFinding(const QString& id);
    void showPlace(const base::Place& place);
    void showDay(QDate day);

    [[nodiscard]] services::Session& session() { return m_session; }
    [[nodiscard]] services::Autosave& autosave() { return m_autosave; }
    [[nodiscard]] Selection& selection() { return m_selection; }
    [[nodiscard]] common::ActionRegistry& actionRegistry() { return *m_actions; }
    [[nodiscard]] common::CommandPalette& palette() { return *m_palette; }
    [[nodiscard]] Inspector& inspector() { return *m_inspector; }
    [[nodiscard]] YamlPane& yamlPane() { return *m_yaml; }
    [[nodiscard]] BottomTabs& bottom() { return *m_bottom; }
    [[nodiscard]] WorkspaceTree& tree() { return *m_tree; }
    [[nodiscard]] StatusLine& status() { return *m_status; }
    [[nodiscard]] NoticeBar& notices() { return *m_notices; }
    void resetLayout();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildParts();
    void buildControllers();
    void buildLayout();
    void addViewPages();
    void connectViewActions();
    void connectPanels();
    void openSelected(const Selected& selected);
    void onOpened();
    void restoreLayoutOrDefault();

    std::unique_ptr<QSettings> m_settings;
    services::Preferences m_preferences;
    services::Session m_session;
    services::Autosave m_autosave;
    services::RepositoryWatch m_repository;
    services::TaskKinds m_kinds;
    Selection m_selection;
    common::ActionRegistry* m_actions = nullptr;
    std::unique_ptr<Context> m_context;

    ToolStrip* m_strip = nullptr;
    NoticeBar* m_notices = nullptr;
    ImportBar* m_importBar = nullptr;
    WorkspaceTree* m_tree = nullptr;
    QStackedWidget* m_middle = nullptr;
    QWidget* m_start = nullptr;
    DesignPage* m_design = nullptr;
    TimelinePage* m_timeline = nullptr;
    SyncController* m_sync = nullptr;
    YamlPane* m_yaml = nullptr;
    Inspector* m_inspector = nullptr;
    LogPanel* m_log = nullptr;
    BottomTabs* m_bottom = nullptr;
    StatusLine* m_status = nullptr;
    common::CommandPalette* m_palette = nullptr;
    QSplitter* m_across = nullptr;
    QSplitter* m_down = nullptr;

    FileController* m_files = nullptr;
    ImportController* m_imports = nullptr;
    EditController* m_edits = nullptr;
    FindController* m_finder = nullptr;
    LookController* m_looks = nullptr;
    View m_view = View::Design;
};

} // namespace window
