// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"
#include "models/base/error.h"

#include <QObject>
#include <QString>

namespace window {

/// The File menu: opening, the sample, recent workspaces, saving, and what happens when another program writes the files.
class FileController : public QObject {
    Q_OBJECT
public:
    explicit FileController(const Context& context, QObject* parent = nullptr);

    bool openWorkspace(const QString& path);
    void openSample();
    /// True if the window may close: everything is written, or there is nothing to write.
    bool prepareClose();

signals:
    void opened(const QString& root);
    /// The sample was copied just now: its runs folder waits to be imported.
    void freshSample(const QString& runsFolder);

private:
    void connectActions();
    void connectAutosave();
    void chooseWorkspace();
    void fillRecent();
    void save();
    void reload();
    void askAboutConflict(const QString& file);
    void showError(const base::Error& error);

    Context m;
};

} // namespace window
