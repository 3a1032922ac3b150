// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/autosave.h"

#include "models/base/files.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace services {

using What = editing::DocumentChange::What;

Autosave::Autosave(editing::PipelineDocument& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(800);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::flush);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &Autosave::onFileChanged);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &Autosave::onFolderChanged);
    connect(&document, &editing::PipelineDocument::changed, this, [this](const editing::DocumentChange& change) {
        if (change.what == What::Opened)
            watchFiles();
        else if (change.what == What::Saved)
            rememberWritten();
        else if (m_enabled)
            m_timer.start();
    });
}

void Autosave::setEnabled(bool on)
{
    m_enabled = on;
    if (on && m_document.isModified())
        m_timer.start();
    else if (!on)
        m_timer.stop();
    m_flushAsked = m_flushAsked && on;
}

bool Autosave::flush()
{
    m_timer.stop();
    if (!m_document.isModified()) {
        m_flushAsked = false;
        return true;
    }
    m_flushAsked = true;
    if (hasConflict()) { // the notice may have been closed: without an answer nothing is saved, so ask again
        emit conflict(*std::min_element(m_conflicts.cbegin(), m_conflicts.cend()));
        return false;
    }
    const base::Result<void> written = m_document.save();
    if (written) {
        m_flushAsked = false;
        rememberWritten();
        emit saved();
        return true;
    }
    if (written.error().code == QLatin1String("document.changed_on_disk")) {
        QString file = written.error().place.file;
        if (QDir::isAbsolutePath(file))
            file = QDir(m_document.workspace().root).relativeFilePath(file);
        m_conflicts.insert(file);
        emit conflict(file);
    } else {
        emit failed(written.error());
    }
    return false;
}

bool Autosave::keepOurs(const QString& file)
{
    if (!resolve(file, true))
        return false;
    emit saved();
    return !m_enabled && !m_flushAsked ? !hasConflict() : flush();
}

bool Autosave::takeTheirs(const QString& file)
{
    if (!resolve(file, false)) // undoable: what was typed here is one step back
        return false;
    emit reloaded(file);
    return !m_enabled && !m_flushAsked ? !hasConflict() : flush();
}

bool Autosave::resolve(const QString& file, bool ours)
{
    const base::Result<void> done = m_document.resolve(file, ours);
    if (!done) {
        emit failed(done.error());
        return false;
    }
    m_conflicts.remove(file);
    if (m_document.texts().contains(file))
        m_written.insert(file, m_document.texts().value(file));
    return true;
}

void Autosave::watchFiles()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_conflicts.clear();
    m_flushAsked = false;
    m_timer.stop();
    rememberWritten();
    m_onDisk = filesOnDisk();
    QStringList paths;
    for (auto it = m_document.texts().cbegin(); it != m_document.texts().cend(); ++it)
        paths.append(absolutePath(it.key()));
    for (const char* folder : {"pipelines", "connections"}) {
        if (const QString path = absolutePath(QString::fromLatin1(folder)); QFileInfo(path).isDir())
            paths.append(path);
    }
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

void Autosave::rememberWritten()
{
    m_written = m_document.texts();
}

QString Autosave::absolutePath(const QString& file) const
{
    return QDir(m_document.workspace().root).absoluteFilePath(file);
}

QStringList Autosave::filesOnDisk() const
{
    QStringList names;
    for (const char* folder : {"pipelines", "connections"}) {
        const QDir directory(absolutePath(QString::fromLatin1(folder)));
        for (const QString& name : directory.entryList({QStringLiteral("*.yaml"), QStringLiteral("*.yml")}, QDir::Files, QDir::Name)) {
            if (!name.endsWith(QLatin1String(".layout.yaml")))
                names.append(QString::fromLatin1(folder) + u'/' + name);
        }
    }
    return names;
}

void Autosave::onFileChanged(const QString& path)
{
    if (QFileInfo::exists(path) && !m_watcher.files().contains(path))
        m_watcher.addPath(path); // replaced by rename: the watch died with the old file
    const QString file = QDir(m_document.workspace().root).relativeFilePath(path);
    const base::Result<QByteArray> disk = base::readFile(path);
    if (!disk || disk.value() == m_document.texts().value(file) || disk.value() == m_written.value(file))
        return;
    if (m_document.texts().value(file) == m_written.value(file)) {
        takeTheirs(file);
        return;
    }
    m_timer.stop();
    m_conflicts.insert(file);
    emit conflict(file);
}

void Autosave::onFolderChanged()
{
    const QStringList now = filesOnDisk();
    if (now == m_onDisk)
        return;
    m_onDisk = now;
    for (const QString& file : now) {
        if (m_document.texts().contains(file) && !m_watcher.files().contains(absolutePath(file)))
            m_watcher.addPath(absolutePath(file));
    }
    emit filesAppeared();
}

} // namespace services
