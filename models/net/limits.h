// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utctime.h"

#include <QStringView>

#include <optional>

namespace net {

/// What one request may cost (local-sync.md, Tries and waits). `body` counts bytes after decoding.
struct Limits {
    base::Micros connect = 10 * base::microsPerSecond;
    base::Micros idle = 60 * base::microsPerSecond; ///< silence on the connection
    qint64 body = qint64(64) << 20;
    int redirects = 10;
};

/// `64MiB`, `10 MB`, `4096`, `1GiB`: binary units with i, decimal ones without. Nothing for anything else, 0 or less.
[[nodiscard]] std::optional<qint64> parseByteSize(QStringView text);

} // namespace net
