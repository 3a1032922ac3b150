// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/commands.h"

#include "models/base/files.h"
#include "models/pipeline/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace editing {

base::Result<void> PipelineDocument::Private::writeOurs(const QString& file)
{
    const bool isLayout = layouts.contains(file);
    if (!isLayout && !texts.contains(file)) { // removed here
        const QString full = frame.root + u'/' + file;
        if (QFileInfo::exists(full) && !QFile::remove(full))
            return base::makeError("file.write", QCoreApplication::translate("editing", "the file cannot be removed"), {file, 0, 0, {}});
        onDisk.remove(file);
        return {};
    }
    if (const auto written = writeFile(file, isLayout ? pipeline::writeLayout(layouts.value(file)) : texts.value(file)); !written)
        return written.error();
    if (isLayout)
        savedLayouts.insert(file, layouts.value(file));
    return {};
}

base::Result<void> PipelineDocument::Private::readTheirs(const QString& file)
{
    const auto disk = base::readFile(frame.root + u'/' + file);
    if (!disk)
        return disk.error();
    if (!layouts.contains(file)) {
        onDisk.insert(file, *disk); // first: who is told of the new text asks what is saved
        q->replaceText(file, *disk);
        return {};
    }
    const auto positions = pipeline::readLayout(*disk, file);
    if (!positions)
        return positions.error();
    Layouts after = layouts;
    after.insert(file, *positions);
    onDisk.insert(file, *disk);
    savedLayouts.insert(file, *positions);
    auto command = std::make_unique<DocumentCommand>(*this, texts, after,
        QCoreApplication::translate("editing", "Take the positions of %1").arg(file), DocumentCommand::Merge::Never);
    if (!command->changesNothing())
        stack.push(command.release());
    return {};
}

} // namespace editing
