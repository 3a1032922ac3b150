// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "models/catalogue/catalogue.h"
#include "models/pipeline/workspace.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

namespace cli {

namespace {

QJsonObject problemJson(const base::Problem& problem)
{
    return {{QStringLiteral("severity"), base::severityWord(problem.severity)}, {QStringLiteral("code"), problem.code},
        {QStringLiteral("message"), problem.message}, {QStringLiteral("file"), problem.place.file}, {QStringLiteral("line"), problem.place.line},
        {QStringLiteral("column"), problem.place.column}, {QStringLiteral("key"), problem.place.keyPath}};
}

int report(const pipeline::Workspace& workspace, const base::Problems& problems, bool json)
{
    bool findings = false;
    QJsonArray list;
    for (const base::Problem& problem : problems) {
        findings = findings || problem.severity != base::Severity::Info;
        list.append(problemJson(problem));
        if (!json) {
            const QString where = problem.place.toString();
            printLine(QStringLiteral("%1%2: %3 (%4)").arg(where.isEmpty() ? QString() : where + QStringLiteral(": "),
                base::severityWord(problem.severity), problem.message, problem.code));
        }
    }
    qsizetype tasks = 0;
    for (const pipeline::Pipeline& pipeline : workspace.pipelines)
        tasks += pipeline.tasks.size();
    if (json) {
        printJson({{QStringLiteral("problems"), list}, {QStringLiteral("pipelines"), workspace.pipelines.size()}, {QStringLiteral("tasks"), tasks}});
    } else {
        if (workspace.pipelines.isEmpty() && problems.isEmpty())
            printLine(QStringLiteral("no pipelines here: expected pipelines/*.yaml below %1").arg(workspace.root));
        printLine(QStringLiteral("%1, %2: %3").arg(counted(workspace.pipelines.size(), "pipeline"), counted(tasks, "task"),
            problems.isEmpty() ? QStringLiteral("no problems") : counted(problems.size(), "problem")));
    }
    return findings ? Findings : Fine;
}

int runCheck(const Common& common)
{
    const auto workspace = pipeline::loadWorkspace(QString::fromStdString(common.workspace));
    if (!workspace)
        return fail(workspace.error(), common.json);
    const catalogue::Catalogue kinds = catalogue::loadCatalogue(workspace->root);
    base::Problems problems = workspace->problems + kinds.problems() + pipeline::checkWorkspace(*workspace, kinds.ids());
    base::sortProblems(problems);
    return report(*workspace, problems, common.json);
}

} // namespace

Command addCheck(CLI::App& app)
{
    auto common = std::make_shared<Common>();
    CLI::App* command = app.add_subcommand("check", "graph and dialect rules, each finding with file:line:column");
    addCommon(*command, *common, false);
    return {command, [common] { return runCheck(*common); }};
}

} // namespace cli
