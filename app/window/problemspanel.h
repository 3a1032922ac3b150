// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTableView;

namespace services {
class Session;
}

namespace window {

class ProblemsModel;

/// The table under everything: what the rules and the diagnosis have found. Enter or a double-click goes there.
class ProblemsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsPanel(services::Session& session, QWidget* parent = nullptr);
    [[nodiscard]] int count() const;
    [[nodiscard]] ProblemsModel* model() const { return m_model; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    /// Without any signal: the selection came from elsewhere.
    void showFinding(const QString& id);

signals:
    void countChanged(int count);
    void findingActivated(const QString& id);
    void placeActivated(const base::Place& place);

private:
    void buildLayout();
    void refill();
    void activate(int row);

    services::Session& m_session;
    ProblemsModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    QStackedLayout* m_pages = nullptr;
    QLabel* m_empty = nullptr;
};

} // namespace window
