// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/targetreader.h"

#include <QAbstractTableModel>

namespace syncview {

/// The first rows of a stream's table, in monospace; NULL is muted.
class SliceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const syncs::TargetRows& rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    syncs::TargetRows m_slice;
};

/// Records that were refused, with the reason.
class RefusedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Stream, Page, Position, Reason, Record, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRecords(const QVector<syncs::RefusedRecord>& records);
    [[nodiscard]] const QVector<syncs::RefusedRecord>& records() const { return m_records; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<syncs::RefusedRecord> m_records;
};

} // namespace syncview
