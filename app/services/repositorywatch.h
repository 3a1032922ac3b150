// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobs.h"
#include "models/git/repository.h"

#include <QTimer>

namespace services {

/// What the tree and the status bar say about git.
struct RepositoryState {
    bool known = false;        ///< the first answer has come
    bool isRepository = false;
    QString root;
    git::Status status;
    QString why;               ///< not a repository, no git program: in git's words
    [[nodiscard]] int changes() const { return int(status.files.size()); }
};

/// Asks git in a job; the newest answer is kept. Reads only, hardened as models/git says.
class RepositoryWatch : public QObject {
    Q_OBJECT
public:
    explicit RepositoryWatch(QObject* parent = nullptr);
    void setFolder(const QString& folder);
    /// Soon, once, however often it is asked for.
    void refresh();
    [[nodiscard]] const RepositoryState& state() const { return m_state; }

signals:
    void changed();

private:
    void ask();

    QString m_folder;
    QString m_asked; ///< the folder of the newest job
    bool m_again = false; ///< something changed while git was being asked
    RepositoryState m_state;
    QTimer m_soon;
    QTimer m_regularly;
    base::JobTracker m_job;
};

} // namespace services
