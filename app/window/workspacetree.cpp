// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/workspacetree.h"

#include "app/services/repositorywatch.h"
#include "app/services/session.h"
#include "app/services/taskkinds.h"
#include "app/window/looks.h"
#include "app/window/treedelegate.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSet>

#include <functional>

namespace window {

using Kind = Selected::Kind;

static QTreeWidgetItem* treeRow(QTreeWidgetItem* parent, const QString& text, const QString& icon, Kind kind, const QString& id)
{
    auto* item = new QTreeWidgetItem(parent, {text});
    item->setData(0, treerole::Icon, icon);
    item->setData(0, treerole::Kind, int(kind));
    item->setData(0, treerole::Id, id);
    item->setToolTip(0, id);
    return item;
}

static void setRight(QTreeWidgetItem* item, const QString& text, std::optional<painting::Mark> mark = {})
{
    item->setData(0, treerole::RightText, text);
    if (mark)
        item->setData(0, treerole::RightMark, int(*mark));
    const QString word = mark ? painting::markWord(*mark) : QString();
    item->setData(0, Qt::AccessibleTextRole, QStringLiteral("%1 %2 %3").arg(item->text(0), word, text).simplified());
}

WorkspaceTree::WorkspaceTree(services::Session& session, const services::RepositoryWatch& repository, const services::TaskKinds& kinds,
    Selection& selection, QWidget* parent)
    : QTreeWidget(parent)
    , m_session(session)
    , m_repository(repository)
    , m_kinds(kinds)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("workspaceTree"));
    setAccessibleName(tr("Workspace"));
    setItemDelegate(new TreeDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(16);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setExpandsOnDoubleClick(false);
    header()->setStretchLastSection(true);
    connectModel();
    refill();
}

void WorkspaceTree::connectModel()
{
    connect(&m_session, &services::Session::opened, this, &WorkspaceTree::refill);
    connect(&m_session, &services::Session::pictureChanged, this, &WorkspaceTree::refill);
    connect(&m_session.document(), &editing::PipelineDocument::changed, this, [this](const editing::DocumentChange& change) {
        if (change.what == editing::DocumentChange::What::Text)
            refill();
    });
    connect(&m_repository, &services::RepositoryWatch::changed, this, &WorkspaceTree::refill);
    connect(&m_selection, &Selection::changed, this, &WorkspaceTree::followSelection);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (m_refilling || !item || item->data(0, treerole::Id).toString().isEmpty())
            return;
        m_selection.set(Kind(item->data(0, treerole::Kind).toInt()), item->data(0, treerole::Id).toString());
    });
    connect(this, &QTreeWidget::itemActivated, this, &WorkspaceTree::activate);
}

void WorkspaceTree::activate(const QTreeWidgetItem* item)
{
    const auto kind = Kind(item->data(0, treerole::Kind).toInt());
    const QString id = item->data(0, treerole::Id).toString();
    if (!id.isEmpty())
        emit openRequested(Selected{kind, id});
    else if (item->data(0, treerole::Icon).toString() == QLatin1String("branch"))
        emit commitRequested();
}

QTreeWidgetItem* WorkspaceTree::addSection(const QString& title)
{
    auto* section = new QTreeWidgetItem(this, {title.toUpper()});
    section->setData(0, treerole::Section, true);
    section->setData(0, Qt::AccessibleTextRole, title);
    section->setFlags(Qt::ItemIsEnabled);
    section->setExpanded(true);
    return section;
}

void WorkspaceTree::refill()
{
    const QScopedValueRollback<bool> refilling(m_refilling, true);
    const int scrolled = verticalScrollBar()->value();
    clear();
    if (!m_session.isOpen())
        return;
    fillPipelines(addSection(tr("Pipelines")));
    fillDatasets(addSection(tr("Datasets")));
    fillConnections(addSection(tr("Connections")));
    fillGit(addSection(tr("Git")));
    expandAll();
    followSelection();
    verticalScrollBar()->setValue(scrolled);
}

void WorkspaceTree::fillPipelines(QTreeWidgetItem* section)
{
    for (const pipeline::Pipeline& pipeline : m_session.document().workspace().pipelines) {
        QTreeWidgetItem* row = treeRow(section, pipeline.id, QStringLiteral("pipeline"), Kind::Pipeline, pipeline.id);
        if (const auto status = statusOf(m_session.picture(), pipeline.id))
            setRight(row, status->text, status->mark);
        for (const pipeline::Task& task : pipeline.tasks) {
            const QString id = pipeline.id + u'.' + task.id;
            const services::TaskKind* kind = m_kinds.find(task.kind);
            QTreeWidgetItem* child = treeRow(row, task.id, kind ? kind->icon : QStringLiteral("task"), Kind::Task, id);
            if (const auto status = statusOf(m_session.picture(), id); status && status->mark != painting::Mark::Success)
                setRight(child, status->text, status->mark);
        }
    }
}

void WorkspaceTree::fillDatasets(QTreeWidgetItem* section)
{
    QStringList names;
    QSet<QString> seen;
    const pipeline::Workspace& workspace = m_session.document().workspace();
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        for (const pipeline::Task& task : pipeline.tasks) {
            for (const QString& name : task.produces + task.consumes) {
                if (!seen.contains(name.toCaseFolded()))
                    names.append(name);
                seen.insert(name.toCaseFolded());
            }
        }
    }
    for (const QString& name : std::as_const(names)) {
        // The last part is what people call it; the whole name is in the tool tip.
        QTreeWidgetItem* row = treeRow(section, name.section(u'.', -2).toLower(), QStringLiteral("dataset"), Kind::Dataset, name);
        const QString producer = producerOf(workspace, name);
        const freshness::PhysicalRun* run = producer.isEmpty() ? nullptr : newestRun(m_session.picture(), producer);
        if (run && run->end && runs::isOk(run->state))
            setRight(row, timeWords(*run->end, workspace.pipeline(producer.section(u'.', 0, 0))->timezone));
    }
    section->setHidden(names.isEmpty());
}

void WorkspaceTree::fillConnections(QTreeWidgetItem* section)
{
    for (const pipeline::ConnectionInfo& connection : m_session.document().workspace().connections) {
        QTreeWidgetItem* row = treeRow(section, connection.name, QStringLiteral("connection"), Kind::Connection, connection.name);
        setRight(row, connection.kind);
        if (!connection.description.isEmpty())
            row->setToolTip(0, connection.description);
    }
    section->setHidden(m_session.document().workspace().connections.isEmpty());
}

void WorkspaceTree::fillGit(QTreeWidgetItem* section)
{
    const services::RepositoryState& state = m_repository.state();
    if (!state.known)
        return;
    const QString branch = !state.isRepository ? tr("no repository") : state.status.branch.isEmpty() ? tr("detached") : state.status.branch;
    QTreeWidgetItem* row = treeRow(section, branch, QStringLiteral("branch"), Kind::None, {});
    row->setToolTip(0, state.why.isEmpty() ? state.root : state.why);
    if (state.isRepository)
        setRight(row, state.changes() == 0 ? tr("clean") : tr("%n change(s)", nullptr, state.changes()));
}

void WorkspaceTree::followSelection()
{
    const Selected& wanted = m_selection.current();
    const QScopedValueRollback<bool> following(m_refilling, true);
    const std::function<QTreeWidgetItem*(QTreeWidgetItem*)> find = [&](QTreeWidgetItem* item) -> QTreeWidgetItem* {
        if (Kind(item->data(0, treerole::Kind).toInt()) == wanted.kind && item->data(0, treerole::Id).toString() == wanted.id && !wanted.id.isEmpty())
            return item;
        for (int i = 0; i < item->childCount(); ++i) {
            if (QTreeWidgetItem* found = find(item->child(i)))
                return found;
        }
        return nullptr;
    };
    if (QTreeWidgetItem* found = find(invisibleRootItem()))
        setCurrentItem(found);
    else if (wanted.kind != Kind::Finding)
        setCurrentItem(nullptr);
}

} // namespace window
