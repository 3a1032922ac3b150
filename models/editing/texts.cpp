// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/texts.h"

#include "models/pipeline/workspace.h"

#include <QCoreApplication>

namespace editing {

namespace {

bool isUnreadable(const pipeline::Workspace& workspace, qsizetype firstProblem)
{
    for (qsizetype i = firstProblem; i < workspace.problems.size(); ++i) {
        if (workspace.problems.at(i).code.startsWith(QLatin1String("yaml.")) && workspace.problems.at(i).severity == base::Severity::Error)
            return true;
    }
    return false;
}

/// A file that cannot be read must be corrected first: splices need its tree, and a rewrite would lose what it holds.
bool isReadError(const base::Error& error)
{
    return error.code.startsWith(QLatin1String("yaml.")) && error.code != QLatin1String("yaml.splice") && error.code != QLatin1String("yaml.no_such_node");
}

base::Result<void> oneChange(Edited& state, const pipeline::Workspace& frame, const pipeline::Change& change)
{
    pipeline::Workspace intended = state.workspace;
    if (const auto allowed = pipeline::applyChange(intended, change); !allowed)
        return allowed.error();
    Texts texts = state.texts;
    const auto spliced = spliceChange(texts, state.workspace, change);
    if (!spliced && isReadError(spliced.error()))
        return spliced.error();
    pipeline::Workspace now = readTexts(frame, texts, state.workspace);
    if (!spliced || !pipeline::sameMeaning(now, intended)) {
        texts = state.texts;
        const auto rewritten = rewriteBlocks(texts, state.workspace, intended);
        now = readTexts(frame, texts, state.workspace);
        if (!rewritten || !pipeline::sameMeaning(now, intended)) {
            const base::Error why = !rewritten ? rewritten.error() : !spliced ? spliced.error() : base::Error{};
            return base::makeError("document.cannot_edit",
                QCoreApplication::translate("editing", "\"%1\" cannot be written into this YAML: its form (anchors, aliases, tags) is beyond in-place edits. %2")
                    .arg(pipeline::changeText(change), why.message), why.place);
        }
        state.notes.append(QCoreApplication::translate("editing", "%1: the block could not be edited in place and was written anew; comments inside it are gone (Undo brings them back)")
                               .arg(pipeline::changeText(change)));
    }
    state.texts = texts;
    state.workspace = now;
    return {};
}

} // namespace

pipeline::Workspace readTexts(const pipeline::Workspace& frame, const Texts& texts, const pipeline::Workspace& lastGood)
{
    pipeline::Workspace workspace = frame;
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const qsizetype before = workspace.problems.size();
        pipeline::readPipelineText(it.value(), it.key(), workspace);
        if (!isUnreadable(workspace, before))
            continue;
        for (const pipeline::Pipeline& known : lastGood.pipelines) {
            if (known.file == it.key())
                workspace.pipelines.append(known);
        }
    }
    return workspace;
}

base::Result<Edited> edited(const pipeline::Workspace& frame, const Texts& texts, const pipeline::Workspace& workspace, const pipeline::Changes& changes)
{
    Edited state{texts, workspace, {}};
    for (const pipeline::Change& change : changes) {
        if (const auto done = oneChange(state, frame, change); !done)
            return done.error();
    }
    return state;
}

} // namespace editing
