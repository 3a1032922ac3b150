// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/shortcutsdialog.h"

#include "widgets/common/actions.h"
#include "widgets/common/searchline.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace dialogs {

static QStandardItemModel* shortcutRows(const common::ActionRegistry& actions, QObject* parent)
{
    auto* model = new QStandardItemModel(0, 3, parent);
    model->setHorizontalHeaderLabels({ShortcutsDialog::tr("Menu"), ShortcutsDialog::tr("Command"), ShortcutsDialog::tr("Keys")});
    for (const QAction* action : actions.actions()) {
        if (action->menu())
            continue;
        QStringList keys;
        for (const QKeySequence& key : action->shortcuts())
            keys.append(key.toString(QKeySequence::NativeText));
        model->appendRow({new QStandardItem(common::ActionRegistry::categoryOf(action)), new QStandardItem(common::plainText(action)),
            new QStandardItem(keys.join(QStringLiteral(", ")))});
    }
    return model;
}

ShortcutsDialog::ShortcutsDialog(const common::ActionRegistry& actions, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(620, 560);
    auto* proxy = new QSortFilterProxyModel(this);
    proxy->setSourceModel(shortcutRows(actions, this));
    auto* search = new common::SearchLine(tr("Search commands and keys"), this);
    search->setProxy(proxy);
    auto* table = new QTableView(this);
    table->setModel(proxy);
    table->setAccessibleName(tr("Commands and their keys"));
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(24);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->resizeSection(0, 100);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->horizontalHeader()->resizeSection(2, 190);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(search);
    column->addWidget(table, 1);
    column->addWidget(buttons);
    search->setFocus();
}

} // namespace dialogs
