// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/views.h"

namespace window {

QString viewWord(View view)
{
    switch (view) {
    case View::Design:
        break;
    case View::Timeline:
        return QStringLiteral("timeline");
    case View::Sync:
        return QStringLiteral("sync");
    case View::Yaml:
        return QStringLiteral("yaml");
    }
    return QStringLiteral("design");
}

std::optional<View> viewFromWord(const QString& word)
{
    for (const View view : {View::Design, View::Timeline, View::Sync, View::Yaml}) {
        if (viewWord(view) == word)
            return view;
    }
    return {};
}

} // namespace window
