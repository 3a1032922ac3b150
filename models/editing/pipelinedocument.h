// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/pipeline/change.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QUndoStack>

#include <memory>

namespace editing {

/// What a change to the document touched; one signal instead of thirty.
struct DocumentChange {
    enum class What { Text, Layout, Opened, Saved };
    What what = What::Text;
    QString file; ///< relative; empty = all
    QStringList notes; ///< for people: what could not be done in place
};

/// The workspace being edited. Text is the truth: every change is a splice of one file's text, read again afterwards and
/// compared with the intended model; if they differ, the block is rewritten and `notes` says so. Owned by the composition
/// root; lives on the GUI thread; holds no widget.
class PipelineDocument : public QObject {
    Q_OBJECT
public:
    explicit PipelineDocument(QObject* parent = nullptr);

    /// A workspace folder or one pipeline file. Empties the undo stack. On error the document stays as it was.
    base::Result<void> open(const QString& workspacePath);
    /// Writes what differs from the disk. Error `file.write`; `document.changed_on_disk` if a file changed behind our back
    /// (then nothing is written).
    base::Result<void> save();
    /// Ends a conflict about one file (relative; a pipeline file or a layout). `ours`: what is here is written over what the disk
    /// holds now. Otherwise the disk's is read, as one undoable step. Errors `document.unknown_file`, `file.read`, `file.write`,
    /// those of the layout's reader; then nothing has changed.
    base::Result<void> resolve(const QString& file, bool ours);
    /// Reads the disk again; what was not saved is gone.
    base::Result<void> reload();
    /// Files (relative) that differ from what was read or written last.
    [[nodiscard]] QStringList changedOnDisk() const;
    [[nodiscard]] bool isModified() const;

    [[nodiscard]] const pipeline::Workspace& workspace() const;
    [[nodiscard]] const pipeline::Layout& layout() const;
    /// Texts of the pipeline files, key = relative path, as they are now (saved or not).
    [[nodiscard]] const QMap<QString, QByteArray>& texts() const;
    /// Problems of reading and of the graph rules for the present texts. While a file cannot be read, workspace() keeps its pipelines
    /// as they were read last.
    [[nodiscard]] const base::Problems& problems() const;

    /// One undoable step (several changes: one step). Nothing happens on error: those of pipeline::applyChange(), of the YAML reader
    /// (correct the file first), `document.cannot_edit`.
    base::Result<void> apply(const pipeline::Changes& changes, const QString& text = {});
    /// Typed into the YAML pane: the whole text of one file. Consecutive calls merge into one undo step.
    void setText(const QString& file, const QByteArray& text);
    /// Another text for one file, from elsewhere: always a step of its own, so that what was typed is one step back.
    void replaceText(const QString& file, const QByteArray& text);
    /// Moves nodes; `<file>.layout.yaml` only. One call is one step: call it when the drag ends.
    void moveNodes(const pipeline::Layout& positions, const QString& text);

    /// The texts that `changes` would give, without applying them; only files that differ, key = relative path. For diffs.
    [[nodiscard]] base::Result<QMap<QString, QByteArray>> preview(const pipeline::Changes& changes) const;
    /// The line range [first, last] (from 1) of a pipeline or `pipeline.task` in its file; {0,0} if unknown.
    struct LineRange {
        QString file;
        int first = 0;
        int last = 0;
    };
    [[nodiscard]] LineRange linesOf(const QString& qualifiedId) const;

    QUndoStack* undoStack();

    ~PipelineDocument() override;
    struct Private; ///< models/editing/documentstate.h; for the library only

signals:
    void changed(const editing::DocumentChange& change);

private:
    std::unique_ptr<Private> d;
};

/// `--- a/file`, `+++ b/file`, hunks with three lines of context; empty if equal.
[[nodiscard]] QByteArray unifiedDiff(const QByteArray& before, const QByteArray& after, const QString& file);

} // namespace editing
