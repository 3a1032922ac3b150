// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QPair>
#include <QString>
#include <QVector>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace support {

/// What a client asked.
struct SeenRequest {
    QByteArray target; ///< as on the wire
    QByteArray path;
    QHash<QString, QString> query; ///< decoded
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    qint64 milliseconds = 0; ///< since the server began
    int number = 0; ///< from 0
};

/// What it gets.
struct FaultReply {
    enum class Fault { None, Reset, CutBody, Silent, NoLength };
    int status = 200;
    QVector<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Fault fault = Fault::None;
    int delayMilliseconds = 0;

    void with(const QByteArray& name, const QByteArray& value) { headers.append(QPair<QByteArray, QByteArray>(name, value)); }
    static FaultReply json(const QByteArray& body) { return {200, {{"Content-Type", "application/json"}}, body, Fault::None, 0}; }
    static FaultReply failing(int status) { return {status, {}, "{}", Fault::None, 0}; }
};

/// An HTTP/1.1 server on a free local port, a thread for each connection, for tests that need one that misbehaves.
class FaultServer {
public:
    using Handler = std::function<FaultReply(const SeenRequest&)>;
    explicit FaultServer(Handler handler);
    FaultServer(const FaultServer&) = delete;
    FaultServer& operator=(const FaultServer&) = delete;
    ~FaultServer();

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QVector<SeenRequest> requests() const;
    void setHandler(Handler handler);

private:
    void acceptLoop();
    void serve(int connection);
    [[nodiscard]] bool answer(int connection, const QByteArray& head);

    mutable std::mutex m_mutex;
    Handler m_handler;
    QVector<SeenRequest> m_requests;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_stopping = false;
    std::thread m_acceptor;
    std::vector<std::thread> m_servers;
    std::vector<int> m_connections;
    qint64 m_started = 0;
};

[[nodiscard]] QByteArray gzipped(const QByteArray& plain);

} // namespace support
