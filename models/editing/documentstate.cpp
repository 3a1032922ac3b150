// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/documentstate.h"

#include "models/base/files.h"
#include "models/catalogue/catalogue.h"
#include "models/pipeline/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace editing {

namespace {

/// Pipeline files of the workspace, relative; without layouts.
QStringList pipelineFiles(const pipeline::Workspace& workspace, const QString& path)
{
    if (workspace.singleFile)
        return {QFileInfo(path).fileName()};
    QStringList files;
    const QDir folder(workspace.root + QStringLiteral("/pipelines"));
    for (const QString& name : folder.entryList({QStringLiteral("*.yaml"), QStringLiteral("*.yml")}, QDir::Files | QDir::Readable)) {
        if (!name.endsWith(QLatin1String(".layout.yaml")) && !name.endsWith(QLatin1String(".layout.yml")))
            files.append(QStringLiteral("pipelines/") + name);
    }
    return files;
}

/// The workspace without what the pipeline files say.
pipeline::Workspace frameOf(pipeline::Workspace workspace, const QStringList& files)
{
    workspace.pipelines.clear();
    workspace.problems.removeIf([&](const base::Problem& problem) { return files.contains(problem.place.file); });
    return workspace;
}

} // namespace

base::Result<void> PipelineDocument::Private::load(const QString& newPath)
{
    const auto loaded = pipeline::loadWorkspace(newPath);
    if (!loaded)
        return loaded.error();
    Texts newTexts;
    Texts disk;
    Layouts newLayouts;
    base::Problems layoutProblems;
    const QStringList files = pipelineFiles(*loaded, newPath);
    for (const QString& file : files) {
        const auto text = base::readFile(loaded->root + u'/' + file);
        if (!text)
            return text.error();
        newTexts.insert(file, *text);
        disk.insert(file, *text);
        const QString layoutFile = pipeline::layoutFileOf(file);
        if (!QFileInfo::exists(loaded->root + u'/' + layoutFile))
            continue;
        const auto layoutText = base::readFile(loaded->root + u'/' + layoutFile);
        if (!layoutText)
            return layoutText.error();
        disk.insert(layoutFile, *layoutText);
        if (const auto positions = pipeline::readLayout(*layoutText, layoutFile))
            newLayouts.insert(layoutFile, *positions);
        else
            layoutProblems.append(base::toProblem(positions.error()));
    }
    path = newPath;
    frame = frameOf(*loaded, files);
    frame.problems += layoutProblems;
    kinds = catalogue::loadCatalogue(loaded->root).ids();
    workspace = {};
    onDisk = disk;
    savedLayouts = newLayouts;
    setTexts(newTexts);
    setLayouts(newLayouts);
    stack.clear();
    return {};
}

void PipelineDocument::Private::setTexts(const Texts& newTexts)
{
    texts = newTexts;
    workspace = readTexts(frame, texts, workspace);
    problems = workspace.problems + pipeline::checkWorkspace(workspace, kinds);
    base::sortProblems(problems);
}

void PipelineDocument::Private::setLayouts(const Layouts& newLayouts)
{
    layouts = newLayouts;
    layout.clear();
    for (const pipeline::Layout& part : layouts) {
        for (auto it = part.begin(); it != part.end(); ++it)
            layout.insert(it.key(), it.value());
    }
}

QString PipelineDocument::Private::layoutFileFor(const QString& key) const
{
    const pipeline::Pipeline* owner = workspace.pipeline(key.section(u'.', 0, 0));
    const QString file = owner ? owner->file : texts.isEmpty() ? QString() : texts.firstKey();
    return file.isEmpty() ? file : pipeline::layoutFileOf(file);
}

Layouts PipelineDocument::Private::layoutsAfter(const pipeline::Changes& changes) const
{
    Layouts after = layouts;
    for (const pipeline::Change& change : changes) {
        for (pipeline::Layout& part : after) {
            if (const auto* rename = std::get_if<pipeline::RenameTask>(&change)) {
                const QString old = rename->pipeline + u'.' + rename->task;
                if (part.contains(old))
                    part.insert(rename->pipeline + u'.' + rename->newId, part.take(old));
            } else if (const auto* task = std::get_if<pipeline::RemoveTask>(&change)) {
                part.remove(task->pipeline + u'.' + task->task);
            } else if (const auto* whole = std::get_if<pipeline::RemovePipeline>(&change)) {
                const QStringList keys = part.keys();
                for (const QString& key : keys) {
                    if (key == whole->pipeline || key.startsWith(whole->pipeline + u'.'))
                        part.remove(key);
                }
            }
        }
    }
    return after;
}

QStringList PipelineDocument::Private::changedOnDisk() const
{
    QStringList files = onDisk.keys();
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (!onDisk.contains(it.key()))
            files.append(it.key());
    }
    for (auto it = layouts.begin(); it != layouts.end(); ++it) {
        if (!onDisk.contains(it.key()))
            files.append(it.key());
    }
    files.removeIf([&](const QString& file) {
        const QString full = frame.root + u'/' + file;
        if (!QFileInfo::exists(full))
            return !onDisk.contains(file);
        const auto now = base::readFile(full);
        return onDisk.contains(file) && now && *now == onDisk.value(file);
    });
    files.sort();
    return files;
}

base::Result<void> PipelineDocument::Private::writeFile(const QString& file, const QByteArray& text)
{
    const QString full = frame.root + u'/' + file;
    if (!QDir().mkpath(QFileInfo(full).path()))
        return base::makeError("file.write", QCoreApplication::translate("editing", "the folder cannot be made"), {QFileInfo(full).path(), 0, 0, {}});
    if (const auto written = base::writeFile(full, text); !written)
        return written.error();
    onDisk.insert(file, text);
    return {};
}

base::Result<void> PipelineDocument::Private::writeAll()
{
    Texts wanted = texts;
    for (auto it = layouts.begin(); it != layouts.end(); ++it) {
        // A layout that means the same keeps the bytes that its author gave it.
        const bool same = savedLayouts.value(it.key()) == it.value();
        if (same && onDisk.contains(it.key()))
            wanted.insert(it.key(), onDisk.value(it.key()));
        else if (!it.value().isEmpty() || onDisk.contains(it.key()))
            wanted.insert(it.key(), pipeline::writeLayout(it.value()));
    }
    for (auto it = onDisk.begin(); it != onDisk.end(); ++it) {
        if (pipeline::layoutFileOf(it.key()) == it.key() || it.key().endsWith(QLatin1String(".layout.yaml"))) {
            if (!wanted.contains(it.key()))
                wanted.insert(it.key(), it.value()); // unreadable layouts stay as they are
        }
    }
    const QStringList changed = changedOnDisk();
    for (const QString& file : changed) {
        const auto now = base::readFile(frame.root + u'/' + file);
        if (now && wanted.contains(file) && *now == wanted.value(file)) {
            onDisk.insert(file, *now); // the other program wrote what we would: nothing to decide
            continue;
        }
        if (wanted.value(file) != onDisk.value(file) || wanted.contains(file) != onDisk.contains(file))
            return base::makeError("document.changed_on_disk",
                QCoreApplication::translate("editing", "%1 was changed by another program since it was read. Nothing was saved.").arg(file), {file, 0, 0, {}});
    }
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (onDisk.contains(it.key()) && onDisk.value(it.key()) == it.value())
            continue;
        if (const auto written = writeFile(it.key(), it.value()); !written)
            return written.error();
    }
    const QStringList known = onDisk.keys();
    for (const QString& file : known) {
        if (wanted.contains(file))
            continue;
        if (!QFile::remove(frame.root + u'/' + file))
            return base::makeError("file.write", QCoreApplication::translate("editing", "the file cannot be removed"), {file, 0, 0, {}});
        onDisk.remove(file);
    }
    savedLayouts = layouts;
    return {};
}

void PipelineDocument::Private::notify(DocumentChange::What what, const QString& file, const QStringList& notes)
{
    emit q->changed(DocumentChange{what, file, notes});
}

} // namespace editing
