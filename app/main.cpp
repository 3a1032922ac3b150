// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/startup.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    const window::Arguments arguments = window::parseArguments(argc, argv);
    if (arguments.exitCode)
        return *arguments.exitCode;
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        std::fputs("weirkeeper: there is no display here; weirctl does the same job in the terminal (weirctl --help)\n", stderr);
        return 2;
    }
    QApplication application(argc, argv);
    return window::runApplication(application, arguments);
}
