// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sampleapi/sampleapi.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTcpServer>
#include <QTcpSocket>

namespace sampleapi {

namespace {

QByteArray reply(const Answer& answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + (answer.status == 200 ? " OK" : " Refused")
        + "\r\nContent-Type: application/json\r\nConnection: keep-alive\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    for (const QByteArray& header : answer.headers)
        head += header + "\r\n";
    return head + "\r\n" + answer.body;
}

/// Lives in the server's thread; GET requests have no body, so a head is a request.
class Listener : public QTcpServer {
public:
    void serve(QTcpSocket* socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            QByteArray pending = socket->property("pending").toByteArray() + socket->readAll();
            for (qsizetype end = pending.indexOf("\r\n\r\n"); end >= 0; end = pending.indexOf("\r\n\r\n")) {
                socket->write(reply(answer(pending.left(end), m_counters, QDateTime::currentSecsSinceEpoch())));
                pending.remove(0, end + 4);
            }
            if (pending.size() > 65536)
                socket->abort();
            socket->setProperty("pending", pending);
        });
    }

private:
    Counters m_counters;
};

bool somethingAnswers(quint16 onPort)
{
    QTcpSocket probe;
    probe.connectToHost(QStringLiteral("127.0.0.1"), onPort);
    if (!probe.waitForConnected(300))
        return false;
    probe.write("GET /api/v1/sites HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + QByteArray(token) + "\r\n\r\n");
    return probe.waitForReadyRead(1000) && probe.readAll().contains("North plant");
}

} // namespace

Server::Server() = default;

Server::~Server()
{
    m_thread.quit();
    m_thread.wait();
}

base::Result<void> Server::start(quint16 onPort)
{
    if (m_thread.isRunning())
        return {};
    auto* listener = new Listener;
    if (!listener->listen(QHostAddress::LocalHost, onPort)) {
        const QString reason = listener->errorString();
        delete listener;
        if (somethingAnswers(onPort))
            return {};
        return base::makeError("sample_api.port", QCoreApplication::translate("sampleapi",
            "the sample's own API cannot listen on 127.0.0.1:%1: %2").arg(onPort).arg(reason));
    }
    m_port = listener->serverPort();
    listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, listener, &QObject::deleteLater);
    QObject::connect(listener, &QTcpServer::newConnection, listener, [listener] {
        while (QTcpSocket* socket = listener->nextPendingConnection())
            listener->serve(socket);
    });
    m_thread.start();
    return {};
}

base::Result<void> startFor(const pipeline::Workspace& workspace, Server& server)
{
    if (!workspace.sampleApi)
        return {};
    if (qEnvironmentVariableIsEmpty("WEIRKEEPER_SECRET_TRAKIT_TOKEN"))
        qputenv("WEIRKEEPER_SECRET_TRAKIT_TOKEN", token);
    return server.start();
}

} // namespace sampleapi
