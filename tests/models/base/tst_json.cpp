// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QTest>

using namespace base;

class TestJson : public QObject {
    Q_OBJECT
private slots:
    void namesLineAndColumnOfAnError();
    void aTextCutAtAnyByteIsAnErrorWithAPlace();
    void absentFieldsAreEmpty();
};

void TestJson::namesLineAndColumnOfAnError()
{
    const auto json = Json::parse("{\n  \"a\": 1,\n  \"b\": nope\n}", QStringLiteral("x.json"));
    QVERIFY(!json.ok());
    QCOMPARE(json.error().place.file, QStringLiteral("x.json"));
    QCOMPARE(json.error().place.line, 3);
}

void TestJson::aTextCutAtAnyByteIsAnErrorWithAPlace()
{
    const QByteArray whole = R"({"metadata":{"n":[1,2.5e3,null,true],"s":"\u00e4 ä"},"results":[{}]})";
    QVERIFY_RESULT(Json::parse(whole, QStringLiteral("x")));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto json = Json::parse(whole.left(length), QStringLiteral("x"));
        QVERIFY2(!json.ok(), qPrintable(QString::number(length)));
        QVERIFY(json.error().place.line >= 1);
    }
}

void TestJson::absentFieldsAreEmpty()
{
    const auto json = Json::parse(R"({"a":null,"n":7,"f":1.5})", QStringLiteral("x"));
    QVERIFY_RESULT(json);
    QCOMPARE(jsonText(json->root(), "a"), QString());
    QCOMPARE(jsonInt(json->root(), "n").value(), 7);
    QCOMPARE(jsonNumber(json->root(), "f").value(), 1.5);
    QVERIFY(!jsonInt(json->root(), "zzz").has_value());
}

WK_REGISTER_TEST(TestJson)
#include "tst_json.moc"
