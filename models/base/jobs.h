// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cancel.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace base {

/// Background work for one question at a time: starting again cancels and outdates what was running (what had
/// not begun is left out, unless cancelled answers are wanted), and the answer is delivered on the owner's thread, or dropped if it is stale or the receiver is gone. Owned by whoever asks.
class JobTracker : public QObject {
    Q_OBJECT
public:
    explicit JobTracker(QObject* parent = nullptr);
    ~JobTracker() override; ///< cancels and waits

    /// `work(CancelToken) -> T` runs on a pool thread; `done(T)` on this object's thread.
    template <class Work, class Done> void start(Work work, Done done)
    {
        cancel();
        const CancelToken token;
        m_token = token;
        const quint64 id = ++m_id;
        ++m_running;
        emit runningChanged(true);
        m_pool.start([this, token, id, always = m_deliverCancelled, work = std::move(work), done = std::move(done)]() mutable {
            std::shared_ptr<decltype(work(token))> answer; // none: cancelled before its turn
            if (always || !token.cancelled())
                answer = std::make_shared<decltype(work(token))>(work(token));
            QMetaObject::invokeMethod(
                this,
                [this, token, id, answer, done = std::move(done)]() mutable {
                    const bool newest = id == m_id;
                    if (--m_running == 0)
                        emit runningChanged(false);
                    if (!newest || !answer)
                        return;
                    if (!token.cancelled() || m_deliverCancelled)
                        done(std::move(*answer));
                },
                Qt::QueuedConnection);
        });
    }
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running > 0; }
    /// Deliver the answer of a cancelled job too (a sync reports what it did until then).
    void setDeliverCancelled(bool on) { m_deliverCancelled = on; }

signals:
    void runningChanged(bool running);

private:
    QThreadPool m_pool;
    CancelToken m_token;
    quint64 m_id = 0;
    int m_running = 0;
    bool m_deliverCancelled = false;
};

} // namespace base
