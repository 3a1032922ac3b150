// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

/// Small parts that every panel is made of; the looks come from the theme's style sheet.
namespace common {

/// `READS`, `SCHEDULE`: the head of a section; written in capitals whatever the text is.
class SectionLabel : public QLabel {
    Q_OBJECT
public:
    explicit SectionLabel(const QString& text = {}, QWidget* parent = nullptr);
    void setTitle(const QString& text);
};

/// A bordered block inside a panel. Add to `body()`.
class Card : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Plain, Code };
    explicit Card(QWidget* parent = nullptr, Kind kind = Kind::Plain);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

private:
    QVBoxLayout* m_body = nullptr;
};

/// Plain text that wraps, can be selected by mouse and keyboard, and never reads its content as HTML.
[[nodiscard]] QLabel* wrappedLabel(const QString& text, QWidget* parent = nullptr);
/// One of the style sheet's roles: muted, small, bold, headline.
[[nodiscard]] QLabel* roleLabel(const QString& text, const char* role, QWidget* parent = nullptr);

} // namespace common
