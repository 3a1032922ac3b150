// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QByteArray>

namespace formats::orchestra {

/// Rules of our own on the text of an Orchestra pipeline: unknown keys, and above all what both Orchestra's validator and its
/// schema accept although it cannot work (schedulers.md 1.1; data/schedulers/orchestra/verdicts.tsv). Codes `orchestra.…`,
/// severity Error; places are those of the text.
[[nodiscard]] base::Problems checkText(const QByteArray& text, const QString& file);

} // namespace formats::orchestra
