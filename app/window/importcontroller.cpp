// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/importcontroller.h"

#include "app/services/session.h"
#include "app/window/importbar.h"
#include "app/window/logpanel.h"
#include "app/window/noticebar.h"
#include "widgets/common/actions.h"

#include <QDir>
#include <QFileDialog>
#include <QMimeData>
#include <QUrl>

namespace window {

ImportController::ImportController(const Context& context, ImportBar& bar, QObject* parent)
    : QObject(parent)
    , m(context)
    , m_bar(bar)
{
    connect(m.actions.action(QStringLiteral("runs.importFiles")), &QAction::triggered, this, &ImportController::chooseFiles);
    connect(m.actions.action(QStringLiteral("runs.importFolder")), &QAction::triggered, this, &ImportController::chooseFolder);
    connect(m.actions.action(QStringLiteral("runs.cancelImport")), &QAction::triggered, &m.session, &services::Session::cancelImport);
    connect(&bar, &ImportBar::cancelled, &m.session, &services::Session::cancelImport);
    connect(&m.session, &services::Session::importStarted, this, [this] {
        m_bar.start();
        m.actions.action(QStringLiteral("runs.cancelImport"))->setEnabled(true);
    });
    connect(&m.session, &services::Session::importProgress, &bar, &ImportBar::setProgress);
    connect(&m.session, &services::Session::importFinished, this, &ImportController::report);
}

void ImportController::chooseFiles()
{
    auto* dialog = new QFileDialog(&m.window, tr("Import run histories"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportController::importPaths);
    dialog->open();
}

void ImportController::chooseFolder()
{
    auto* dialog = new QFileDialog(&m.window, tr("Import a folder of run histories"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) { importPaths({folder}); });
    dialog->open();
}

QStringList ImportController::localPaths(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

void ImportController::importPaths(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (!m.session.isOpen()) {
        m.notices.show(painting::Mark::Late, tr("Open a workspace first: runs are kept with it."));
        return;
    }
    m.session.importPaths(paths);
}

void ImportController::report(const services::ImportResult& result)
{
    m_bar.finish();
    m.actions.action(QStringLiteral("runs.cancelImport"))->setEnabled(false);
    const QDir root(m.session.document().workspace().root);
    for (const runs::FileReport& file : result.files) {
        const QString name = file.path.startsWith(root.path() + u'/') ? root.relativeFilePath(file.path) : file.path;
        if (!file.refused.isEmpty()) {
            m.log.append(base::Severity::Warning, tr("%1: refused: %2").arg(name, file.refused));
            continue;
        }
        m.log.append(base::Severity::Info, tr("%1: %2, %3 new, %4 updated, %5 unchanged")
                .arg(name, file.format).arg(file.counts.added).arg(file.counts.updated).arg(file.counts.unchanged));
        for (const QString& note : file.notes)
            m.log.append(base::Severity::Warning, QStringLiteral("  ") + note);
    }
    const runs::ImportCounts total = result.total();
    QString sentence = tr("Imported: %1 new, %2 updated, %3 unchanged, from %n file(s)", nullptr, int(result.files.size()) - result.refused())
                           .arg(total.added).arg(total.updated).arg(total.unchanged);
    if (result.refused() > 0)
        sentence += QStringLiteral("; ") + tr("%n file(s) refused", nullptr, result.refused());
    if (result.cancelled)
        sentence = tr("Cancelled. ") + sentence;
    m.log.append(base::Severity::Info, sentence);
    if (result.error) {
        m.log.append(base::Severity::Error, result.error->toString());
        m.notices.show(painting::Mark::Failed, result.error->message);
    } else {
        m.notices.show(result.refused() > 0 || result.cancelled ? painting::Mark::Late : painting::Mark::Success, sentence,
            {{tr("Show log"), [this] { m.actions.action(QStringLiteral("view.log"))->trigger(); }}});
    }
    emit finished(total.added);
}

} // namespace window
