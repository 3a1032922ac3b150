// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/editing/pipelinedocument.h"

#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

namespace services {

/// Writes the document a moment after each edit, so that nothing typed is lost and nobody has to remember saving; and sees
/// when another program has changed a file. It never overwrites what it has not read: that is for a person to decide.
class Autosave : public QObject {
    Q_OBJECT
public:
    explicit Autosave(editing::PipelineDocument& document, QObject* parent = nullptr);

    void setEnabled(bool on);
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    void setDelay(int milliseconds) { m_timer.setInterval(milliseconds); }
    /// Now: on focus loss, before a run, at the end. True if nothing is left to write.
    bool flush();
    /// The user has decided: write ours over what is on the disk, or read the disk's again.
    /// Saves the rest too if that is on or was asked for; true if nothing is left to decide.
    bool keepOurs(const QString& file);
    bool takeTheirs(const QString& file);
    [[nodiscard]] bool hasConflict() const { return !m_conflicts.isEmpty(); }
    /// After the document was opened.
    void watchFiles();

signals:
    void saved();
    void failed(const base::Error& error);
    /// A file was changed by another program while it has unsaved edits here.
    void conflict(const QString& file);
    /// A file without unsaved edits was changed by another program; its new text is read already.
    void reloaded(const QString& file);
    /// A pipeline or connection file appeared or went; the workspace should be opened again.
    void filesAppeared();

private:
    bool resolve(const QString& file, bool ours);
    void onFileChanged(const QString& path);
    void onFolderChanged();
    void rememberWritten();
    [[nodiscard]] QString absolutePath(const QString& file) const;
    [[nodiscard]] QStringList filesOnDisk() const;

    editing::PipelineDocument& m_document;
    QTimer m_timer;
    QFileSystemWatcher m_watcher;
    QSet<QString> m_conflicts;
    QMap<QString, QByteArray> m_written; ///< what the disk holds, as far as we know
    QStringList m_onDisk;
    bool m_enabled = true;
    bool m_flushAsked = false; ///< a save waits for the answer to a conflict
};

} // namespace services
