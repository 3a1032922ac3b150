// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/secrets/providers.h"

namespace secrets {

/// A text of a configuration with its references replaced.
struct Resolved {
    QString text;
    QVector<QPair<QString, QString>> secrets; ///< name and value of each `${secret:NAME}` in it
    QVector<QPair<QString, QString>> variables; ///< of each `${env:NAME}`: a secret too, where it serves as a credential
};

/// `${secret:NAME}` through the chain, `${env:NAME}` and `${env:NAME:-default}` from the environment, `$${` for a plain `${`.
/// Errors (with `place`): `secrets.unresolved`, `secrets.syntax`.
[[nodiscard]] base::Result<Resolved> interpolate(const QString& text, const Chain& chain, const base::Place& place);

} // namespace secrets
