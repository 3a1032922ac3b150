// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cancel.h"
#include "models/base/utctime.h"
#include "models/connectors/jsontree.h"
#include "models/net/fetcher.h"

#include <QJsonObject>

namespace connectors {

/// How a stream asks for what is new (local-sync.md, A read).
struct Incremental {
    QString cursorField; ///< dotted path in a record
    QString parameter;   ///< of the request; empty: the value is kept but not sent
    std::optional<QString> initial;
    base::Micros lag = 0;
    base::Place place;
    base::Place lagPlace;
};

/// What a stream says about its records.
struct StreamSpec {
    QString name;
    QStringList primaryKey; ///< dotted paths in a record
    std::optional<Incremental> incremental;
    bool listsAsTables = false;
    base::Place place;
};

/// One page. Where the next one begins is the source's own business: an object that can be stored and given back.
struct Page {
    JsonTree tree;
    std::vector<quint32> records;
    std::optional<QJsonObject> next; ///< nothing: the read ends here
    QString identity;     ///< of what led to this page, where following it twice would be a loop (token, URL); else empty
    QString nextIdentity; ///< of what `next` follows
};

/// Reads pages of records. One thread at a time.
class Source {
public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source();

    [[nodiscard]] virtual QVector<StreamSpec> streams() const = 0;
    /// `position`: empty for the first page. `filter`: the value of the incremental parameter.
    /// Errors `net.*`, `rest.*` (see syncs::errorClass).
    [[nodiscard]] virtual base::Result<Page> read(const QString& stream, const QJsonObject& position,
        const std::optional<QString>& filter, const base::CancelToken& cancel) = 0;
    virtual void setListener(const net::FetchListener& listener) = 0;
    [[nodiscard]] virtual net::FetchCounters counters() const = 0;
};

} // namespace connectors
