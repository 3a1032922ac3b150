// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/selection.h"

#include <QWidget>

class QVBoxLayout;

namespace services {
class Session;
}

namespace window {

/// The inspector's page of a dataset (who writes it, who reads it, when it was loaded) or of a connection.
class DatasetPage : public QWidget {
    Q_OBJECT
public:
    explicit DatasetPage(services::Session& session, QWidget* parent = nullptr);
    void showSelected(const Selected& selected);
    void setHistory(QWidget* page); ///< the chart of the edge; takes ownership

signals:
    void taskRequested(const QString& qualifiedId);
    void findingRequested(const QString& id);
    void syncRequested(const QString& connection);

private:
    void fillDataset(const QString& name);
    void fillFindings(const QString& name);
    void fillConnection(const QString& name);
    void addSection(const QString& title);
    void addMuted(const QString& text);
    void addJump(const QString& task);
    void addPair(const QString& left, const QString& right);

    services::Session& m_session;
    QVBoxLayout* m_rows = nullptr;
    QWidget* m_box = nullptr;
    QWidget* m_history = nullptr;
};

} // namespace window
