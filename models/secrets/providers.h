// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace secrets {

struct Secret {
    QString value;
    QString source; ///< where it came from, for people: `environment WEIRKEEPER_SECRET_X`, a file's path
};

/// One place that may know secrets. The operating system's keyring will be another one.
class Provider {
public:
    Provider() = default;
    Provider(const Provider&) = delete;
    Provider& operator=(const Provider&) = delete;
    virtual ~Provider();
    [[nodiscard]] virtual std::optional<Secret> find(const QString& name) const = 0;
    [[nodiscard]] virtual base::Problems warnings() const { return {}; }
};

/// WEIRKEEPER_SECRET_<NAME> (upper case, everything but letters and digits as `_`), then <NAME> as written, then upper case.
[[nodiscard]] std::unique_ptr<Provider> environmentProvider();
/// Lines `NAME=value` (`export`, quotes and # comments allowed), names as for the environment. Warns if others may read it.
[[nodiscard]] std::unique_ptr<Provider> fileProvider(const QString& path);

/// Ordered; the first that knows a name wins (conventions.md 2.2).
class Chain {
public:
    void add(std::unique_ptr<Provider> provider) { m_providers.push_back(std::move(provider)); }
    [[nodiscard]] std::optional<Secret> find(const QString& name) const;
    [[nodiscard]] base::Problems warnings() const;

private:
    std::vector<std::unique_ptr<Provider>> m_providers;
};

/// Environment, <workspace>/.weirkeeper/secrets, <workspace>/.env, <data directory>/secrets.env.
[[nodiscard]] Chain standardChain(const QString& workspaceRoot);

/// `trakit/token` -> `TRAKIT_TOKEN`.
[[nodiscard]] QString environmentName(const QString& name);

} // namespace secrets
