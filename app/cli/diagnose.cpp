// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "models/freshness/diagnose.h"

#include <CLI/CLI.hpp>

namespace cli {

namespace {

struct DiagnoseOptions : Common {
    std::string date;
};

void printFinding(const freshness::Finding& finding)
{
    const QString verdict = finding.verdict ? freshness::verdictWord(*finding.verdict) : finding.rule;
    printLine(QStringLiteral("%1  %2  %3  %4").arg(finding.id, base::severityWord(finding.severity), finding.slotDate.toString(Qt::ISODate), verdict));
    printLine(QStringLiteral("  ") + finding.headline);
    for (const freshness::Evidence& evidence : finding.evidence)
        printLine(QStringLiteral("  - ") + evidence.text);
    for (const freshness::Advice& advice : finding.advice) {
        printLine(QStringLiteral("  > ") + advice.text);
        if (!advice.command.isEmpty())
            printLine(QStringLiteral("      ") + advice.command);
    }
    printLine({});
}

int runDiagnose(const DiagnoseOptions& options)
{
    QDate date;
    if (!options.date.empty()) {
        date = QDate::fromString(QString::fromStdString(options.date), Qt::ISODate);
        if (!date.isValid()) {
            return fail(base::makeError("usage.date", QStringLiteral("--date: \"%1\" is no date; expected 2025-10-03")
                                            .arg(QString::fromStdString(options.date))), options.json);
        }
    }
    const auto opened = openHistory(options);
    if (!opened)
        return fail(opened.error(), options.json);
    const pipeline::Workspace& workspace = opened->workspace;
    const runs::History& history = opened->history;
    freshness::Diagnosis diagnosis = freshness::diagnose(workspace, history).diagnosis;
    if (date.isValid())
        diagnosis.findings.removeIf([&](const freshness::Finding& finding) { return finding.slotDate != date; });
    if (options.json) {
        printJson(freshness::toJson(diagnosis));
        return freshness::exitStatus(diagnosis);
    }
    for (const freshness::Finding& finding : diagnosis.findings)
        printFinding(finding);
    if (history.runs.isEmpty())
        printLine(QStringLiteral("The run store is empty: weirctl import %1 PATH...").arg(QString::fromStdString(options.workspace)));
    printLine(QStringLiteral("%1; %2 checked on %3").arg(counted(diagnosis.findings.size(), "finding"), counted(diagnosis.checkedRuns, "run"),
        counted(diagnosis.checkedEdges, "edge")));
    return freshness::exitStatus(diagnosis);
}

} // namespace

Command addDiagnose(CLI::App& app)
{
    auto options = std::make_shared<DiagnoseOptions>();
    CLI::App* command = app.add_subcommand("diagnose", "which job read a table before its load had ended, on which clock, and what to do");
    addCommon(*command, *options);
    command->add_option("--date", options->date, "only findings of this slot date (YYYY-MM-DD)");
    return {command, [options] { return runDiagnose(*options); }};
}

} // namespace cli
