// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"
#include "models/pipeline/change.h"

#include <QObject>

namespace window {

/// Undo, redo and the Pipeline menu: everything that changes the text by a command rather than by a field or a gesture.
class EditController : public QObject {
    Q_OBJECT
public:
    explicit EditController(const Context& context, QObject* parent = nullptr);

    /// Applies as one undo step; what is refused is said in the notice bar. Used by canvas and diagnosis as well.
    bool apply(const pipeline::Changes& changes, const QString& text = {});
    void addTask(const QString& pipelineId, const QString& kind);

signals:
    void checked(); ///< the problems should be shown

private:
    void connectActions();
    void followUndoStack();
    void chooseKind();
    void addPipeline();
    void renameTask();
    void removeSelected();
    void check();
    void refreshEnabled();
    [[nodiscard]] QString targetPipeline() const;

    Context m;
};

} // namespace window
