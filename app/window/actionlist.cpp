// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/actionlist.h"

#include "widgets/common/actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace window {

using common::ActionRegistry;

static QString actionText(const char* text)
{
    return QCoreApplication::translate("actions", text);
}

static void registerFile(ActionRegistry& r)
{
    const QString category = actionText(QT_TRANSLATE_NOOP("actions", "File"));
    r.add({QStringLiteral("file.open"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Open workspace…")), QKeySequence::Open,
        actionText(QT_TRANSLATE_NOOP("actions", "Open a folder with pipelines"))});
    r.add({QStringLiteral("file.sample"), category, actionText(QT_TRANSLATE_NOOP("actions", "Open &sample")), {},
        actionText(QT_TRANSLATE_NOOP("actions", "Three weeks of a concrete company's runs, with one bad morning"))});
    r.add({QStringLiteral("file.recent"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Recent workspaces"))})->setMenu(new QMenu);
    r.add({QStringLiteral("file.save"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Save")), QKeySequence::Save});
    r.add({QStringLiteral("file.autosave"), category, actionText(QT_TRANSLATE_NOOP("actions", "Save &automatically")), {},
         actionText(QT_TRANSLATE_NOOP("actions", "Write each edit to its file a moment later"))})
        ->setCheckable(true);
    r.add({QStringLiteral("file.reload"), category, actionText(QT_TRANSLATE_NOOP("actions", "Re&load from disk")), {},
        actionText(QT_TRANSLATE_NOOP("actions", "Read the workspace's files again"))});
    r.add({QStringLiteral("file.quit"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Quit")), QKeySequence(Qt::CTRL | Qt::Key_Q)});
}

static void registerEdit(ActionRegistry& r)
{
    const QString category = actionText(QT_TRANSLATE_NOOP("actions", "Edit"));
    QAction* undo = r.add({QStringLiteral("edit.undo"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Undo")), QKeySequence::Undo});
    undo->setProperty("wkShort", QStringLiteral("⟲"));
    QAction* redo = r.add({QStringLiteral("edit.redo"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Redo")), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    redo->setProperty("wkShort", QStringLiteral("⟳"));
    r.add({QStringLiteral("edit.find"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Find anything…")), QKeySequence(Qt::CTRL | Qt::Key_P),
        actionText(QT_TRANSLATE_NOOP("actions", "Go to a pipeline, task, dataset, connection or problem"))});
    QAction* palette = r.add({QStringLiteral("edit.palette"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Command palette…")),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), actionText(QT_TRANSLATE_NOOP("actions", "Every command, by name"))});
    palette->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), QKeySequence(Qt::Key_F1)});
}

static void registerView(ActionRegistry& r)
{
    const QString category = actionText(QT_TRANSLATE_NOOP("actions", "View"));
    const struct {
        const char* id;
        const char* text;
        int key;
    } views[] = {{"view.design", QT_TRANSLATE_NOOP("actions", "&Design"), Qt::Key_1}, {"view.timeline", QT_TRANSLATE_NOOP("actions", "&Timeline"), Qt::Key_2},
        {"view.sync", QT_TRANSLATE_NOOP("actions", "&Sync"), Qt::Key_3}, {"view.yaml", QT_TRANSLATE_NOOP("actions", "&YAML"), Qt::Key_4}};
    auto* group = new QActionGroup(&r);
    for (const auto& view : views) {
        QAction* action = r.add({QString::fromLatin1(view.id), category, actionText(view.text), QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(view.key)))});
        action->setCheckable(true);
        group->addAction(action);
    }
    r.add({QStringLiteral("view.theme"), category, actionText(QT_TRANSLATE_NOOP("actions", "T&heme"))})->setMenu(new QMenu);
    r.add({QStringLiteral("view.language"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Language"))})->setMenu(new QMenu);
    const struct {
        const char* id;
        const char* text;
        int key;
    } panels[] = {{"view.tree", QT_TRANSLATE_NOOP("actions", "&Workspace tree"), Qt::Key_B}, {"view.inspector", QT_TRANSLATE_NOOP("actions", "&Inspector"), Qt::Key_I},
        {"view.bottom", QT_TRANSLATE_NOOP("actions", "&Problems and log"), Qt::Key_J}};
    for (const auto& panel : panels) {
        QAction* action = r.add({QString::fromLatin1(panel.id), category, actionText(panel.text), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key(panel.key))});
        action->setCheckable(true);
        action->setChecked(true);
    }
    r.add({QStringLiteral("view.problems"), category, actionText(QT_TRANSLATE_NOOP("actions", "Show p&roblems")), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)});
    r.add({QStringLiteral("view.log"), category, actionText(QT_TRANSLATE_NOOP("actions", "Show l&og")), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)});
    r.add({QStringLiteral("view.history"), category, actionText(QT_TRANSLATE_NOOP("actions", "Show &undo history"))});
    r.add({QStringLiteral("view.nextPane"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Next pane")), QKeySequence(Qt::Key_F6)});
    r.add({QStringLiteral("view.previousPane"), category, actionText(QT_TRANSLATE_NOOP("actions", "Pre&vious pane")), QKeySequence(Qt::SHIFT | Qt::Key_F6)});
    r.add({QStringLiteral("view.resetLayout"), category, actionText(QT_TRANSLATE_NOOP("actions", "R&eset layout"))});
}

static void registerPipeline(ActionRegistry& r)
{
    const QString category = actionText(QT_TRANSLATE_NOOP("actions", "Pipeline"));
    QAction* add = r.add({QStringLiteral("pipeline.addTask"), category, actionText(QT_TRANSLATE_NOOP("actions", "Add &task…")), QKeySequence(Qt::CTRL | Qt::Key_T),
        actionText(QT_TRANSLATE_NOOP("actions", "Add a task to the selected pipeline: choose its kind by typing"))});
    add->setProperty("wkShort", actionText(QT_TRANSLATE_NOOP("actions", "+ Task")));
    r.add({QStringLiteral("pipeline.addPipeline"), category, actionText(QT_TRANSLATE_NOOP("actions", "Add &pipeline…"))});
    r.add({QStringLiteral("pipeline.rename"), category, actionText(QT_TRANSLATE_NOOP("actions", "Re&name task…")), QKeySequence(Qt::Key_F2)});
    r.add({QStringLiteral("pipeline.remove"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Remove selected")), QKeySequence(Qt::CTRL | Qt::Key_Backspace),
        actionText(QT_TRANSLATE_NOOP("actions", "Remove the selected task or pipeline from the YAML; undo brings it back"))});
    r.add({QStringLiteral("pipeline.check"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Check")), QKeySequence(Qt::Key_F7),
        actionText(QT_TRANSLATE_NOOP("actions", "Check all pipelines by the rules and show what is wrong"))});
    r.add({QStringLiteral("pipeline.export"), category, actionText(QT_TRANSLATE_NOOP("actions", "&Export"))})->setMenu(new QMenu);
}

static void registerRunsSyncGit(ActionRegistry& r)
{
    const QString runs = actionText(QT_TRANSLATE_NOOP("actions", "Runs"));
    QAction* import = r.add({QStringLiteral("runs.importFiles"), runs, actionText(QT_TRANSLATE_NOOP("actions", "&Import files…")), QKeySequence(Qt::CTRL | Qt::Key_I),
        actionText(QT_TRANSLATE_NOOP("actions", "Read run histories of dbt, dlt, Airbyte, OpenLineage or Tableau"))});
    import->setProperty("wkShort", actionText(QT_TRANSLATE_NOOP("actions", "Import…")));
    r.add({QStringLiteral("runs.importFolder"), runs, actionText(QT_TRANSLATE_NOOP("actions", "Import &folder…")), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)});
    r.add({QStringLiteral("runs.cancelImport"), runs, actionText(QT_TRANSLATE_NOOP("actions", "&Cancel the import"))})->setEnabled(false);
    QAction* next = r.add({QStringLiteral("runs.nextProblem"), runs, actionText(QT_TRANSLATE_NOOP("actions", "&Next problem")), QKeySequence(Qt::Key_F8)});
    next->setProperty("wkShort", actionText(QT_TRANSLATE_NOOP("actions", "Next problem")));
    r.add({QStringLiteral("runs.previousProblem"), runs, actionText(QT_TRANSLATE_NOOP("actions", "&Previous problem")), QKeySequence(Qt::SHIFT | Qt::Key_F8)});

    const QString sync = actionText(QT_TRANSLATE_NOOP("actions", "Sync"));
    QAction* start = r.add({QStringLiteral("sync.start"), sync, actionText(QT_TRANSLATE_NOOP("actions", "&Start sync")), QKeySequence(Qt::Key_F5)});
    start->setProperty("wkShort", actionText(QT_TRANSLATE_NOOP("actions", "▷ Sync")));
    r.add({QStringLiteral("sync.cancel"), sync, actionText(QT_TRANSLATE_NOOP("actions", "&Cancel sync")), QKeySequence(Qt::SHIFT | Qt::Key_F5)})->setEnabled(false);
    r.add({QStringLiteral("sync.test"), sync, actionText(QT_TRANSLATE_NOOP("actions", "&Test connection"))});

    const QString git = actionText(QT_TRANSLATE_NOOP("actions", "Git"));
    r.add({QStringLiteral("git.commit"), git, actionText(QT_TRANSLATE_NOOP("actions", "&Commit…")), QKeySequence(Qt::CTRL | Qt::Key_K),
        actionText(QT_TRANSLATE_NOOP("actions", "Look at what has changed, and commit it"))});
    r.add({QStringLiteral("git.refresh"), git, actionText(QT_TRANSLATE_NOOP("actions", "&Refresh status"))});

    const QString help = actionText(QT_TRANSLATE_NOOP("actions", "Help"));
    r.add({QStringLiteral("help.start"), help, actionText(QT_TRANSLATE_NOOP("actions", "&First steps"))});
    r.add({QStringLiteral("help.shortcuts"), help, actionText(QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts"))});
    r.add({QStringLiteral("help.system"), help, actionText(QT_TRANSLATE_NOOP("actions", "Copy &system information"))});
    r.add({QStringLiteral("help.about"), help, actionText(QT_TRANSLATE_NOOP("actions", "&About Weirkeeper"))});
}

void registerActions(ActionRegistry& registry)
{
    registerFile(registry);
    registerEdit(registry);
    registerView(registry);
    registerPipeline(registry);
    registerRunsSyncGit(registry);
}

void fillMenuBar(const ActionRegistry& registry, QMenuBar& bar)
{
    QHash<QString, QMenu*> menus;
    // A line before the first of each of these groups of a menu.
    static const QStringList separated = {QStringLiteral("file.save"), QStringLiteral("file.quit"), QStringLiteral("edit.find"),
        QStringLiteral("view.theme"), QStringLiteral("view.tree"), QStringLiteral("view.problems"), QStringLiteral("view.nextPane"),
        QStringLiteral("view.resetLayout"), QStringLiteral("pipeline.rename"), QStringLiteral("pipeline.check"), QStringLiteral("runs.nextProblem"),
        QStringLiteral("help.system")};
    for (QAction* action : registry.actions()) {
        const QString category = ActionRegistry::categoryOf(action);
        QMenu*& menu = menus[category];
        if (!menu)
            menu = bar.addMenu(u'&' + category);
        if (separated.contains(action->objectName()))
            menu->addSeparator();
        if (QMenu* own = action->menu())
            own->setParent(menu, own->windowFlags());
        menu->addAction(action);
    }
}

} // namespace window
