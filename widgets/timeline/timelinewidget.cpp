// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinewidget.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimeZone>

namespace timeline {

using itemmodels::Span;
using itemmodels::TimelineData;

TimelineWidget::TimelineWidget(QWidget* parent)
    : QWidget(parent)
    , m_data(std::make_shared<const TimelineData>())
    , m_zoom(new TimelineZoom(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(320, 200);
    setAccessibleName(tr("Timeline of runs"));
    buildLayout();
    connectModel();
}

void TimelineWidget::buildLayout()
{
    m_scrollBar = new QScrollBar(Qt::Vertical, this);
    m_scrollBar->setSingleStep(painting::size::lane);
    m_scrollBar->hide();
    m_empty = new common::EmptyState(tr("No runs yet"),
        tr("Import what dbt, Airbyte, dlt, Tableau or OpenLineage have recorded, and see here when every job really ran and where two of them missed each other."), this);
    m_view.font = font();
    m_view.theme = common::themeOf(palette());
}

void TimelineWidget::connectModel()
{
    connect(m_zoom, &TimelineZoom::rangeChanged, this, [this](Span span) {
        m_view.span = span;
        update();
    });
    connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int value) {
        m_view.scroll = value;
        update();
    });
}

QSizeF TimelineWidget::canvasSize() const
{
    const int bar = m_scrollBar->isHidden() ? 0 : m_scrollBar->width();
    return QSizeF(width() - bar, height());
}

void TimelineWidget::setTimeline(std::shared_ptr<const TimelineData> given)
{
    const auto before = m_data;
    const int oldRun = m_view.selectedRun;
    const QString oldFinding = selectedFinding();
    m_data = given ? std::move(given) : std::make_shared<const TimelineData>();
    m_stop = -1;
    m_view.hoverRun = -1;
    m_view.selectedFinding = m_data->findingIndex(oldFinding);
    m_view.selectedRun = oldRun < 0 ? -1 : m_data->runIndex(before->run(oldRun).job, before->run(oldRun).run);
    m_view.area.reset();
    rebuildOverview();
    relayout();
    m_empty->setVisible(m_data->isEmpty());
    if (m_data->isEmpty())
        return;
    const Span now = m_zoom->span();
    if (now.length() <= 0 || !m_data->span.overlaps(now.start, now.end)) {
        m_zoom->setSpan(painting::openingSpan(*m_data, m_view.zone));
        m_zoom->forgetPast();
    }
    update();
}

void TimelineWidget::rebuildOverview()
{
    m_overview = buildOverview(*m_data, m_view.zone);
    m_view.overview = &m_overview;
    m_zoom->setWhole(m_overview.edges.size() > 1 ? Span {m_overview.edges.first(), m_overview.edges.last()} : m_data->span);
}

void TimelineWidget::relayout()
{
    m_layout = layoutTimeline(*m_data, m_view);
    fitScrollBar();
    update();
}

void TimelineWidget::fitScrollBar()
{
    const auto g = timelineGeometry(*m_data, m_view, QSizeF(width(), height()));
    const int most = std::max(0, int(std::ceil(m_layout.height - g.plot.height())));
    m_scrollBar->setRange(0, most);
    m_scrollBar->setPageStep(std::max(1, int(g.plot.height())));
    m_scrollBar->setVisible(most > 0);
    const int wide = m_scrollBar->sizeHint().width();
    m_scrollBar->setGeometry(width() - wide, int(g.plot.top()), wide, int(g.plot.height()));
    m_view.scroll = m_scrollBar->value();
    m_empty->setGeometry(rect());
}

void TimelineWidget::setWorkspaceZone(const base::Zone& zone)
{
    m_workspaceZone = zone;
    if (!m_zoneChosen)
        setZone(zone);
}

void TimelineWidget::setZone(const base::Zone& zone)
{
    if (zone.name() == m_view.zone.name())
        return;
    m_view.zone = zone;
    rebuildOverview();
    update();
    emit zoneChanged();
}

QMenu* TimelineWidget::zoneMenu()
{
    if (!m_zoneMenu)
        m_zoneMenu = new QMenu(this);
    m_zoneMenu->clear();
    auto* group = new QActionGroup(m_zoneMenu);
    const auto add = [&](const QString& words, const base::Zone& zone) {
        QAction* action = m_zoneMenu->addAction(words);
        action->setCheckable(true);
        action->setChecked(zone.name() == m_view.zone.name());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, zone] {
            m_zoneChosen = true;
            setZone(zone);
        });
    };
    add(tr("Workspace: %1").arg(m_workspaceZone.name()), m_workspaceZone);
    add(tr("UTC"), base::Zone());
    const auto local = base::Zone::find(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    if (local)
        add(tr("This computer: %1").arg(local->name()), *local);
    return m_zoneMenu;
}

void TimelineWidget::setHiddenSystems(const QSet<QString>& systems)
{
    if (systems == m_view.hiddenSystems)
        return;
    m_view.hiddenSystems = systems;
    relayout();
    emit hiddenSystemsChanged();
}

void TimelineWidget::setCollapsed(const QString& groupId, bool collapsed)
{
    if (collapsed)
        m_view.collapsed.insert(groupId);
    else
        m_view.collapsed.remove(groupId);
    relayout();
}

void TimelineWidget::fillSystemMenu(QMenu* menu)
{
    menu->clear();
    QAction* all = menu->addAction(tr("All systems"));
    all->setEnabled(!m_view.hiddenSystems.isEmpty());
    connect(all, &QAction::triggered, this, [this] { setHiddenSystems({}); });
    menu->addSeparator();
    for (const QString& system : m_data->systems) {
        QAction* action = menu->addAction(itemmodels::systemTitle(system));
        action->setCheckable(true);
        action->setChecked(!m_view.hiddenSystems.contains(system));
        connect(action, &QAction::toggled, this, [this, system](bool shown) {
            QSet<QString> hidden = m_view.hiddenSystems;
            if (shown)
                hidden.remove(system);
            else
                hidden.insert(system);
            setHiddenSystems(hidden);
        });
    }
}

QString TimelineWidget::selectedFinding() const
{
    return m_view.selectedFinding < 0 ? QString() : m_data->picture->diagnosis.findings[m_view.selectedFinding].id;
}

void TimelineWidget::addEmptyAction(QAction* action)
{
    m_empty->addAction(action);
}

void TimelineWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), painting::tokens(m_view.theme).surface);
    if (!m_data->isEmpty())
        paintTimeline(painter, *m_data, m_view, m_layout, canvasSize(), &m_sentences);
    if (hasFocus() && !m_data->isEmpty()) {
        painter.setPen(QPen(painting::tokens(m_view.theme).accent, 1));
        painter.drawRect(QRectF(0.5, 0.5, canvasSize().width() - 1, canvasSize().height() - 1));
    }
}

void TimelineWidget::resizeEvent(QResizeEvent* event)
{
    fitScrollBar();
    QWidget::resizeEvent(event);
}

void TimelineWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_view.theme = common::themeOf(palette());
        m_view.font = font();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace timeline
