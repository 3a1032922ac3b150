// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cancel.h"
#include "models/sync/connectionfile.h"
#include "models/sync/report.h"

#include <functional>

namespace syncs {

/// Shared by the streams of one sync.
struct SyncContext {
    Connection& connection;
    StateStore& store;
    qint64 sync = 0;
    std::optional<qint64> limit;
    base::CancelToken cancel;
    net::Clock& clock;
    std::function<void(SyncEvent)> send; ///< redacts and passes on
    bool lastStream = false;
};

/// One stream: pages from the source, each with its rows and the new state in one transaction, until the read ends.
class StreamRun {
public:
    StreamRun(SyncContext& context, const LoadPlan& plan);
    [[nodiscard]] StreamReport run();

private:
    [[nodiscard]] base::Result<void> begin();
    [[nodiscard]] base::Result<void> readPages();
    /// True: go on with the next page.
    [[nodiscard]] base::Result<bool> readPage();
    [[nodiscard]] base::Result<void> commit(const connectors::Page& page, const Loader::Counts& counts, bool whole, bool ends);
    [[nodiscard]] base::Result<void> commitState(const connectors::Page& page, bool whole, bool ends);
    void endRead();
    /// The pages go in a circle: this read is over, the cursor stays, and the next sync reads anew.
    [[nodiscard]] base::Result<void> giveUp();
    void countRequests();
    void listen();
    void sendPageEvents(const Loader::Counts& counts);
    [[nodiscard]] SyncEvent event(SyncEvent::Kind kind) const;

    SyncContext& m_context;
    const LoadPlan& m_plan;
    Loader m_loader;
    StreamState m_state;
    QSet<QString> m_followed;
    StreamReport m_report;
    net::FetchCounters m_before;
    base::Micros m_started = 0;
    bool m_fresh = false;    ///< a new read, nothing committed yet
    bool m_limited = false;  ///< ended by --limit
    bool m_finished = false;
};

} // namespace syncs
