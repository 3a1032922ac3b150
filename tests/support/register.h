// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace support {

using Factory = QObject* (*)();
bool registerTest(Factory factory);
/// Runs every registered class with the same arguments; `--class NAME` (first argument) runs one. Returns the number of failures.
int runRegistered(int argc, char** argv);

} // namespace support

/// At the end of a tst_*.cpp, before `#include "tst_*.moc"`.
#define WK_REGISTER_TEST(Class) \
    [[maybe_unused]] static const bool registered##Class = support::registerTest([]() -> QObject* { return new Class; });
