// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "models/base/files.h"
#include "version.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QGuiApplication>

#include <cstdlib>
#include <memory>

namespace {

/// Pictures need fonts, hence a GUI application; without a display it draws offscreen.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv, bool draws)
{
    QCoreApplication::setApplicationName(QStringLiteral("weirkeeper"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WEIRKEEPER_VERSION));
    if (!draws)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) { // else Qt complains on stderr
        const QString folder = base::dataDirectory() + QStringLiteral("/runtime");
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", folder.toUtf8());
    }
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("weirctl: which job read a table before its load had ended, and what would fix it", "weirctl");
    app.set_version_flag("--version", "weirctl " WEIRKEEPER_VERSION);
    app.require_subcommand(1);
    app.footer("Exit status: 0 fine, 1 findings or failed checks, 2 could not read or bad usage.\n"
               "WEIRKEEPER_HOME is the data directory; the run store of a workspace lies there.");
    const std::vector<cli::Command> commands = cli::addCommands(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? cli::Fine : cli::Unusable;
    }
    for (const cli::Command& command : commands) {
        if (command.app->parsed()) {
            const auto application = makeApplication(argc, argv, command.app->get_name() == "timeline");
            return command.run();
        }
    }
    return cli::Unusable;
}
