// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/views.h"

#include <QWidget>

class QStackedWidget;

namespace common {
class ActionRegistry;
class SegmentedControl;
}

namespace window {

/// Design | Timeline | Sync | YAML, then what belongs to the view, and Find anything at the right.
class ToolStrip : public QWidget {
    Q_OBJECT
public:
    explicit ToolStrip(const common::ActionRegistry& actions, QWidget* parent = nullptr);
    void setView(View view);
    /// Controls that a view brings itself (zoom, filter): they stand before the view's buttons. Takes ownership.
    void addControls(View view, QWidget* controls);
    [[nodiscard]] common::SegmentedControl* segments() const { return m_segments; }

signals:
    void viewChosen(window::View view);

private:
    QWidget* row(const QStringList& ids, const QString& primary);

    const common::ActionRegistry& m_actions;
    common::SegmentedControl* m_segments = nullptr;
    QStackedWidget* m_rows = nullptr;
};

} // namespace window
