// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace connectors {

/// The target of `rel="next"` in Link headers (RFC 8288: several links a value, several relations a link); empty if there is none.
[[nodiscard]] QString nextLink(const QVector<QByteArray>& values);

} // namespace connectors
