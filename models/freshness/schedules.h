// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cron.h"
#include "models/pipeline/model.h"

#include <QHash>

#include <memory>

namespace freshness {

/// The firings that a pipeline's work is due at (runs.md 12.4).
struct Schedule {
    QString owner;                 ///< pipeline whose cron it is; empty: no cron, one slot per run
    QString expression;
    base::Zone zone;               ///< of the owner, else of the pipeline itself
    QVector<base::UtcTime> slots_; ///< of the cron, over the whole history and three hours more
    /// Most slots that are unrolled, the latest: every minute of three years and more, every quarter of an hour of any history.
    static constexpr qint64 mostSlots = 1'800'000;
    bool cut = false;              ///< there were more: runs before the first slot are not judged
    [[nodiscard]] bool covers(base::UtcTime created) const { return !cut || slots_.isEmpty() || slots_.first() <= created; }
    [[nodiscard]] bool isCron() const { return !owner.isEmpty(); }
};

/// Every pipeline's schedule, its own or that of its first dependency, recursively. Each cron is unrolled once.
class Schedules {
public:
    Schedules() = default;
    /// Slots from the one at or before `from` to `to`.
    Schedules(const pipeline::Workspace& workspace, base::UtcTime from, base::UtcTime to);

    /// Never null; UTC without slots for an unknown pipeline.
    [[nodiscard]] const Schedule* of(const QString& pipelineId) const;
    [[nodiscard]] bool hasOwnCron(const QString& pipelineId) const { return of(pipelineId)->owner == pipelineId && !pipelineId.isEmpty(); }

private:
    QHash<QString, std::shared_ptr<const Schedule>> m_byPipeline;
    std::shared_ptr<const Schedule> m_none = std::make_shared<const Schedule>();
};

} // namespace freshness
