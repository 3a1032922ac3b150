// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/document.h"
#include "models/yaml/writer.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <yaml-cpp/yaml.h>

#include <limits>

using namespace yaml;

namespace {

QVector<QJsonObject> goldenScalars(const QString& path)
{
    QVector<QJsonObject> all;
    for (const QByteArray& line : support::readAll(path).split('\n')) {
        if (!line.isEmpty())
            all.append(QJsonDocument::fromJson(line).object());
    }
    return all;
}

Value sampleTree()
{
    Value tree = Value::map();
    tree.set(QStringLiteral("version"), Value::text(QStringLiteral("v1")));
    tree.set(QStringLiteral("on"), Value::map().set(QStringLiteral("cron"), Value::text(QStringLiteral("0 3 * * *"), Value::Style::Double)));
    tree.set(QStringLiteral("numbers"), Value::list({Value::ofInt(-3), Value::ofReal(1e21), Value::ofReal(0.1), Value::ofBool(true), Value::null()}));
    tree.set(QStringLiteral("sql"), Value::text(QStringLiteral("select 1\n  from t\n\nwhere x = 'a: b'\n")));
    tree.set(QStringLiteral("empty list"), Value::list());
    tree.set(QStringLiteral("empty map"), Value::map());
    tree.set(QStringLiteral("nested"), Value::list({Value::list({Value::texts({QStringLiteral("a"), QStringLiteral("no")})}),
                                           Value::map().set(QStringLiteral("k"), Value::texts({QStringLiteral("1:30")}, true)).set(QStringLiteral("l"), Value::ofInt(1))}));
    tree.set(QStringLiteral("flow"), Value::map(true).set(QStringLiteral("url"), Value::text(QStringLiteral("http://x:1/"))).set(QStringLiteral("n"), Value::null()));
    return tree;
}

} // namespace

class TestYamlWriter : public QObject {
    Q_OBJECT
private slots:
    void whatStaysPlainIsTheSameStringForSevenReaders();
    void mostSafeScalarsDoStayPlain();
    void everyFormReadsBackAsTheSameText();
    void aTreeReadsBackAndSavesTwiceAlike();
    void yamlCppReadsTheSameTree();
    void realNumbersAreShortAndStayNumbers_data();
    void realNumbersAreShortAndStayNumbers();
    void theFormIsAsPeopleWriteIt();
};

void TestYamlWriter::whatStaysPlainIsTheSameStringForSevenReaders()
{
    WK_SHARED_OR_SKIP(path, "yaml/golden/yaml_scalars.jsonl");
    int checked = 0;
    for (const QJsonObject& scalar : goldenScalars(path)) {
        const QString text = scalar.value(QLatin1String("text")).toString();
        const QJsonObject plain = scalar.value(QLatin1String("plain")).toObject();
        if (plain.isEmpty() || !mayStayPlain(text))
            continue;
        ++checked;
        QVERIFY2(plain.value(QLatin1String("same_string_everywhere")).toBool(), qPrintable(text));
    }
    QVERIFY(checked > 50);
}

void TestYamlWriter::mostSafeScalarsDoStayPlain()
{
    for (const char* text : {"source_tables_ready", "dbt build", "RAW.TRAKIT.STATUSES", "Europe/Berlin", "http://127.0.0.1:8765/api", "0 3 * * *",
             "tag:nightly", "a-b.c_d", "dbt.build", "/v1/statuses", "Grüße"})
        QCOMPARE(quoted(QString::fromUtf8(text)), QByteArray(text));
    for (const char* text : {"no", "On", "012", "1:30", "1e3", "2026-11-23", "null", "~", "", " a", "a ", "a: b", "a #b", "*/15 * * * *", "@daily", "-", "- a", "=", "<<",
             "{{ x }}", "1_000", "0x1F", "y", "%a", "? a", "a:", "true", "0049301234567", "2026-1-2", "0b11", "1.", ".5", "+1", "08"})
        QVERIFY2(quoted(QString::fromUtf8(text)) != text, text);
}

void TestYamlWriter::everyFormReadsBackAsTheSameText()
{
    WK_SHARED_OR_SKIP(path, "yaml/golden/yaml_scalars.jsonl");
    for (const QJsonObject& scalar : goldenScalars(path)) {
        const QString text = scalar.value(QLatin1String("text")).toString();
        QVector<QByteArray> forms{"k: " + quoted(text), "k: " + doubleQuoted(text), "k: [" + quoted(text, true) + ", x]",
            "k: {a: " + quoted(text, true) + "}", text.size() < 900 ? emitKey(text) + " v" : "k: " + quoted(text), emitDocument(Value::map().set(QStringLiteral("k"), Value::text(text)))};
        if (const auto single = singleQuoted(text))
            forms.append("k: " + *single);
        for (const QByteArray& form : forms) {
            const auto document = parse(form + '\n', QStringLiteral("x.yaml"));
            QVERIFY2(document.ok(), form.constData());
            const Node* node = &document->root().children.front();
            while (!node->children.empty())
                node = &node->children.front();
            const QString read = form.endsWith(" v") ? document->root().keys.front().text : node->text;
            QVERIFY2(read == text, form.constData());
            QVERIFY2(form.endsWith(" v") || node->type() == Node::Type::Text, form.constData());
        }
        QCOMPARE(QByteArray::fromStdString(YAML::Load((doubleQuoted(text) + '\n').toStdString()).as<std::string>()), text.toUtf8());
    }
}

void TestYamlWriter::aTreeReadsBackAndSavesTwiceAlike()
{
    const QByteArray once = emitDocument(sampleTree());
    const auto document = parse(once, QStringLiteral("x.yaml"));
    QVERIFY_RESULT(document);
    const Value back = Value::fromNode(document->root());
    QVERIFY2(back.same(sampleTree()), once.constData());
    QCOMPARE(emitDocument(sampleTree()), once);
    QCOMPARE(emitDocument(Value::fromNode(parse(emitDocument(back), {})->root())), emitDocument(back));
}

void TestYamlWriter::yamlCppReadsTheSameTree()
{
    const YAML::Node node = YAML::Load(emitDocument(sampleTree()).toStdString());
    QCOMPARE(node["on"]["cron"].as<std::string>(), std::string("0 3 * * *"));
    QCOMPARE(node["sql"].as<std::string>(), std::string("select 1\n  from t\n\nwhere x = 'a: b'\n"));
    QCOMPARE(node["nested"][0][0][1].as<std::string>(), std::string("no"));
    QCOMPARE(node["numbers"][1].as<double>(), 1e21);
    QCOMPARE(node["flow"]["url"].as<std::string>(), std::string("http://x:1/"));
}

void TestYamlWriter::realNumbersAreShortAndStayNumbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a tenth") << 0.1 << QByteArray("0.1");
    QTest::newRow("one") << 1.0 << QByteArray("1.0");
    QTest::newRow("exponent") << 1e21 << QByteArray("1.0e+21");
    QTest::newRow("small") << 1.5e-9 << QByteArray("1.5e-09");
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QByteArray(".inf");
}

void TestYamlWriter::realNumbersAreShortAndStayNumbers()
{
    QFETCH(double, number);
    QFETCH(QByteArray, text);
    QCOMPARE(realText(number), text);
    QCOMPARE(coreType(QString::fromLatin1(text)), Node::Type::Real);
    QCOMPARE(parse("k: " + text, {})->root().find(u"k")->toDouble().value(), number);
}

void TestYamlWriter::theFormIsAsPeopleWriteIt()
{
    Value task = Value::map().set(QStringLiteral("kind"), Value::text(QStringLiteral("dbt.build")));
    task.set(QStringLiteral("consumes"), Value::texts({QStringLiteral("A"), QStringLiteral("B")}));
    const Value tree = Value::map().set(QStringLiteral("tasks"), Value::list({Value::text(QStringLiteral("a")), Value::map().set(QStringLiteral("b"), task)}));
    QCOMPARE(emitDocument(tree), QByteArray("tasks:\n  - a\n  - b:\n      kind: dbt.build\n      consumes:\n        - A\n        - B\n"));
    QCOMPARE(emitDocument(Value::map()), QByteArray("{}\n"));
    QCOMPARE(emitDocument(Value::texts({QStringLiteral("a")})), QByteArray("- a\n"));
    QCOMPARE(emitDocument(Value::map().set(QStringLiteral("q"), Value::text(QStringLiteral("{{ ref(\"x\") }}")))), QByteArray("q: '{{ ref(\"x\") }}'\n"));
}

WK_REGISTER_TEST(TestYamlWriter)
#include "tst_yamlwriter.moc"
