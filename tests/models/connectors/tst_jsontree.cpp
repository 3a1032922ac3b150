// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/jsontree.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QJsonDocument>
#include <QTest>

using namespace connectors;

class TestJsonTree : public QObject {
    Q_OBJECT
private slots:
    void acceptsJsonAndNothingElse_data();
    void acceptsJsonAndNothingElse();
    void tokensStayAsWritten();
    void findsByDottedPaths_data();
    void findsByDottedPaths();
    void unpairedSurrogatesAreNoText();
    void everyEscapedCharacterStays();
};

void TestJsonTree::acceptsJsonAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("fine");
    const auto row = [](const char* text, bool fine) { QTest::newRow(text) << QByteArray(text) << fine; };
    for (const char* text : {"{}", "[]", "null", "\"x\"", "-0.5e+3", " [1 , {\"a\":[true,false,null]} ] ", "\xEF\xBB\xBF[1]", "[\"\\u00e9\\n\\/\"]", "[[[[]]]]", "{\"a\":{},\"b\":[]}"})
        row(text, true);
    for (const char* text : {"", " ", "[", "{", "[1,]", "{\"a\":1,}", "{\"a\"}", "{a:1}", "[01]", "[1.]", "[.5]", "[+1]", "[1e]", "[\"\\x\"]", "[\"\\u12\"]", "[\"a\nb\"]", "[1] 2",
             "tru", "nulll", "NaN", "[1 2]", "{\"a\":1 \"b\":2}", "]", "[}", "{]", "\"", "[\"\xFF\"]", "<html>", "'x'", "[1,,2]", "{,}", "-"})
        row(text, false);
}

void TestJsonTree::acceptsJsonAndNothingElse()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, fine);
    const auto tree = JsonTree::parse(text);
    QCOMPARE(tree.ok(), fine);
    if (!fine)
        QCOMPARE(tree.error().code, QStringLiteral("net.not_json"));
}

void TestJsonTree::tokensStayAsWritten()
{
    const auto tree = JsonTree::parse("{\"n\":1.10,\"big\":123456789012345678901234567890,\"s\":\"a\\tb\",\"l\":[ 1, \"x y\" ]}");
    QVERIFY_RESULT(tree);
    const auto raw = [&](const char* path) { return QByteArray::fromStdString(std::string(tree->raw(tree->at(*tree->find(QString::fromLatin1(path)))))); };
    QCOMPARE(raw("n"), QByteArray("1.10"));
    QCOMPARE(raw("big"), QByteArray("123456789012345678901234567890"));
    QCOMPARE(*tree->text(tree->at(*tree->find(QStringLiteral("s")))), QByteArray("a\tb"));
    QCOMPARE(compacted(tree->raw(tree->at(*tree->find(QStringLiteral("l"))))), QByteArray("[1,\"x y\"]"));
}

void TestJsonTree::findsByDottedPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("raw"); // empty: nothing there
    const auto row = [](const char* path, const char* raw) { QTest::newRow(path) << QString::fromLatin1(path) << QByteArray(raw); };
    row("a.b", "1");
    row("a.c.1", "20");
    row("d.e", "5");
    row("a.c.2", "");
    row("a.x", "");
    row("a.b.c", "");
    row("twice", "2");
}

void TestJsonTree::findsByDottedPaths()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, raw);
    const auto tree = JsonTree::parse("{\"a\":{\"b\":1,\"c\":[10,20]},\"d.e\":5,\"twice\":1,\"twice\":2}");
    QVERIFY_RESULT(tree);
    const auto found = tree->find(path);
    QCOMPARE(found.has_value(), !raw.isEmpty());
    if (found)
        QCOMPARE(QByteArray::fromStdString(std::string(tree->raw(tree->at(*found)))), raw);
    QCOMPARE(tree->find(QString()), std::optional<quint32>(0));
}

void TestJsonTree::unpairedSurrogatesAreNoText()
{
    const auto tree = JsonTree::parse(R"(["\ud83d\ude00","\ud83d","\ude00x","\ud83dA"])");
    QVERIFY_RESULT(tree);
    const auto items = tree->children(0);
    QCOMPARE(*tree->text(tree->at(items[0])), QByteArray("\xF0\x9F\x98\x80"));
    for (size_t i = 1; i < items.size(); ++i)
        QVERIFY(!tree->text(tree->at(items[i])));
}

void TestJsonTree::everyEscapedCharacterStays()
{
    const auto tree = JsonTree::parse(R"(["\ufeff\ufeffx\u0041\u00e9\u20ac\ud83d\ude00\uffff\ud800\udc00\udbff\udfff"])");
    QVERIFY_RESULT(tree);
    QCOMPARE(*tree->text(tree->at(1)), QByteArray("\xEF\xBB\xBF\xEF\xBB\xBFxA\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"));
}

WK_REGISTER_TEST(TestJsonTree)
#include "tst_jsontree.moc"
