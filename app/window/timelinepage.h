// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"
#include "app/window/selection.h"
#include "models/base/jobs.h"
#include "models/itemmodels/timelinedata.h"

#include <QWidget>

namespace common {
class SegmentedControl;
}
namespace timeline {
class TimelineWidget;
}

class QMenu;
class QToolButton;

namespace window {

/// The timeline in this window: arranges the picture in a job, and translates between its selection and ours.
class TimelinePage : public QWidget {
    Q_OBJECT
public:
    TimelinePage(const Context& context, QWidget* parent = nullptr);
    [[nodiscard]] timeline::TimelineWidget* timeline() const { return m_timeline; }
    /// ‹ Today ›, Year | Month | Day | Hour, systems: for the tool strip, which takes ownership.
    [[nodiscard]] QWidget* makeControls(QWidget* parent);
    bool showFinding(const QString& id);

private:
    void connectModel();
    void rebuild();
    void followSelection();
    void onRunSelected(int run);
    void nameSystems();

    Context m;
    timeline::TimelineWidget* m_timeline = nullptr;
    common::SegmentedControl* m_ranges = nullptr;
    QToolButton* m_systems = nullptr;
    base::JobTracker m_job;
    bool m_following = false;
};

} // namespace window
