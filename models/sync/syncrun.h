// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/clock.h"
#include "models/secrets/providers.h"
#include "models/sync/syncjob.h"

namespace syncs {

/// What a sync takes from its surroundings; tests bring their own.
struct Surroundings {
    net::Clock& clock;
    secrets::Chain chain;
    quint64 seed = 0; ///< of the back-off's jitter
};

/// runSync() with its surroundings.
[[nodiscard]] SyncReport runSyncIn(Surroundings& surroundings, const SyncRequest& request, const base::CancelToken& cancel,
    const std::function<void(const SyncEvent&)>& onEvent);

} // namespace syncs
