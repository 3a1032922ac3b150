// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/pipeline/change.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QUndoStack>

namespace editing {

/// What a change to the document touched; one signal instead of thirty.
struct DocumentChange {
    enum class What { Text, Layout, Opened, Saved };
    What what = What::Text;
    QString file; ///< relative; empty = all
};

/// The workspace being edited. Text is the truth: every change is a splice of one file's text, read again afterwards and
/// compared with the intended model; if they differ, the block is rewritten and `notes` says so. Owned by the composition
/// root; lives on the GUI thread; holds no widget.
class PipelineDocument : public QObject {
    Q_OBJECT
public:
    explicit PipelineDocument(QObject* parent = nullptr);

    base::Result<void> open(const QString& workspacePath);
    /// Writes what differs from the disk. Error `file.write`; `document.changed_on_disk` if a file changed behind our back.
    base::Result<void> save();
    [[nodiscard]] bool isModified() const;

    [[nodiscard]] const pipeline::Workspace& workspace() const;
    [[nodiscard]] const pipeline::Layout& layout() const;
    /// Texts of the pipeline files, key = relative path, as they are now (saved or not).
    [[nodiscard]] const QMap<QString, QByteArray>& texts() const;
    /// Problems of reading and of the graph rules for the present texts.
    [[nodiscard]] const base::Problems& problems() const;

    /// One undoable step (several changes: one step). Nothing happens on error.
    base::Result<void> apply(const pipeline::Changes& changes, const QString& text = {});
    /// Typed into the YAML pane: the whole text of one file. Consecutive calls merge into one undo step.
    void setText(const QString& file, const QByteArray& text);
    /// Moves nodes; `<file>.layout.yaml` only. `whole` merges a drag into one step.
    void moveNodes(const pipeline::Layout& positions, const QString& text);

    /// The text that `changes` would give, without applying them: key = relative path. For diffs.
    [[nodiscard]] base::Result<QMap<QString, QByteArray>> preview(const pipeline::Changes& changes) const;
    /// The line range [first, last] (from 1) of a pipeline or `pipeline.task` in its file; {0,0} if unknown.
    struct LineRange {
        QString file;
        int first = 0;
        int last = 0;
    };
    [[nodiscard]] LineRange linesOf(const QString& qualifiedId) const;

    QUndoStack* undoStack();

signals:
    void changed(const editing::DocumentChange& change);

private:
    struct Private;
    Private* d; // child QObject-free state; deleted in the destructor
public:
    ~PipelineDocument() override;
};

/// `--- a/file`, `+++ b/file`, hunks with three lines of context; empty if equal.
[[nodiscard]] QByteArray unifiedDiff(const QByteArray& before, const QByteArray& after, const QString& file);

} // namespace editing
