// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"
#include "app/window/selection.h"

#include <QWidget>

namespace canvas {
class CanvasView;
}

namespace window {

class EditController;

/// The canvas in this window: makes its scene from document, catalogue and picture, and turns its wishes into edits.
class DesignPage : public QWidget {
    Q_OBJECT
public:
    DesignPage(const Context& context, EditController& edits, QWidget* parent = nullptr);
    [[nodiscard]] canvas::CanvasView* canvas() const { return m_canvas; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectCanvas();
    void connectModel();
    void rebuild();
    void followSelection();
    void onSelectionChanged(const QStringList& ids);
    void onActivated(const QString& id);

    Context m;
    EditController& m_edits;
    canvas::CanvasView* m_canvas = nullptr;
    bool m_following = false;
};

} // namespace window
