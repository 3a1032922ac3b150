// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosis/diagnosispanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/wraptext.h"
#include "widgets/diagnosis/decisionpath.h"
#include "widgets/diagnosis/evidencecard.h"
#include "widgets/diagnosis/nowcard.h"
#include "widgets/diagnosis/pathview.h"
#include "widgets/diagnosis/proposalcard.h"
#include "widgets/diagnosis/times.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace diagnosis {

using common::SectionLabel;

DiagnosisPanel::DiagnosisPanel(QWidget* parent)
    : QStackedWidget(parent)
{
    setAccessibleName(tr("Diagnosis"));
    buildLayout();
    connectModel();
    clear();
}

void DiagnosisPanel::buildLayout()
{
    addWidget(new common::EmptyState(tr("No problem selected"), tr("Press N for the next problem, or select one in the table below.")));
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto* page = new common::ScrollPage;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(14, 12, 14, 16);
    column->setSpacing(8);
    const auto section = [&](const QString& title) {
        auto* label = new SectionLabel(title, page);
        if (column->count() > 0)
            column->addSpacing(6);
        column->addWidget(label);
        return label;
    };
    section(tr("Diagnosis"));
    column->addWidget(m_headline = new common::WrapText(common::WrapText::Face::Headline, page));
    column->addWidget(m_meta = common::roleLabel({}, "muted", page));
    column->addSpacing(4);
    column->addWidget(m_clocks = new EvidenceCard(page));
    m_pathTitle = section(tr("How we know"));
    column->addWidget(m_path = new PathView(page));
    m_more = new QPushButton(page);
    m_more->setProperty("flat", QStringLiteral("true"));
    m_more->setCheckable(true);
    m_more->setObjectName(QStringLiteral("evidence"));
    m_more->setCursor(Qt::PointingHandCursor);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_evidence = new PathView(page));
    m_nowTitle = section(tr("Now"));
    column->addWidget(m_now = new NowCard(page));
    m_goodTitle = section(tr("For good"));
    column->addWidget(m_good = new ProposalCard(page));
    column->addStretch();
    m_scroll->setWidget(page);
    addWidget(m_scroll);
}

void DiagnosisPanel::connectModel()
{
    connect(m_more, &QPushButton::toggled, this, &DiagnosisPanel::showAllEvidence);
    connect(m_now, &NowCard::runRequested, this, &DiagnosisPanel::runRequested);
    connect(m_good, &ProposalCard::applyRequested, this, [this] { emit applyRequested(m_finding.id); });
    connect(m_good, &ProposalCard::diffRequested, this, [this] { emit diffRequested(m_finding.id); });
}

void DiagnosisPanel::showFinding(const freshness::Finding& finding, const base::Zone& zone, int daysInHistory)
{
    m_finding = finding;
    m_zone = zone;
    m_days = daysInHistory;
    m_headline->setText(heldTogether(finding.headline.endsWith(u'.') ? finding.headline : finding.headline + u'.'));
    showMeta(nullptr);
    m_clocks->setFacts(clocksOf(finding, zone));
    const QVector<Step> path = pathOf(finding, zone);
    m_path->setSteps(path);
    m_pathTitle->setVisible(!path.isEmpty());
    m_path->setVisible(!path.isEmpty());
    m_more->setVisible(!path.isEmpty() && !path.first().question.isEmpty());
    m_more->setChecked(false);
    showAllEvidence(false);
    QVector<freshness::Advice> now;
    for (const freshness::Advice& advice : finding.advice) {
        if (advice.kind == QLatin1String("now") || advice.kind == QLatin1String("look"))
            now.append(advice);
    }
    m_now->setAdvice(now);
    m_nowTitle->setVisible(!now.isEmpty());
    const QStringList good = adviceForGood();
    m_good->setWaiting(good);
    m_goodTitle->setVisible(!good.isEmpty());
    m_scroll->verticalScrollBar()->setValue(0);
    setCurrentIndex(1);
}

void DiagnosisPanel::showMeta(const freshness::Proposal* proposal)
{
    QStringList parts;
    if (m_finding.slotDate.isValid())
        parts.append(weekdayWords(m_finding.slotDate));
    // How many days went wrong is what the replay counts; before it, only how many there are is known.
    if (proposal && proposal->replay.days > 0)
        parts.append(tr("%1 of %2 days").arg(proposal->replay.now.mismatchDays).arg(proposal->replay.days));
    else if (m_days > 0)
        parts.append(m_days == 1 ? tr("1 day of history") : tr("%n days of history", nullptr, m_days));
    parts.append(isCertain(m_finding) ? tr("certain") : m_finding.severity == base::Severity::Error ? tr("as far as the records tell") : tr("worth a look"));
    m_meta->setText(parts.join(QStringLiteral(" · ")));
}

void DiagnosisPanel::showAllEvidence(bool on)
{
    QVector<Step> steps;
    for (const freshness::Evidence& evidence : m_finding.evidence) {
        if (on)
            steps.append({painting::Mark::Skipped, {}, inZone(evidence.text, m_zone), false});
    }
    m_evidence->setSteps(steps);
    m_evidence->setVisible(on && !steps.isEmpty());
    const int facts = int(m_finding.evidence.size());
    m_more->setText(on ? tr("Hide the measured facts") : facts == 1 ? tr("Show the measured fact") : tr("Show the %n measured facts", nullptr, facts));
}

QStringList DiagnosisPanel::adviceForGood() const
{
    QStringList texts;
    for (const freshness::Advice& advice : m_finding.advice) {
        if (advice.kind == QLatin1String("for_good") || advice.kind == QLatin1String("note"))
            texts.append(advice.text);
    }
    return texts;
}

void DiagnosisPanel::showProposal(const freshness::Proposal& proposal)
{
    if (proposal.findingId != m_finding.id || m_finding.id.isEmpty())
        return;
    m_good->setProposal(proposal, m_finding.slotDate, adviceForGood());
    m_good->show();
    m_goodTitle->show();
    showMeta(&proposal);
}

void DiagnosisPanel::showProposalProblem(const QString& why)
{
    if (m_finding.id.isEmpty())
        return;
    m_good->setProblem(why, adviceForGood());
    m_good->show();
    m_goodTitle->show();
}

void DiagnosisPanel::clear()
{
    m_finding = {};
    setCurrentIndex(0);
}

void DiagnosisPanel::setRunnerAvailable(bool available)
{
    m_now->setRunnerAvailable(available);
}

} // namespace diagnosis
