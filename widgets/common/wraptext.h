// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace common {

/// Read-only plain text that breaks inside a word where the word is wider than the panel (table names, commands, URLs), can be
/// selected and copied without what the breaking added, and is as high as its text. Never reads its content as HTML.
class WrapText : public QTextEdit {
    Q_OBJECT
public:
    enum class Face { Plain, Headline, Monospace };
    explicit WrapText(Face face = Face::Plain, QWidget* parent = nullptr);

    void setText(const QString& text);
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
};

} // namespace common
