// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cancel.h"
#include "models/base/result.h"
#include "models/net/limits.h"
#include "models/net/url.h"

#include <QByteArray>

#include <memory>

namespace net {

struct Header {
    QByteArray name;
    QByteArray value;
    bool operator==(const Header&) const = default;
};
using Headers = QVector<Header>;

/// Refuses names that are no token and values with control characters: nothing may smuggle a second header in. `net.header`.
[[nodiscard]] base::Result<void> checkHeader(const Header& header);

struct HttpResponse {
    int status = 0;
    Headers headers;
    QByteArray body; ///< decoded
    Url url;         ///< the one that answered

    /// All values of this name (compared without case), in order.
    [[nodiscard]] QVector<QByteArray> values(const char* name) const;
};

/// One GET, one answer; no retries, no redirects, no cookies, no .netrc. TLS is verified. One connection is kept and used again.
/// Errors: `net.connect`, `net.timeout`, `net.cut_body`, `net.limit`, `net.tls`, `net.cancelled`. One thread at a time.
class HttpTransport {
public:
    HttpTransport();
    HttpTransport(const HttpTransport&) = delete;
    HttpTransport& operator=(const HttpTransport&) = delete;
    ~HttpTransport();

    [[nodiscard]] base::Result<HttpResponse> get(const Url& url, const Headers& headers, const Limits& limits, const base::CancelToken& cancel);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace net
