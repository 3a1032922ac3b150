// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dialect.h"
#include "models/formats/orchestra/orchestra.h"

namespace formats {

const Dialect* Registry::find(const QString& id) const
{
    for (const auto& dialect : m_dialects) {
        if (dialect->id() == id)
            return dialect.get();
    }
    return nullptr;
}

Registry builtInDialects()
{
    Registry registry;
    registry.add(std::make_shared<orchestra::OrchestraDialect>());
    return registry;
}

} // namespace formats
