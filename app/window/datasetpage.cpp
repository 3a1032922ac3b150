// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/datasetpage.h"

#include "app/services/session.h"
#include "app/window/formfields.h"
#include "app/window/looks.h"
#include "models/itemmodels/findingwords.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"

#include <QLocale>
#include <QPushButton>

#include <utility>

namespace window {

DatasetPage::DatasetPage(services::Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    auto* column = pageLayout(this);
    m_box = new QWidget(this);
    column->addWidget(m_box);
    column->addStretch();
}

void DatasetPage::setHistory(QWidget* page)
{
    m_history = page;
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, page);
}

void DatasetPage::showSelected(const Selected& selected)
{
    auto* fresh = new QWidget(this);
    m_rows = new QVBoxLayout(fresh);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(6);
    delete layout()->replaceWidget(m_box, fresh);
    m_box->deleteLater(); // a button in it may be what was pressed
    m_box = fresh;
    if (selected.kind == Selected::Kind::Dataset)
        fillDataset(selected.id);
    else
        fillConnection(selected.id);
    if (m_history)
        m_history->setVisible(selected.kind == Selected::Kind::Dataset);
}

void DatasetPage::addSection(const QString& title)
{
    m_rows->addSpacing(4);
    m_rows->addWidget(new common::SectionLabel(title, m_box));
}

void DatasetPage::addMuted(const QString& text)
{
    m_rows->addWidget(common::roleLabel(text, "muted", m_box));
}

void DatasetPage::addJump(const QString& task)
{
    auto* jump = new QPushButton(task, m_box);
    jump->setProperty("flat", true);
    connect(jump, &QPushButton::clicked, this, [this, task] { emit taskRequested(task); });
    m_rows->addWidget(jump, 0, Qt::AlignLeft);
}

void DatasetPage::addPair(const QString& left, const QString& right)
{
    m_rows->addWidget(pairRow(common::wrappedLabel(left), right, m_box));
}

void DatasetPage::fillDataset(const QString& name)
{
    const pipeline::Workspace& workspace = m_session.document().workspace();
    m_rows->addWidget(new common::SectionLabel(tr("Dataset"), m_box));
    auto* title = common::wrappedLabel(name, m_box);
    title->setFont(common::monospaceFont(13));
    m_rows->addWidget(title);
    addSection(tr("Written by"));
    const QString producer = producerOf(workspace, name);
    if (producer.isEmpty()) {
        addMuted(tr("no task of this workspace"));
    } else {
        addJump(producer);
        if (const freshness::PhysicalRun* run = newestRun(m_session.picture(), producer); run && run->end) {
            addPair(tr("last load ended"), timeWords(*run->end, workspace.pipeline(producer.section(u'.', 0, 0))->timezone));
            if (run->rows)
                addPair(tr("rows"), QLocale().toString(*run->rows));
        }
    }
    addSection(tr("Read by"));
    bool any = false;
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        for (const pipeline::Task& task : pipeline.tasks) {
            if (task.consumes.contains(name, Qt::CaseInsensitive)) {
                addJump(pipeline.id + u'.' + task.id);
                any = true;
            }
        }
    }
    if (!any)
        addMuted(tr("no task of this workspace"));
    fillFindings(name);
}

void DatasetPage::fillFindings(const QString& name)
{
    bool head = false;
    for (const freshness::Finding& finding : m_session.picture().diagnosis.findings) {
        if (finding.dataset.compare(name, Qt::CaseInsensitive) != 0 || finding.severity == base::Severity::Info)
            continue;
        if (!std::exchange(head, true))
            addSection(tr("Problems"));
        auto* jump = new QPushButton((itemmodels::lookOf(finding).words + u' ' + itemmodels::gapWords(finding)).trimmed(), m_box);
        jump->setProperty("flat", true);
        connect(jump, &QPushButton::clicked, this, [this, id = finding.id] { emit findingRequested(id); });
        m_rows->addWidget(pairRow(jump, itemmodels::dayWords(finding.slotDate, finding.slotDate.year()), m_box));
    }
}

void DatasetPage::fillConnection(const QString& name)
{
    const pipeline::Workspace& workspace = m_session.document().workspace();
    m_rows->addWidget(new common::SectionLabel(tr("Connection"), m_box));
    for (const pipeline::ConnectionInfo& connection : workspace.connections) {
        if (connection.name != name)
            continue;
        m_rows->addWidget(common::roleLabel(name, "bold", m_box));
        if (!connection.description.isEmpty())
            m_rows->addWidget(common::wrappedLabel(connection.description, m_box));
        addPair(tr("Kind"), connection.kind);
        addPair(tr("File"), connection.file);
        auto* sync = new QPushButton(tr("Try a sync…"), m_box);
        connect(sync, &QPushButton::clicked, this, [this, name] { emit syncRequested(name); });
        m_rows->addWidget(sync, 0, Qt::AlignLeft);
    }
    addSection(tr("Used by"));
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        for (const pipeline::Task& task : pipeline.tasks) {
            if (task.connection == name)
                addJump(pipeline.id + u'.' + task.id);
        }
    }
}

} // namespace window
