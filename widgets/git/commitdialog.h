// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobs.h"
#include "models/git/repository.h"

#include <QDialog>

class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace common {
class Card;
class DiffView;
class StatusLabel;
}

namespace gitview {

class ChangedFilesModel;

/// The diff first, then the message, then the commit. Hooks and signing run as on the command line; what they refuse is shown in
/// their own words, and the dialog stays open with the message as it was typed. Git runs on a thread of its own.
class CommitDialog : public QDialog {
    Q_OBJECT
public:
    /// `paths` relative to the repository's root: only these are offered; empty: all that changed under the workspace's folder.
    CommitDialog(QWidget* parent, const git::Repository& repository, const QStringList& paths = {});
    ~CommitDialog() override;

    void setMessage(const QString& message);
    [[nodiscard]] QString message() const;
    [[nodiscard]] bool isBusy() const;
    void reject() override; ///< stops a running commit first

signals:
    void committed(const QString& id);

private:
    struct Changes;
    void buildLayout();
    QWidget* buildFiles();
    QWidget* buildMessage();
    void connectModel();
    void read();
    void showChanges(const base::Result<Changes>& changes);
    void showFileOf(int row);
    void updateButtons();
    void commit();
    void showAnswer(const base::Result<QString>& id);
    void showError(const base::Error& error);
    void setBusy(bool busy, const QString& what = {});

    git::Repository m_repository;
    QStringList m_paths;
    base::JobTracker m_reader;
    base::JobTracker m_committer;
    ChangedFilesModel* m_files = nullptr;
    QLabel* m_head = nullptr;
    QLabel* m_meta = nullptr;
    QListView* m_list = nullptr;
    common::DiffView* m_diff = nullptr;
    QPlainTextEdit* m_message = nullptr;
    common::Card* m_errorCard = nullptr;
    common::StatusLabel* m_errorTitle = nullptr;
    QPlainTextEdit* m_error = nullptr;
    common::StatusLabel* m_state = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_commit = nullptr;
};

} // namespace gitview
