// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/tables.h"

#include "app/window/markdelegate.h"
#include "widgets/painting/tokens.h"

#include <QHeaderView>
#include <QTableView>

namespace window {

QTableView* plainTable(QWidget* parent, const QString& objectName, const QString& accessibleName)
{
    auto* table = new QTableView(parent);
    table->setObjectName(objectName);
    table->setAccessibleName(accessibleName);
    table->setItemDelegate(new MarkDelegate(table));
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(painting::size::row);
    table->verticalHeader()->setMinimumSectionSize(painting::size::row);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setFixedHeight(22);
    return table;
}

} // namespace window
