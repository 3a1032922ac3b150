// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/pipeline/model.h"
#include "models/runs/store.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace CLI {
class App;
}

/// weirctl: every command in a file of its own, registered in commands.cpp. Exit status: 0 fine, 1 findings or failed
/// checks, 2 could not read or bad usage. With --json stdout holds one JSON document and nothing else.
namespace cli {

enum ExitStatus { Fine = 0, Findings = 1, Unusable = 2 };

/// What all commands share; filled by the parser before a command runs.
struct Common {
    std::string workspace;
    std::string store;
    bool json = false;
};

struct Command {
    CLI::App* app = nullptr;
    std::function<int()> run;
};

/// Adds WORKSPACE, --json and --store to a command.
void addCommon(CLI::App& app, Common& common, bool withStore = true);

void printLine(const QString& line);                ///< stdout, UTF-8
void printError(const QString& line);               ///< stderr, `weirctl: ` in front
void printJson(const QJsonObject& document);        ///< the one document
int fail(const base::Error& error, bool json);      ///< says it (JSON: {"error":{code,message,place}}) and returns Unusable

/// `1 run`, `2 runs`.
QString counted(qsizetype count, const char* noun);
/// Rows of equal length as a table with aligned columns; the first row is the header.
void printTable(const QVector<QStringList>& rows);

/// The workspace, if all of its files could be read; reading problems are printed and make an error.
base::Result<pipeline::Workspace> openWorkspace(const Common& common);
base::Result<runs::Store> openStore(const Common& common);
/// What most commands look at.
struct Opened {
    pipeline::Workspace workspace;
    runs::History history;
};
base::Result<Opened> openHistory(const Common& common);
/// `YYYY-MM-DD`, or an RFC 3339 instant. A date alone is midnight UTC of that day (`endOfDay`: of the next).
base::Result<base::UtcTime> parseWhen(const std::string& text, bool endOfDay, const char* option);

QJsonObject toJson(const base::Error& error);

std::vector<Command> addCommands(CLI::App& app);
Command addCheck(CLI::App& app);
Command addImport(CLI::App& app);
Command addRuns(CLI::App& app);
Command addDiagnose(CLI::App& app);
Command addFix(CLI::App& app);
Command addExport(CLI::App& app);
Command addSync(CLI::App& app);
Command addTimeline(CLI::App& app);

} // namespace cli
