// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/syncrunner.h"

#include <QMutex>

namespace syncview {

struct SyncRunner::Queue {
    QMutex mutex;
    QVector<syncs::SyncEvent> events;
};

SyncRunner::SyncRunner(QObject* parent)
    : QObject(parent)
    , m_queue(std::make_shared<Queue>())
{
    m_job.setDeliverCancelled(true); // a cancelled sync has a report too
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, &SyncRunner::drain);
}

SyncRunner::~SyncRunner() = default;

void SyncRunner::start(const syncs::SyncRequest& request)
{
    if (m_running)
        return;
    m_running = true;
    m_timer.start();
    m_job.start(
        [request, queue = m_queue](const base::CancelToken& token) {
            return syncs::runSync(request, token, [&queue](const syncs::SyncEvent& event) {
                const QMutexLocker lock(&queue->mutex);
                queue->events.append(event);
            });
        },
        [this](const syncs::SyncReport& report) {
            m_timer.stop();
            drain();
            m_running = false;
            emit done(report);
        });
}

void SyncRunner::cancel()
{
    m_job.cancel();
}

void SyncRunner::drain()
{
    QVector<syncs::SyncEvent> events;
    {
        const QMutexLocker lock(&m_queue->mutex);
        events.swap(m_queue->events);
    }
    if (!events.isEmpty())
        emit happened(events);
}

} // namespace syncview
