// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/editcontroller.h"

#include "app/services/session.h"
#include "app/services/taskkinds.h"
#include "app/window/logpanel.h"
#include "app/window/noticebar.h"
#include "app/window/selection.h"
#include "widgets/common/actions.h"
#include "widgets/common/commandpalette.h"

#include <QInputDialog>

namespace window {

using Kind = Selected::Kind;

EditController::EditController(const Context& context, QObject* parent)
    : QObject(parent)
    , m(context)
{
    connectActions();
    followUndoStack();
    connect(&m.selection, &Selection::changed, this, &EditController::refreshEnabled);
    connect(&m.session, &services::Session::opened, this, &EditController::refreshEnabled);
    refreshEnabled();
}

void EditController::connectActions()
{
    const auto on = [this](const char* id, auto slot) { connect(m.actions.action(QString::fromLatin1(id)), &QAction::triggered, this, slot); };
    on("pipeline.addTask", &EditController::chooseKind);
    on("pipeline.addPipeline", &EditController::addPipeline);
    on("pipeline.rename", &EditController::renameTask);
    on("pipeline.remove", &EditController::removeSelected);
    on("pipeline.check", &EditController::check);
}

void EditController::followUndoStack()
{
    QUndoStack* stack = m.session.document().undoStack();
    QAction* undo = m.actions.action(QStringLiteral("edit.undo"));
    QAction* redo = m.actions.action(QStringLiteral("edit.redo"));
    connect(undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, stack, &QUndoStack::redo);
    const auto refresh = [stack, undo, redo] {
        undo->setEnabled(stack->canUndo());
        redo->setEnabled(stack->canRedo());
        undo->setText(stack->canUndo() ? tr("&Undo: %1").arg(stack->undoText()) : tr("&Undo"));
        redo->setText(stack->canRedo() ? tr("&Redo: %1").arg(stack->redoText()) : tr("&Redo"));
        undo->setToolTip(common::plainText(undo) + QStringLiteral("  (%1)").arg(undo->shortcut().toString(QKeySequence::NativeText)));
        redo->setToolTip(common::plainText(redo) + QStringLiteral("  (%1)").arg(redo->shortcut().toString(QKeySequence::NativeText)));
    };
    connect(stack, &QUndoStack::indexChanged, this, refresh);
    connect(stack, &QUndoStack::cleanChanged, this, refresh);
    refresh();
}

void EditController::refreshEnabled()
{
    const bool open = m.session.isOpen();
    const Kind kind = m.selection.current().kind;
    for (const char* id : {"pipeline.addTask", "pipeline.addPipeline", "pipeline.check", "pipeline.export", "runs.importFiles", "runs.importFolder", "file.save",
             "file.reload", "git.commit", "git.refresh"})
        m.actions.action(QString::fromLatin1(id))->setEnabled(open);
    m.actions.action(QStringLiteral("pipeline.rename"))->setEnabled(open && kind == Kind::Task);
    m.actions.action(QStringLiteral("pipeline.remove"))->setEnabled(open && (kind == Kind::Task || kind == Kind::Pipeline));
}

bool EditController::apply(const pipeline::Changes& changes, const QString& text)
{
    const base::Result<void> done = m.session.document().apply(changes, text);
    if (!done) {
        m.notices.show(painting::Mark::Failed, done.error().message);
        m.log.append(base::Severity::Error, done.error().toString());
    }
    return done.ok();
}

QString EditController::targetPipeline() const
{
    const Selected& selected = m.selection.current();
    if (!selected.qualified().isEmpty())
        return selected.id.section(u'.', 0, 0);
    const auto& pipelines = m.session.document().workspace().pipelines;
    return pipelines.isEmpty() ? QString() : pipelines.first().id;
}

static QString categoryWords(const QString& category)
{
    static const QHash<QString, const char*> words = {{QStringLiteral("extraction"), QT_TRANSLATE_NOOP("window::EditController", "Extraction")},
        {QStringLiteral("transformation"), QT_TRANSLATE_NOOP("window::EditController", "Transformation")},
        {QStringLiteral("refresh"), QT_TRANSLATE_NOOP("window::EditController", "Refresh")},
        {QStringLiteral("test"), QT_TRANSLATE_NOOP("window::EditController", "Test")}};
    return EditController::tr(words.value(category, QT_TRANSLATE_NOOP("window::EditController", "Other")));
}

void EditController::chooseKind()
{
    const QString into = targetPipeline();
    if (into.isEmpty()) {
        addPipeline();
        return;
    }
    QVector<common::PaletteItem> items;
    for (const services::TaskKind& kind : m.kinds.all())
        items.append({kind.title, categoryWords(kind.category), kind.id, true, [this, into, id = kind.id] { addTask(into, id); }});
    m.palette.open(tr("Add a task to %1: which kind?").arg(into), items);
}

void EditController::addTask(const QString& pipelineId, const QString& kind)
{
    const pipeline::Pipeline* pipeline = m.session.document().workspace().pipeline(pipelineId);
    if (!pipeline)
        return;
    const QString stem = QString(kind).replace(u'.', u'_');
    QString id = stem;
    for (int number = 2; pipeline->task(id); ++number)
        id = stem + u'_' + QString::number(number);
    pipeline::Task task;
    task.id = id;
    task.kind = kind;
    if (apply({pipeline::AddTask{pipelineId, task}}))
        m.selection.set(Kind::Task, pipelineId + u'.' + id);
}

void EditController::addPipeline()
{
    auto* dialog = new QInputDialog(&m.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add pipeline"));
    dialog->setLabelText(tr("Name of the pipeline"));
    dialog->setOkButtonText(tr("Add pipeline"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        const QString id = text.trimmed();
        if (!id.isEmpty() && apply({pipeline::AddPipeline{id, {}}}))
            m.selection.set(Kind::Pipeline, id);
    });
    dialog->open();
}

void EditController::renameTask()
{
    const QString id = m.selection.current().id;
    const QString pipelineId = id.section(u'.', 0, 0);
    const QString taskId = id.section(u'.', 1);
    auto* dialog = new QInputDialog(&m.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename task"));
    dialog->setLabelText(tr("New name of %1").arg(taskId));
    dialog->setTextValue(taskId);
    dialog->setOkButtonText(tr("Rename"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, pipelineId, taskId](const QString& text) {
        const QString next = text.trimmed();
        if (!next.isEmpty() && next != taskId && apply({pipeline::RenameTask{pipelineId, taskId, next}}))
            m.selection.set(Kind::Task, pipelineId + u'.' + next);
    });
    dialog->open();
}

void EditController::removeSelected()
{
    const Selected selected = m.selection.current();
    if (selected.kind == Kind::Task)
        apply({pipeline::RemoveTask{selected.id.section(u'.', 0, 0), selected.id.section(u'.', 1)}});
    else if (selected.kind == Kind::Pipeline)
        apply({pipeline::RemovePipeline{selected.id}});
}

void EditController::check()
{
    const base::Problems& problems = m.session.document().problems();
    int errors = 0;
    for (const base::Problem& problem : problems)
        errors += problem.severity == base::Severity::Error ? 1 : 0;
    if (problems.isEmpty()) {
        const auto& pipelines = m.session.document().workspace().pipelines;
        m.notices.show(painting::Mark::Success, tr("Checked %n pipeline(s): nothing is wrong.", nullptr, int(pipelines.size())));
    } else {
        m.notices.show(errors > 0 ? painting::Mark::Failed : painting::Mark::Late, tr("Checked: %n problem(s), listed below.", nullptr, int(problems.size())));
    }
    emit checked();
}

} // namespace window
