// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timelinepage.h"

#include "app/services/session.h"
#include "models/itemmodels/buildtimeline.h"
#include "widgets/common/actions.h"
#include "widgets/common/segmented.h"
#include "widgets/timeline/timelinewidget.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

namespace window {

using Kind = Selected::Kind;

TimelinePage::TimelinePage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m(context)
    , m_timeline(new timeline::TimelineWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_timeline);
    m_timeline->setObjectName(QStringLiteral("timeline"));
    m_timeline->setAccessibleName(tr("Timeline of runs"));
    m_timeline->addEmptyAction(m.actions.action(QStringLiteral("runs.importFiles")));
    m_timeline->addEmptyAction(m.actions.action(QStringLiteral("runs.importFolder")));
    setFocusProxy(m_timeline);
    connectModel();
}

void TimelinePage::connectModel()
{
    connect(&m.session, &services::Session::pictureChanged, this, &TimelinePage::rebuild);
    connect(&m.selection, &Selection::changed, this, &TimelinePage::followSelection);
    connect(m_timeline, &timeline::TimelineWidget::findingSelected, this, [this](const QString& id) {
        if (id.isEmpty())
            return;
        const QScopedValueRollback<bool> following(m_following, true);
        m.selection.set(Kind::Finding, id);
    });
    connect(m_timeline, &timeline::TimelineWidget::runSelected, this, &TimelinePage::onRunSelected);
    connect(m_timeline, &timeline::TimelineWidget::hiddenSystemsChanged, this, &TimelinePage::nameSystems);
    connect(m.actions.action(QStringLiteral("runs.nextProblem")), &QAction::triggered, m_timeline, &timeline::TimelineWidget::nextProblem);
    connect(m.actions.action(QStringLiteral("runs.previousProblem")), &QAction::triggered, m_timeline, &timeline::TimelineWidget::previousProblem);
}

static base::Zone workspaceZone(const pipeline::Workspace& workspace)
{
    QHash<QString, int> votes;
    QString best = QStringLiteral("UTC");
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        if (++votes[pipeline.timezone] > votes.value(best))
            best = pipeline.timezone;
    }
    const base::Result<base::Zone> zone = base::Zone::find(best);
    return zone ? zone.value() : base::Zone();
}

void TimelinePage::rebuild()
{
    if (!m.session.isOpen())
        return;
    m_timeline->setWorkspaceZone(workspaceZone(m.session.document().workspace()));
    const pipeline::Workspace workspace = m.session.document().workspace();
    const auto picture = m.session.sharedPicture();
    const auto history = m.session.sharedHistory();
    m_job.start(
        [workspace, picture, history](const base::CancelToken&) {
            return std::make_shared<const itemmodels::TimelineData>(itemmodels::buildTimeline(workspace, picture, history.get()));
        },
        [this](std::shared_ptr<const itemmodels::TimelineData> arranged) {
            m_timeline->setTimeline(std::move(arranged));
            followSelection();
        });
}

void TimelinePage::onRunSelected(int run)
{
    const auto arranged = m_timeline->timeline();
    // A run with a finding is said by findingSelected.
    if (run < 0 || !arranged || !m_timeline->selectedFinding().isEmpty())
        return;
    const QString task = arranged->run(run).task;
    const QScopedValueRollback<bool> following(m_following, true);
    if (!task.isEmpty())
        m.selection.set(Kind::Task, task);
}

void TimelinePage::followSelection()
{
    if (!m_following && m.selection.current().kind == Kind::Finding)
        m_timeline->showFinding(m.selection.current().id);
}

bool TimelinePage::showFinding(const QString& id)
{
    return m_timeline->showFinding(id);
}

void TimelinePage::nameSystems()
{
    if (!m_systems)
        return;
    const auto hidden = m_timeline->hiddenSystems().size();
    m_systems->setText(QStringLiteral("▽ ") + (hidden == 0 ? tr("All systems") : tr("%n system(s) hidden", nullptr, int(hidden))));
}

static QToolButton* stripButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setProperty("button", true);
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget* TimelinePage::makeControls(QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    QToolButton* back = stripButton(QStringLiteral("‹"), tr("Earlier"), box);
    QToolButton* today = stripButton(tr("Today"), tr("Today"), box);
    QToolButton* forward = stripButton(QStringLiteral("›"), tr("Later"), box);
    connect(back, &QToolButton::clicked, m_timeline, [this] { m_timeline->step(-1); });
    connect(today, &QToolButton::clicked, m_timeline, &timeline::TimelineWidget::today);
    connect(forward, &QToolButton::clicked, m_timeline, [this] { m_timeline->step(1); });
    m_ranges = new common::SegmentedControl({tr("Year"), tr("Month"), tr("Day"), tr("Hour")}, box);
    m_ranges->setAccessibleName(tr("Range"));
    m_ranges->setCurrent(2);
    connect(m_ranges, &common::SegmentedControl::currentChanged, m_timeline, [this](int index) {
        static constexpr itemmodels::Range ranges[] = {itemmodels::Range::Year, itemmodels::Range::Month, itemmodels::Range::Day, itemmodels::Range::Hour};
        m_timeline->setRange(ranges[qBound(0, index, 3)]);
    });
    m_systems = stripButton({}, tr("Which systems are shown"), box);
    auto* menu = new QMenu(m_systems);
    m_systems->setMenu(menu);
    m_systems->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, m_timeline, [this, menu] {
        menu->clear();
        m_timeline->fillSystemMenu(menu);
    });
    nameSystems();
    for (QWidget* part : {static_cast<QWidget*>(back), static_cast<QWidget*>(today), static_cast<QWidget*>(forward), static_cast<QWidget*>(m_ranges),
             static_cast<QWidget*>(m_systems)})
        line->addWidget(part);
    return box;
}

} // namespace window
