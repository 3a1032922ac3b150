// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"

#include <QObject>

namespace window {

/// Pipeline > Export: one entry for each dialect; asks for a folder, writes the files, and lists in the log what the target
/// cannot express.
class ExportController : public QObject {
    Q_OBJECT
public:
    explicit ExportController(const Context& context, QObject* parent = nullptr);
    /// Writes all files or says why not. `dialect` is an id of the registry.
    bool exportTo(const QString& dialect, const QString& folder);

private:
    void chooseFolder(const QString& dialect, const QString& title);

    Context m;
};

} // namespace window
