// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/fetcher.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QTest>

using namespace net;

/// The tries of one request against an invented wire and clock.
class TestFetcher : public QObject {
    Q_OBJECT
private slots:
    void attemptsCountTheFirst_data();
    void attemptsCountTheFirst();
    void foreignUrlsAreNeverAsked();
    void theSecretQueryIsOnlyOnTheWire();
    void whatAServerSaysIsRedactedBeforeItIsCut();
};

namespace {

class NoClock : public Clock {
public:
    base::Micros now() const override { return m_now; }
    base::UtcTime wallTime() const override { return {m_now}; }
    bool sleep(base::Micros duration, const base::CancelToken& cancel) override
    {
        m_now += duration;
        return !cancel.cancelled();
    }

private:
    base::Micros m_now = 0;
};

HttpResponse answering(int status, const QByteArray& body = "[]")
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    return response;
}

base::Result<void> acceptAll(const HttpResponse&)
{
    return {};
}

Url fetcherUrl(const char* text)
{
    return Url::parse(QString::fromLatin1(text)).value();
}

} // namespace

void TestFetcher::attemptsCountTheFirst_data()
{
    QTest::addColumn<int>("attempts");
    QTest::newRow("one") << 1;
    QTest::newRow("three") << 3;
    QTest::newRow("eight") << 8;
}

void TestFetcher::attemptsCountTheFirst()
{
    QFETCH(int, attempts);
    NoClock clock;
    RateBudget budget;
    RetryPolicy policy;
    policy.attempts = attempts;
    int asked = 0;
    const auto wire = [&](const Url&, const Headers&, const base::CancelToken&) -> base::Result<HttpResponse> {
        ++asked;
        if (asked % 2)
            return base::makeError("net.connect", QStringLiteral("nobody there"));
        return answering(500);
    };
    Fetcher fetcher(wire, clock, budget, policy, 1);
    const Url url = fetcherUrl("http://x/");
    const auto answer = fetcher.fetch({url, {}, {}, url.origin()}, {}, acceptAll);
    QVERIFY(!answer.ok());
    QCOMPARE(asked, attempts);
    QCOMPARE(fetcher.counters().requests, qint64(attempts));
    QCOMPARE(fetcher.counters().retries, qint64(attempts - 1));
}

void TestFetcher::foreignUrlsAreNeverAsked()
{
    NoClock clock;
    RateBudget budget;
    int asked = 0;
    const auto wire = [&](const Url&, const Headers&, const base::CancelToken&) -> base::Result<HttpResponse> {
        ++asked;
        return answering(200);
    };
    Fetcher fetcher(wire, clock, budget, {}, 1);
    const auto answer = fetcher.fetch({fetcherUrl("http://evil/"), {}, {}, fetcherUrl("http://x/").origin()}, {}, acceptAll);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, QStringLiteral("net.foreign"));
    QCOMPARE(asked, 0);
}

void TestFetcher::theSecretQueryIsOnlyOnTheWire()
{
    NoClock clock;
    RateBudget budget;
    QStringList wired;
    QStringList told;
    const auto wire = [&](const Url& url, const Headers&, const base::CancelToken&) -> base::Result<HttpResponse> {
        wired.append(url.text());
        auto response = answering(wired.size() == 1 ? 302 : 200);
        response.headers.append(Header{"Location", "/b?key=old&c=1"});
        return response;
    };
    Fetcher fetcher(wire, clock, budget, {}, 1);
    FetchListener listener;
    listener.onRequest = [&](const Url& url, const Headers&, int) { told.append(url.text()); };
    fetcher.setListener(listener);
    const Url url = fetcherUrl("http://x/a");
    const auto answer = fetcher.fetch({url, {}, {{QStringLiteral("key"), QStringLiteral("s3")}}, url.origin()}, {}, acceptAll);
    QVERIFY_RESULT(answer);
    QCOMPARE(wired, (QStringList{QStringLiteral("http://x/a?key=s3"), QStringLiteral("http://x/b?c=1&key=s3")}));
    QCOMPARE(told.first(), QStringLiteral("http://x/a"));
    QCOMPARE(answer->url.text(), QStringLiteral("http://x/b?key=old&c=1"));
}

void TestFetcher::whatAServerSaysIsRedactedBeforeItIsCut()
{
    NoClock clock;
    RateBudget budget;
    const QByteArray body = QByteArray(195, 'x') + "secret-secret";
    const auto wire = [&](const Url&, const Headers&, const base::CancelToken&) -> base::Result<HttpResponse> { return answering(400, body); };
    Fetcher fetcher(wire, clock, budget, {}, 1);
    FetchListener listener;
    listener.redact = [](const QString& text) { return QString(text).replace(QStringLiteral("secret-secret"), QStringLiteral("#")); };
    fetcher.setListener(listener);
    const Url url = fetcherUrl("http://x/a");
    const auto answer = fetcher.fetch({url, {}, {}, url.origin()}, {}, acceptAll);
    QVERIFY(!answer.ok());
    QVERIFY(!answer.error().message.contains(QLatin1String("secr")));
    QVERIFY(answer.error().message.endsWith(u'#'));
}

WK_REGISTER_TEST(TestFetcher)
#include "tst_fetcher.moc"
