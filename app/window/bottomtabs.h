// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

class QUndoStack;

namespace services {
class Session;
}

namespace window {

class LogPanel;
class ProblemsPanel;

/// Problems n | Log | Undo history.
class BottomTabs : public QTabWidget {
    Q_OBJECT
public:
    BottomTabs(services::Session& session, LogPanel* log, QWidget* parent = nullptr);
    [[nodiscard]] ProblemsPanel* problems() const { return m_problems; }
    void showProblems();
    void showLog();
    void showHistory();

private:
    void nameProblems(int count);

    ProblemsPanel* m_problems = nullptr;
    LogPanel* m_log = nullptr;
};

} // namespace window
