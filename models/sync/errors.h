// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/report.h"

namespace syncs {

/// Class of sync.md 5.4 for an error's code: CONFIG, CONNECT, TIMEOUT, RATE_LIMIT, SERVER, AUTH, NOT_FOUND, PROTOCOL, PAGINATION,
/// RECORD, KEY, CURSOR, NAME, STORE, LIMIT; INTERNAL for a code nobody listed.
[[nodiscard]] QString errorClass(const QString& code);
[[nodiscard]] SyncError toSyncError(const base::Error& error);
/// Whether a stream that ended so is interrupted (the next sync may well get on) rather than failed.
[[nodiscard]] bool isPassing(const QString& errorClass);

} // namespace syncs
