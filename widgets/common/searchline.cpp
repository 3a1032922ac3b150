// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/searchline.h"

#include <QKeyEvent>
#include <QSortFilterProxyModel>

namespace common {

SearchLine::SearchLine(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
}

void SearchLine::setProxy(QSortFilterProxyModel* proxy)
{
    proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy->setFilterKeyColumn(-1);
    connect(this, &QLineEdit::textChanged, proxy, &QSortFilterProxyModel::setFilterFixedString);
}

void SearchLine::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace common
