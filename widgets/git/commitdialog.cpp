// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/git/commitdialog.h"

#include "widgets/common/diffview.h"
#include "widgets/common/labels.h"
#include "widgets/common/statuslabel.h"
#include "widgets/common/theme.h"
#include "widgets/git/changedfilesmodel.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>

namespace gitview {

using common::SectionLabel;
using painting::Mark;

struct CommitDialog::Changes {
    git::Status status;
    QString diff;
};

CommitDialog::CommitDialog(QWidget* parent, const git::Repository& repository, const QStringList& paths)
    : QDialog(parent)
    , m_repository(repository)
    , m_paths(paths)
    , m_files(new ChangedFilesModel(this))
{
    setWindowTitle(tr("Commit"));
    m_committer.setDeliverCancelled(true);
    buildLayout();
    connectModel();
    resize(920, 640);
    read();
}

CommitDialog::~CommitDialog() = default;

QWidget* CommitDialog::buildFiles()
{
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(9);
    splitter->setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    auto* files = new common::Card(splitter);
    files->body()->setContentsMargins(1, 4, 1, 4);
    m_list = new QListView(files);
    m_list->setModel(m_files);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setAccessibleName(tr("Changed files"));
    files->body()->addWidget(m_list);
    auto* diff = new common::Card(splitter);
    diff->body()->setContentsMargins(1, 1, 1, 1);
    m_diff = new common::DiffView(diff);
    diff->body()->addWidget(m_diff);
    splitter->addWidget(files);
    splitter->addWidget(diff);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({260, 640});
    return splitter;
}

QWidget* CommitDialog::buildMessage()
{
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* label = new SectionLabel(tr("Message"), holder);
    column->addWidget(label);
    m_message = new QPlainTextEdit(holder);
    m_message->setProperty("field", QStringLiteral("true"));
    m_message->setPlaceholderText(tr("What changes, and why"));
    m_message->setTabChangesFocus(true);
    m_message->setAccessibleName(tr("Commit message"));
    m_message->setFixedHeight(84);
    label->setBuddy(m_message);
    column->addWidget(m_message);
    m_errorCard = new common::Card(holder);
    m_errorCard->body()->addWidget(m_errorTitle = new common::StatusLabel(m_errorCard));
    m_error = new QPlainTextEdit(m_errorCard);
    m_error->setReadOnly(true);
    m_error->setFrameShape(QFrame::NoFrame);
    m_error->setTabChangesFocus(true);
    m_error->setFont(common::monospaceFont());
    m_error->setFixedHeight(84);
    m_error->document()->setDocumentMargin(0);
    m_error->setAccessibleName(tr("What git said"));
    m_errorCard->body()->addWidget(m_error);
    m_errorCard->hide();
    column->addWidget(m_errorCard);
    return holder;
}

void CommitDialog::buildLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(m_head = common::roleLabel(tr("Reading what changed…"), "headline", this));
    column->addWidget(m_meta = common::roleLabel({}, "muted", this));
    column->addWidget(buildFiles(), 1);
    column->addWidget(buildMessage());
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_state = new common::StatusLabel(this));
    row->addStretch();
    row->addWidget(m_cancel = new QPushButton(tr("Cancel"), this));
    row->addWidget(m_commit = new QPushButton(tr("Commit"), this));
    m_cancel->setAutoDefault(false);
    m_commit->setObjectName(QStringLiteral("commit"));
    m_commit->setProperty("primary", true);
    m_commit->setToolTip(tr("Ctrl+Return"));
    m_state->hide();
    column->addLayout(row);
    m_message->setFocus();
}

void CommitDialog::connectModel()
{
    connect(m_files, &ChangedFilesModel::tickedChanged, this, &CommitDialog::updateButtons);
    connect(m_message, &QPlainTextEdit::textChanged, this, &CommitDialog::updateButtons);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) { showFileOf(current.row()); });
    connect(m_commit, &QPushButton::clicked, this, &CommitDialog::commit);
    connect(m_cancel, &QPushButton::clicked, this, &CommitDialog::reject);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(int(Qt::CTRL) | int(key)), this);
        connect(shortcut, &QShortcut::activated, m_commit, &QPushButton::click);
    }
}

void CommitDialog::setMessage(const QString& message)
{
    m_message->setPlainText(message);
}

QString CommitDialog::message() const
{
    return m_message->toPlainText();
}

bool CommitDialog::isBusy() const
{
    return m_reader.isRunning() || m_committer.isRunning();
}

static bool offersFile(const QStringList& paths, const QString& folder, const git::ChangedFile& file)
{
    if (!paths.isEmpty())
        return paths.contains(file.path) || (!file.renamedFrom.isEmpty() && paths.contains(file.renamedFrom));
    return folder.isEmpty() || file.path.startsWith(folder + u'/');
}

void CommitDialog::read()
{
    setBusy(true, tr("Reading what changed"));
    m_reader.start(
        [repository = m_repository, paths = m_paths](const base::CancelToken&) -> base::Result<Changes> {
            auto status = repository.status();
            if (!status.ok())
                return status.error();
            auto diff = repository.diff(paths);
            if (!diff.ok())
                return diff.error();
            const QString folder = repository.workspaceFolder();
            status->files.removeIf([&](const git::ChangedFile& file) { return !offersFile(paths, folder, file); });
            return Changes {*status, *diff};
        },
        [this](const base::Result<Changes>& changes) { showChanges(changes); });
}

void CommitDialog::showChanges(const base::Result<Changes>& changes)
{
    setBusy(false);
    if (!changes.ok()) {
        m_head->setText(tr("The changes could not be read"));
        showError(changes.error());
        return;
    }
    const git::Status& status = changes->status;
    m_files->setFiles(status.files);
    m_diff->setDiff(changes->diff);
    m_head->setText(status.files.isEmpty() ? tr("Nothing has changed since the last commit")
            : status.files.size() == 1  ? tr("Commit 1 file")
                                        : tr("Commit %n files", nullptr, int(status.files.size())));
    QStringList parts;
    parts.append(status.branch.isEmpty() ? tr("on no branch") : tr("on %1").arg(status.branch));
    if (!status.files.isEmpty())
        parts.append(m_diff->summary());
    if (const int conflicts = m_files->conflicts(); conflicts > 0)
        parts.append(tr("%n in conflict", nullptr, conflicts));
    m_meta->setText(parts.join(QStringLiteral(" · ")));
    if (!status.files.isEmpty())
        m_list->setCurrentIndex(m_files->index(0));
    updateButtons();
}

void CommitDialog::showFileOf(int row)
{
    if (row >= 0 && row < m_files->rowCount())
        m_diff->showFile(m_files->file(row).path);
}

void CommitDialog::updateButtons()
{
    const bool busy = isBusy();
    const QStringList ticked = m_files->ticked();
    m_commit->setEnabled(!busy && !ticked.isEmpty() && !message().trimmed().isEmpty());
    m_commit->setText(ticked.isEmpty() || ticked.size() == m_files->rowCount() ? tr("Commit") : tr("Commit %n of %1", nullptr, int(ticked.size())).arg(m_files->rowCount()));
}

void CommitDialog::setBusy(bool busy, const QString& what)
{
    m_state->setStatus(Mark::Running, what);
    m_state->setVisible(busy);
    m_message->setReadOnly(busy && m_committer.isRunning());
    m_files->setLocked(busy);
    updateButtons();
}

void CommitDialog::commit()
{
    if (!m_commit->isEnabled())
        return;
    m_errorCard->hide();
    const git::CommitRequest request {message().trimmed(), m_files->ticked(), {}};
    m_committer.start([repository = m_repository, request](const base::CancelToken& token) { return repository.commit(request, token); },
        [this](const base::Result<QString>& id) { showAnswer(id); });
    setBusy(true, tr("Committing; hooks may take a while"));
    m_cancel->setText(tr("Stop"));
}

void CommitDialog::showAnswer(const base::Result<QString>& id)
{
    setBusy(false);
    m_cancel->setText(tr("Cancel"));
    if (!id.ok()) {
        showError(id.error());
        return;
    }
    emit committed(*id);
    accept();
}

void CommitDialog::showError(const base::Error& error)
{
    const QString code = error.code;
    m_errorTitle->setStatus(Mark::Failed,
        code == QLatin1String("git.hook_failed")             ? tr("A hook refused the commit. It says:")
            : code == QLatin1String("git.identity")          ? tr("Git does not know who you are. It says:")
            : code == QLatin1String("git.locked")            ? tr("Another git is at work in this repository. Try again when it is done.")
            : code == QLatin1String("git.nothing_to_commit") ? tr("There is nothing to commit.")
            : code == QLatin1String("git.cancelled")         ? tr("Stopped; nothing was committed.")
                                                             : tr("Git refused. It says:"));
    m_error->setPlainText(error.message);
    m_errorCard->show();
    m_errorTitle->setAccessibleDescription(error.message);
}

void CommitDialog::reject()
{
    if (m_committer.isRunning()) {
        m_state->setStatus(Mark::Running, tr("Stopping"));
        m_committer.cancel();
        return;
    }
    QDialog::reject();
}

} // namespace gitview
