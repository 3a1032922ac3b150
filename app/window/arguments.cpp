// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/arguments.h"

#include "version.h"

#include <CLI/CLI.hpp>

#include <QDir>

namespace window {

Arguments parseArguments(int argc, char** argv)
{
    CLI::App app{"Weirkeeper: runs of different systems on one time axis; which job read a table before its load had ended, and what fixes it.", "weirkeeper"};
    std::string workspace;
    std::string theme;
    std::string view;
    app.set_version_flag("--version", std::string("weirkeeper ") + WEIRKEEPER_VERSION);
    app.add_option("WORKSPACE", workspace, "A folder with pipelines/*.yaml, or one pipeline file")->check(CLI::ExistingPath);
    app.add_option("--theme", theme, "Colours of this start")->check(CLI::IsMember({"system", "light", "dark", "high-contrast"}));
    app.add_option("--view", view, "What to show first")->check(CLI::IsMember({"design", "timeline", "sync", "yaml"}));
    Arguments arguments;
    app.add_flag("--sample", arguments.sample, "Open the sample: a copy under the data directory, with its runs imported");
    app.footer("Its twin on the command line is weirctl.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // 2 is bad usage, as with weirctl.
        arguments.exitCode = app.exit(error) == 0 ? 0 : 2;
        return arguments;
    }
    if (!workspace.empty())
        arguments.workspace = QDir(QString::fromStdString(workspace)).absolutePath();
    arguments.theme = QString::fromStdString(theme);
    arguments.view = QString::fromStdString(view);
    return arguments;
}

} // namespace window
