// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/session.h"

#include "models/base/files.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSet>

#include <utility>

namespace services {

runs::ImportCounts ImportResult::total() const
{
    runs::ImportCounts sum;
    for (const runs::FileReport& file : files) {
        sum.added += file.counts.added;
        sum.updated += file.counts.updated;
        sum.unchanged += file.counts.unchanged;
    }
    return sum;
}

int ImportResult::refused() const
{
    int count = 0;
    for (const runs::FileReport& file : files)
        count += file.refused.isEmpty() ? 0 : 1;
    return count;
}

Session::Session(QObject* parent)
    : QObject(parent)
    , m_history(std::make_shared<runs::History>())
    , m_picture(std::make_shared<freshness::Picture>())
    , m_storeTurn(std::make_shared<QMutex>())
{
    m_diagnoseTimer.setSingleShot(true);
    m_diagnoseTimer.setInterval(250);
    m_importJob.setDeliverCancelled(true);
    connect(&m_diagnoseTimer, &QTimer::timeout, this, &Session::diagnoseNow);
    connect(&m_document, &editing::PipelineDocument::changed, this, [this](const editing::DocumentChange& change) {
        if (m_open && change.what == editing::DocumentChange::What::Text)
            diagnoseSoon();
    });
    for (base::JobTracker* job : {&m_loadJob, &m_importJob, &m_diagnoseJob})
        connect(job, &base::JobTracker::runningChanged, this, [this] { emit busyChanged(isBusy()); });
}

Session::~Session()
{
    m_document.disconnect(this);
}

bool Session::isBusy() const
{
    return m_loadJob.isRunning() || m_importJob.isRunning() || m_diagnoseJob.isRunning() || m_diagnoseTimer.isActive();
}

base::Result<void> Session::open(const QString& path, const QString& storePath)
{
    const base::Result<void> read = m_document.open(path);
    if (!read)
        return read; // what is open stays open, and its jobs go on
    m_loadJob.cancel();
    m_importJob.cancel();
    m_waitingPaths.clear();
    m_diagnoseJob.cancel();
    m_diagnoseTimer.stop();
    m_open = true;
    m_path = QFileInfo(path).absoluteFilePath();
    m_storePath = storePath.isEmpty() ? base::storePathFor(path) : storePath;
    m_history = std::make_shared<runs::History>();
    m_picture = std::make_shared<freshness::Picture>();
    const QFileInfo store(m_storePath);
    m_lastImport = store.exists() ? store.lastModified() : QDateTime();
    emit opened();
    emit historyChanged();
    emit pictureChanged();
    loadHistory();
    return {};
}

qint64 Session::storeBytes() const
{
    return QFileInfo(m_storePath).size() + QFileInfo(m_storePath + QStringLiteral("-wal")).size();
}

const freshness::Finding* Session::finding(const QString& id) const
{
    for (const freshness::Finding& finding : m_picture->diagnosis.findings) {
        if (finding.id == id)
            return &finding;
    }
    return nullptr;
}

QStringList Session::systems() const
{
    QSet<QString> names;
    for (const runs::Run& run : m_history->runs)
        names.insert(run.system());
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort();
    return sorted;
}

static base::Result<runs::History> readStore(const QString& path)
{
    base::Result<runs::Store> store = runs::Store::open(path);
    if (!store)
        return store.error();
    return store->load();
}

void Session::loadHistory()
{
    const QString path = m_storePath;
    m_loadJob.start(
        [path, turn = m_storeTurn](const base::CancelToken&) {
            const QMutexLocker locked(turn.get());
            return readStore(path);
        },
        [this](base::Result<runs::History> history) {
            if (history)
                takeHistory(std::move(history).value());
            else
                emit failed(history.error());
        });
}

void Session::takeHistory(runs::History history)
{
    m_history = std::make_shared<runs::History>(std::move(history));
    emit historyChanged();
    diagnoseNow();
}

void Session::diagnoseSoon()
{
    m_diagnoseTimer.start();
    emit busyChanged(true);
}

void Session::diagnoseNow()
{
    m_diagnoseTimer.stop();
    const pipeline::Workspace workspace = m_document.workspace();
    const std::shared_ptr<const runs::History> history = m_history;
    m_diagnoseJob.start(
        [workspace, history](const base::CancelToken&) {
            return std::make_shared<const freshness::Picture>(freshness::diagnose(workspace, *history));
        },
        [this](std::shared_ptr<const freshness::Picture> picture) {
            m_picture = std::move(picture);
            emit pictureChanged();
        });
}

namespace {
struct ImportAnswer {
    ImportResult result;
    std::optional<runs::History> history;
};
} // namespace

static ImportAnswer runImport(const QString& storePath, const QStringList& paths, const base::CancelToken& cancel,
    const std::function<void(const QString&, int, int)>& progress)
{
    ImportAnswer answer;
    base::Result<runs::Store> store = runs::Store::open(storePath);
    if (!store) {
        answer.result.error = store.error();
        return answer;
    }
    base::Result<QVector<runs::FileReport>> reports = runs::importPaths(*store, paths, cancel, progress);
    if (reports)
        answer.result.files = std::move(reports).value();
    else
        answer.result.error = reports.error();
    answer.result.cancelled = cancel.cancelled();
    // What had been imported before an error or a cancellation is in the store, and is shown.
    base::Result<runs::History> history = store->load();
    if (history)
        answer.history = std::move(history).value();
    else if (!answer.result.error)
        answer.result.error = history.error();
    return answer;
}

void Session::importPaths(const QStringList& paths)
{
    if (!m_open || paths.isEmpty())
        return;
    if (isImporting()) { // one after the other: starting again would cut off the first
        m_waitingPaths += paths;
        return;
    }
    const QString storePath = m_storePath;
    m_loadJob.cancel();
    emit importStarted();
    // Called on the job's thread. The tracker waits for its job before `this` goes, so a queued call is all that is needed.
    const auto progress = [this](const QString& path, int done, int total) {
        QMetaObject::invokeMethod(this, [this, path, done, total] { emit importProgress(path, done, total); }, Qt::QueuedConnection);
    };
    m_importJob.start(
        [storePath, paths, progress, turn = m_storeTurn](const base::CancelToken& cancel) {
            const QMutexLocker locked(turn.get());
            return runImport(storePath, paths, cancel, progress);
        },
        [this, storePath](ImportAnswer answer) {
            if (storePath != m_storePath) { // another workspace was opened meanwhile
                answer.result.cancelled = true;
            } else if (answer.history) {
                m_lastImport = QDateTime::currentDateTime();
                takeHistory(std::move(*answer.history));
            }
            const QStringList waiting = std::exchange(m_waitingPaths, {});
            emit importFinished(answer.result);
            importPaths(waiting);
        });
}

void Session::cancelImport()
{
    m_waitingPaths.clear();
    m_importJob.cancel();
}

} // namespace services
