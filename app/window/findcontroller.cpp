// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/findcontroller.h"

#include "app/services/session.h"
#include "models/itemmodels/findingwords.h"
#include "widgets/common/actions.h"
#include "widgets/common/commandpalette.h"

#include <QMenu>
#include <QSet>

namespace window {

using Kind = Selected::Kind;

FindController::FindController(const Context& context, QObject* parent)
    : QObject(parent)
    , m(context)
{
    connect(m.actions.action(QStringLiteral("edit.palette")), &QAction::triggered, this, &FindController::openPalette);
    connect(m.actions.action(QStringLiteral("edit.find")), &QAction::triggered, this, &FindController::openFinder);
}

void FindController::openPalette()
{
    QVector<common::PaletteItem> items = common::paletteItems(m.actions);
    // What lies in submenus (themes, languages, exports, recent workspaces) is a command as well.
    for (const QAction* action : m.actions.actions()) {
        if (!action->menu())
            continue;
        emit action->menu()->aboutToShow();
        for (QAction* entry : action->menu()->actions()) {
            if (!entry->isSeparator())
                items.append({common::plainText(action) + QStringLiteral(": ") + common::plainText(entry), common::ActionRegistry::categoryOf(action), {},
                    entry->isEnabled(), [entry = QPointer<QAction>(entry)] {
                        if (entry)
                            entry->trigger();
                    }});
        }
    }
    m.palette.open(tr("Type a command"), items);
}

void FindController::openFinder()
{
    QVector<common::PaletteItem> items;
    const auto add = [&](const QString& title, const QString& category, const QString& detail, Kind kind, const QString& id) {
        items.append({title, category, detail, true, [this, kind, id] { emit chosen(Selected{kind, id}); }});
    };
    const pipeline::Workspace& workspace = m.session.document().workspace();
    QSet<QString> datasets;
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        add(pipeline.id, tr("Pipeline"), pipeline.file, Kind::Pipeline, pipeline.id);
        for (const pipeline::Task& task : pipeline.tasks) {
            add(task.id, tr("Task"), pipeline.id, Kind::Task, pipeline.id + u'.' + task.id);
            for (const QString& name : task.produces + task.consumes)
                datasets.insert(name);
        }
    }
    QStringList sorted(datasets.cbegin(), datasets.cend());
    sorted.sort();
    for (const QString& name : std::as_const(sorted))
        add(name, tr("Dataset"), {}, Kind::Dataset, name);
    for (const pipeline::ConnectionInfo& connection : workspace.connections)
        add(connection.name, tr("Connection"), connection.kind, Kind::Connection, connection.name);
    for (const freshness::Finding& finding : m.session.picture().diagnosis.findings)
        add(finding.headline, tr("Problem"), itemmodels::dayWords(finding.slotDate, finding.slotDate.year()), Kind::Finding, finding.id);
    m.palette.open(tr("Find a pipeline, task, dataset, connection or problem"), items);
}

} // namespace window
