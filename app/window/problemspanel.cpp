// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/problemspanel.h"

#include "app/services/session.h"
#include "app/window/problemsmodel.h"
#include "app/window/tables.h"
#include "widgets/common/labels.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>

namespace window {

ProblemsPanel::ProblemsPanel(services::Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new ProblemsModel(this))
    , m_table(plainTable(this, QStringLiteral("problemsTable"), tr("Problems")))
    , m_pages(new QStackedLayout(this))
{
    buildLayout();
    connect(&session.document(), &editing::PipelineDocument::changed, this, &ProblemsPanel::refill);
    connect(&session, &services::Session::pictureChanged, this, &ProblemsPanel::refill);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) { activate(index.row()); });
    refill();
}

void ProblemsPanel::buildLayout()
{
    m_table->setModel(m_model);
    QHeaderView* header = m_table->horizontalHeader();
    header->setObjectName(QStringLiteral("problemsHeader"));
    static constexpr int widths[] = {200, 420, 90, 140};
    for (int column = 0; column < 4; ++column)
        header->resizeSection(column, widths[column]);
    header->setSectionResizeMode(1, QHeaderView::Stretch);
    header->setStretchLastSection(false);
    header->resizeSection(4, 260);
    m_empty = common::roleLabel({}, "muted", this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_table);
}

int ProblemsPanel::count() const
{
    return m_model->count();
}

void ProblemsPanel::refill()
{
    const int before = m_model->count();
    const QModelIndex current = m_table->currentIndex();
    m_model->setProblems(m_session.isOpen() ? m_session.document().problems() : base::Problems());
    m_model->setFindings(m_session.picture().diagnosis.findings);
    if (current.isValid() && current.row() < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(current.row(), 0));
    m_empty->setText(!m_session.isOpen() ? tr("What the rules find in the YAML, and the diagnosis in the runs, is listed here.")
            : m_session.history().runs.isEmpty()
            ? tr("No problems in the YAML. Import runs to see whether any of them read a table before its load had ended.")
            : tr("No problems: the YAML is sound, and no run read a table before its load had ended."));
    m_pages->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
    if (m_model->count() != before)
        emit countChanged(m_model->count());
}

void ProblemsPanel::activate(int row)
{
    if (const freshness::Finding* finding = m_model->finding(row)) {
        const QString id = finding->id; // what listens may refill the model
        emit findingActivated(id);
    } else if (const base::Problem* problem = m_model->problem(row)) {
        const base::Place place = problem->place;
        emit placeActivated(place);
    }
}

void ProblemsPanel::showFinding(const QString& id)
{
    const int row = m_model->rowOfFinding(id);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

} // namespace window
