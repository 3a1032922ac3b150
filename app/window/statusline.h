// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/views.h"

#include <QStatusBar>

class QLabel;

namespace services {
class Session;
class RepositoryWatch;
class Autosave;
}

namespace window {

/// trakit · main, 1 change · 3 pipelines · 6 tasks ... all saved. What is said depends on the view.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(services::Session& session, const services::RepositoryWatch& repository, const services::Autosave& autosave, QWidget* parent = nullptr);
    void setView(View view);
    /// Words of a view of its own at the right (`peak memory 31 MB`); empty: none.
    void setViewWords(const QString& words);
    [[nodiscard]] QString words() const; ///< everything, for tests and screen readers

private:
    void refresh();
    [[nodiscard]] QString savedWords() const;
    [[nodiscard]] QString importedWords() const;

    services::Session& m_session;
    const services::RepositoryWatch& m_repository;
    const services::Autosave& m_autosave;
    View m_view = View::Design;
    QString m_viewWords;
    QLabel* m_workspace = nullptr;
    QLabel* m_branch = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_right = nullptr;
};

} // namespace window
