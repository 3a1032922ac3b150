// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a sync at random moments and asks afterwards whether every row is there once; then loads 100,000 records from a server
// that fails in every way, under each pagination. `sync_faults [--seed N] [--kills N] [--records N]`.
#include "models/sync/syncjob.h"
#include "tests/support/httpfault.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <random>

namespace {

const QByteArray faultsSecret = "s3cr3t/t0k+en=value";

struct Settings {
    quint64 seed = 20260818;
    int kills = 100; // for each disposition
    int records = 100'000;
};

QByteArray record(int id)
{
    const QByteArray n = QByteArray::number(id);
    return "{\"id\":" + n + ",\"name\":\"item " + n + "\",\"amount\":" + n + ".10,\"updated_at\":\"2026-08-18T" + (id % 2 ? "01" : "02")
        + ":36:10Z\",\"where\":{\"city\":\"B\xC3\xBC" + n + "\",\"tags\":[1," + n + "]}}";
}

QByteArray records(int from, int count)
{
    QByteArray text = "[";
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? "," : "") + record(from + i);
    return text + "]";
}

/// Pages of `size` out of `total`, in whatever way the request pages.
support::FaultReply answer(const support::SeenRequest& request, int total, int size)
{
    int from = request.query.value(QStringLiteral("offset"), request.query.value(QStringLiteral("after"))).toInt();
    if (request.query.contains(QStringLiteral("page")))
        from = (request.query.value(QStringLiteral("page")).toInt() - 1) * size;
    const int count = std::clamp(total - from, 0, size);
    const QByteArray next = QByteArray::number(from + count);
    const bool more = from + count < total;
    QByteArray body = "{\"data\":" + records(from, count);
    body += ",\"token\":" + (more ? "\"" + next + "\"" : QByteArray("null"));
    body += ",\"next\":" + (more ? "\"/items?after=" + next + "\"" : QByteArray("null")) + ",\"echo\":\"" + faultsSecret + "\"}";
    return support::FaultReply::json(body);
}

/// Some of the answers, as a function of how often a page was asked for: a retry gets on.
support::FaultReply faulty(const support::SeenRequest& request, support::FaultReply good)
{
    using Fault = support::FaultReply::Fault;
    switch (request.number % 11) {
    case 1: good.fault = Fault::Reset; break;
    case 3: good.fault = Fault::CutBody; break;
    case 4: good = support::FaultReply::failing(503); break;
    case 6:
        good = support::FaultReply::failing(429);
        good.with("Retry-After", "0");
        break;
    case 8: good = support::FaultReply::failing(500); break;
    case 9: good.fault = Fault::NoLength; break;
    default: break;
    }
    return good;
}

QByteArray connectionText(const QString& url, const QString& pagination, const QString& disposition)
{
    return QStringLiteral("connection:\n  kind: rest\n  config:\n    base_url: %1\n    authentication: {type: bearer, token: \"${secret:faults}\"}\n"
        "    retry: {attempts: 30, base: PT0.001S, longest: PT0.005S}\n    streams:\n      items:\n        path: /items\n        records: data\n"
        "        primary_key: [id]\n        pagination: %2\n  sync:\n    items: {disposition: %3}\n").arg(url, pagination, disposition).toUtf8();
}

struct Workspace {
    QTemporaryDir folder;
    QString target() const { return folder.filePath(QStringLiteral("out.sqlite")); }
    void write(const QByteArray& connection) const
    {
        QDir(folder.path()).mkpath(QStringLiteral("connections"));
        QFile file(folder.filePath(QStringLiteral("connections/api.yaml")));
        if (!file.open(QIODevice::WriteOnly) || file.write(connection) != connection.size())
            qFatal("cannot write the connection");
    }
};

syncs::SyncReport syncOnce(const QString& workspace, const QString& into)
{
    syncs::SyncRequest request;
    request.workspaceRoot = workspace;
    request.connection = QStringLiteral("api");
    request.into = into;
    return syncs::runSync(request, {});
}

int childMain(const char* workspace, const char* into)
{
    return syncs::exitStatus(syncOnce(QString::fromLocal8Bit(workspace), QString::fromLocal8Bit(into)));
}

/// Runs the child and kills it after so many microseconds; its exit status, or -1 if it was killed.
int runAndKill(const char* self, const Workspace& workspace, useconds_t after)
{
    const QByteArray folder = workspace.folder.path().toLocal8Bit();
    const QByteArray into = workspace.target().toLocal8Bit();
    const pid_t child = ::fork();
    if (child == 0) {
        ::execl(self, self, "--child", folder.constData(), into.constData(), static_cast<char*>(nullptr));
        ::_exit(127);
    }
    int status = 0;
    for (useconds_t waited = 0; after == 0 || waited < after; waited += 200) {
        if (::waitpid(child, &status, WNOHANG) == child)
            return WIFEXITED(status) ? WEXITSTATUS(status) : -2;
        ::usleep(200);
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

QString query(const QString& path, const char* sql)
{
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    QString value = QStringLiteral("error");
    sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr);
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        value = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return value;
}

bool expect(const QString& what, const QString& actual, const QString& expected)
{
    if (actual != expected)
        std::fprintf(stderr, "FAIL %s: %s, expected %s\n", qPrintable(what), qPrintable(actual), qPrintable(expected));
    return actual == expected;
}

/// Every record once, each as it was sent; nothing secret in any file.
bool checkRows(const QString& what, const Workspace& workspace, int total)
{
    const QString path = workspace.target();
    const auto number = [](qint64 n) { return QString::number(n); };
    bool fine = expect(what + QStringLiteral(" rows"), query(path, "SELECT count(*) FROM items"), number(total));
    fine &= expect(what + QStringLiteral(" ids"), query(path, "SELECT count(DISTINCT id) FROM items WHERE id >= 0"), number(total));
    fine &= expect(what + QStringLiteral(" sum"), query(path, "SELECT sum(id) FROM items"), number(qint64(total) * (total - 1) / 2));
    fine &= expect(what + QStringLiteral(" contents"), query(path, "SELECT count(*) FROM items WHERE name = 'item ' || id AND amount = id || '.10' "
        "AND where__city = 'B\xC3\xBC' || id AND where__tags = '[1,' || id || ']'"), number(total));
    fine &= expect(what + QStringLiteral(" integrity"), query(path, "PRAGMA integrity_check"), QStringLiteral("ok"));
    fine &= expect(what + QStringLiteral(" open syncs"), query(path, "SELECT count(*) FROM _sync_runs WHERE status='open'"), QStringLiteral("0"));
    const QDir folder(workspace.folder.path());
    for (const QString& name : folder.entryList({QStringLiteral("out.sqlite*")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        fine &= expect(what + u' ' + name, file.open(QIODevice::ReadOnly) && !file.readAll().contains(faultsSecret) ? QStringLiteral("clean") : QStringLiteral("secret"),
            QStringLiteral("clean"));
    }
    return fine;
}

bool killedAtRandomMoments(const char* self, const Settings& settings, const QString& disposition, const QString& pagination)
{
    constexpr int total = 2000;
    constexpr int size = 20;
    support::FaultServer server([](const support::SeenRequest& request) { return answer(request, total, size); });
    std::mt19937_64 random(settings.seed);
    int kills = 0;
    int rounds = 0;
    bool fine = true;
    QElapsedTimer timer;
    timer.start();
    while (fine && kills < settings.kills) {
        Workspace workspace;
        workspace.write(connectionText(server.url(), pagination, disposition));
        for (int status = -1; status == -1;) {
            // Long enough to get on now and then, short enough to be hit in every phase.
            status = runAndKill(self, workspace, useconds_t(std::uniform_int_distribution<int>(4'000, 60'000)(random)));
            kills += status == -1;
            // Killed between the last transaction and the exit: the sync is finished, and another one would add its rows again.
            if (status == -1 && query(workspace.target(), "SELECT count(*) FROM _sync_runs WHERE status='finished'") == QLatin1String("1"))
                break;
            if (status == -1)
                continue;
            fine = expect(disposition + QStringLiteral(" exit status"), QString::number(status), QStringLiteral("0"));
        }
        ++rounds;
        fine = fine && checkRows(disposition, workspace, total);
    }
    std::printf("%s: %d kills in %d rounds, %.1f s\n", qPrintable(disposition), kills, rounds, double(timer.elapsed()) / 1000);
    return fine;
}

bool loadsThroughFaults(const Settings& settings, const char* name, const QString& pagination)
{
    constexpr int size = 1000;
    support::FaultServer server([&](const support::SeenRequest& request) { return faulty(request, answer(request, settings.records, size)); });
    Workspace workspace;
    workspace.write(connectionText(server.url(), pagination, QStringLiteral("append")));
    QElapsedTimer timer;
    timer.start();
    const auto report = syncOnce(workspace.folder.path(), workspace.target());
    const auto stream = report.streams.value(0);
    if (stream.error)
        std::fprintf(stderr, "%s\n", qPrintable(stream.error->error.toString()));
    std::printf("%s: %lld rows, %lld pages, %lld requests, %lld retries, %.1f s\n", name, stream.rowsLoaded, stream.pages, stream.requests,
        stream.retries, double(timer.elapsed()) / 1000);
    return expect(QString::fromLatin1(name), syncs::outcomeWord(report.status), QStringLiteral("ok"))
        && expect(QString::fromLatin1(name) + QStringLiteral(" retries"), stream.retries > 20 ? QStringLiteral("many") : QStringLiteral("few"), QStringLiteral("many"))
        && checkRows(QString::fromLatin1(name), workspace, settings.records);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    qputenv("WEIRKEEPER_SECRET_FAULTS", faultsSecret);
    if (argc == 4 && QByteArray(argv[1]) == "--child")
        return childMain(argv[2], argv[3]);
    Settings settings;
    for (int i = 1; i + 1 < argc; i += 2) {
        const QByteArray option(argv[i]);
        const int value = QByteArray(argv[i + 1]).toInt();
        if (option == "--seed")
            settings.seed = quint64(value);
        else if (option == "--kills")
            settings.kills = value;
        else if (option == "--records")
            settings.records = value;
    }
    std::printf("seed %llu\n", static_cast<unsigned long long>(settings.seed));
    const QByteArray self = QCoreApplication::applicationFilePath().toLocal8Bit();
    const QString page = QStringLiteral("{type: page, parameter: page, size_parameter: size, size: 20}");
    const QString cursor = QStringLiteral("{type: cursor, parameter: after, path: token}");
    bool fine = killedAtRandomMoments(self.constData(), settings, QStringLiteral("append"), cursor);
    fine = killedAtRandomMoments(self.constData(), settings, QStringLiteral("merge"), page) && fine;
    fine = killedAtRandomMoments(self.constData(), settings, QStringLiteral("replace"), QStringLiteral("{type: link, path: next}")) && fine;
    fine = loadsThroughFaults(settings, "page", QStringLiteral("{type: page, parameter: page, size_parameter: size, size: 1000}")) && fine;
    fine = loadsThroughFaults(settings, "offset", QStringLiteral("{type: offset, parameter: offset, size_parameter: size, size: 1000}")) && fine;
    fine = loadsThroughFaults(settings, "cursor", cursor) && fine;
    fine = loadsThroughFaults(settings, "link", QStringLiteral("{type: link, path: next}")) && fine;
    std::puts(fine ? "every record once" : "FAILED");
    return fine ? 0 : 1;
}
