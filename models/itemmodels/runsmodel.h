// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/zone.h"
#include "models/itemmodels/timelinedata.h"

#include <QAbstractTableModel>

namespace itemmodels {

/// Runs as a table, newest first. Shares the picture with the timeline; copies nothing.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { State, Job, System, Start, End, Duration, Attempts, Rows, RunId, ColumnCount };
    enum Role { MarkRole = Qt::UserRole + 1, RunIndexRole /**< int: index in picture->runs */, SortRole };

    explicit RunsModel(QObject* parent = nullptr);

    void setTimeline(std::shared_ptr<const TimelineData> data, const base::Zone& zone);
    /// Only runs of this job; empty: all.
    void setJob(const QString& job);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fill();
    [[nodiscard]] QString text(int run, int column) const;
    [[nodiscard]] QVariant sortValue(int run, int column) const;

    std::shared_ptr<const TimelineData> m_data;
    base::Zone m_zone;
    QString m_job;
    QVector<int> m_rows;
};

/// `3 Oct 07:04:12` in the zone.
[[nodiscard]] QString momentWords(qint64 at, const base::Zone& zone, bool seconds = true);
/// The word for a run's state as people read it: `ok`, `failed`, `running`.
[[nodiscard]] QString stateWords(runs::State state);
/// The word that stands beside a mark's shape.
[[nodiscard]] QString markWords(Mark mark);

} // namespace itemmodels
