// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/helpcontroller.h"

#include "app/window/noticebar.h"
#include "models/base/files.h"
#include "version.h"
#include "widgets/common/actions.h"
#include "widgets/dialogs/firststeps.h"
#include "widgets/dialogs/shortcutsdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QScreen>
#include <QSysInfo>

namespace window {

HelpController::HelpController(const Context& context, QObject* parent)
    : QObject(parent)
    , m(context)
{
    const auto on = [this](const char* id, auto slot) { connect(m.actions.action(QString::fromLatin1(id)), &QAction::triggered, this, slot); };
    on("help.start", &HelpController::showFirstSteps);
    on("help.shortcuts", &HelpController::showShortcuts);
    on("help.system", &HelpController::copySystemInformation);
    on("help.about", &HelpController::showAbout);
}

void HelpController::showFirstSteps()
{
    auto* dialog = new dialogs::FirstSteps(&m.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void HelpController::showShortcuts()
{
    auto* dialog = new dialogs::ShortcutsDialog(m.actions, &m.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void HelpController::copySystemInformation()
{
    const QScreen* screen = m.window.screen();
    const QString text = QStringLiteral("Weirkeeper %1\nQt %2 on %3\n%4, %5\nScreen %6 x %7, scale %8\nData %9\n")
                             .arg(QStringLiteral(WEIRKEEPER_VERSION), QString::fromLatin1(qVersion()), QGuiApplication::platformName(), QSysInfo::prettyProductName(),
                                 QSysInfo::currentCpuArchitecture())
                             .arg(screen->size().width())
                             .arg(screen->size().height())
                             .arg(screen->devicePixelRatio())
                             .arg(base::dataDirectory());
    QGuiApplication::clipboard()->setText(text);
    m.notices.show(painting::Mark::Success, tr("The system information is on the clipboard. It names no workspace and holds no secret."));
}

void HelpController::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Weirkeeper"),
        tr("Weirkeeper %1").arg(QStringLiteral(WEIRKEEPER_VERSION)), QMessageBox::Close, &m.window);
    box->setInformativeText(tr("Puts the runs of Airbyte, dlt, dbt, OpenLineage and Tableau on one time axis, says which job read a table before its load "
                               "had ended, and writes what would prevent it into the YAML.\n\nFree software under the GNU General Public License, "
                               "version 3 or later."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace window
