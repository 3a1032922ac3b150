// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/dbtruns.h"
#include "models/freshness/rules.h"

#include <QCoreApplication>

namespace freshness {

void findIdleCommands(RuleContext& context)
{
    const World& world = context.world;
    for (const Execution& execution : world.executions) {
        const runs::Run& run = world.record(execution);
        if (run.record != QLatin1String("dbt.run_results") || !run.parentKey.isEmpty())
            continue;
        const DbtCommand command = dbtCommand(world, execution);
        if (command.works())
            continue;
        const QString job = execution.task >= 0 ? world.taskName(execution.task) : run.jobKey;
        Finding finding = makeFinding({"not_a_materialising_run", std::nullopt, {}, {}, Side{job, execution.run, execution.start}, std::nullopt, {}});
        const std::optional<base::UtcTime> at = execution.start ? execution.start : execution.end;
        if (at)
            finding.slotDate = at->utcDate();
        finding.consumerTask = world.taskName(execution.task);
        finding.headline = QCoreApplication::translate("freshness", "dbt %1 wrote run results, but built nothing").arg(command.which);
        finding.evidence.append({QStringLiteral("note"), QCoreApplication::translate("freshness", "command"),
            QCoreApplication::translate("freshness", "Its rows say what they say for every node; none of them is counted as a run."), at, command.which});
        context.findings.append(finding);
    }
}

} // namespace freshness
