// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobs.h"
#include "models/base/result.h"
#include "models/sync/syncjob.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace syncview {

/// Runs one sync at a time on a thread of its own and brings its events over in batches, ten times a second.
class SyncRunner : public QObject {
    Q_OBJECT
public:
    explicit SyncRunner(QObject* parent = nullptr);
    ~SyncRunner() override;

    void start(const syncs::SyncRequest& request);
    /// The page in hand is still committed; done() comes afterwards.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void happened(const QVector<syncs::SyncEvent>& events);
    void done(const syncs::SyncReport& report);

private:
    struct Queue;
    void drain();

    std::shared_ptr<Queue> m_queue;
    QTimer m_timer;
    base::JobTracker m_job;
    bool m_running = false;
};

} // namespace syncview
