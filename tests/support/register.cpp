// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"

#include <QTest>

#include <memory>
#include <vector>

namespace support {

static std::vector<Factory>& factories()
{
    static std::vector<Factory> all;
    return all;
}

bool registerTest(Factory factory)
{
    factories().push_back(factory);
    return true;
}

int runRegistered(int argc, char** argv)
{
    QString only;
    std::vector<char*> rest(argv, argv + argc);
    if (argc > 2 && QByteArray(argv[1]) == "--class") {
        only = QString::fromLocal8Bit(argv[2]);
        rest.erase(rest.begin() + 1, rest.begin() + 3);
    }
    int failures = 0;
    int ran = 0;
    for (const Factory factory : factories()) {
        const std::unique_ptr<QObject> test(factory());
        if (!only.isEmpty() && QString::fromLatin1(test->metaObject()->className()) != only)
            continue;
        ++ran;
        failures += QTest::qExec(test.get(), int(rest.size()), rest.data());
    }
    if (ran == 0) {
        qWarning("no test ran");
        return 1;
    }
    return failures;
}

} // namespace support
