// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/registry.h"
#include "models/connectors/rest/linkheader.h"
#include "models/connectors/rest/restconfig.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QTest>

using namespace connectors;

class TestRest : public QObject {
    Q_OBJECT
private slots:
    void readsTheLinkHeader_data();
    void readsTheLinkHeader();
    void readsTheCompleteExample();
    void theSpecificationNamesEveryKey();
};

void TestRest::readsTheLinkHeader_data()
{
    QTest::addColumn<QVector<QByteArray>>("values");
    QTest::addColumn<QString>("next");
    const auto row = [](const char* name, const QVector<QByteArray>& values, const char* next) { QTest::newRow(name) << values << QString::fromLatin1(next); };
    row("none", {}, "");
    row("one", {"<http://x/?page=2>; rel=\"next\""}, "http://x/?page=2");
    row("among others", {"<http://x/?p=1>; rel=\"prev\", <http://x/?p=3>; rel=\"next\", <http://x/?p=9>; rel=\"last\""}, "http://x/?p=3");
    row("several values", {"</a>; rel=prev", "</b>; rel=next"}, "/b");
    row("comma and semicolon in the URL", {"<http://x/?a=1,2;3>; rel=\"next\""}, "http://x/?a=1,2;3");
    row("several relations", {"</b>; title=\"a, b; c\"; REL=\"last Next\""}, "/b");
    row("only last", {"</z>; rel=\"last\""}, "");
    row("the word elsewhere", {"</z>; title=\"next\"; rel=\"prev\""}, "");
}

void TestRest::readsTheLinkHeader()
{
    QFETCH(QVector<QByteArray>, values);
    QFETCH(QString, next);
    QCOMPARE(nextLink(values), next);
}

void TestRest::readsTheCompleteExample()
{
    const QByteArray text = R"(config:
  base_url: http://127.0.0.1:8765/api
  authentication: {type: bearer, token: "${secret:trakit_token}"}
  headers: {Accept: application/json}
  rate_limit: {requests: 500, per: minute}
  retry: {attempts: 8, base: PT0.5S, longest: PT60S}
  limits: {connect: PT10S, idle: PT60S, body: 64MiB}
  streams:
    statuses:
      path: /v1/statuses
      parameters: {site: main}
      records: data
      primary_key: [id]
      pagination: {type: page, parameter: page, start: 1, size_parameter: per_page, size: 500}
      incremental: {cursor_field: updated_at, parameter: updated_since, initial: "2026-01-01T00:00:00Z", lag: PT10M}
)";
    const auto document = yaml::parse(text, QStringLiteral("x.yaml"));
    QVERIFY_RESULT(document);
    qputenv("WEIRKEEPER_SECRET_TRAKIT_TOKEN", "very-secret");
    secrets::Chain chain;
    chain.add(secrets::environmentProvider());
    ConfigReader reader(document.value(), &chain);
    const RestConfig config = readRestConfig(reader, *document->root().find(u"config"), QStringLiteral("config"));
    qunsetenv("WEIRKEEPER_SECRET_TRAKIT_TOKEN");
    QVERIFY2(!reader.error(), reader.error() ? qPrintable(reader.error()->toString()) : "");
    QCOMPARE(config.baseUrl.origin(), QStringLiteral("http://127.0.0.1:8765"));
    QCOMPARE(config.headers, (net::Headers{{"Accept", "application/json"}, {"Authorization", "Bearer very-secret"}}));
    QCOMPARE(config.rateRequests, 500);
    QCOMPARE(config.rateWindow, base::microsPerMinute);
    QCOMPARE(config.retry.base, base::microsPerSecond / 2);
    QCOMPARE(config.limits.body, qint64(64) << 20);
    const RestStream& stream = config.streams.first();
    QCOMPARE(stream.pagination.size, 500);
    QCOMPARE(stream.spec.primaryKey, QStringList{QStringLiteral("id")});
    QCOMPARE(stream.spec.incremental->lag, 10 * base::microsPerMinute);
    QVERIFY(reader.redactor().redact(QStringLiteral("x very-secret")).endsWith(QString::fromUtf8("•••")));
}

void TestRest::theSpecificationNamesEveryKey()
{
    const Connector* rest = findConnector(QStringLiteral("rest"));
    QVERIFY(rest != nullptr);
    const QJsonObject properties = rest->connectionSpecification.value(QStringLiteral("properties")).toObject();
    for (const char* key : {"base_url", "authentication", "headers", "rate_limit", "retry", "limits", "streams"})
        QVERIFY2(properties.contains(QString::fromLatin1(key)), key);
    const auto forms = properties.value(QStringLiteral("authentication")).toObject().value(QStringLiteral("oneOf")).toArray();
    QCOMPARE(forms.size(), 4);
    QVERIFY(forms.at(1).toObject().value(QStringLiteral("properties")).toObject().value(QStringLiteral("token")).toObject().value(QStringLiteral("airbyte_secret")).toBool());
    QVERIFY(findConnector(QStringLiteral("nothing")) == nullptr);
}

WK_REGISTER_TEST(TestRest)
#include "tst_rest.moc"
