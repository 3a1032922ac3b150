// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/git/changedfilesmodel.h"

#include "widgets/common/theme.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QSize>

#include <algorithm>

namespace gitview {

static QString sayOfGit(const char* text)
{
    return QCoreApplication::translate("git", text);
}

static bool isConflicted(const git::ChangedFile& file)
{
    return file.state == QLatin1String("conflicted");
}

QString stateWords(const git::ChangedFile& file)
{
    if (file.state == QLatin1String("modified"))
        return sayOfGit(QT_TRANSLATE_NOOP("git", "modified"));
    if (file.state == QLatin1String("added") || file.state == QLatin1String("untracked"))
        return sayOfGit(QT_TRANSLATE_NOOP("git", "new"));
    if (file.state == QLatin1String("deleted"))
        return sayOfGit(QT_TRANSLATE_NOOP("git", "deleted"));
    if (file.state == QLatin1String("renamed"))
        return sayOfGit(QT_TRANSLATE_NOOP("git", "renamed from %1")).arg(file.renamedFrom);
    return isConflicted(file) ? sayOfGit(QT_TRANSLATE_NOOP("git", "in conflict: resolve it first")) : file.state;
}

QChar stateLetter(const git::ChangedFile& file)
{
    if (file.state == QLatin1String("deleted"))
        return u'D';
    if (file.state == QLatin1String("renamed"))
        return u'R';
    if (isConflicted(file))
        return u'U';
    return file.state == QLatin1String("modified") ? u'M' : u'A';
}

void ChangedFilesModel::setFiles(const QVector<git::ChangedFile>& files)
{
    beginResetModel();
    m_files = files;
    m_ticked.clear();
    for (const git::ChangedFile& file : files) {
        if (!isConflicted(file))
            m_ticked.insert(file.path);
    }
    endResetModel();
    emit tickedChanged();
}

QStringList ChangedFilesModel::ticked() const
{
    QStringList paths;
    for (const git::ChangedFile& file : m_files) {
        if (m_ticked.contains(file.path))
            paths.append(file.path);
    }
    return paths;
}

int ChangedFilesModel::conflicts() const
{
    return int(std::count_if(m_files.cbegin(), m_files.cend(), isConflicted));
}

void ChangedFilesModel::setLocked(bool locked)
{
    m_locked = locked;
    if (!m_files.isEmpty())
        emit dataChanged(index(0), index(int(m_files.size()) - 1));
}

int ChangedFilesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

QVariant ChangedFilesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_files.size())
        return {};
    const git::ChangedFile& file = m_files.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1  %2").arg(stateLetter(file)).arg(file.path);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(file.path, stateWords(file));
    case Qt::CheckStateRole:
        return m_ticked.contains(file.path) ? Qt::Checked : Qt::Unchecked;
    case Qt::SizeHintRole:
        return QSize(0, painting::size::row);
    case Qt::FontRole:
        return common::monospaceFont();
    case Qt::ForegroundRole: {
        const painting::Tokens& t = painting::tokens(common::themeOf(QGuiApplication::palette()));
        const QChar letter = stateLetter(file);
        return letter == u'A' ? t.success : letter == u'D' || letter == u'U' ? t.failed : t.text;
    }
    default:
        return {};
    }
}

bool ChangedFilesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const QString path = m_files.at(index.row()).path;
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(path);
    else
        m_ticked.remove(path);
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit tickedChanged();
    return true;
}

Qt::ItemFlags ChangedFilesModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_locked || isConflicted(m_files.at(index.row())) ? flags : flags | Qt::ItemIsUserCheckable;
}

} // namespace gitview
