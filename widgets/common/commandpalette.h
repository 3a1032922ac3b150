// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>
#include <QVector>

#include <functional>

class QAbstractItemModel;
class QLineEdit;
class QListView;

namespace common {

class ActionRegistry;
class PaletteModel;

/// One line of the palette.
struct PaletteItem {
    QString title;
    QString category; ///< small, before the title
    QString detail;   ///< at the right: a shortcut, a kind
    bool enabled = true;
    std::function<void()> run;
};

/// All actions of the registry that have a text, as palette items.
[[nodiscard]] QVector<PaletteItem> paletteItems(const ActionRegistry& registry);

/// Type a few letters, Enter. Lies over the top of its parent window; the same widget serves commands (Ctrl+Shift+P) and
/// Find anything (Ctrl+P).
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);
    ~CommandPalette() override;

    void open(const QString& placeholder, QVector<PaletteItem> items);
    void dismiss();
    [[nodiscard]] QLineEdit* line() const { return m_line; }
    [[nodiscard]] QStringList visibleTitles() const; ///< best first

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    void refilter();
    void runCurrent();
    void moveCurrent(int step);
    bool handleKey(int key);

    QLineEdit* m_line = nullptr;
    QListView* m_list = nullptr;
    PaletteModel* m_model = nullptr;
    QPointer<QWidget> m_before; ///< who had the focus
};

} // namespace common
