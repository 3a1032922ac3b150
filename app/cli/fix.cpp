// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "models/editing/pipelinedocument.h"
#include "models/freshness/proposal.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

namespace cli {

namespace {

struct FixOptions : Common {
    std::string finding;
    bool apply = false;
};

QString clock(const std::optional<base::Micros>& ofDay)
{
    if (!ofDay)
        return QStringLiteral("-");
    const base::Micros minutes = *ofDay / base::microsPerMinute;
    return QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString days(int count)
{
    return count == 1 ? QStringLiteral("1 day") : QStringLiteral("%1 days").arg(count);
}

void printReplay(const freshness::Replay& replay)
{
    const auto sla = [](const freshness::ReplayColumn& column) {
        return column.slaTotal == 0 ? QStringLiteral("-") : QStringLiteral("%1 of %2").arg(column.slaMet).arg(column.slaTotal);
    };
    printLine(QStringLiteral("Replayed on %1 days (unchanged schedule: %2 of %1 days start within a minute of what happened)")
                  .arg(replay.days).arg(replay.fitWithinMinute));
    printTable({{QString(), QStringLiteral("now"), QStringLiteral("with the change")},
        {QStringLiteral("  read too early"), days(replay.now.mismatchDays), days(replay.changed.mismatchDays)},
        {QStringLiteral("  ready by, P95"), clock(replay.now.readyP95), clock(replay.changed.readyP95)},
        {QStringLiteral("  ready on that day"), clock(replay.now.readyOnBadDay), clock(replay.changed.readyOnBadDay)},
        {QStringLiteral("  SLA met"), sla(replay.now), sla(replay.changed)},
        {QStringLiteral("  extra latency, median"), QStringLiteral("-"), base::durationWords(replay.extraLatencyMedian)}});
}

base::Result<QString> diffOf(const editing::PipelineDocument& document, const pipeline::Changes& changes)
{
    const auto texts = document.preview(changes);
    if (!texts)
        return texts.error();
    QString diff;
    for (auto it = texts->begin(); it != texts->end(); ++it)
        diff += QString::fromUtf8(editing::unifiedDiff(document.texts().value(it.key()), it.value(), it.key()));
    return diff;
}

int finish(const FixOptions& options, const freshness::Proposal& proposal, const QString& diff)
{
    if (options.json) {
        QJsonObject document = freshness::toJson(proposal);
        document.insert(QStringLiteral("diff"), diff);
        document.insert(QStringLiteral("applied"), options.apply);
        printJson(document);
        return Fine;
    }
    printLine(proposal.title);
    printLine(proposal.reason);
    printLine({});
    printReplay(proposal.replay);
    printLine({});
    printLine(diff.endsWith(u'\n') ? diff.chopped(1) : diff);
    printLine(options.apply ? QStringLiteral("Written. Look at it with git diff.") : QStringLiteral("Nothing was written; --apply writes it."));
    return Fine;
}

/// As git takes the beginning of a commit's id: the one finding whose id begins so.
QString wholeId(const freshness::Picture& picture, const QString& given)
{
    QString found;
    for (const freshness::Finding& finding : picture.diagnosis.findings) {
        if (!finding.id.startsWith(given))
            continue;
        if (finding.id == given || !found.isEmpty())
            return given;
        found = finding.id;
    }
    return found.isEmpty() || given.size() < 4 ? given : found;
}

int runFix(const FixOptions& options)
{
    const auto opened = openHistory(options);
    if (!opened)
        return fail(opened.error(), options.json);
    const pipeline::Workspace& workspace = opened->workspace;
    const runs::History& history = opened->history;
    const freshness::Picture picture = freshness::diagnose(workspace, history);
    const auto proposal = freshness::propose(workspace, history, picture, wholeId(picture, QString::fromStdString(options.finding)));
    if (!proposal) {
        const int status = fail(proposal.error(), options.json);
        return proposal.error().code == QLatin1String("freshness.no_proposal") ? Findings : status; // a finding, and nothing to offer
    }
    editing::PipelineDocument document;
    if (const auto read = document.open(QString::fromStdString(options.workspace)); !read)
        return fail(read.error(), options.json);
    const auto diff = diffOf(document, proposal->changes);
    if (!diff)
        return fail(diff.error(), options.json);
    if (options.apply) {
        if (const auto applied = document.apply(proposal->changes, proposal->title); !applied)
            return fail(applied.error(), options.json);
        if (const auto saved = document.save(); !saved)
            return fail(saved.error(), options.json);
    }
    return finish(options, *proposal, *diff);
}

} // namespace

Command addFix(CLI::App& app)
{
    auto options = std::make_shared<FixOptions>();
    CLI::App* command = app.add_subcommand("fix", "the proposal for a finding, its replay on the recorded days, and the YAML change as a unified diff");
    addCommon(*command, *options);
    command->add_option("FINDING", options->finding, "id of a finding (weirctl diagnose)")->required();
    command->add_flag("--apply", options->apply, "write the change into the workspace's YAML");
    return {command, [options] { return runFix(*options); }};
}

} // namespace cli
