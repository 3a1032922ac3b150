// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/pipeline/model.h"

#include <QThread>

#include <memory>

/// A small Trakit status API on 127.0.0.1, so that the sample workspace has something to sync from: invented data, always
/// the same. Its ways are those of real APIs: bearer token, pages, a cursor, a limit of 500 requests a minute, one 429
/// with Retry-After, and three records without their key.
namespace sampleapi {

inline constexpr quint16 port = 8765;
inline constexpr const char* token = "sample-token";
inline constexpr int statusCount = 41208;
inline constexpr int shiftCount = 3114;

struct Answer {
    int status = 200;
    QByteArray body;
    QList<QByteArray> headers;
};

/// One request as bytes of its head; pure but for the counters it is given.
struct Counters {
    int requestsInMinute = 0;
    qint64 minute = 0;
    bool refusedOnce = false;
};
Answer answer(const QByteArray& requestHead, Counters& counters, qint64 nowSeconds);

/// Runs in a thread of its own from start() to destruction. Owner: whoever syncs.
class Server {
public:
    Server();
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    /// Error `sample_api.port` if something else listens there. Starting twice is harmless.
    base::Result<void> start(quint16 onPort = port);
    [[nodiscard]] quint16 listeningPort() const { return m_port; }

private:
    QThread m_thread;
    quint16 m_port = 0;
};

/// Starts `server` and offers the sample's token to the secret chain if the workspace says `sample_api: true`; otherwise
/// does nothing. An API that is already answering on the port (another Weirkeeper window) is used as it is.
base::Result<void> startFor(const pipeline::Workspace& workspace, Server& server);

} // namespace sampleapi
