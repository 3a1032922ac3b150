// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/slicemodel.h"

#include "widgets/common/statuslabel.h"
#include "widgets/common/theme.h"
#include "widgets/sync/syncwords.h"

#include <QGuiApplication>

namespace syncview {

static const painting::Tokens& sliceTokens()
{
    return painting::tokens(common::themeOf(QGuiApplication::palette()));
}

void SliceModel::setRows(const syncs::TargetRows& rows)
{
    beginResetModel();
    m_slice = rows;
    endResetModel();
}

int SliceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_slice.rows.size());
}

int SliceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_slice.columns.size());
}

QVariant SliceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_slice.rows.size())
        return {};
    const QString cell = m_slice.rows.at(index.row()).value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        // One line a row: what a cell holds beyond that is in its tool tip.
        return cell.isNull() ? QStringLiteral("NULL") : cell.left(400).simplified();
    case Qt::ToolTipRole:
        return cell.size() > 30 ? QVariant(cell.left(4000).toHtmlEscaped()) : QVariant();
    case Qt::FontRole:
        return common::monospaceFont();
    case Qt::ForegroundRole:
        return cell.isNull() ? QVariant(sliceTokens().muted) : QVariant();
    default:
        return {};
    }
}

QVariant SliceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_slice.columns.value(section)) : QVariant();
}

void RefusedModel::setRecords(const QVector<syncs::RefusedRecord>& records)
{
    beginResetModel();
    m_records = records;
    endResetModel();
}

int RefusedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int RefusedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RefusedModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_records.size())
        return {};
    const syncs::RefusedRecord& record = m_records.at(index.row());
    const int column = index.column();
    if (role == Qt::DecorationRole && column == Stream)
        return common::markIcon(painting::Mark::Failed, sliceTokens());
    if (role == Qt::FontRole && column == Record)
        return common::monospaceFont();
    if (role == Qt::TextAlignmentRole)
        return QVariant(column == Page || column == Position ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return column == Record ? QVariant(record.payload.left(4000).toHtmlEscaped()) : QVariant(record.reason);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Stream:
        return record.stream;
    case Page:
        return countWords(record.page);
    case Position:
        return countWords(record.position + 1);
    case Reason:
        return QStringLiteral("%1 (%2)").arg(record.reason, record.errorClass);
    default:
        return record.payload.left(400).simplified();
    }
}

QVariant RefusedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Page || section == Position ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    const QString names[] = {tr("Stream"), tr("Page"), tr("Record"), tr("Why"), tr("As it came")};
    return role == Qt::DisplayRole ? QVariant(names[section]) : QVariant();
}

} // namespace syncview
