// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/repositorywatch.h"

namespace services {

RepositoryWatch::RepositoryWatch(QObject* parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200);
    m_regularly.setInterval(15'000); // commits made in a terminal
    connect(&m_soon, &QTimer::timeout, this, &RepositoryWatch::ask);
    connect(&m_regularly, &QTimer::timeout, this, [this] {
        if (!m_job.isRunning())
            ask();
    });
}

void RepositoryWatch::setFolder(const QString& folder)
{
    m_folder = folder;
    m_state = {};
    m_regularly.start();
    emit changed();
    ask();
}

void RepositoryWatch::refresh()
{
    if (!m_folder.isEmpty())
        m_soon.start();
}

static RepositoryState askGit(const QString& folder)
{
    RepositoryState state;
    state.known = true;
    const base::Result<git::Repository> repository = git::Repository::find(folder);
    if (!repository) {
        state.why = repository.error().message;
        return state;
    }
    state.isRepository = true;
    state.root = repository->root();
    base::Result<git::Status> status = repository->status();
    if (status)
        state.status = std::move(status).value();
    else
        state.why = status.error().message;
    return state;
}

void RepositoryWatch::ask()
{
    const QString folder = m_folder;
    // A slow git is not asked over and over: once more when it has answered.
    m_again = m_job.isRunning() && m_asked == folder;
    if (m_again)
        return;
    m_asked = folder;
    m_job.start([folder](const base::CancelToken&) { return askGit(folder); },
        [this, folder](RepositoryState state) {
            if (folder != m_folder)
                return;
            m_state = std::move(state);
            emit changed();
            if (m_again)
                ask();
        });
}

} // namespace services
