// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/documentstate.h"

#include <QUndoCommand>

namespace editing {

/// A step of the document: ranges of texts, and positions. What is not touched is not kept.
class DocumentCommand : public QUndoCommand {
public:
    enum class Merge { Never, Typing };

    DocumentCommand(PipelineDocument::Private& state, const Texts& after, const Layouts& layoutsAfter, const QString& text, Merge merge, const QStringList& notes = {});
    void undo() override { run(false); }
    void redo() override { run(true); }
    [[nodiscard]] int id() const override { return m_merge == Merge::Never ? -1 : int(m_merge); }
    bool mergeWith(const QUndoCommand* other) override;
    [[nodiscard]] bool changesNothing() const { return m_deltas.isEmpty() && m_layoutsBefore == m_layoutsAfter; }

private:
    void run(bool forward);

    PipelineDocument::Private& m_state;
    QVector<TextDelta> m_deltas;
    Layouts m_layoutsBefore;
    Layouts m_layoutsAfter;
    Merge m_merge;
    QStringList m_notes;
};

} // namespace editing
