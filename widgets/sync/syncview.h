// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobs.h"
#include "models/sync/targetreader.h"
#include "widgets/sync/requestsmodel.h"
#include "widgets/sync/slicemodel.h"
#include "widgets/sync/streamsmodel.h"
#include "widgets/sync/syncrunner.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QStackedWidget>

#include <functional>
#include <optional>
#include <utility>

class QAction;
class QPlainTextEdit;
class QTableView;
class QTabWidget;

namespace common {
class EmptyState;
}

namespace syncview {

class RequestPanel;
class SyncHeader;

/// One connection's sync into a local SQLite file: its streams, its requests, the rows that arrived and those that were refused.
/// GUI thread; the sync and every look into its file run on threads of their own.
class SyncView : public QStackedWidget {
    Q_OBJECT
public:
    explicit SyncView(QWidget* parent = nullptr);
    ~SyncView() override;

    /// Empty name: the empty state. While a sync runs it is remembered, and follows when that has ended. A connection file that cannot be read is said in the header.
    void setConnection(const QString& workspaceRoot, const QString& name);
    [[nodiscard]] QString connectionName() const { return m_name; }
    [[nodiscard]] QString workspaceRoot() const { return m_root; } ///< of the connection shown; not always the open one
    /// Where it syncs to; set after setConnection() if it is not the default target.
    void setTarget(const QString& path);
    /// Called on the GUI thread before each start and test: brings up what the connection needs. Its error is shown, and nothing starts.
    void setBeforeStart(std::function<base::Result<void>()> hook) { m_beforeStart = std::move(hook); }

    void start(std::optional<qint64> limit);
    void cancel();
    void testConnection();
    [[nodiscard]] bool isRunning() const { return m_runner.isRunning(); }

    /// The detail for the right side; made here, shown where the window puts it.
    [[nodiscard]] RequestPanel* detail() const { return m_detail; }
    /// Next steps of the empty state; the first is the primary one.
    void addEmptyAction(QAction* action);
    [[nodiscard]] QString noticeText() const;

    /// What the runner tells; public so that a recorded sync can be shown.
    void take(const QVector<syncs::SyncEvent>& events);
    void finish(const syncs::SyncReport& report);

signals:
    void logLine(const QString& text);
    void runningChanged(bool running);
    void finished(const syncs::SyncReport& report);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void connectModel();
    void readContents();
    void showContents(const base::Result<syncs::TargetContents>& contents);
    void showStream();
    void showRequest();
    void showCounters();
    void showNotice(const syncs::SyncReport& report);
    void showError(const QString& title, const base::Error& error);
    void followNext();
    [[nodiscard]] bool prepare();
    [[nodiscard]] QString selectedStream() const;

    QString m_root;
    QString m_name;
    std::optional<std::pair<QString, QString>> m_next; ///< root and name asked for during a sync
    QString m_target;
    std::function<base::Result<void>()> m_beforeStart;
    std::optional<qint64> m_limit;
    QElapsedTimer m_elapsed;
    QElapsedTimer m_sinceRead;
    qint64 m_took = 0;
    syncs::TargetContents m_contents;
    StreamsModel m_streams;
    RequestsModel m_requests;
    SliceModel m_rows;
    RefusedModel m_refused;
    SyncRunner m_runner;
    base::JobTracker m_reader;
    base::JobTracker m_tester;
    common::EmptyState* m_empty = nullptr;
    SyncHeader* m_header = nullptr;
    QTableView* m_streamTable = nullptr;
    QTableView* m_rowTable = nullptr;
    QTableView* m_requestTable = nullptr;
    QTabWidget* m_tabs = nullptr;
    QPlainTextEdit* m_state = nullptr;
    common::EmptyState* m_noRows = nullptr;
    QStackedWidget* m_rowPages = nullptr;
    QPointer<RequestPanel> m_detail;
};

} // namespace syncview
