// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace services {

/// The sample workspace as it was installed: WEIRKEEPER_SAMPLES, the source tree that this program was built from, or
/// `../share/weirkeeper/samples` beside the program. Error `sample.missing` with the places that were looked at.
[[nodiscard]] base::Result<QString> findSample(const QString& name = QStringLiteral("trakit"));

struct OpenedSample {
    QString path;     ///< the writable copy
    bool fresh = false; ///< it was made just now: its runs are not imported yet
};
/// A copy in `<data directory>/samples/<name>`, made at the first time and kept afterwards; a git repository of its own if
/// there is a git program. Errors `sample.missing`, `sample.copy`.
[[nodiscard]] base::Result<OpenedSample> openSample(const QString& name = QStringLiteral("trakit"));

} // namespace services
