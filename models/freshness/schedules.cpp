// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/schedules.h"

#include <algorithm>

namespace freshness {

using namespace base;

namespace {

Zone zoneOfPipeline(const pipeline::Pipeline& pipeline)
{
    const Result<Zone> zone = Zone::find(pipeline.timezone);
    return zone ? *zone : Zone(); // an unknown zone is the workspace check's finding
}

const pipeline::Pipeline* pipelineNamed(const pipeline::Workspace& workspace, const QString& id)
{
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        if (pipeline.id == id)
            return &pipeline;
    }
    return nullptr;
}

bool hasCron(const pipeline::Pipeline& pipeline)
{
    return pipeline.schedule && Cron::parse(*pipeline.schedule).ok();
}

/// The pipeline whose cron `start` goes by: its own, else that of its first dependency, and so on.
const pipeline::Pipeline* cronOwner(const pipeline::Workspace& workspace, const pipeline::Pipeline& start)
{
    const pipeline::Pipeline* at = &start;
    QStringList visited;
    while (at && !visited.contains(at->id)) {
        if (hasCron(*at))
            return at;
        visited.append(at->id);
        at = at->dependencies.isEmpty() ? nullptr : pipelineNamed(workspace, at->dependencies.first().pipeline);
    }
    return nullptr;
}

qint64 firingsPerDay(const Cron& cron)
{
    qint64 minutes = 0;
    qint64 hours = 0;
    for (int minute = 0; minute < 60; ++minute)
        minutes += cron.minuteSet(minute) ? 1 : 0;
    for (int hour = 0; hour < 24; ++hour)
        hours += cron.hourSet(hour) ? 1 : 0;
    return minutes * hours;
}

std::shared_ptr<const Schedule> unrolledCron(const pipeline::Pipeline& owner, UtcTime from, UtcTime to)
{
    auto schedule = std::make_shared<Schedule>();
    const Result<Cron> cron = Cron::parse(*owner.schedule);
    schedule->owner = owner.id;
    schedule->expression = cron->expression();
    schedule->zone = zoneOfPipeline(owner);
    const UtcTime reach = to - Schedule::mostSlots / firingsPerDay(*cron) * microsPerDay;
    schedule->cut = from < reach;
    from = std::max(from, reach);
    const std::optional<UtcTime> first = cron->latestAtOrBefore(schedule->zone, from);
    schedule->slots_ = cron->firings(schedule->zone, first.value_or(from), to + 1);
    return schedule;
}

} // namespace

Schedules::Schedules(const pipeline::Workspace& workspace, UtcTime from, UtcTime to)
{
    QHash<QString, std::shared_ptr<const Schedule>> unrolled;
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        if (m_byPipeline.contains(pipeline.id))
            continue;
        const pipeline::Pipeline* owner = cronOwner(workspace, pipeline);
        if (!owner) {
            auto none = std::make_shared<Schedule>();
            none->zone = zoneOfPipeline(pipeline);
            m_byPipeline.insert(pipeline.id, none);
            continue;
        }
        auto& schedule = unrolled[owner->id];
        if (!schedule)
            schedule = unrolledCron(*owner, from, to);
        m_byPipeline.insert(pipeline.id, schedule);
    }
}

const Schedule* Schedules::of(const QString& pipelineId) const
{
    const auto found = m_byPipeline.constFind(pipelineId);
    return found == m_byPipeline.constEnd() ? m_none.get() : found->get();
}

} // namespace freshness
