// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/edges.h"
#include "models/freshness/proposal.h"

namespace freshness {

/// What is moved, and by which producer it is judged.
struct ReplayPlan {
    QString consumerPipeline;
    QString producerJob;
    QDate badDay;
    pipeline::Workspace changed;                 ///< the workspace with the proposal in it
    std::optional<base::Micros> fixedShift;      ///< of a ScheduleShift; nothing: start when the producer has delivered
};

/// One slot of the producer with the consumer pipeline's runs of that day.
struct ReplayDay {
    base::UtcTime slot;
    QDate date;
    std::optional<base::UtcTime> consumerSlot;
    std::optional<base::UtcTime> delivered;
    std::optional<base::UtcTime> start;          ///< recorded, of the pipeline's first task
    std::optional<base::UtcTime> end;            ///< recorded, of its last task
    QVector<int> executions;                     ///< of the pipeline's tasks and their nodes
    std::optional<base::Micros> shift;           ///< nothing: it does not run in the changed world
};

/// The recorded days of a consumer pipeline beside a producer job (World of the recorded workspace).
[[nodiscard]] QVector<ReplayDay> replayDays(World& world, Judgements& judgements, const ReplayPlan& plan);

/// The history as it would have been: the runs of each day moved by its shift, those without one left out.
[[nodiscard]] runs::History shiftedHistory(const World& world, const QVector<ReplayDay>& days);

/// Both worlds judged by the same function.
[[nodiscard]] Replay replay(const pipeline::Workspace& workspace, const runs::History& history, const Picture& recorded, const ReplayPlan& plan);

} // namespace freshness
