// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace window {

struct Arguments {
    QString workspace; ///< absolute; empty: none
    QString theme;     ///< empty: as remembered
    QString view;      ///< empty: design
    bool sample = false; ///< open the sample's copy
    std::optional<int> exitCode; ///< --help, --version or a mistake: said already, do not start
};

/// Before QApplication, so that --help works without a display.
[[nodiscard]] Arguments parseArguments(int argc, char** argv);

} // namespace window
