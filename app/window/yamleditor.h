// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/painting/tokens.h"

#include <Qsci/qsciscintilla.h>

class QsciLexerYAML;

namespace window {

/// QScintilla, dressed by the theme and without an undo of its own: the document's stack serves text and canvas alike.
class YamlEditor : public QsciScintilla {
    Q_OBJECT
public:
    explicit YamlEditor(QWidget* parent = nullptr);

    [[nodiscard]] QByteArray content() const;
    /// Replaces only what differs, so that cursor and scroll position stay. Says no textChanged.
    void setContent(const QByteArray& text);
    /// Marks lines first ... last (from 1); {0, 0} marks nothing.
    void markLines(int first, int last);
    void annotateProblem(int line, const QString& message, bool isError); ///< line from 1
    void clearProblems();
    void goTo(int line, int column); ///< from 1, in characters
    void dress();                    ///< colours and fonts of the present theme

signals:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setUpKeys();

    QsciLexerYAML* m_lexer = nullptr;
    bool m_setting = false;
    int m_problems = 0;
};

} // namespace window
