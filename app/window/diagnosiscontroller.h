// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"
#include "models/base/jobs.h"
#include "models/freshness/proposal.h"
#include "models/itemmodels/edgehistory.h"

#include <QObject>

namespace charts {
class EdgeHistory;
}
namespace diagnosis {
class DiagnosisPanel;
}

namespace window {

class BottomTabs;
class EditController;
class Inspector;
class TimelinePage;

/// The selected finding: its panel at the right, the proposal (replayed in a job), its diff, and applying it as one undo step;
/// and the history of its edge, where a click on a day goes there on the timeline.
class DiagnosisController : public QObject {
    Q_OBJECT
public:
    DiagnosisController(const Context& context, EditController& edits, Inspector& inspector, BottomTabs& bottom, TimelinePage& timeline,
        QObject* parent = nullptr);
    ~DiagnosisController() override;

signals:
    void dayRequested(QDate day);

private:
    void connectModel();
    void showSelected();
    void showHistory(const itemmodels::EdgeKey& edge, QDate day);
    [[nodiscard]] itemmodels::EdgeKey selectedEdge() const;
    void propose(const QString& findingId);
    void showDiff();
    [[nodiscard]] QString diff() const;

    Context m;
    EditController& m_edits;
    TimelinePage& m_timeline;
    diagnosis::DiagnosisPanel* m_panel = nullptr;
    charts::EdgeHistory* m_history = nullptr;
    std::optional<freshness::Proposal> m_proposal;
    base::JobTracker m_job;
};

} // namespace window
