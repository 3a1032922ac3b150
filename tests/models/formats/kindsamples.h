// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/pipeline/model.h"

/// A workspace with one pipeline of one task of this kind; its required parameters, or all, have a value of the right type.
[[nodiscard]] pipeline::Workspace workspaceOfKind(const catalogue::TaskKind& kind, bool allParameters);
