// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/diagnosiscontroller.h"

#include "app/services/session.h"
#include "app/window/bottomtabs.h"
#include "app/window/editcontroller.h"
#include "app/window/inspector.h"
#include "app/window/noticebar.h"
#include "app/window/selection.h"
#include "app/window/timelinepage.h"
#include "models/itemmodels/edgehistory.h"
#include "models/itemmodels/findingwords.h"
#include "widgets/charts/edgehistory.h"
#include "widgets/common/actions.h"
#include "widgets/diagnosis/diagnosispanel.h"
#include "widgets/diagnosis/diffdialog.h"
#include "widgets/timeline/timelinewidget.h"

#include <QSet>

namespace window {

using Kind = Selected::Kind;

DiagnosisController::DiagnosisController(
    const Context& context, EditController& edits, Inspector& inspector, BottomTabs& bottom, TimelinePage& timeline, QObject* parent)
    : QObject(parent)
    , m(context)
    , m_edits(edits)
    , m_timeline(timeline)
    , m_panel(new diagnosis::DiagnosisPanel)
    , m_history(new charts::EdgeHistory)
{
    inspector.setDiagnosisPage(m_panel);
    bottom.addTab(m_history, tr("History"));
    connectModel();
}

DiagnosisController::~DiagnosisController() = default;

void DiagnosisController::connectModel()
{
    connect(&m.selection, &Selection::changed, this, &DiagnosisController::showSelected);
    connect(&m.session, &services::Session::pictureChanged, this, &DiagnosisController::showSelected);
    connect(m_timeline.timeline(), &timeline::TimelineWidget::zoneChanged, this, &DiagnosisController::showSelected);
    connect(m_panel, &diagnosis::DiagnosisPanel::applyRequested, this, &DiagnosisController::showDiff);
    connect(m_panel, &diagnosis::DiagnosisPanel::diffRequested, this, &DiagnosisController::showDiff);
    connect(m_history, &charts::EdgeHistory::daySelected, this, &DiagnosisController::dayRequested);
}

static int daysOf(const freshness::Diagnosis& diagnosis)
{
    QSet<QDate> days;
    for (const freshness::EdgeVerdict& verdict : diagnosis.verdicts)
        days.insert(verdict.slotDate);
    return int(days.size());
}

void DiagnosisController::showSelected()
{
    const Selected& selected = m.selection.current();
    const freshness::Finding* finding = selected.kind == Kind::Finding ? m.session.finding(selected.id) : nullptr;
    if (!finding) {
        m_panel->clear();
        showHistory(selectedEdge(), {});
        m_job.cancel();
        m_proposal.reset();
        return;
    }
    m_panel->showFinding(*finding, m_timeline.timeline()->zone(), daysOf(m.session.picture().diagnosis));
    showHistory(itemmodels::edgeOf(*finding), finding->slotDate);
    propose(finding->id);
}

/// The edge of a selected dataset or of a line on the canvas: of several, one that was read too early speaks for all.
itemmodels::EdgeKey DiagnosisController::selectedEdge() const
{
    const Selected& selected = m.selection.current();
    const QStringList ends = selected.kind == Kind::Edge ? selected.id.split(QStringLiteral(" -> ")) : QStringList();
    itemmodels::EdgeKey edge;
    bool bad = false;
    for (const freshness::EdgeVerdict& verdict : m.session.picture().diagnosis.verdicts) {
        const bool matches = selected.kind == Kind::Dataset ? verdict.dataset.compare(selected.id, Qt::CaseInsensitive) == 0
                                                            : ends.size() == 2 && verdict.producerTask == ends.first() && verdict.consumerTask == ends.last();
        const bool isBad = verdict.verdict != freshness::Verdict::Ok;
        if (!matches || (!edge.dataset.isEmpty() && (bad || !isBad)))
            continue;
        edge = {verdict.dataset, verdict.producerJob, verdict.consumerJob};
        bad = isBad;
    }
    return edge;
}

void DiagnosisController::showHistory(const itemmodels::EdgeKey& edge, QDate day)
{
    const auto points = edge.dataset.isEmpty() ? QVector<itemmodels::SlackPoint>()
                                               : itemmodels::edgeHistory(m.session.picture().diagnosis.verdicts, edge);
    if (points.isEmpty()) {
        m_history->clear();
        return;
    }
    m_history->setHistory(
        QStringLiteral("%1 → %2").arg(edge.dataset.section(u'.', -2).toLower(), itemmodels::shortJob(edge.consumerJob)), points);
    m_history->setDay(day);
}

void DiagnosisController::propose(const QString& findingId)
{
    m_proposal.reset();
    const pipeline::Workspace workspace = m.session.document().workspace();
    const auto history = m.session.sharedHistory();
    const auto picture = m.session.sharedPicture();
    m_job.start(
        [workspace, history, picture, findingId](const base::CancelToken&) { return freshness::propose(workspace, *history, *picture, findingId); },
        [this, findingId](base::Result<freshness::Proposal> proposal) {
            if (m_panel->findingId() != findingId)
                return;
            if (!proposal) {
                m_panel->showProposalProblem(proposal.error().message);
                return;
            }
            m_proposal = std::move(proposal).value();
            m_panel->showProposal(*m_proposal);
        });
}

QString DiagnosisController::diff() const
{
    const auto changed = m.session.document().preview(m_proposal->changes);
    if (!changed)
        return {};
    QByteArray all;
    for (auto it = changed->cbegin(); it != changed->cend(); ++it)
        all += editing::unifiedDiff(m.session.document().texts().value(it.key()), it.value(), it.key());
    return QString::fromUtf8(all);
}

void DiagnosisController::showDiff()
{
    if (!m_proposal)
        return;
    const QString text = diff();
    auto* dialog = new diagnosis::DiffDialog(m_proposal->title, text, &m.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, proposal = *m_proposal] {
        if (m_edits.apply(proposal.changes, proposal.title))
            m.notices.show(painting::Mark::Success, tr("Written into the YAML: %1").arg(proposal.title),
                {{tr("Undo"), [this] { m.actions.action(QStringLiteral("edit.undo"))->trigger(); }},
                    {tr("Commit…"), [this] { m.actions.action(QStringLiteral("git.commit"))->trigger(); }}});
    });
    dialog->open();
}

} // namespace window
