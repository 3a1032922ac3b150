// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectors/configreader.h"
#include "models/connectors/source.h"
#include "models/net/limits.h"
#include "models/net/retry.h"

namespace connectors {

enum class PaginationKind { None, Page, Offset, Cursor, Link };

struct Pagination {
    PaginationKind kind = PaginationKind::None;
    QString parameter;     ///< page, offset, cursor
    QString sizeParameter; ///< page, offset
    qint64 size = 0;       ///< 0: no size is asked
    qint64 start = 1;      ///< first page, or first offset
    QString path;          ///< dotted path to the next token or URL; link: empty means the Link header
};

struct RestStream {
    StreamSpec spec;
    QString path;
    net::Parameters parameters;
    QString records; ///< dotted path to the array; "" is the body
    Pagination pagination;
};

/// The config of `kind: rest`, complete (DESIGN section 6). Secrets are resolved.
struct RestConfig {
    net::Url baseUrl;
    net::Headers headers;        ///< with that of the authentication
    net::Parameters secretQuery; ///< api_key in the query
    int rateRequests = 0;        ///< 0: no budget
    base::Micros rateWindow = 0;
    net::RetryPolicy retry;
    net::Limits limits;
    QVector<RestStream> streams;
};

/// `config`: the map under `connection.config`, at `path`. Errors are in the reader.
[[nodiscard]] RestConfig readRestConfig(ConfigReader& reader, const yaml::Node& config, const QString& path);

} // namespace connectors
