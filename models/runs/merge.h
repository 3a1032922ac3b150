// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runs/run.h"

/// How two records of the same thing become one. Every merge is commutative, associative and idempotent, so the order in
/// which files are imported never matters:
/// - a record that is rewritten as a whole (Airbyte, Tableau, dbt artifacts): the later version wins (ended before not
///   ended, then `updated`, then how far the state has come, then the bytes);
/// - a record that arrives in pieces (OpenLineage events, dbt log lines, dlt destinations): field by field (earliest exact
///   start, latest end together with its state, union of datasets).
namespace runs {

[[nodiscard]] bool isAdditive(const QString& record);
[[nodiscard]] Run merged(const Run& a, const Run& b);
[[nodiscard]] SourceCheck merged(const SourceCheck& a, const SourceCheck& b);
[[nodiscard]] Observation merged(const Observation& a, const Observation& b);
[[nodiscard]] Manifest merged(const Manifest& a, const Manifest& b);

/// All of a run as bytes; equal runs have equal bytes.
[[nodiscard]] QByteArray canonicalBytes(const Run& run);

} // namespace runs
