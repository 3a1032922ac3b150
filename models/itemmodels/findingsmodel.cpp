// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/findingsmodel.h"

#include "models/itemmodels/findingwords.h"

#include <algorithm>

namespace itemmodels {

FindingsModel::FindingsModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void FindingsModel::setFindings(const QVector<freshness::Finding>& findings)
{
    beginResetModel();
    m_findings = findings;
    m_year = 0;
    for (const freshness::Finding& finding : m_findings)
        m_year = std::max(m_year, finding.slotDate.isValid() ? finding.slotDate.year() : 0);
    endResetModel();
}

int FindingsModel::rowOf(const QString& findingId) const
{
    const auto it = std::find_if(m_findings.cbegin(), m_findings.cend(), [&](const auto& f) { return f.id == findingId; });
    return it == m_findings.cend() ? -1 : int(it - m_findings.cbegin());
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FindingsModel::text(const freshness::Finding& finding, int column) const
{
    switch (column) {
    case What: return lookOf(finding).words;
    case Where: return whereWords(finding);
    case Day: return dayWords(finding.slotDate, m_year);
    case By: return gapWords(finding);
    case RunColumn: return runWords(finding);
    default: return {};
    }
}

QVariant FindingsModel::sortValue(const freshness::Finding& finding, int column) const
{
    if (column == Day)
        return finding.slotDate;
    if (column == By)
        return finding.gapSeconds.value_or(-1.0);
    if (column == What)
        return -int(lookOf(finding).mark);
    return text(finding, column);
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const freshness::Finding& finding = m_findings[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(finding, index.column());
    case Qt::ToolTipRole: return finding.headline;
    case Qt::AccessibleTextRole: return QVariant(text(finding, index.column()));
    case MarkRole: return int(lookOf(finding).mark);
    case FindingIdRole: return finding.id;
    case SortRole: return sortValue(finding, index.column());
    case SeverityRole: return int(finding.severity);
    default: return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("What");
    case Where: return tr("Where");
    case Day: return tr("Day");
    case By: return tr("By");
    case RunColumn: return tr("Run");
    default: return {};
    }
}

} // namespace itemmodels
