// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/change.h"
#include "widgets/canvas/canvasstate.h"
#include "widgets/canvas/gesture.h"

#include <QWidget>

#include <memory>

class QMenu;

namespace canvas {

class EmptyCanvas;
class Minimap;
class ZoomBar;

/// The Design tab: shows a CanvasScene and says what the user wants. It never edits: whoever owns the document applies
/// `changesRequested` and `nodesMoved` (each one undo step) and sets the new scene.
///
/// Mouse: drag the ground = select by rectangle, middle button or space = pan, wheel = pan, Ctrl+wheel = zoom at the cursor,
/// drag an output port = connect. Keys: Tab, arrows, Enter, C, F2, Del, Ctrl+arrows, F, +, -, Ctrl+0, Ctrl+L, Ctrl+A, Esc;
/// E selects the current task's edges one after the other, P its pipeline.
class CanvasView : public QWidget {
    Q_OBJECT
public:
    explicit CanvasView(QWidget* parent = nullptr);
    ~CanvasView() override;

    /// Keeps viewport and selection; the first scene that is not empty is fitted.
    void setScene(const CanvasScene& scene);
    [[nodiscard]] const CanvasScene& scene() const { return m_state.scene(); }
    void setTheme(painting::Theme theme);
    [[nodiscard]] QStringList selection() const { return m_state.selection(); }
    /// From outside (tree, problems): no signal.
    void setSelection(const QStringList& ids);
    /// Scrolls as little as needed to show a node or a frame.
    void reveal(const QString& id);
    [[nodiscard]] const CanvasState& state() const { return m_state; }
    [[nodiscard]] bool isConnecting() const { return !m_connectFrom.isEmpty(); }
    /// What the context menu offers for what is selected now; the widget's own actions() are appended. The caller owns it.
    [[nodiscard]] QMenu* createContextMenu();

public slots:
    void zoomIn();
    void zoomOut();
    void zoomTo100();
    void fitAll();
    void arrange(); ///< asks to move: the selected tasks if there are two or more, else everything
    void deleteSelection();
    void renameCurrent();
    void startConnecting();
    void selectAll();
    void selectNextEdge();       ///< of the current task; after the last one the first again
    void selectPipeline();       ///< of the current task
    void cancel(); ///< gesture, connect mode, then selection

signals:
    void changesRequested(const pipeline::Changes& changes, const QString& text);
    void nodesMoved(const pipeline::Layout& positions);
    void selectionChanged(const QStringList& ids);
    void activated(const QString& id); ///< Enter or double click
    void refused(const QString& sentence);
    void scaleChanged(double scale);
    void addTaskRequested();           ///< from the empty canvas or the context menu
    void openWorkspaceRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent* event) override;

private:
    void buildLayout();
    void placeChildren();
    void fitFirst();
    void refresh(); ///< repaint, minimap, zoom bar
    void pressLeft(const QPointF& view, Qt::KeyboardModifiers modifiers);
    void finish(const GestureResult& result);
    void requestConnect(QString from, QString to); ///< by value: the first may be m_connectFrom, which ends here
    void moveSelectionBy(const QPointF& offset);
    bool handleArrow(int key, Qt::KeyboardModifiers modifiers);
    bool handlePlainKey(int key);
    void goTo(int node, bool extend);
    void zoomAt(const QPointF& view, double factor);
    void updateCursor(const QPointF& view);
    void paintHint(QPainter& painter);
    [[nodiscard]] QString tipFor(const Hit& hit) const;

    CanvasState m_state;
    const painting::Tokens* m_tokens;
    std::unique_ptr<Gesture> m_gesture;
    QString m_connectFrom; ///< connect mode by keyboard
    bool m_space = false;
    bool m_needsFit = true;
    Minimap* m_minimap = nullptr;
    ZoomBar* m_zoomBar = nullptr;
    EmptyCanvas* m_empty = nullptr;
};

} // namespace canvas
