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

} // namespace window
