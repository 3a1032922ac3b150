// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <memory>

namespace syncs {

/// Keeps a second sync out of one target file. A lock of the system on `<file>.lock`: it ends with the process, however that ends.
class TargetLock {
public:
    /// Errors `store.locked` (names the process that holds it), `store.open`.
    static base::Result<std::unique_ptr<TargetLock>> take(const QString& databasePath);
    TargetLock(const TargetLock&) = delete;
    TargetLock& operator=(const TargetLock&) = delete;
    ~TargetLock();

private:
    explicit TargetLock(int descriptor) : m_descriptor(descriptor) { }
    int m_descriptor;
};

} // namespace syncs
