// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/mainwindow.h"

#include <QTemporaryDir>

#include <memory>

/// A workspace in a temporary folder, a data directory of its own, and the real window on both.
class WindowFixture {
public:
    WindowFixture();
    ~WindowFixture();

    /// A new window on the same data directory, as after a restart.
    void restart();
    void openWorkspace();
    [[nodiscard]] window::MainWindow& win() { return *m_window; }
    [[nodiscard]] QAction* action(const char* id);
    [[nodiscard]] QByteArray text() const;      ///< of the pipeline file, as the document has it
    [[nodiscard]] QByteArray textOnDisk() const;
    [[nodiscard]] QString workspacePath() const { return m_folder.path() + QStringLiteral("/shop"); }
    [[nodiscard]] QString pipelinePath() const { return workspacePath() + QStringLiteral("/pipelines/shop.yaml"); }
    void writeFile(const QString& relative, const QByteArray& text) const;
    /// Press keys into whatever has the focus.
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);

private:
    QTemporaryDir m_folder;
    QByteArray m_homeBefore;
    std::unique_ptr<window::MainWindow> m_window;
};
