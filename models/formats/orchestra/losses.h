// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/formats/orchestra/pipelinefile.h"

namespace formats::orchestra {

/// Adds a finding, each only once.
void note(base::Problems& findings, base::Severity severity, const char* code, const QString& message, const base::Place& place);

/// The schedule of the chain: that of its root; every difference among members is a finding.
[[nodiscard]] QVector<ScheduleItem> scheduleOf(const Chain& chain, base::Problems& findings);
/// Alerts of all members. An item is `{name, on: [failed|succeeded|warning|skipped|cancelled|any], email | slack | teams |
/// pagerduty | datadog | webhook: WHERE, message}`, or as Orchestra writes it (statuses, destinations).
[[nodiscard]] QVariantList alertsOf(const Chain& chain, base::Problems& findings);
/// Parameters of all members as inputs with a type and a default.
[[nodiscard]] QVariantMap inputsOf(const Chain& chain, base::Problems& findings);

/// `name_12345` and expressions stay; any other name becomes an environment variable of Orchestra. Empty stays empty.
[[nodiscard]] QString connectionOf(const pipeline::Task& task, base::Problems& findings);
/// `${secret:x}` becomes `${{ ENV.X }}`, everywhere in the value.
[[nodiscard]] QVariant withoutSecrets(const QVariant& value, const pipeline::Task& task, base::Problems& findings);

} // namespace formats::orchestra
