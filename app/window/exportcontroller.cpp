// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exportcontroller.h"

#include "app/services/session.h"
#include "app/window/logpanel.h"
#include "app/window/noticebar.h"
#include "models/base/files.h"
#include "models/catalogue/catalogue.h"
#include "models/formats/dialect.h"
#include "widgets/common/actions.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>

namespace window {

ExportController::ExportController(const Context& context, QObject* parent)
    : QObject(parent)
    , m(context)
{
    QMenu* menu = m.actions.action(QStringLiteral("pipeline.export"))->menu();
    const formats::Registry dialects = formats::builtInDialects(); // outlives the loop
    for (const auto& dialect : dialects.dialects()) {
        QAction* action = menu->addAction(dialect->title() + u'…');
        action->setObjectName(QStringLiteral("export.") + dialect->id());
        connect(action, &QAction::triggered, this, [this, id = dialect->id(), title = dialect->title()] { chooseFolder(id, title); });
    }
}

void ExportController::chooseFolder(const QString& dialect, const QString& title)
{
    if (!m.session.isOpen())
        return;
    auto* dialog = new QFileDialog(&m.window, tr("Export to %1: into which folder?").arg(title), m.session.document().workspace().root);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("Export here"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialect](const QString& folder) { exportTo(dialect, folder); });
    dialog->open();
}

bool ExportController::exportTo(const QString& dialect, const QString& folder)
{
    const formats::Registry registry = formats::builtInDialects();
    const formats::Dialect* target = registry.find(dialect);
    if (!target)
        return false;
    const pipeline::Workspace& workspace = m.session.document().workspace();
    const auto written = target->write(workspace, catalogue::loadCatalogue(workspace.root), {});
    if (!written) {
        m.notices.show(painting::Mark::Failed, written.error().message);
        m.log.append(base::Severity::Error, written.error().toString());
        return false;
    }
    const auto& result = written.value();
    for (auto it = result.files.cbegin(); it != result.files.cend(); ++it) {
        const QString path = QDir(folder).absoluteFilePath(it.key());
        QDir().mkpath(QFileInfo(path).path());
        const base::Result<void> done = base::writeFile(path, it.value());
        if (!done) {
            m.notices.show(painting::Mark::Failed, tr("%1 cannot be written: %2").arg(path, done.error().message));
            return false;
        }
        m.log.append(base::Severity::Info, tr("Wrote %1").arg(QDir::toNativeSeparators(path)));
    }
    for (const base::Problem& finding : result.findings)
        m.log.append(finding.severity, finding.place.toString() + QStringLiteral(": ") + finding.message);
    const int lost = int(result.findings.size());
    QString sentence = tr("Exported %n file(s) to %1", nullptr, int(result.files.size())).arg(QDir::toNativeSeparators(folder));
    if (lost > 0)
        sentence += QStringLiteral("; ") + tr("%n thing(s) that %1 cannot say are in the log", nullptr, lost).arg(target->title());
    m.notices.show(lost > 0 ? painting::Mark::Late : painting::Mark::Success, sentence,
        {{tr("Show log"), [this] { m.actions.action(QStringLiteral("view.log"))->trigger(); }}});
    return true;
}

} // namespace window
