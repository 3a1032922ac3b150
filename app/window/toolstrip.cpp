// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/toolstrip.h"

#include "widgets/common/actions.h"
#include "widgets/common/segmented.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QPushButton>
#include <QToolButton>

namespace window {

ToolStrip::ToolStrip(const common::ActionRegistry& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_segments(new common::SegmentedControl(this))
    , m_rows(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("toolStrip"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(42);
    for (const char* id : {"view.design", "view.timeline", "view.sync", "view.yaml"}) {
        const QAction* action = actions.action(QString::fromLatin1(id));
        m_segments->addSegment(common::plainText(action), action->toolTip());
    }
    m_segments->setAccessibleName(tr("View"));
    m_rows->addWidget(row({QStringLiteral("pipeline.addTask"), QStringLiteral("edit.undo"), QStringLiteral("edit.redo"), QStringLiteral("pipeline.check"),
                              QStringLiteral("pipeline.export"), QStringLiteral("git.commit")},
        QStringLiteral("pipeline.addTask")));
    m_rows->addWidget(row({QStringLiteral("runs.importFiles"), QStringLiteral("runs.nextProblem")}, {}));
    m_rows->addWidget(row({QStringLiteral("sync.start"), QStringLiteral("sync.test")}, QStringLiteral("sync.start")));
    m_rows->addWidget(row({QStringLiteral("edit.undo"), QStringLiteral("edit.redo"), QStringLiteral("pipeline.check"), QStringLiteral("git.commit")}, {}));

    QAction* find = actions.action(QStringLiteral("edit.find"));
    auto* finder = new QPushButton(this);
    finder->setObjectName(QStringLiteral("findButton"));
    finder->setText(tr("Find anything") + QStringLiteral("   ") + find->shortcut().toString(QKeySequence::NativeText));
    finder->setToolTip(find->toolTip());
    finder->setAccessibleName(tr("Find anything"));
    finder->setFocusPolicy(Qt::TabFocus);
    finder->setProperty("find", true);
    finder->setFixedWidth(270);
    connect(finder, &QPushButton::clicked, find, &QAction::trigger);

    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(12, 0, 12, 1);
    line->setSpacing(8);
    line->addWidget(m_segments);
    line->addWidget(m_rows, 1);
    line->addWidget(finder);
    connect(m_segments, &common::SegmentedControl::currentChanged, this, [this](int index) { emit viewChosen(View(index)); });
}

QWidget* ToolStrip::row(const QStringList& ids, const QString& primary)
{
    auto* box = new QWidget(m_rows);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    for (const QString& id : ids)
        line->addWidget(common::actionButton(m_actions.action(id), box, id == primary, id == QLatin1String("runs.nextProblem")));
    line->addStretch();
    return box;
}

void ToolStrip::addControls(View view, QWidget* controls)
{
    auto* line = static_cast<QHBoxLayout*>(m_rows->widget(int(view))->layout());
    // What a view brings stands first, except where the row begins with the one main action.
    line->insertWidget(view == View::Sync ? line->count() - 1 : 0, controls);
}

void ToolStrip::setView(View view)
{
    m_segments->setCurrent(int(view));
    m_rows->setCurrentIndex(int(view));
}

} // namespace window
