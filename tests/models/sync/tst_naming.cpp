// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/cursorvalue.h"
#include "models/sync/listtables.h"
#include "models/sync/naming.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace syncs;

class TestNaming : public QObject {
    Q_OBJECT
private slots:
    void identifiersAsDltNamesThem_data();
    void identifiersAsDltNamesThem();
    void documentKeysAsDltNamesThem_data();
    void documentKeysAsDltNamesThem();
    void dltsOwnAnswersAreMet();
    void childIdsAreDlts();
    void cursorsCompareAsWhatTheyAre_data();
    void cursorsCompareAsWhatTheyAre();
    void lagIsTakenInTheSourcesOwnWriting_data();
    void lagIsTakenInTheSourcesOwnWriting();
    void timestampsGetOneWidth_data();
    void timestampsGetOneWidth();
};

namespace {
QString utf8(const char* text)
{
    return QString::fromUtf8(text);
}
} // namespace

void TestNaming::identifiersAsDltNamesThem_data()
{
    QTest::addColumn<QString>("name");
    for (const auto& [given, name] : QVector<QPair<const char*, const char*>>{{"HTTPServerError", "http_server_error"}, {"event-.!:*<>value", "event_x_value"},
             {"123BaNaNa", "_123_ba_na_na"}, {"BANANA____", "bananaxxxx"}, {"@odata.nextLink", "aodata_next_link"}, {"total%", "totalx"}, {"x|y", "xly"}, {"$ref", "_ref"},
             {"naïve", "na_ve"}, {"価格", "x"}, {" ", "_empty"}})
        QTest::newRow(given) << utf8(name);
}

void TestNaming::identifiersAsDltNamesThem()
{
    QFETCH(QString, name);
    QCOMPARE(snakeCase(utf8(QTest::currentDataTag())), name);
}

void TestNaming::documentKeysAsDltNamesThem_data()
{
    QTest::addColumn<QString>("name");
    for (const auto& [given, name] : QVector<QPair<const char*, const char*>>{{"BANANA____", "banana"}, {"__v", "v"}, {"tail2__", "tail2"}, {"a___b", "a___b"}, {"a__b", "a__b"},
             {"", "_empty"}, {"__", "_empty"}, {"٣", "_٣"}})
        QTest::newRow(given) << utf8(name);
}

void TestNaming::documentKeysAsDltNamesThem()
{
    QFETCH(QString, name);
    QCOMPARE(columnName(utf8(QTest::currentDataTag())), name);
}

/// Flat documents that the real tool named: every column it made is one we make.
void TestNaming::dltsOwnAnswersAreMet()
{
    WK_SHARED_OR_SKIP(path, "real/dlt/naming_vectors.json");
    const QJsonObject vectors = QJsonDocument::fromJson(support::readAll(path)).object();
    int compared = 0;
    for (const auto& entry : vectors.value(QStringLiteral("conventions")).toObject().value(QStringLiteral("snake_case")).toArray()) {
        const QString document = entry[QStringLiteral("document")].toString();
        if (!QStringList{QStringLiteral("flat"), QStringLiteral("camel"), QStringLiteral("signs")}.contains(document))
            continue;
        QStringList wanted = entry[QStringLiteral("tables")].toObject().value(document).toObject().value(QStringLiteral("columns")).toObject().keys();
        wanted.removeAll(QStringLiteral("_dlt_id"));
        wanted.removeAll(QStringLiteral("_dlt_load_id"));
        QStringList made;
        for (const auto& record : entry[QStringLiteral("input")].toArray()) {
            const QJsonObject fields = record.toObject();
            for (auto field = fields.begin(); field != fields.end(); ++field) {
                if (!field->isNull() && !made.contains(columnName(field.key())))
                    made.append(columnName(field.key()));
            }
        }
        made.sort();
        wanted.sort();
        QCOMPARE(made, wanted);
        compared += int(wanted.size());
    }
    QVERIFY(compared > 20);
}

void TestNaming::childIdsAreDlts()
{
    QCOMPARE(ListTables::keyOf("wX3f5vn801W16A_users__pets_0"), QStringLiteral("w1n0PEDzuP3grw"));
    QCOMPARE(ListTables::keyOf("wX3f5vn801W16A_users__pets_1"), QStringLiteral("9uxh36VU9lqKpw"));
}

void TestNaming::cursorsCompareAsWhatTheyAre_data()
{
    QTest::addColumn<CursorValue>("a");
    QTest::addColumn<CursorValue>("b");
    QTest::addColumn<int>("order"); // 9: not comparable
    const auto text = [](const char* t) { return CursorValue::ofText(utf8(t)); };
    const auto number = [](const char* t) { return CursorValue::ofNumber(utf8(t)); };
    QTest::newRow("widths") << text("2023-10-28T22:43:23Z") << text("2023-10-28T22:43:23.5Z") << -1;
    QTest::newRow("zones") << text("2023-10-28T22:43:23Z") << text("2023-10-29T00:43:23+02:00") << 0;
    QTest::newRow("date and time") << text("2023-10-28") << text("2023-10-28T00:00:01Z") << -1;
    QTest::newRow("9 and 10") << number("9") << number("10") << -1;
    QTest::newRow("negative") << number("-9") << number("-10") << 1;
    QTest::newRow("beyond 64 bits") << number("18446744073709551617") << number("18446744073709551616") << 1;
    QTest::newRow("decimals") << number("1.5") << number("1.50") << 0;
    QTest::newRow("texts") << text("b") << text("a") << 1;
    QTest::newRow("number and text") << number("1") << text("1") << 9;
    QTest::newRow("time and text") << text("2023-10-28T22:43:23Z") << text("yesterday") << 9;
}

void TestNaming::cursorsCompareAsWhatTheyAre()
{
    QFETCH(CursorValue, a);
    QFETCH(CursorValue, b);
    QFETCH(int, order);
    QCOMPARE(compare(a, b).value_or(9), order);
    QCOMPARE(compare(b, a).value_or(-9), -order);
    QCOMPARE(compare(CursorValue::restore(a.kindWord(), a.raw), a), std::optional(0));
}

void TestNaming::lagIsTakenInTheSourcesOwnWriting_data()
{
    QTest::addColumn<CursorValue>("value");
    QTest::addColumn<QString>("filter"); // ten minutes before
    const auto text = [](const char* t) { return CursorValue::ofText(utf8(t)); };
    QTest::newRow("Z") << text("2026-01-01T00:05:00Z") << utf8("2025-12-31T23:55:00Z");
    QTest::newRow("milliseconds") << text("2026-01-01T00:15:00.250Z") << utf8("2026-01-01T00:05:00.250Z");
    QTest::newRow("offset") << text("2026-01-01T00:15:00+05:30") << utf8("2026-01-01T00:05:00+05:30");
    QTest::newRow("blank, no zone") << text("2026-01-01 00:15:00") << utf8("2026-01-01 00:05:00");
    QTest::newRow("date") << text("2026-01-02") << utf8("2026-01-01");
    QTest::newRow("epoch seconds") << CursorValue::ofNumber(utf8("1780000000")) << utf8("1779999400");
    QTest::newRow("epoch milliseconds") << CursorValue::ofNumber(utf8("1780000000000")) << utf8("1779999400000");
    QTest::newRow("text") << text("abc") << QString();
}

void TestNaming::lagIsTakenInTheSourcesOwnWriting()
{
    QFETCH(CursorValue, value);
    QFETCH(QString, filter);
    const auto made = filterText(value, 10 * base::microsPerMinute);
    QCOMPARE(made.ok() ? made.value() : QString(), filter);
    QCOMPARE(filterText(value, 0).value(), value.raw);
}

void TestNaming::timestampsGetOneWidth_data()
{
    QTest::addColumn<QByteArray>("fixed"); // empty: stays a text
    const auto row = [](const char* text, const char* fixed) { QTest::newRow(text) << QByteArray(fixed); };
    row("2026-08-18T01:36:10Z", "2026-08-18T01:36:10.000000Z");
    row("2026-08-18 01:36:10.5Z", "2026-08-18T01:36:10.500000Z");
    row("2026-08-18T01:36:10.033100+02:00", "2026-08-17T23:36:10.033100Z");
    row("2026-08-18T01:36:10-0330", "2026-08-18T05:06:10.000000Z");
    row("2026-08-18T01:36:10.123456000Z", "2026-08-18T01:36:10.123456Z");
    for (const char* text : {"2026-08-18T01:36:10.1234567Z", "2026-08-18T01:36:10", "2026-08-18", "2026-02-30T01:36:10Z", "2026-08-18T24:00:00Z", "2026-08-18T01:36:60Z",
             "2026-08-18T01:36:10 Z", "2026-08-18T01:36:10.Z", "2026-08-18T01:36:10Zx", "2026-08-18T01:36:10+2:00", "0000-08-18T01:36:10Z", "20260818T013610Z", ""})
        row(text, "");
}

void TestNaming::timestampsGetOneWidth()
{
    QFETCH(QByteArray, fixed);
    const QByteArray text(QTest::currentDataTag());
    QCOMPARE(fixedWidthTime(text.constData(), text.size()).value_or(QByteArray()), fixed);
}

WK_REGISTER_TEST(TestNaming)
#include "tst_naming.moc"
