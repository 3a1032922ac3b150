// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/pipelinedocument.h"
#include "widgets/common/labels.h"

namespace window {

/// The very lines of the YAML that the selection stands for, coloured; a long block is cut with a note.
class YamlSnippet : public common::Card {
    Q_OBJECT
public:
    explicit YamlSnippet(QWidget* parent = nullptr);
    void setLines(const QByteArray& text, const editing::PipelineDocument::LineRange& lines);
    [[nodiscard]] QString plainText() const { return m_plain; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void render();

    QString m_plain;
    int m_cut = 0;
    QLabel* m_text = nullptr;
};

} // namespace window
