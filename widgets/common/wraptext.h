// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace common {

/// The content of a scroll area that is never wider than it: what cannot be narrower is cut, and nothing scrolls sideways.
class ScrollPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, QWidget::minimumSizeHint().height()}; }
};

/// Read-only plain text that breaks inside a word where the word is wider than the panel (table names, commands, URLs), can be
/// selected and copied without what the breaking added, and is as high as its text. Never reads its content as HTML.
class WrapText : public QTextEdit {
    Q_OBJECT
public:
    enum class Face { Plain, Bold, Headline, Monospace };
    explicit WrapText(Face face = Face::Plain, QWidget* parent = nullptr);
    /// A colour by its meaning, as the style sheet names them: muted, success, running, late, failed, race.
    void setTone(const char* tone);

    void setText(const QString& text); ///< U+00A0 keeps `5 h 27 min` together; copied, it is a space
    [[nodiscard]] QString text() const { return toPlainText(); }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] QFont faceFont() const;

    Face m_face;
    QString m_text; ///< with its hard spaces, which the document gives back as plain ones
};

} // namespace common
