// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"

#include <QCoreApplication>
#include <QStandardPaths>

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    return support::runRegistered(argc, argv);
}
