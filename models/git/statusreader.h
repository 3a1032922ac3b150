// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/repository.h"

namespace git {

/// Reads `git status --porcelain=v2 -z --branch`. Error `git.status` for a record of no known shape.
[[nodiscard]] base::Result<Status> readStatus(const QByteArray& porcelain);

} // namespace git
