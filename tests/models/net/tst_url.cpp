// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httptransport.h"
#include "models/net/url.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QTest>

using namespace net;

class TestUrl : public QObject {
    Q_OBJECT
private slots:
    void originsAreComparable_data();
    void originsAreComparable();
    void refusesWhatIsNoPlainHttp_data();
    void refusesWhatIsNoPlainHttp();
    void parametersAreEncodedAndTakenOut();
    void headersCannotBeSmuggled_data();
    void headersCannotBeSmuggled();
};

void TestUrl::originsAreComparable_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("same"); // as https://api.example.com/v1/items
    const auto row = [](const char* text, bool same) { QTest::newRow(text) << QString::fromLatin1(text) << same; };
    row("/other", true);
    row("?page=2", true);
    row("https://API.example.com:443/x", true);
    row("../up", true);
    row("http://api.example.com/x", false);
    row("https://api.example.com:8443/x", false);
    row("https://api.example.com.evil.com/x", false);
    row("//evil.com/x", false);
    row("https://evil.com#@api.example.com/", false);
    row("https://evil.com\\@api.example.com/", false);
}

void TestUrl::originsAreComparable()
{
    QFETCH(QString, reference);
    QFETCH(bool, same);
    const auto base = Url::parse(QStringLiteral("https://api.example.com/v1/items"));
    QVERIFY_RESULT(base);
    const auto next = base->resolved(reference);
    QCOMPARE(next.ok() && next->origin() == base->origin(), same);
}

void TestUrl::refusesWhatIsNoPlainHttp_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << QStringLiteral("url.scheme");
    QTest::newRow("ftp") << QStringLiteral("ftp://x/y") << QStringLiteral("url.scheme");
    QTest::newRow("user") << QStringLiteral("http://ann:pw@x/") << QStringLiteral("url.user");
    QTest::newRow("nothing") << QString() << QStringLiteral("url.syntax");
    QTest::newRow("a word") << QStringLiteral("/just/a/path") << QStringLiteral("url.syntax");
    QTest::newRow("line break") << QStringLiteral("http://x/\r\nEvil: 1") << QStringLiteral("url.syntax");
}

void TestUrl::refusesWhatIsNoPlainHttp()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto url = Url::parse(text);
    QVERIFY(!url.ok());
    QCOMPARE(url.error().code, code);
    QVERIFY(!url.error().message.contains(QLatin1String("ann:pw")));
}

void TestUrl::parametersAreEncodedAndTakenOut()
{
    const auto base = Url::parse(QStringLiteral("http://x/api/"));
    QVERIFY_RESULT(base);
    const auto url = base->appended(QStringLiteral("/v1/items?fixed=1"));
    QVERIFY_RESULT(url);
    const Url full = url->withAdded({{QStringLiteral("a b"), QStringLiteral("ü&=+")}, {QStringLiteral("key"), QStringLiteral("k")}});
    QCOMPARE(full.text(), QStringLiteral("http://x/api/v1/items?fixed=1&a%20b=%C3%BC%26%3D%2B&key=k"));
    QCOMPARE(full.without(QStringLiteral("a b")).text(), QStringLiteral("http://x/api/v1/items?fixed=1&key=k"));
    QCOMPARE(full.without(QStringLiteral("k")).text(), full.text());
    QCOMPARE(base->withAdded({{QStringLiteral("q"), QString()}}).text(), QStringLiteral("http://x/api/?q="));
}

void TestUrl::headersCannotBeSmuggled_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("fine");
    QTest::newRow("plain") << QByteArray("X-Key") << QByteArray("a b\tc \xC3\xBC") << true;
    QTest::newRow("empty value") << QByteArray("X-Key") << QByteArray() << true;
    QTest::newRow("CRLF") << QByteArray("X-Key") << QByteArray("a\r\nEvil: 1") << false;
    QTest::newRow("LF") << QByteArray("X-Key") << QByteArray("a\nEvil: 1") << false;
    QTest::newRow("NUL") << QByteArray("X-Key") << QByteArray("a\0b", 3) << false;
    QTest::newRow("name with a colon") << QByteArray("X:Key") << QByteArray("a") << false;
    QTest::newRow("name with a blank") << QByteArray("X Key") << QByteArray("a") << false;
    QTest::newRow("no name") << QByteArray() << QByteArray("a") << false;
}

void TestUrl::headersCannotBeSmuggled()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, fine);
    QCOMPARE(checkHeader({name, value}).ok(), fine);
}

WK_REGISTER_TEST(TestUrl)
#include "tst_url.moc"
