// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/selection.h"

#include <QTreeWidget>

namespace services {
class Session;
class RepositoryWatch;
class TaskKinds;
}

namespace window {

/// PIPELINES with their tasks, DATASETS, CONNECTIONS and GIT; at the right of each what is known of it.
class WorkspaceTree : public QTreeWidget {
    Q_OBJECT
public:
    WorkspaceTree(services::Session& session, const services::RepositoryWatch& repository, const services::TaskKinds& kinds, Selection& selection,
        QWidget* parent = nullptr);

signals:
    void openRequested(const window::Selected& selected); ///< Enter or double-click
    void commitRequested();                               ///< the same on the branch

private:
    void connectModel();
    void refill();
    void fillPipelines(QTreeWidgetItem* section);
    void fillDatasets(QTreeWidgetItem* section);
    void fillConnections(QTreeWidgetItem* section);
    void fillGit(QTreeWidgetItem* section);
    QTreeWidgetItem* addSection(const QString& title);
    void followSelection();
    void activate(const QTreeWidgetItem* item);

    services::Session& m_session;
    const services::RepositoryWatch& m_repository;
    const services::TaskKinds& m_kinds;
    Selection& m_selection;
    bool m_refilling = false;
};

} // namespace window
