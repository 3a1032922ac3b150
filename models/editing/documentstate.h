// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/pipelinedocument.h"
#include "models/editing/textdelta.h"
#include "models/editing/texts.h"

#include <QSet>

namespace editing {

using Layouts = QMap<QString, pipeline::Layout>; ///< key = layout file

/// What PipelineDocument holds. For the library only.
struct PipelineDocument::Private {
    explicit Private(PipelineDocument* document) : q(document) { }

    /// Reads everything from the disk.
    base::Result<void> load(const QString& path);
    /// New texts: reads them and checks the rules. No signal.
    void setTexts(const Texts& texts);
    void setLayouts(const Layouts& layouts);
    [[nodiscard]] QString layoutFileFor(const QString& key) const;
    /// Positions follow their tasks: renamed ids, removed tasks.
    [[nodiscard]] Layouts layoutsAfter(const pipeline::Changes& changes) const;
    /// Files that are not on the disk as they were read or written last.
    [[nodiscard]] QStringList changedOnDisk() const;
    base::Result<void> writeAll();
    base::Result<void> writeFile(const QString& file, const QByteArray& text);
    /// The two answers to a conflict.
    base::Result<void> writeOurs(const QString& file);
    base::Result<void> readTheirs(const QString& file);
    void notify(DocumentChange::What what, const QString& file = {}, const QStringList& notes = {});

    PipelineDocument* q;
    QString path;
    pipeline::Workspace frame; ///< without pipelines
    pipeline::Workspace workspace;
    Texts texts;
    Texts onDisk; ///< pipeline and layout files as read or written last
    Layouts layouts;
    Layouts savedLayouts;
    pipeline::Layout layout;
    base::Problems problems;
    QStringList kinds;
    QUndoStack stack;
};

} // namespace editing
