// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/selection.h"
#include "models/base/error.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTimer;

namespace editing {
class PipelineDocument;
struct DocumentChange;
}

namespace window {

class YamlEditor;

/// The text itself, one pipeline file at a time. Follows every edit made elsewhere; what is typed here is an edit like any
/// other, merged into one undo step by the document.
class YamlPane : public QWidget {
    Q_OBJECT
public:
    YamlPane(editing::PipelineDocument& document, Selection& selection, QWidget* parent = nullptr);

    void showPlace(const base::Place& place); ///< file, and the line if it has one
    void showFile(const QString& file);
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] YamlEditor* editor() const { return m_editor; }

private:
    void buildLayout();
    void connectModel();
    void onDocumentChanged(const editing::DocumentChange& change);
    void refillFiles();
    void pullText();
    void pushText();
    void showProblems();
    void followSelection();
    void selectAtCursor();

    editing::PipelineDocument& m_document;
    Selection& m_selection;
    QComboBox* m_files = nullptr;
    QLabel* m_note = nullptr;
    YamlEditor* m_editor = nullptr;
    QTimer* m_problemsTimer = nullptr;
    QString m_file;
    bool m_pushing = false;
};

} // namespace window
