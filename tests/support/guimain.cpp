// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"

#include <QApplication>
#include <QStandardPaths>
#include <QStyleFactory>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    return support::runRegistered(argc, argv);
}
