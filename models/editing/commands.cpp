// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/commands.h"

namespace editing {

DocumentCommand::DocumentCommand(PipelineDocument::Private& state, const Texts& after, const Layouts& layoutsAfter, const QString& text, Merge merge, const QStringList& notes)
    : QUndoCommand(text)
    , m_state(state)
    , m_layoutsBefore(state.layouts)
    , m_layoutsAfter(layoutsAfter)
    , m_merge(merge)
    , m_notes(notes)
{
    const Texts& before = state.texts;
    QSet<QString> files(before.keyBegin(), before.keyEnd());
    for (auto it = after.begin(); it != after.end(); ++it)
        files.insert(it.key());
    QStringList sorted(files.begin(), files.end());
    sorted.sort();
    for (const QString& file : sorted) {
        const bool existed = before.contains(file);
        const bool exists = after.contains(file);
        if (existed == exists && before.value(file) == after.value(file))
            continue;
        TextDelta delta = TextDelta::between(file, before.value(file), after.value(file));
        delta.existed = existed;
        delta.exists = exists;
        m_deltas.append(delta);
    }
}

void DocumentCommand::run(bool forward)
{
    Texts texts = m_state.texts;
    for (const TextDelta& delta : m_deltas) {
        const QByteArray now = texts.value(delta.file);
        if (forward ? delta.exists : delta.existed)
            texts.insert(delta.file, forward ? delta.applied(now) : delta.reverted(now));
        else
            texts.remove(delta.file);
    }
    m_state.setLayouts(forward ? m_layoutsAfter : m_layoutsBefore);
    if (!m_deltas.isEmpty()) {
        m_state.setTexts(texts);
        m_state.notify(DocumentChange::What::Text, m_deltas.size() == 1 ? m_deltas.first().file : QString(), forward ? m_notes : QStringList());
        m_notes.clear(); // told once, not again on every redo
    }
    if (m_layoutsBefore != m_layoutsAfter)
        m_state.notify(DocumentChange::What::Layout);
}

/// `other` has been done already: what was before this one is found by taking both back.
bool DocumentCommand::mergeWith(const QUndoCommand* other)
{
    const auto* next = static_cast<const DocumentCommand*>(other);
    if (m_deltas.size() != 1 || next->m_deltas.size() != 1 || m_deltas.first().file != next->m_deltas.first().file)
        return false;
    const QString file = m_deltas.first().file;
    const QByteArray now = m_state.texts.value(file);
    const QByteArray before = m_deltas.first().reverted(next->m_deltas.first().reverted(now));
    m_deltas = {TextDelta::between(file, before, now)};
    return true;
}

} // namespace editing
