// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/syncjob.h"
#include "widgets/sync/syncwords.h"

#include <QAbstractTableModel>

namespace syncview {

/// The streams of a connection: how each is loaded, and how far it is.
class StreamsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Stream, Load, Rows, Pages, Rate, Retries, Asleep, State, ColumnCount };
    enum Phase { Idle, Queued, Reading, Waiting, Ended };
    using QAbstractTableModel::QAbstractTableModel;

    void setPlans(const QVector<syncs::StreamPlan>& plans);
    void begin(); ///< a sync starts: every stream is queued
    void take(const QVector<syncs::SyncEvent>& events);
    void finish(const syncs::SyncReport& report);

    [[nodiscard]] const QVector<syncs::StreamPlan>& plans() const { return m_plans; }
    [[nodiscard]] QString stream(int row) const;
    [[nodiscard]] int row(const QString& stream) const; ///< -1 if none
    [[nodiscard]] Phase phase(int row) const { return m_rows.at(row).phase; }
    [[nodiscard]] const syncs::StreamReport& totals(int row) const { return m_rows.at(row).totals; }
    [[nodiscard]] qint64 rowsLoaded() const;
    [[nodiscard]] int ended() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        Phase phase = Idle;
        syncs::StreamReport totals;
        double waitSeconds = 0;
        QString waitReason;
    };
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] Words state(int row) const;

    QVector<syncs::StreamPlan> m_plans;
    QVector<Row> m_rows;
};

} // namespace syncview
