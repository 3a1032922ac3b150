// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace common {

/// A unified diff: added and removed lines by their + and -, their colour and their ground; file heads bold, hunk heads muted.
/// Read-only; copied text is the diff as it came.
class DiffView : public QPlainTextEdit {
    Q_OBJECT
public:
    static constexpr int mostLines = 20'000; ///< more are cut, and the last line says so

    explicit DiffView(QWidget* parent = nullptr);

    void setDiff(const QString& unified);
    [[nodiscard]] int addedLines() const { return m_added; }
    [[nodiscard]] int removedLines() const { return m_removed; }
    [[nodiscard]] QString summary() const; ///< `1 line added, 2 lines removed`
    /// Scrolls to the part of a file (as named in its `+++ b/` or `--- a/` line); false if it has none.
    bool showFile(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();

    int m_added = 0;
    int m_removed = 0;
};

} // namespace common
