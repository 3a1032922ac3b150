// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/startup.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const window::Arguments arguments = window::parseArguments(argc, argv);
    if (arguments.exitCode)
        return *arguments.exitCode;
    QApplication application(argc, argv);
    return window::runApplication(application, arguments);
}
