// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utctime.h"
#include "models/sync/report.h"

#include <QAbstractTableModel>
#include <QHash>

namespace syncview {

/// One request on the wire and what came of it.
struct RequestRow {
    QString stream;
    int number = 0;        ///< within its stream, from 1
    qint64 page = 0;       ///< pages that were committed before it
    base::UtcTime at;      ///< when we heard of it
    QString method;
    QString url;           ///< without secrets
    QStringList headers;   ///< `Name: value`, secrets as dots
    int attempt = 1;
    int status = 0;        ///< 0: no answer (yet)
    double milliseconds = 0;
    QStringList answerHeaders;
    double waitSeconds = 0; ///< asleep after it
    QString waitReason;
    [[nodiscard]] QString answerHeader(QLatin1String name) const; ///< value; empty if absent
};

/// What the requests of this sync say about the server's limit.
struct RequestStatistics {
    qint64 requests = 0;
    qint64 refused = 0;         ///< answered 429
    int limit = 0;              ///< requests a minute, as the server says or as counted before its first refusal; 0 unknown
    bool limitFromServer = false;
};

/// The requests of a sync, oldest first; the newest only.
class RequestsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Stream, Page, Status, Took, Attempt, Waited, Url, ColumnCount };
    static constexpr int mostRequests = 5'000;
    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void take(const QVector<syncs::SyncEvent>& events, base::UtcTime now);

    [[nodiscard]] const RequestRow& request(int row) const { return m_rows.at(row); }
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] RequestStatistics statistics() const;
    /// The last one that the server refused or that failed; else the last; -1 if there is none.
    [[nodiscard]] int notable() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void append(const QVector<RequestRow>& rows);
    void answer(RequestRow& row, const syncs::SyncEvent& event);
    [[nodiscard]] QString text(const RequestRow& row, int column) const;

    QVector<RequestRow> m_rows;
    QHash<QString, int> m_perStream;
    QVector<base::UtcTime> m_beforeRefusal; ///< answered requests of the last minute, until the first refusal
    qint64 m_total = 0;
    qint64 m_refused = 0;
    int m_counted = 0;
    int m_said = 0;
};

} // namespace syncview
