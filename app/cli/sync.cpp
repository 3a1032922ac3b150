// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/sampleapi/sampleapi.h"
#include "models/pipeline/workspace.h"
#include "models/sync/syncjob.h"

#include <CLI/CLI.hpp>

#include <csignal>

namespace cli {

namespace {

struct SyncOptions : Common {
    std::string connection;
    std::vector<std::string> streams;
    std::optional<qint64> limit;
    std::string into;
};

base::CancelToken* interrupted = nullptr; // for the signal handler only

void onInterrupt(int)
{
    if (interrupted)
        interrupted->cancel();
}

void printReport(const syncs::SyncReport& report)
{
    QVector<QStringList> rows{{QStringLiteral("STREAM"), QStringLiteral("LOAD"), QStringLiteral("STATUS"), QStringLiteral("ROWS READ"), QStringLiteral("LOADED"),
        QStringLiteral("REFUSED"), QStringLiteral("PAGES"), QStringLiteral("REQUESTS"), QStringLiteral("RETRIES"), QStringLiteral("ASLEEP")}};
    for (const syncs::StreamReport& stream : report.streams) {
        rows.append({stream.stream, stream.disposition, syncs::outcomeWord(stream.status), QString::number(stream.rowsRead),
            QString::number(stream.rowsLoaded), QString::number(stream.refused), QString::number(stream.pages), QString::number(stream.requests),
            QString::number(stream.retries), QStringLiteral("%1 s").arg(stream.asleepSeconds, 0, 'f', 1)});
    }
    printTable(rows);
    for (const syncs::StreamReport& stream : report.streams) {
        if (stream.status == syncs::Outcome::Interrupted && !stream.error)
            printLine(QStringLiteral("%1: stopped at the limit; the next sync goes on from there").arg(stream.stream));
        if (stream.status == syncs::Outcome::Skipped)
            printLine(QStringLiteral("%1: skipped, it had finished in the sync that this one continues").arg(stream.stream));
        if (stream.refused > 0)
            printLine(QStringLiteral("%1: %2 refused, kept with the reason in the table _sync_refused").arg(stream.stream, counted(stream.refused, "row")));
        if (stream.error)
            printError(QStringLiteral("%1: %2 %3").arg(stream.stream, stream.error->errorClass, stream.error->error.toString()));
    }
    if (report.error)
        printError(QStringLiteral("%1 %2").arg(report.error->errorClass, report.error->error.toString()));
    printLine(QStringLiteral("%1 -> %2: %3").arg(report.connection, report.into, syncs::outcomeWord(report.status)));
}

/// Nothing was started: the report says so in its own form.
int refuse(const SyncOptions& options, const base::Error& error)
{
    syncs::SyncReport report;
    report.connection = QString::fromStdString(options.connection);
    report.into = QString::fromStdString(options.into);
    report.status = syncs::Outcome::Failed;
    report.error = syncs::SyncError{QStringLiteral("CONFIG"), error};
    printError(error.toString());
    if (options.json)
        printJson(syncs::toJson(report));
    return Unusable;
}

int runSyncCommand(const SyncOptions& options)
{
    // A broken pipeline file does not stop a sync: it needs the workspace's folder and the connection only.
    const auto workspace = pipeline::loadWorkspace(QString::fromStdString(options.workspace));
    if (!workspace)
        return refuse(options, workspace.error());
    sampleapi::Server sample;
    if (const auto started = sampleapi::startFor(*workspace, sample); !started)
        return refuse(options, started.error());
    syncs::SyncRequest request;
    request.workspaceRoot = workspace->root;
    request.connection = QString::fromStdString(options.connection);
    for (const std::string& stream : options.streams)
        request.streams.append(QString::fromStdString(stream));
    request.limit = options.limit;
    request.into = QString::fromStdString(options.into);
    base::CancelToken cancel;
    interrupted = &cancel;
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt); // a scheduler's way to say the same
    const syncs::SyncReport report = syncs::runSync(request, cancel, [&](const syncs::SyncEvent& event) {
        if (event.kind == syncs::SyncEvent::Kind::Note || (!options.json && event.kind == syncs::SyncEvent::Kind::Waiting))
            printError(event.text);
    });
    interrupted = nullptr;
    if (options.json)
        printJson(syncs::toJson(report));
    else
        printReport(report);
    return syncs::exitStatus(report);
}

} // namespace

Command addSync(CLI::App& app)
{
    auto options = std::make_shared<SyncOptions>();
    CLI::App* command = app.add_subcommand("sync", "load a connection's streams into a SQLite file; exactly once, also after kill -9");
    addCommon(*command, *options, false);
    command->add_option("CONNECTION", options->connection, "name of a file in connections/, without .yaml")->required();
    command->add_option("--stream", options->streams, "only this stream (may be given several times)");
    command->add_option("--limit", options->limit, "end each stream after N records of this run")->check(CLI::PositiveNumber);
    command->add_option("--into", options->into, "SQLite file to load into");
    return {command, [options] { return runSyncCommand(*options); }};
}

} // namespace cli
