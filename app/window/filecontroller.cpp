// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/filecontroller.h"

#include "app/services/autosave.h"
#include "app/services/preferences.h"
#include "app/services/repositorywatch.h"
#include "app/services/sample.h"
#include "app/services/session.h"
#include "app/services/taskkinds.h"
#include "app/window/logpanel.h"
#include "app/window/noticebar.h"
#include "app/window/selection.h"
#include "widgets/common/actions.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace window {

FileController::FileController(const Context& context, QObject* parent)
    : QObject(parent)
    , m(context)
{
    connectActions();
    connectAutosave();
}

void FileController::connectActions()
{
    const auto on = [this](const char* id, auto slot) { connect(m.actions.action(QString::fromLatin1(id)), &QAction::triggered, this, slot); };
    on("file.open", &FileController::chooseWorkspace);
    on("file.sample", &FileController::openSample);
    on("file.save", &FileController::save);
    on("file.reload", &FileController::reload);
    connect(m.actions.action(QStringLiteral("file.quit")), &QAction::triggered, &m.window, &QWidget::close);
    QAction* autosave = m.actions.action(QStringLiteral("file.autosave"));
    autosave->setChecked(m.preferences.autosave());
    m.autosave.setEnabled(m.preferences.autosave());
    connect(autosave, &QAction::toggled, this, [this](bool enabled) {
        m.preferences.setAutosave(enabled);
        m.autosave.setEnabled(enabled);
    });
    connect(m.actions.action(QStringLiteral("file.recent"))->menu(), &QMenu::aboutToShow, this, &FileController::fillRecent);
    fillRecent();
}

void FileController::connectAutosave()
{
    connect(&m.autosave, &services::Autosave::failed, this, &FileController::showError);
    connect(&m.autosave, &services::Autosave::conflict, this, &FileController::askAboutConflict);
    connect(&m.autosave, &services::Autosave::saved, &m.repository, &services::RepositoryWatch::refresh);
    connect(&m.autosave, &services::Autosave::reloaded, this, [this](const QString& file) {
        m.log.append(base::Severity::Info, tr("%1 was changed by another program and has been read again").arg(file));
        m.repository.refresh();
    });
    connect(&m.autosave, &services::Autosave::filesAppeared, this, [this] {
        m.notices.show(painting::Mark::Late, tr("Files of this workspace were added or removed by another program."),
            {{tr("Reload from disk"), [this] { reload(); }}});
    });
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state != Qt::ApplicationActive && m.autosave.isEnabled())
            m.autosave.flush();
    });
}

void FileController::chooseWorkspace()
{
    auto* dialog = new QFileDialog(&m.window, tr("Open workspace"), m.session.isOpen() ? m.session.document().workspace().root : QDir::homePath());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &FileController::openWorkspace);
    dialog->open();
}

bool FileController::openWorkspace(const QString& path)
{
    if (!prepareClose())
        return false;
    m.notices.dismiss();
    // Who is told of the new workspace asks for the kinds and the selection: both are ready before, and come back if it fails.
    const services::TaskKinds kinds = m.kinds;
    const Selected selected = m.selection.current();
    m.kinds.load(path);
    m.selection.clear();
    const base::Result<void> done = m.session.open(path);
    if (!done) {
        m.kinds = kinds;
        m.selection.set(selected.kind, selected.id);
        showError(done.error());
        return false;
    }
    const QString root = m.session.document().workspace().root;
    m.preferences.addRecentWorkspace(QDir(path).absolutePath());
    m.repository.setFolder(root);
    m.log.append(base::Severity::Info, tr("Opened %1").arg(QDir::toNativeSeparators(root)));
    for (const base::Problem& problem : m.kinds.problems())
        m.log.append(problem.severity, problem.place.toString() + QStringLiteral(": ") + problem.message);
    emit opened(root);
    return true;
}

void FileController::openSample()
{
    const base::Result<services::OpenedSample> sample = services::openSample();
    if (!sample) {
        showError(sample.error());
        return;
    }
    if (openWorkspace(sample->path) && sample->fresh)
        emit freshSample(sample->path + QStringLiteral("/runs"));
}

void FileController::fillRecent()
{
    QMenu* menu = m.actions.action(QStringLiteral("file.recent"))->menu();
    menu->clear();
    int number = 0;
    for (const QString& path : m.preferences.recentWorkspaces()) {
        QAction* action = menu->addAction(QStringLiteral("&%1  %2").arg(++number).arg(QDir::toNativeSeparators(path)));
        action->setEnabled(QFileInfo::exists(path));
        connect(action, &QAction::triggered, this, [this, path] { openWorkspace(path); });
    }
    if (number == 0)
        menu->addAction(tr("None yet"))->setEnabled(false);
    else
        connect(menu->addAction(tr("&Clear this list")), &QAction::triggered, this, [this] { m.preferences.clearRecentWorkspaces(); });
}

void FileController::save()
{
    if (m.session.isOpen())
        m.autosave.flush();
}

void FileController::reload()
{
    if (m.session.isOpen() && prepareClose())
        openWorkspace(m.session.path());
}

void FileController::askAboutConflict(const QString& file)
{
    const QString sentence = tr("%1 was changed by another program while it has edits here that are not saved.").arg(file);
    if (m.notices.sentence() == sentence) // asked again while the question stands
        return;
    m.notices.show(painting::Mark::Late, sentence,
        {{tr("Keep mine"), [this, file] { m.autosave.keepOurs(file); }},
            {tr("Take the file's text"), [this, file] { m.autosave.takeTheirs(file); }}});
    m.log.append(base::Severity::Warning, tr("%1: changed on disk; not overwritten").arg(file));
}

void FileController::showError(const base::Error& error)
{
    m.notices.show(painting::Mark::Failed, error.place.file.isEmpty() ? error.message : error.place.toString() + QStringLiteral(": ") + error.message);
    m.log.append(base::Severity::Error, error.toString());
}

bool FileController::prepareClose()
{
    if (!m.session.isOpen() || !m.session.document().isModified())
        return true;
    if (m.autosave.isEnabled() && m.autosave.flush())
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Not saved"), tr("Some edits are not saved."), QMessageBox::Cancel, &m.window);
    const QAbstractButton* save = box.addButton(tr("Save now"), QMessageBox::AcceptRole);
    const QAbstractButton* discard = box.addButton(tr("Discard them"), QMessageBox::DestructiveRole);
    box.exec();
    if (box.clickedButton() == save)
        return m.autosave.flush();
    return box.clickedButton() == discard;
}

} // namespace window
