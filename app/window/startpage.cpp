// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/startpage.h"

#include "widgets/common/actions.h"

#include <QCoreApplication>

namespace window {

common::EmptyState* makeStartPage(const common::ActionRegistry& actions, QWidget* parent)
{
    auto* page = new common::EmptyState(QCoreApplication::translate("startpage", "When did each job really run, and what had it read by then?"),
        QCoreApplication::translate("startpage",
            "Open a folder with pipelines, or the sample: three weeks of a concrete company's runs in four systems, with one bad morning to "
            "find. Files with run histories can be dropped onto this window."),
        parent);
    page->setObjectName(QStringLiteral("startPage"));
    page->addAction(actions.action(QStringLiteral("file.open")));
    page->addAction(actions.action(QStringLiteral("file.sample")));
    page->addAction(actions.action(QStringLiteral("help.start")));
    return page;
}

QWidget* makeSyncPlaceholder(const common::ActionRegistry& actions, QWidget* parent)
{
    Q_UNUSED(actions)
    auto* page = new common::EmptyState(QCoreApplication::translate("startpage", "Try a connection here before it runs anywhere else"),
        QCoreApplication::translate("startpage", "Choose a connection in the workspace tree. A sync reads a few pages into a local SQLite file."), parent);
    page->setObjectName(QStringLiteral("syncPlaceholder"));
    return page;
}

} // namespace window
