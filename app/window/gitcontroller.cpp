// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/gitcontroller.h"

#include "app/services/autosave.h"
#include "app/services/repositorywatch.h"
#include "app/services/session.h"
#include "app/window/logpanel.h"
#include "app/window/noticebar.h"
#include "widgets/common/actions.h"
#include "widgets/git/commitdialog.h"

namespace window {

GitController::GitController(const Context& context, QObject* parent)
    : QObject(parent)
    , m(context)
{
    connect(m.actions.action(QStringLiteral("git.commit")), &QAction::triggered, this, &GitController::commit);
    connect(m.actions.action(QStringLiteral("git.refresh")), &QAction::triggered, &m.repository, &services::RepositoryWatch::refresh);
}

void GitController::commit()
{
    if (!m.session.isOpen())
        return;
    const bool unasked = !m.autosave.isEnabled() && m.session.document().isModified();
    if (!m.autosave.flush()) { // what is committed is what is seen; the notice with the question or the error stands already
        m.log.append(base::Severity::Warning, tr("No commit: the edits could not be saved"));
        return;
    }
    if (unasked) {
        const QString sentence = tr("Your edits were saved first: a commit takes what is on the disk.");
        m.log.append(base::Severity::Info, sentence);
        m.notices.show(painting::Mark::Success, sentence);
    }
    const QString root = m.session.document().workspace().root;
    m_job.start([root](const base::CancelToken&) { return git::Repository::find(root); },
        [this](const base::Result<git::Repository>& repository) { openDialog(repository); });
}

void GitController::openDialog(const base::Result<git::Repository>& repository)
{
    if (!repository) {
        m.notices.show(painting::Mark::Late, repository.error().message);
        return;
    }
    auto* dialog = new gitview::CommitDialog(&m.window, repository.value());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QUndoStack* stack = m.session.document().undoStack();
    if (stack->index() > 0)
        dialog->setMessage(stack->text(stack->index() - 1)); // the last edit's own words are a beginning
    connect(dialog, &gitview::CommitDialog::committed, this, [this](const QString& id) {
        m.repository.refresh();
        const QString sentence = tr("Committed %1").arg(id.left(10));
        m.log.append(base::Severity::Info, sentence);
        m.notices.show(painting::Mark::Success, sentence);
    });
    dialog->open();
}

} // namespace window
