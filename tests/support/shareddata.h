// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace support {

/// A file or folder under `../shared/data`; where that is absent, the test skips (WK_SHARED_OR_SKIP).
QString sharedPath(const char* sharedRoot, const QString& relative);
QByteArray readAll(const QString& path);

} // namespace support

/// Declares `name` as the path, or skips the test with a message.
#define WK_SHARED_OR_SKIP(name, relative) \
    const QString name = support::sharedPath(WK_SHARED_DATA, QStringLiteral(relative)); \
    if (name.isEmpty()) \
    QSKIP("shared/data is absent beside the checkout: " relative)

/// Prints the error of a Result that should be ok.
#define QVERIFY_RESULT(result) \
    do { \
        const auto& checked_ = (result); \
        QVERIFY2(checked_.ok(), checked_.ok() ? "" : qPrintable(checked_.error().toString())); \
    } while (false)
