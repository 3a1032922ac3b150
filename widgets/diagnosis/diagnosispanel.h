// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/zone.h"
#include "models/freshness/proposal.h"

#include <QStackedWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace common {
class SectionLabel;
class WrapText;
}

namespace diagnosis {

class EvidenceCard;
class NowCard;
class PathView;
class ProposalCard;

/// One finding, told from the verdict to the change: headline, both clocks, how we know, what to do now, what to change for good.
class DiagnosisPanel : public QStackedWidget {
    Q_OBJECT
public:
    explicit DiagnosisPanel(QWidget* parent = nullptr);

    /// `zone` of the view; `daysInHistory` 0 if unknown. What was proposed for another finding is gone.
    void showFinding(const freshness::Finding& finding, const base::Zone& zone, int daysInHistory);
    /// Ignored unless it is for the finding shown.
    void showProposal(const freshness::Proposal& proposal);
    void showProposalProblem(const QString& why);
    void clear();
    /// Whether `Run…` is offered beside a command.
    void setRunnerAvailable(bool available);
    [[nodiscard]] QString findingId() const { return m_finding.id; }

signals:
    void applyRequested(const QString& findingId);
    void diffRequested(const QString& findingId);
    void runRequested(const QString& command);

private:
    void buildLayout();
    void connectModel();
    void showMeta(const freshness::Proposal* proposal);
    void showAllEvidence(bool on);
    [[nodiscard]] QStringList adviceForGood() const;

    freshness::Finding m_finding;
    base::Zone m_zone;
    int m_days = 0;
    QScrollArea* m_scroll = nullptr;
    common::WrapText* m_headline = nullptr;
    QLabel* m_meta = nullptr;
    EvidenceCard* m_clocks = nullptr;
    common::SectionLabel* m_pathTitle = nullptr;
    PathView* m_path = nullptr;
    QPushButton* m_more = nullptr;
    PathView* m_evidence = nullptr;
    common::SectionLabel* m_nowTitle = nullptr;
    NowCard* m_now = nullptr;
    common::SectionLabel* m_goodTitle = nullptr;
    ProposalCard* m_good = nullptr;
};

} // namespace diagnosis
