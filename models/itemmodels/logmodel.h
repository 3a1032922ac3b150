// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/base/zone.h"

#include <QAbstractTableModel>
#include <QVector>

namespace itemmodels {

struct LogLine {
    base::UtcTime at;
    base::Severity level = base::Severity::Info;
    QString text;
};

/// The program's log: time, text. Keeps the newest lines only.
class LogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Text, ColumnCount };
    enum Role { LevelRole = Qt::UserRole + 1 /**< int(base::Severity) */ };
    static constexpr int mostLines = 10'000;

    explicit LogModel(QObject* parent = nullptr);

    void append(const LogLine& line);
    void append(const QVector<LogLine>& lines);
    void clear();
    void setZone(const base::Zone& zone);
    [[nodiscard]] QString plainText() const; ///< for the clipboard

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString timeText(const LogLine& line) const;

    QVector<LogLine> m_lines;
    base::Zone m_zone;
};

} // namespace itemmodels
