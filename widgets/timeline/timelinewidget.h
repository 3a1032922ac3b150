// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/timelinedata.h"
#include "models/itemmodels/timeticks.h"
#include "widgets/painting/timelinepainter.h"
#include "widgets/timeline/timelinezoom.h"

#include <QWidget>

class QAction;
class QMenu;
class QScrollBar;

namespace common {
class EmptyState;
}

namespace timeline {

/// Runs of all systems on one time axis (mockups/README.md, "On the timeline"; gestures: timeline.md 1.2). Paints what is in view.
///
/// Ctrl+wheel zooms at the cursor, W/S too; Shift+wheel, middle drag, A/D and arrows pan; the wheel scrolls lanes; a click selects
/// a run, a double click zooms to it; left drag measures an area; Z zooms to the selection, Home or a double click on the ruler
/// shows everything, Alt+Left goes back; N and Shift+N visit problems, `.` and `,` the runs of a lane, [ and ] walk a dependency,
/// Esc lets go.
class TimelineWidget : public QWidget {
    Q_OBJECT
public:
    explicit TimelineWidget(QWidget* parent = nullptr);

    /// Keeps the window of time if the new data touches it, else opens on the newest mismatch. Selection stays by (job, run).
    void setTimeline(std::shared_ptr<const itemmodels::TimelineData> given);
    [[nodiscard]] std::shared_ptr<const itemmodels::TimelineData> timeline() const { return m_data; }
    [[nodiscard]] TimelineZoom* zoom() const { return m_zoom; }

    /// The zone of the workspace's pipelines: first entry of the zone menu, and chosen until the user takes another.
    void setWorkspaceZone(const base::Zone& zone);
    void setZone(const base::Zone& zone);
    [[nodiscard]] base::Zone zone() const { return m_view.zone; }
    [[nodiscard]] QMenu* zoneMenu(); ///< filled anew at each call; owned by the widget

    void setHiddenSystems(const QSet<QString>& systems);
    [[nodiscard]] QSet<QString> hiddenSystems() const { return m_view.hiddenSystems; }
    void setCollapsed(const QString& groupId, bool collapsed);
    /// Fills a menu with one checkable action a system; for the window's filter button.
    void fillSystemMenu(QMenu* menu);

    [[nodiscard]] int selectedRun() const { return m_view.selectedRun; }           ///< index in picture->runs, or -1
    [[nodiscard]] QString selectedFinding() const;
    [[nodiscard]] std::optional<itemmodels::Span> area() const { return m_view.area; }
    /// What the empty view offers, e.g. Import.
    void addEmptyAction(QAction* action);
    /// For tests and benchmarks: the view as the painter gets it.
    [[nodiscard]] const painting::TimelineView& view() const { return m_view; }
    [[nodiscard]] QSizeF canvasSize() const;

public slots:
    void setRange(itemmodels::Range range);
    void step(int count);            ///< to the next (1) or previous (-1) year, month, day, hour
    void today();
    void showDay(QDate day);
    /// Selects the finding and centres it with both ends in view. Emits nothing. False if it has no place.
    bool showFinding(const QString& findingId);
    bool showRun(int run);
    void nextProblem();
    void previousProblem();
    void walk(bool downstream);
    void stepInLane(int count);      ///< next (1) or previous (-1) run of the selected one's job
    void zoomToSelection();
    void clearSelection();

signals:
    void runSelected(int run);                   ///< -1: nothing
    void findingSelected(const QString& findingId);
    void zoneChanged();
    void hiddenSystemsChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Gesture { None, Press, Pan, Area, Overview };

    void buildLayout();
    void connectModel();
    void relayout();
    void rebuildOverview();
    void fitScrollBar();
    void scrollTo(int lane);
    void select(int run, int finding);
    void selectAndTell(int run, int finding);
    void goToStop(int stop);
    void reveal(itemmodels::Span span);
    void dragTo(const QPointF& point);
    void dragOverview(const QPointF& point);
    void clickAt(const QPointF& point);
    void showAreaTip(const QPoint& globalPos);
    [[nodiscard]] int worstFindingOf(int run) const;
    [[nodiscard]] int worstRunOf(const painting::TimelineHit& hit) const;
    [[nodiscard]] painting::TimelineHit hitAt(const QPointF& point) const;
    [[nodiscard]] qint64 cursorTime() const;
    [[nodiscard]] qint64 focusTime() const;
    bool zoomKey(int key);
    bool jumpKey(QKeyEvent* event);

    std::shared_ptr<const itemmodels::TimelineData> m_data;
    painting::TimelineView m_view;
    painting::TimelineLayout m_layout;
    itemmodels::Overview m_overview;
    QVector<painting::TimelineSentence> m_sentences;
    TimelineZoom* m_zoom = nullptr;
    QScrollBar* m_scrollBar = nullptr;
    common::EmptyState* m_empty = nullptr;
    QMenu* m_zoneMenu = nullptr;
    base::Zone m_workspaceZone;
    itemmodels::Range m_range = itemmodels::Range::Day;
    int m_stop = -1;
    Gesture m_gesture = Gesture::None;
    QPointF m_pressed;
    QPointF m_last;
    qint64 m_pressedTime = 0;
    bool m_zoneChosen = false;
};

} // namespace timeline
