// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfault.h"

#include <QUrl>
#include <QUrlQuery>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <chrono>

namespace support {

namespace {

qint64 faultNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void sendAll(int connection, const QByteArray& data)
{
    for (qsizetype sent = 0; sent < data.size();) {
        const auto step = ::send(connection, data.constData() + sent, size_t(data.size() - sent), MSG_NOSIGNAL);
        if (step <= 0)
            return;
        sent += step;
    }
}

SeenRequest parseHead(const QByteArray& head)
{
    SeenRequest seen;
    const auto lines = head.split('\n');
    seen.target = lines.first().trimmed().split(' ').value(1);
    const QUrl url = QUrl::fromEncoded(seen.target);
    seen.path = url.path(QUrl::FullyEncoded).toUtf8();
    const QUrlQuery query(url);
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto& item : items)
        seen.query.insert(item.first, item.second);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines.at(i).indexOf(':');
        if (colon > 0)
            seen.headers.insert(lines.at(i).left(colon).trimmed().toLower(), lines.at(i).mid(colon + 1).trimmed());
    }
    return seen;
}

} // namespace

FaultServer::FaultServer(Handler handler) : m_handler(std::move(handler)), m_started(faultNow())
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), length);
    ::listen(m_listener, 64);
    ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { acceptLoop(); });
}

FaultServer::~FaultServer()
{
    m_stopping = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    {
        const std::lock_guard lock(m_mutex);
        for (const int connection : m_connections)
            ::shutdown(connection, SHUT_RDWR);
    }
    for (std::thread& server : m_servers)
        server.join();
    ::close(m_listener);
}

QVector<SeenRequest> FaultServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void FaultServer::setHandler(Handler handler)
{
    const std::lock_guard lock(m_mutex);
    m_handler = std::move(handler);
}

void FaultServer::acceptLoop()
{
    while (!m_stopping) {
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            return;
        const int on = 1;
        ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        const std::lock_guard lock(m_mutex);
        m_connections.push_back(connection);
        m_servers.emplace_back([this, connection] { serve(connection); });
    }
}

void FaultServer::serve(int connection)
{
    QByteArray pending;
    char buffer[16384];
    for (bool open = true; open && !m_stopping;) {
        const auto end = pending.indexOf("\r\n\r\n");
        if (end >= 0) {
            const QByteArray head = pending.left(end);
            pending.remove(0, end + 4);
            open = answer(connection, head);
            continue;
        }
        const auto got = ::recv(connection, buffer, sizeof buffer, 0);
        open = got > 0;
        if (open)
            pending.append(buffer, got);
    }
    {
        const std::lock_guard lock(m_mutex);
        std::erase(m_connections, connection);
    }
    ::close(connection);
}

bool FaultServer::answer(int connection, const QByteArray& head)
{
    SeenRequest seen = parseHead(head);
    Handler handler;
    {
        const std::lock_guard lock(m_mutex);
        seen.number = int(m_requests.size());
        seen.milliseconds = faultNow() - m_started;
        m_requests.append(seen);
        handler = m_handler;
    }
    const FaultReply reply = handler(seen);
    for (int waited = 0; waited < reply.delayMilliseconds && !m_stopping; waited += 10)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (reply.fault == FaultReply::Fault::Reset) {
        const linger hard = {1, 0};
        ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        return false;
    }
    while (reply.fault == FaultReply::Fault::Silent && !m_stopping)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    QByteArray text = "HTTP/1.1 " + QByteArray::number(reply.status) + " X\r\n";
    for (const auto& [name, value] : reply.headers)
        text += name + ": " + value + "\r\n";
    const bool noLength = reply.fault == FaultReply::Fault::NoLength;
    text += noLength ? QByteArray("Connection: close\r\n") : "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    const bool cut = reply.fault == FaultReply::Fault::CutBody || noLength;
    sendAll(connection, text + "\r\n" + (cut ? reply.body.left(reply.body.size() / 2) : reply.body));
    return !cut;
}

QByteArray gzipped(const QByteArray& plain)
{
    z_stream stream = {};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(plain.size()))), '\0');
    QByteArray in = plain;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = uInt(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace support
