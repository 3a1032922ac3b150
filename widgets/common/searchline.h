// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QSortFilterProxyModel;

namespace common {

/// A line that filters a proxy while one types; Esc clears it.
class SearchLine : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchLine(const QString& placeholder, QWidget* parent = nullptr);
    void setProxy(QSortFilterProxyModel* proxy);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace common
