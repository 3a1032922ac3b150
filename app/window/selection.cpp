// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/selection.h"

namespace window {

void Selection::set(Selected::Kind kind, const QString& id)
{
    const Selected next{id.isEmpty() ? Selected::Kind::None : kind, id};
    if (next == m_current)
        return;
    m_current = next;
    emit changed(m_current);
}

} // namespace window
