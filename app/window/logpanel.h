// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QWidget>

namespace itemmodels {
class LogModel;
}

class QTableView;

namespace window {

/// What happened, newest at the end; follows the end unless somebody has scrolled up. Ctrl+C copies the whole log.
class LogPanel : public QWidget {
    Q_OBJECT
public:
    explicit LogPanel(QWidget* parent = nullptr);
    void append(base::Severity level, const QString& text);
    [[nodiscard]] itemmodels::LogModel* model() const { return m_model; }
    [[nodiscard]] QString plainText() const;

private:
    itemmodels::LogModel* m_model = nullptr;
    QTableView* m_table = nullptr;
};

} // namespace window
