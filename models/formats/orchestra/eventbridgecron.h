// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cron.h"

#include <QStringList>

namespace formats::orchestra {

/// Orchestra's cron: `minute hour day-of-month month day-of-week year`, one of the two day fields is `?`, Sunday is 1
/// (schedulers.md 1.5). One expression, or two where unix cron ORs the day fields; together they fire exactly when
/// `cron` does (at an instant that both days name, both fire).
[[nodiscard]] QStringList toEventBridge(const base::Cron& cron);

/// Nothing if Orchestra takes it, else what is wrong: number of fields, `?`, ranges, names, steps, a date that never comes.
/// Takes `L`, `W` and `#` too.
[[nodiscard]] QString eventBridgeError(const QString& expression);

} // namespace formats::orchestra
