// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/freshness/finding.h"

#include <QAbstractTableModel>

namespace itemmodels {
class FindingsModel;
}

namespace window {

/// What the rules say of the YAML, in the columns of itemmodels::FindingsModel, followed by the findings themselves.
class ProblemsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit ProblemsModel(QObject* parent = nullptr);

    void setProblems(const base::Problems& problems);
    void setFindings(const QVector<freshness::Finding>& findings);
    [[nodiscard]] const base::Problem* problem(int row) const;     ///< nullptr where the row is a finding
    [[nodiscard]] const freshness::Finding* finding(int row) const; ///< nullptr where the row is a problem
    [[nodiscard]] int rowOfFinding(const QString& id) const;
    /// Errors and warnings; notes are listed but not counted.
    [[nodiscard]] int count() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant problemData(const base::Problem& problem, int column, int role) const;

    base::Problems m_problems;
    itemmodels::FindingsModel* m_findings = nullptr;
};

} // namespace window
