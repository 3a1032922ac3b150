// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobs.h"
#include "models/editing/pipelinedocument.h"
#include "models/freshness/diagnose.h"
#include "models/runs/import.h"

#include <QMutex>
#include <QTimer>

#include <memory>

/// Composition without widgets: what the window shows, kept up to date. Everything here lives on one thread (the GUI's);
/// reading, importing and judging happen in jobs and come back as values.
namespace services {

struct ImportResult {
    QVector<runs::FileReport> files;
    std::optional<base::Error> error;
    bool cancelled = false;
    [[nodiscard]] runs::ImportCounts total() const;
    [[nodiscard]] int refused() const;
};

/// One open workspace: its document, its run store's history and the picture that follows from both.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Reads the text at once; history and picture follow in jobs (historyChanged, pictureChanged). `storePath` empty:
    /// base::storePathFor(path), as weirctl does. On error what was open stays open.
    base::Result<void> open(const QString& path, const QString& storePath = {});
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QString path() const { return m_path; } ///< as it was opened: a folder or one file, absolute
    [[nodiscard]] QString storePath() const { return m_storePath; }
    [[nodiscard]] qint64 storeBytes() const;

    [[nodiscard]] editing::PipelineDocument& document() { return m_document; }
    [[nodiscard]] const editing::PipelineDocument& document() const { return m_document; }
    [[nodiscard]] const runs::History& history() const { return *m_history; }
    [[nodiscard]] const freshness::Picture& picture() const { return *m_picture; }
    /// Values that jobs may hold on to.
    [[nodiscard]] std::shared_ptr<const runs::History> sharedHistory() const { return m_history; }
    [[nodiscard]] std::shared_ptr<const freshness::Picture> sharedPicture() const { return m_picture; }
    [[nodiscard]] const freshness::Finding* finding(const QString& id) const;
    [[nodiscard]] QStringList systems() const; ///< that have runs, sorted
    [[nodiscard]] QDateTime lastImport() const { return m_lastImport; }

    /// While an import runs, more paths wait for its end.
    void importPaths(const QStringList& paths);
    void cancelImport();
    [[nodiscard]] bool isImporting() const { return m_importJob.isRunning(); }
    [[nodiscard]] bool isBusy() const;

signals:
    void opened();
    void historyChanged();
    void pictureChanged();
    void busyChanged(bool busy);
    void importStarted();
    void importProgress(const QString& path, int done, int total);
    void importFinished(const services::ImportResult& result);
    void failed(const base::Error& error); ///< of a job: the store cannot be opened or read

private:
    void loadHistory();
    void diagnoseSoon();
    void diagnoseNow();
    void takeHistory(runs::History history);

    editing::PipelineDocument m_document;
    std::shared_ptr<const runs::History> m_history;
    std::shared_ptr<const freshness::Picture> m_picture;
    QString m_path;
    QString m_storePath;
    QStringList m_waitingPaths;
    std::shared_ptr<QMutex> m_storeTurn; ///< one job at a time opens the store: creating it is no place for two
    QDateTime m_lastImport;
    QTimer m_diagnoseTimer; ///< edits come in bursts
    base::JobTracker m_loadJob;
    base::JobTracker m_importJob;
    base::JobTracker m_diagnoseJob;
    bool m_open = false;
};

} // namespace services
