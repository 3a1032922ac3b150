// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/pipelinedocument.h"

#include "models/editing/blockvalues.h"
#include "models/editing/commands.h"
#include "models/yaml/splice.h"

#include <QCoreApplication>

namespace editing {

PipelineDocument::PipelineDocument(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

PipelineDocument::~PipelineDocument() = default;

base::Result<void> PipelineDocument::open(const QString& workspacePath)
{
    if (const auto loaded = d->load(workspacePath); !loaded)
        return loaded.error();
    d->notify(DocumentChange::What::Opened);
    return {};
}

base::Result<void> PipelineDocument::reload()
{
    return open(d->path);
}

base::Result<void> PipelineDocument::save()
{
    if (const auto written = d->writeAll(); !written)
        return written.error();
    d->stack.setClean();
    d->notify(DocumentChange::What::Saved);
    return {};
}

QStringList PipelineDocument::changedOnDisk() const
{
    return d->changedOnDisk();
}

bool PipelineDocument::isModified() const
{
    for (auto it = d->texts.begin(); it != d->texts.end(); ++it) {
        if (!d->onDisk.contains(it.key()) || d->onDisk.value(it.key()) != it.value())
            return true;
    }
    for (auto it = d->onDisk.begin(); it != d->onDisk.end(); ++it) {
        if (!it.key().endsWith(QLatin1String(".layout.yaml")) && !d->texts.contains(it.key()))
            return true;
    }
    return d->layouts != d->savedLayouts;
}

const pipeline::Workspace& PipelineDocument::workspace() const
{
    return d->workspace;
}

const pipeline::Layout& PipelineDocument::layout() const
{
    return d->layout;
}

const QMap<QString, QByteArray>& PipelineDocument::texts() const
{
    return d->texts;
}

const base::Problems& PipelineDocument::problems() const
{
    return d->problems;
}

QUndoStack* PipelineDocument::undoStack()
{
    return &d->stack;
}

base::Result<void> PipelineDocument::apply(const pipeline::Changes& changes, const QString& text)
{
    if (changes.isEmpty())
        return {};
    const auto result = edited(d->frame, d->texts, d->workspace, changes);
    if (!result)
        return result.error();
    const QString label = text.isEmpty() ? pipeline::changeText(changes.first()) : text;
    auto command = std::make_unique<DocumentCommand>(*d, result->texts, d->layoutsAfter(changes), label, DocumentCommand::Merge::Never, result->notes);
    if (!command->changesNothing())
        d->stack.push(command.release());
    return {};
}

base::Result<void> PipelineDocument::resolve(const QString& file, bool ours)
{
    const bool removedHere = d->onDisk.contains(file) && !file.endsWith(QLatin1String(".layout.yaml"));
    if (!d->texts.contains(file) && !d->layouts.contains(file) && !removedHere)
        return base::makeError("document.unknown_file", QCoreApplication::translate("editing", "%1 is no file of this workspace").arg(file), {file, 0, 0, {}});
    if (const auto done = ours ? d->writeOurs(file) : d->readTheirs(file); !done)
        return done.error();
    if (!isModified())
        d->stack.setClean();
    return {};
}

void PipelineDocument::replaceText(const QString& file, const QByteArray& text)
{
    Texts after = d->texts;
    after.insert(file, text);
    auto command = std::make_unique<DocumentCommand>(*d, after, d->layouts,
        QCoreApplication::translate("editing", "Take the text of %1").arg(file), DocumentCommand::Merge::Never);
    if (!command->changesNothing())
        d->stack.push(command.release());
}

void PipelineDocument::setText(const QString& file, const QByteArray& text)
{
    Texts after = d->texts;
    after.insert(file, text);
    auto command = std::make_unique<DocumentCommand>(*d, after, d->layouts,
        QCoreApplication::translate("editing", "Type in %1").arg(file), DocumentCommand::Merge::Typing);
    if (!command->changesNothing())
        d->stack.push(command.release());
}

void PipelineDocument::moveNodes(const pipeline::Layout& positions, const QString& text)
{
    Layouts after = d->layouts;
    for (auto it = positions.begin(); it != positions.end(); ++it) {
        const QString file = d->layoutFileFor(it.key());
        if (!file.isEmpty())
            after[file].insert(it.key(), it.value());
    }
    auto command = std::make_unique<DocumentCommand>(*d, d->texts, after, text, DocumentCommand::Merge::Never);
    if (!command->changesNothing())
        d->stack.push(command.release());
}

base::Result<QMap<QString, QByteArray>> PipelineDocument::preview(const pipeline::Changes& changes) const
{
    const auto result = edited(d->frame, d->texts, d->workspace, changes);
    if (!result)
        return result.error();
    Texts differing;
    for (auto it = result->texts.begin(); it != result->texts.end(); ++it) {
        if (!d->texts.contains(it.key()) || d->texts.value(it.key()) != it.value())
            differing.insert(it.key(), it.value());
    }
    return differing;
}

PipelineDocument::LineRange PipelineDocument::linesOf(const QString& qualifiedId) const
{
    const QString id = qualifiedId.section(u'.', 0, 0);
    const QString task = qualifiedId.section(u'.', 1);
    const pipeline::Pipeline* owner = d->workspace.pipeline(id);
    if (!owner)
        return {};
    const QByteArray text = d->texts.value(owner->file);
    const auto document = yaml::parse(text, owner->file);
    if (!document)
        return {};
    yaml::Path path{QStringLiteral("pipelines"), id};
    if (!task.isEmpty()) {
        const FoundTask found = findTask(document->at(path), task);
        if (!found.item)
            return {};
        path += yaml::Path{QStringLiteral("tasks"), QString::number(found.index)};
    }
    const auto range = yaml::entryRange(*document, path);
    if (!range)
        return {};
    const auto lineAt = [&](qsizetype at) { return int(text.left(at).count('\n')) + 1; };
    return {owner->file, lineAt(range->begin), lineAt(range->end)};
}

} // namespace editing
