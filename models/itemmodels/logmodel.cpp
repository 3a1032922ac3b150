// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/logmodel.h"

#include <QTime>

namespace itemmodels {

LogModel::LogModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void LogModel::append(const LogLine& line)
{
    append(QVector<LogLine> {line});
}

void LogModel::append(const QVector<LogLine>& lines)
{
    const QVector<LogLine> kept = lines.size() > mostLines ? lines.last(mostLines) : lines;
    if (kept.isEmpty())
        return;
    const qsizetype excess = m_lines.size() + kept.size() - mostLines;
    if (excess > 0) {
        beginRemoveRows({}, 0, int(excess) - 1);
        m_lines.remove(0, excess);
        endRemoveRows();
    }
    const int first = int(m_lines.size());
    beginInsertRows({}, first, first + int(kept.size()) - 1);
    m_lines += kept;
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void LogModel::setZone(const base::Zone& zone)
{
    m_zone = zone;
    if (!m_lines.isEmpty())
        emit dataChanged(index(0, Time), index(int(m_lines.size()) - 1, Time), {Qt::DisplayRole});
}

QString LogModel::timeText(const LogLine& line) const
{
    return QTime::fromMSecsSinceStartOfDay(int(m_zone.localMicrosOfDay(line.at) / 1000)).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString LogModel::plainText() const
{
    QString out;
    for (const LogLine& line : m_lines)
        out += line.at.toIso() + u' ' + base::severityWord(line.level) + u' ' + line.text + u'\n';
    return out;
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LogLine& line = m_lines[index.row()];
    if (role == Qt::DisplayRole)
        return index.column() == Time ? timeText(line) : line.text;
    if (role == Qt::ToolTipRole)
        return line.text;
    return role == LevelRole ? QVariant(int(line.level)) : QVariant();
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Time ? tr("Time") : tr("Text");
}

} // namespace itemmodels
