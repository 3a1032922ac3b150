// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/inspector.h"

#include "app/services/session.h"
#include "app/window/datasetpage.h"
#include "app/window/formfields.h"
#include "app/window/pipelinepage.h"
#include "app/window/taskpage.h"
#include "widgets/common/labels.h"

#include <QScrollArea>
#include <QStackedLayout>

namespace window {

using Kind = Selected::Kind;

Inspector::Inspector(services::Session& session, const services::TaskKinds& kinds, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(selection)
    , m_pages(new QStackedLayout(this))
    , m_task(new TaskPage(session, kinds, this))
    , m_pipeline(new PipelinePage(session, this))
    , m_dataset(new DatasetPage(session, this))
    , m_empty(new QWidget(this))
    , m_emptyText(common::roleLabel({}, "muted", this))
{
    setObjectName(QStringLiteral("inspector"));
    m_taskScroll = scrolled(m_task);
    m_pipelineScroll = scrolled(m_pipeline);
    m_datasetScroll = scrolled(m_dataset);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    pageLayout(m_empty)->addWidget(m_emptyText);
    m_pages->addWidget(m_empty);
    connect(&selection, &Selection::changed, this, &Inspector::choosePage);
    connect(&session, &services::Session::opened, this, &Inspector::choosePage);
    connect(&session, &services::Session::pictureChanged, this, &Inspector::refresh);
    connect(&session.document(), &editing::PipelineDocument::changed, this, [this](const editing::DocumentChange& change) {
        if (change.what == editing::DocumentChange::What::Text)
            refresh();
    });
    connect(m_task, &TaskPage::renamed, this, [this](const QString& id) { m_selection.set(Kind::Task, id); });
    connect(m_task, &TaskPage::findingRequested, this, &Inspector::findingRequested);
    connect(m_pipeline, &PipelinePage::pipelineRequested, this, [this](const QString& id) { m_selection.set(Kind::Pipeline, id); });
    connect(m_dataset, &DatasetPage::taskRequested, this, [this](const QString& id) { m_selection.set(Kind::Task, id); });
    connect(m_dataset, &DatasetPage::findingRequested, this, &Inspector::findingRequested);
    connect(m_dataset, &DatasetPage::syncRequested, this, &Inspector::syncRequested);
    choosePage();
}

QWidget* Inspector::scrolled(QWidget* page)
{
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    m_pages->addWidget(area);
    return area;
}

void Inspector::setDiagnosisPage(QWidget* page)
{
    m_diagnosis = page;
    m_pages->addWidget(page);
    choosePage();
}

void Inspector::setSyncPage(QWidget* page)
{
    m_sync = page;
    m_pages->addWidget(page);
    choosePage();
}

void Inspector::setHistoryPage(QWidget* page)
{
    m_dataset->setHistory(page);
}

void Inspector::setView(View view)
{
    m_view = view;
    choosePage();
}

void Inspector::choosePage()
{
    const Selected& selected = m_selection.current();
    QWidget* page = m_empty;
    if (m_view == View::Sync && m_sync) {
        page = m_sync;
    } else if (!m_session.isOpen()) {
        m_emptyText->clear();
    } else if (selected.kind == Kind::Finding && m_diagnosis) {
        page = m_diagnosis;
    } else if (selected.kind == Kind::Task) {
        m_task->showTask(selected.id);
        page = m_taskScroll;
    } else if (selected.kind == Kind::Pipeline) {
        m_pipeline->showPipeline(selected.id);
        page = m_pipelineScroll;
    } else if (selected.kind == Kind::Dataset || selected.kind == Kind::Connection) {
        m_dataset->showSelected(selected);
        page = m_datasetScroll;
    } else {
        m_emptyText->setText(m_view == View::Timeline
                ? tr("Select a run or a problem: what happened, on both clocks, and what to do about it is said here.")
                : tr("Select a pipeline, a task, a dataset or a connection to see and change its settings."));
    }
    m_pages->setCurrentWidget(page);
}

void Inspector::refresh()
{
    const QWidget* page = m_pages->currentWidget();
    const pipeline::Workspace& workspace = m_session.document().workspace();
    const QString id = m_selection.current().id;
    // What is gone (removed, or renamed in the text) is selected no longer; a page that renames sets the selection itself.
    if (page == m_taskScroll) {
        m_task->refresh();
    } else if (page == m_pipelineScroll) {
        if (!workspace.pipeline(id))
            m_selection.clear();
        else
            m_pipeline->refresh();
    } else if (page == m_datasetScroll) {
        m_dataset->showSelected(m_selection.current());
    }
}

} // namespace window
