// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/textdelta.h"

#include <algorithm>

namespace editing {

TextDelta TextDelta::between(const QString& file, const QByteArray& before, const QByteArray& after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const qsizetype prefix = std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first - before.begin();
    qsizetype suffix = 0;
    while (suffix < shorter - prefix && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
        ++suffix;
    TextDelta delta;
    delta.file = file;
    delta.at = prefix;
    delta.removed = before.mid(prefix, before.size() - prefix - suffix);
    delta.inserted = after.mid(prefix, after.size() - prefix - suffix);
    return delta;
}

QByteArray TextDelta::applied(const QByteArray& before) const
{
    return before.left(at) + inserted + before.mid(at + removed.size());
}

QByteArray TextDelta::reverted(const QByteArray& after) const
{
    return after.left(at) + removed + after.mid(at + inserted.size());
}

} // namespace editing
