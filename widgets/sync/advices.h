// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/syncjob.h"
#include "models/sync/targetreader.h"
#include "widgets/sync/requestsmodel.h"

namespace syncview {

/// One key of the connection file and the YAML it should have.
struct AdviceEdit {
    QString key;   ///< under `connection`: `config.rate_limit`, `config.streams.sites.incremental`, `sync.sites`
    QString value; ///< YAML in flow style: `{requests: 480, per: minute}`
    bool operator==(const AdviceEdit&) const = default;
};

/// What a sync could do better, with the button that follows the advice.
struct AdviceCard {
    QString title;  ///< `500 requests a minute is this server's limit.`
    QString text;
    QString button; ///< `Set rate limit: 480 a minute`
    QVector<AdviceEdit> edits;
    bool operator==(const AdviceCard&) const = default;
};

/// From what was seen on the wire and in the target. Pure.
[[nodiscard]] QVector<AdviceCard> advise(const RequestStatistics& requests, const QVector<syncs::StreamPlan>& plans, const syncs::TargetContents& contents);
/// A column of instants that never falls from row to row and moves at least once (`updated_at`, `modified_on`, ...); empty if there is none.
[[nodiscard]] QString risingColumn(const syncs::TargetRows& rows);

} // namespace syncview
