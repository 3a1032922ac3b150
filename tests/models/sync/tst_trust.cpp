// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/sync/syncfixture.h"
#include "tests/support/register.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace support;
using syncs::Outcome;

/// local-sync.md, Trust and the JSON: sentence by sentence.
class TestTrust : public QObject {
    Q_OBJECT
private slots:
    void credentialsArriveAsConfigured_data();
    void credentialsArriveAsConfigured();
    void nothingGoesElsewhere_data();
    void nothingGoesElsewhere();
    void tenRedirectsAreFollowed();
    void badConfigurationEndsBeforeTheFirstRequest_data();
    void badConfigurationEndsBeforeTheFirstRequest();
    void noSecretIsLeftAnywhere_data();
    void noSecretIsLeftAnywhere();
    void aNextUrlWithASecretSurvivesAnInterruption();
    void anEmptyWorkspaceFileIsValid();
    void theReportHasItsShape();
    void plansNeedNoSecrets();
};

namespace {
const QString trustStream = QStringLiteral("      items:\n        path: /items\n        records: data\n        pagination: {type: link, path: next}\n");
const QString secretValue = QStringLiteral("pä55/w0rd+\"x\\y&z=");

QString trustClass(const syncs::SyncReport& report)
{
    if (report.error)
        return report.error->errorClass;
    return report.streams.value(0).error ? report.streams.value(0).error->errorClass : QString();
}
} // namespace

void TestTrust::credentialsArriveAsConfigured_data()
{
    QTest::addColumn<QString>("authentication");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("none") << QStringLiteral("{type: none}") << QByteArray("authorization") << QByteArray();
    QTest::newRow("bearer") << QStringLiteral("{type: bearer, token: \"${env:WK_TEST_TOKEN}\"}") << QByteArray("authorization") << QByteArray("Bearer tok-en");
    QTest::newRow("basic") << QStringLiteral("{type: basic, username: ann, password: \"${secret:wk test/token}\"}") << QByteArray("authorization")
                           << QByteArray("Basic " + QByteArray("ann:from-chain").toBase64());
    QTest::newRow("api key") << QStringLiteral("{type: api_key, name: X-Key, value: \"a$${b}\", in: header}") << QByteArray("x-key") << QByteArray("a${b}");
}

void TestTrust::credentialsArriveAsConfigured()
{
    QFETCH(QString, authentication);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    qputenv("WK_TEST_TOKEN", "tok-en");
    FaultServer server([](const SeenRequest&) { return FaultReply::json("{\"data\":[]}"); });
    SyncFixture fixture;
    QDir().mkpath(fixture.path(QStringLiteral(".weirkeeper")));
    fixture.writeFile(QStringLiteral(".weirkeeper/secrets"), "# mine\nexport WK_TEST_TOKEN='from-chain'\n");
    qunsetenv("WK_TEST_TOKEN");
    if (authentication.contains(QLatin1String("env:")))
        qputenv("WK_TEST_TOKEN", "tok-en");
    fixture.write(server.url(), trustStream, {}, QStringLiteral("    authentication: %1\n    headers: {Accept: application/json, X-Trace: \"7\"}\n").arg(authentication));
    const auto report = fixture.run();
    qunsetenv("WK_TEST_TOKEN");
    QVERIFY2(report.status == Outcome::Ok, report.error ? qPrintable(report.error->error.toString()) : "");
    const auto request = server.requests().first();
    QCOMPARE(request.headers.value(header), value);
    QCOMPARE(request.headers.value("accept"), QByteArray("application/json"));
    QCOMPARE(request.headers.value("x-trace"), QByteArray("7"));
}

void TestTrust::nothingGoesElsewhere_data()
{
    QTest::addColumn<QString>("location"); // %1: the other server
    for (const char* location : {"%1/items", "//%2/items", "https://127.0.0.1:1/items", "file:///etc/passwd", "ftp://127.0.0.1/x", "http://user:pw@127.0.0.1:%3/items",
             "http://localhost:%3/items"})
        QTest::newRow(location) << QString::fromLatin1(location);
}

void TestTrust::nothingGoesElsewhere()
{
    QFETCH(QString, location);
    FaultServer other([](const SeenRequest&) { return FaultReply::json("{\"data\":[]}"); });
    QByteArray target;
    bool redirect = true;
    FaultServer server([&](const SeenRequest&) {
        if (!redirect)
            return FaultReply::json("{\"data\":[],\"next\":\"" + target + "\"}");
        return FaultReply{302, {{"Location", target}}, {}, FaultReply::Fault::None, 0};
    });
    QString there = location;
    there.replace(QStringLiteral("%1"), other.url()).replace(QStringLiteral("%2"), other.url().mid(7)).replace(QStringLiteral("%3"), QString::number(server.port()));
    target = there.toUtf8();
    for (const bool asRedirect : {true, false}) {
        redirect = asRedirect;
        const auto before = server.requests().size();
        SyncFixture fixture;
        fixture.write(server.url(), trustStream, {}, QStringLiteral("    authentication: {type: bearer, token: sesame-open}\n"));
        const auto report = fixture.run();
        QCOMPARE(report.status, Outcome::Failed);
        QCOMPARE(trustClass(report), QStringLiteral("PROTOCOL"));
        QCOMPARE(server.requests().size(), before + 1);
        QVERIFY(other.requests().isEmpty());
    }
}

void TestTrust::tenRedirectsAreFollowed()
{
    int hops = 10;
    FaultServer server([&](const SeenRequest& request) {
        const int hop = request.query.value(QStringLiteral("hop")).toInt();
        if (hop == hops)
            return FaultReply::json("{\"data\":[{\"id\":1}]}");
        return FaultReply{307, {{"Location", "?hop=" + QByteArray::number(hop + 1)}}, {}, FaultReply::Fault::None, 0};
    });
    SyncFixture fixture;
    fixture.write(server.url(), trustStream, {}, QStringLiteral("    authentication: {type: bearer, token: sesame-open}\n"));
    QCOMPARE(fixture.run().status, Outcome::Ok);
    QCOMPARE(server.requests().last().headers.value("authorization"), QByteArray("Bearer sesame-open"));
    QCOMPARE(server.requests().size(), 11);
    hops = 11;
    const auto report = fixture.run();
    QCOMPARE(trustClass(report), QStringLiteral("PROTOCOL"));
    QCOMPARE(server.requests().size(), 22);
}

void TestTrust::badConfigurationEndsBeforeTheFirstRequest_data()
{
    QTest::addColumn<QString>("extra");
    QTest::addColumn<QString>("stream"); // appended to the stream
    QTest::addColumn<QString>("sync");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* extra, const char* stream, const char* sync, int line, const char* says) {
        QTest::newRow(name) << QString::fromUtf8(extra) << QString::fromUtf8(stream) << QString::fromUtf8(sync) << line << QString::fromUtf8(says);
    };
    row("unknown secret", "    authentication: {type: bearer, token: \"${secret:nobody}\"}\n", "", "", 5, "nobody");
    row("unset variable", "    authentication: {type: bearer, token: \"${env:WK_NOT_SET}\"}\n", "", "", 5, "WK_NOT_SET");
    row("unset variable in a header", "    headers: {X: \"${env:WK_NOT_SET}\"}\n", "", "", 5, "WK_NOT_SET");
    row("unknown reference", "    headers: {X: \"${vault:x}\"}\n", "", "", 5, "${secret:NAME}");
    row("header injection", "    headers: {X: \"a\\r\\nEvil: 1\"}\n", "", "", 5, "line break");
    row("unknown key", "    retries: {attempts: 2}\n", "", "", 5, "retry");
    row("unknown authentication", "    authentication: {type: oauth}\n", "", "", 5, "api_key");
    row("bad duration", "    retry: {base: 5 minutes}\n", "", "", 5, "PT10M");
    row("bad size", "    limits: {body: huge}\n", "", "", 5, "64MiB");
    row("bad window", "    rate_limit: {requests: 5, per: day}\n", "", "", 5, "hour");
    row("bad number", "    retry: {attempts: 0}\n", "", "", 5, "from 1");
    row("unknown pagination", "", "        pagination: {type: pages}\n", "", 8, "offset");
    row("unknown stream key", "", "        pagenation: {type: page}\n", "", 8, "pagination");
    row("lag without merge", "", "        incremental: {cursor_field: at, parameter: s, lag: PT1M}\n", "", 8, "merge");
    row("merge without a key", "", "", "    items: {disposition: merge}\n", 9, "primary_key");
    row("unknown disposition", "", "", "    items: {disposition: upsert}\n", 9, "replace");
    row("unknown stream in sync", "", "", "    itemz: {disposition: append}\n", 9, "items");
    row("broken YAML", "    headers: {X: [}\n", "", "", 5, "");
    row("key twice", "    retry: {attempts: 2}\n    retry: {attempts: 3}\n", "", "", 6, "");
}

void TestTrust::badConfigurationEndsBeforeTheFirstRequest()
{
    QFETCH(QString, extra);
    QFETCH(QString, stream);
    QFETCH(QString, sync);
    QFETCH(int, line);
    QFETCH(QString, says);
    FaultServer server([](const SeenRequest&) { return FaultReply::json("[]"); });
    SyncFixture fixture;
    fixture.write(server.url(), QStringLiteral("      items:\n        path: /items\n") + stream, sync, extra);
    const auto report = fixture.run();
    QVERIFY(report.error);
    QCOMPARE(report.error->errorClass, QStringLiteral("CONFIG"));
    QCOMPARE(syncs::exitStatus(report), 2);
    QVERIFY(server.requests().isEmpty());
    QVERIFY2(report.error->error.message.contains(says), qPrintable(report.error->error.message));
    QVERIFY(report.error->error.place.file.endsWith(QLatin1String("connections/api.yaml")));
    QVERIFY2(report.error->error.place.line == line, qPrintable(report.error->error.toString()));
    QVERIFY(report.error->error.place.column > 0);
    QVERIFY(!QFile::exists(fixture.target()));
}

void TestTrust::noSecretIsLeftAnywhere_data()
{
    QTest::addColumn<QString>("authentication");
    const QString reference = QStringLiteral("\"${secret:wk_trust}\"");
    QTest::newRow("bearer") << QStringLiteral("{type: bearer, token: %1}").arg(reference);
    QTest::newRow("basic") << QStringLiteral("{type: basic, username: ann, password: %1}").arg(reference);
    QTest::newRow("api key in a header") << QStringLiteral("{type: api_key, name: X-Key, value: %1, in: header}").arg(reference);
    QTest::newRow("api key in the query") << QStringLiteral("{type: api_key, name: key, value: %1, in: query}").arg(reference);
}

void TestTrust::noSecretIsLeftAnywhere()
{
    QFETCH(QString, authentication);
    qputenv("WEIRKEEPER_SECRET_WK_TRUST", secretValue.toUtf8());
    const QByteArray raw = secretValue.toUtf8();
    const QByteArray percent = raw.toPercentEncoding();
    const QByteArray base64 = raw.toBase64();
    QByteArray json = "pä55\\/w0rd+\\\"x\\\\y&z=";
    FaultServer server([&](const SeenRequest& request) {
        if (request.number == 2)
            return FaultReply{400, {{"X-Echo", raw}}, raw + percent + base64, FaultReply::Fault::None, 0};
        const QByteArray plain = "{\"data\":[{\"id\":1,\"echo\":\"" + json + "\",\"" + json + "\":1,\"esc\":\"\\u0070ä55/w0rd+\\\"x\\\\y&z=\",\"list\":[\"" + json
            + "\",\"\\u0070ä55/w0rd+\\\"x\\\\y&z=\"],\"b\":\"" + base64 + "\",\"p\":\"" + percent + "\",\"basic\":\"" + ("ann:" + raw).toBase64()
            + "\",\"h\":\"" + raw.toHex() + "\",\"at\":\"" + json + "\"},[\"" + json + "\"]],\"next\":\"/items?n=" + QByteArray::number(request.number)
            + "&echo=" + percent + "\"}";
        return FaultReply::json(plain);
    });
    SyncFixture fixture;
    fixture.write(server.url(), trustStream + QStringLiteral("        incremental: {cursor_field: at, parameter: since}\n"), {},
        QStringLiteral("    authentication: %1\n").arg(authentication));
    const auto report = fixture.run();
    qunsetenv("WEIRKEEPER_SECRET_WK_TRUST");
    QCOMPARE(report.status, Outcome::Failed);
    QCOMPARE(server.requests().size(), 3);
    QByteArray all = QJsonDocument(syncs::toJson(report)).toJson();
    for (const auto& event : fixture.events)
        all += event.url.toUtf8() + event.text.toUtf8() + event.reason.toUtf8() + event.headers.join(u'\n').toUtf8() + '\n';
    const auto files = QDir(fixture.path(QString())).entryList({QStringLiteral("out.sqlite*")}, QDir::Files);
    for (const QString& file : files) {
        QFile content(fixture.path(file));
        QVERIFY(content.open(QIODevice::ReadOnly));
        all += content.readAll();
    }
    QCOMPARE(fixture.column(QStringLiteral("SELECT count(*) FROM items")), QVariantList{2});
    for (const QByteArray& form : {raw, percent, base64, json, ("ann:" + raw).toBase64(), raw.toHex(), QByteArray("w0rd")})
        QVERIFY2(!all.contains(form), form.constData());
    QCOMPARE(fixture.column(QStringLiteral("SELECT echo FROM items LIMIT 1")), QVariantList{QString::fromUtf8("•••")});
}

void TestTrust::aNextUrlWithASecretSurvivesAnInterruption()
{
    qputenv("WEIRKEEPER_SECRET_WK_TRUST", secretValue.toUtf8());
    const QByteArray percent = secretValue.toUtf8().toPercentEncoding();
    FaultServer server([&](const SeenRequest& request) {
        return FaultReply::json("{\"data\":[{\"id\":1}],\"next\":" + (request.number < 2 ? "\"/items?n=" + QByteArray::number(request.number) + "&t=" + percent + "\"" : QByteArray("null")) + "}");
    });
    SyncFixture fixture;
    fixture.write(server.url(), trustStream, {}, QStringLiteral("    authentication: {type: bearer, token: \"${secret:wk_trust}\"}\n"));
    QCOMPARE(fixture.run(2).status, Outcome::Interrupted);
    QCOMPARE(fixture.run().status, Outcome::Ok);
    qunsetenv("WEIRKEEPER_SECRET_WK_TRUST");
    QCOMPARE(server.requests().last().target, "/items?n=1&t=" + percent);
    QVERIFY(server.requests().last().headers.value("authorization").startsWith("Bearer "));
}

void TestTrust::anEmptyWorkspaceFileIsValid()
{
    FaultServer server([](const SeenRequest&) { return FaultReply::json("{\"data\":[]}"); });
    for (const char* text : {"", "# nothing\n\n", "\n"}) {
        SyncFixture fixture;
        fixture.write(server.url(), trustStream);
        fixture.writeFile(QStringLiteral("weirkeeper.yaml"), text);
        QCOMPARE(fixture.run().status, Outcome::Ok);
    }
}

void TestTrust::theReportHasItsShape()
{
    FaultServer server([](const SeenRequest&) { return FaultReply::failing(404); });
    SyncFixture fixture;
    fixture.write(server.url(), trustStream);
    const QJsonObject json = syncs::toJson(fixture.run());
    QCOMPARE(json.keys(), (QStringList{QStringLiteral("connection"), QStringLiteral("error"), QStringLiteral("into"), QStringLiteral("status"), QStringLiteral("streams")}));
    QCOMPARE(json.value(QStringLiteral("status")).toString(), QStringLiteral("failed"));
    QVERIFY(json.value(QStringLiteral("error")).isNull());
    const QJsonObject stream = json.value(QStringLiteral("streams"))[0].toObject();
    for (const char* key : {"stream", "disposition", "status", "requests", "retries", "pages", "rows_read", "rows_loaded", "refused", "seconds", "asleep_seconds",
             "resumed", "state", "error"})
        QVERIFY2(stream.contains(QString::fromLatin1(key)), key);
    const QJsonObject error = stream.value(QStringLiteral("error")).toObject();
    QCOMPARE(error.value(QStringLiteral("class")).toString(), QStringLiteral("NOT_FOUND"));
    QVERIFY(error.value(QStringLiteral("message")).toString().contains(QLatin1String("404")));
    QVERIFY(error.contains(QStringLiteral("code")) && error.contains(QStringLiteral("place")));
}

void TestTrust::plansNeedNoSecrets()
{
    SyncFixture fixture;
    fixture.write(QStringLiteral("\"${env:WK_NOT_SET}\""), trustStream, {}, QStringLiteral("    authentication: {type: bearer, token: \"${secret:nobody}\"}\n"));
    const auto plans = syncs::planOf(fixture.path(QString()), QStringLiteral("api"));
    QVERIFY2(plans.ok(), plans.ok() ? "" : qPrintable(plans.error().toString()));
    QCOMPARE(plans->first().stream, QStringLiteral("items"));
    QCOMPARE(plans->first().disposition, QStringLiteral("append"));
    QVERIFY(!syncs::planOf(fixture.path(QString()), QStringLiteral("../api")).ok());
}

WK_REGISTER_TEST(TestTrust)
#include "tst_trust.moc"
