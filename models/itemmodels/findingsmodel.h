// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/finding.h"
#include "models/itemmodels/pyramid.h"

#include <QAbstractTableModel>

namespace itemmodels {

/// The table of problems: What, Where, Day, By, Run. Rows in the order of the diagnosis.
class FindingsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Where, Day, By, RunColumn, ColumnCount };
    enum Role {
        MarkRole = Qt::UserRole + 1, ///< int(Mark): the delegate draws its shape and colour
        FindingIdRole,               ///< QString
        SortRole,                    ///< value that orders the column
        SeverityRole                 ///< int(base::Severity)
    };

    explicit FindingsModel(QObject* parent = nullptr);

    void setFindings(const QVector<freshness::Finding>& findings);
    [[nodiscard]] const freshness::Finding& finding(int row) const { return m_findings[row]; }
    [[nodiscard]] int rowOf(const QString& findingId) const; ///< -1 if absent

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const freshness::Finding& finding, int column) const;
    [[nodiscard]] QVariant sortValue(const freshness::Finding& finding, int column) const;

    QVector<freshness::Finding> m_findings;
    int m_year = 0; ///< the newest: other years are written out
};

} // namespace itemmodels
