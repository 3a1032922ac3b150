// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/problemsmodel.h"

#include "app/window/looks.h"
#include "models/itemmodels/findingsmodel.h"

namespace window {

using itemmodels::FindingsModel;

ProblemsModel::ProblemsModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_findings(new FindingsModel(this))
{
}

void ProblemsModel::setProblems(const base::Problems& problems)
{
    if (problems == m_problems)
        return;
    beginResetModel();
    m_problems = problems;
    endResetModel();
}

void ProblemsModel::setFindings(const QVector<freshness::Finding>& findings)
{
    beginResetModel();
    m_findings->setFindings(findings);
    endResetModel();
}

const base::Problem* ProblemsModel::problem(int row) const
{
    return row >= 0 && row < m_problems.size() ? &m_problems.at(row) : nullptr;
}

const freshness::Finding* ProblemsModel::finding(int row) const
{
    const int index = row - int(m_problems.size());
    return index >= 0 && index < m_findings->rowCount() ? &m_findings->finding(index) : nullptr;
}

int ProblemsModel::rowOfFinding(const QString& id) const
{
    const int row = m_findings->rowOf(id);
    return row < 0 ? -1 : row + int(m_problems.size());
}

int ProblemsModel::count() const
{
    int sum = 0;
    for (const base::Problem& problem : m_problems)
        sum += problem.severity == base::Severity::Info ? 0 : 1;
    for (int row = 0; row < m_findings->rowCount(); ++row)
        sum += m_findings->finding(row).severity == base::Severity::Info ? 0 : 1;
    return sum;
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size()) + m_findings->rowCount();
}

int ProblemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(FindingsModel::ColumnCount);
}

QVariant ProblemsModel::problemData(const base::Problem& problem, int column, int role) const
{
    const auto text = [&]() -> QString {
        switch (column) {
        case FindingsModel::What:
            return problem.severity == base::Severity::Error ? tr("Error") : problem.severity == base::Severity::Warning ? tr("Warning") : tr("Note");
        case FindingsModel::Where:
            return problem.message;
        case FindingsModel::RunColumn: {
            base::Place place = problem.place;
            place.keyPath.clear();
            return place.toString();
        }
        default:
            return {};
        }
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text();
    case Qt::ToolTipRole:
        return QStringLiteral("%1 (%2)").arg(problem.message, problem.code);
    case markRole:
        return column == FindingsModel::What ? QVariant(int(paintMark(problem.severity))) : QVariant();
    default:
        return {};
    }
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (const base::Problem* found = problem(index.row()))
        return problemData(*found, index.column(), role);
    const QModelIndex inner = m_findings->index(index.row() - int(m_problems.size()), index.column());
    if (role == markRole) {
        if (index.column() != FindingsModel::What)
            return {};
        return int(paintMark(itemmodels::Mark(inner.data(FindingsModel::MarkRole).toInt())));
    }
    return inner.data(role);
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_findings->headerData(section, orientation, role);
}

} // namespace window
