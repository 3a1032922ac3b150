// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/syncview.h"

#include "widgets/common/emptystate.h"
#include "widgets/sync/requestpanel.h"
#include "widgets/sync/syncheader.h"

#include <QItemSelectionModel>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>

namespace syncview {

using painting::Mark;
using syncs::Outcome;
using syncs::SyncEvent;

SyncView::SyncView(QWidget* parent)
    : QStackedWidget(parent)
    , m_detail(new RequestPanel(this))
{
    m_detail->hide();
    setAccessibleName(tr("Sync"));
    buildLayout();
    connectModel();
    setConnection({}, {});
}

SyncView::~SyncView()
{
    // The models go before the tables do; their last words must not reach a half-gone view.
    m_streamTable->selectionModel()->disconnect(this);
    m_requestTable->selectionModel()->disconnect(this);
}

void SyncView::connectModel()
{
    connect(&m_runner, &SyncRunner::happened, this, &SyncView::take);
    connect(&m_runner, &SyncRunner::done, this, &SyncView::finish);
    connect(m_header, &SyncHeader::cancelRequested, this, &SyncView::cancel);
    connect(m_streamTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SyncView::showStream);
    connect(m_requestTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SyncView::showRequest);
}

void SyncView::addEmptyAction(QAction* action)
{
    m_empty->addAction(action);
}

QString SyncView::noticeText() const
{
    return m_header->noticeText();
}

void SyncView::setConnection(const QString& workspaceRoot, const QString& name)
{
    if (isRunning()) {
        m_next.emplace(workspaceRoot, name);
        return;
    }
    m_reader.cancel();
    m_tester.cancel();
    m_root = workspaceRoot;
    m_name = name;
    m_took = 0;
    m_contents = {};
    m_requests.clear();
    m_streams.setPlans({});
    m_rows.setRows({});
    m_refused.setRecords({});
    m_header->setNotice(Mark::Unknown, {}, {});
    if (m_detail)
        m_detail->clear();
    setCurrentIndex(name.isEmpty() ? 0 : 1);
    if (name.isEmpty())
        return;
    const auto plans = syncs::planOf(workspaceRoot, name);
    if (plans.ok())
        m_streams.setPlans(*plans);
    else
        showError(tr("The connection cannot be read"), plans.error());
    if (m_streams.rowCount() > 0)
        m_streamTable->setCurrentIndex(m_streams.index(0, 0));
    setTarget(syncs::defaultTarget(workspaceRoot, name));
}

void SyncView::setTarget(const QString& path)
{
    m_target = path;
    m_header->setTitle(m_name, path);
    showCounters();
    readContents();
}

bool SyncView::prepare()
{
    if (m_name.isEmpty() || isRunning())
        return false;
    if (!m_beforeStart)
        return true;
    const auto ready = m_beforeStart();
    if (!ready.ok())
        showError(tr("The sync was not started"), ready.error());
    return ready.ok();
}

void SyncView::start(std::optional<qint64> limit)
{
    if (!prepare())
        return;
    m_limit = limit;
    // The file may have been edited since.
    const QString stream = selectedStream();
    if (const auto plans = syncs::planOf(m_root, m_name); plans.ok()) {
        m_streams.setPlans(*plans);
        m_streamTable->setCurrentIndex(m_streams.index(qMax(0, m_streams.row(stream)), 0));
    }
    m_requests.clear();
    m_streams.begin();
    m_header->setNotice(Mark::Unknown, {}, {});
    m_header->setRunning(true);
    m_elapsed.start();
    m_sinceRead.start();
    m_took = 0;
    if (m_detail)
        m_detail->clear();
    m_runner.start({m_root, m_name, {}, limit, m_target});
    showCounters();
    emit logLine(tr("%1: sync started, into %2").arg(m_name, m_target));
    emit runningChanged(true);
}

void SyncView::cancel()
{
    if (!isRunning())
        return;
    m_header->setCancelling();
    m_runner.cancel();
}

void SyncView::testConnection()
{
    if (!prepare())
        return;
    m_header->setNotice(Mark::Running, tr("Testing the connection"), {});
    m_tester.start([root = m_root, name = m_name](const base::CancelToken& token) { return syncs::testConnection(root, name, token); },
        [this](const base::Result<QString>& answer) {
            if (answer.ok()) {
                m_header->setNotice(Mark::Success, tr("The connection works"), *answer);
                emit logLine(tr("%1: %2").arg(m_name, *answer));
            } else {
                showError(tr("The connection does not work"), answer.error());
            }
        });
}

void SyncView::take(const QVector<SyncEvent>& events)
{
    const bool followed = !m_requestTable->currentIndex().isValid();
    m_streams.take(events);
    m_requests.take(events, base::UtcTime::now());
    bool committed = false;
    for (const SyncEvent& event : events) {
        committed = committed || event.kind == SyncEvent::Kind::PageCommitted || event.kind == SyncEvent::Kind::StreamEnded;
        const bool refused = event.kind == SyncEvent::Kind::Response && event.httpStatus >= 400;
        const bool wire = event.kind == SyncEvent::Kind::Request || event.kind == SyncEvent::Kind::Response;
        // The wire has a tab of its own; the log tells what came of it.
        if (!event.text.isEmpty() && (!wire || refused))
            emit logLine(event.stream.isEmpty() || event.text.startsWith(event.stream) ? event.text : event.stream + QStringLiteral(" · ") + event.text);
    }
    showCounters();
    if (followed)
        showRequest();
    if (committed && (!m_sinceRead.isValid() || m_sinceRead.elapsed() > 1000) && !m_reader.isRunning())
        readContents();
}

void SyncView::finish(const syncs::SyncReport& report)
{
    m_took = m_elapsed.isValid() ? m_elapsed.elapsed() : 0;
    m_elapsed.invalidate();
    m_streams.finish(report);
    m_header->setRunning(false);
    showNotice(report);
    showCounters();
    readContents();
    followNext();
    emit runningChanged(false);
    emit finished(report);
}

void SyncView::followNext()
{
    const auto next = std::exchange(m_next, std::nullopt);
    // Asked for what is shown: its outcome stays, start() reads the file again.
    if (!next || *next == std::pair(m_root, m_name))
        return;
    if (const QString outcome = noticeText(); !outcome.isEmpty())
        emit logLine(tr("%1: %2").arg(m_name, QString(outcome).replace(u'\n', QStringLiteral(" · "))));
    setConnection(next->first, next->second);
}

QString SyncView::selectedStream() const
{
    return m_streams.stream(m_streamTable->currentIndex().row());
}

void SyncView::readContents()
{
    if (m_name.isEmpty())
        return;
    QStringList streams;
    for (const syncs::StreamPlan& plan : m_streams.plans())
        streams.append(plan.stream);
    m_sinceRead.start();
    m_reader.start([path = m_target, name = m_name, streams](const base::CancelToken&) { return syncs::readTarget(path, name, streams); },
        [this](const base::Result<syncs::TargetContents>& contents) { showContents(contents); });
}

void SyncView::showContents(const base::Result<syncs::TargetContents>& contents)
{
    if (!contents.ok()) {
        emit logLine(contents.error().toString());
        return;
    }
    m_contents = *contents;
    m_refused.setRecords(m_contents.refused);
    showStream();
    showCounters();
    if (m_detail) {
        m_detail->setAdvice(advise(m_requests.statistics(), m_streams.plans(), m_contents));
        m_detail->setRefused(m_contents.refused, m_contents.refusedTotal);
    }
}

void SyncView::showRequest()
{
    if (!m_detail)
        return;
    const QModelIndex current = m_requestTable->currentIndex();
    const int row = current.isValid() ? current.row() : m_requests.notable();
    if (row >= 0)
        m_detail->setRequest(m_requests.request(row), 0);
}

} // namespace syncview
