// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/document.h"
#include "models/yaml/splice.h"
#include "tests/models/yaml/randomedits.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

using namespace yaml;

class TestYamlReader : public QObject {
    Q_OBJECT
private slots:
    void typesAreThoseOfTheCoreSchema_data();
    void typesAreThoseOfTheCoreSchema();
    void rangesAreBytesAlthoughLibyamlCountsCharacters();
    void nothingWrittenStandsAfterTheColon();
    void blockScalarsEndBeforeBlankLinesAndComments();
    void refusalsNameTheirPlace_data();
    void refusalsNameTheirPlace();
    void aliasesAreCopiesWithinTheBudget();
    void anAliasBombEndsEarly();
    void deepNestingEndsEarly_data();
    void deepNestingEndsEarly();
    void limitsAreExact();
    void fiftyThousandKeysAreReadInTime();
    void anEmptyTextIsNull_data();
    void anEmptyTextIsNull();
    void everySampleCutAtEveryByteIsReadOrRefusedWithAPlace();
    void everyByteFlippedNeverCrashes();
    void realFilesOfOtherToolsAreRead();
};

void TestYamlReader::typesAreThoseOfTheCoreSchema_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QVariant>("value");
    const auto row = [](const char* written, const QVariant& value) { QTest::newRow(written) << QString::fromLatin1(written) << value; };
    row("null", {});
    row("~", {});
    row("true", true);
    row("False", false);
    row("tRUE", QStringLiteral("tRUE"));
    row("yes", QStringLiteral("yes"));
    row("no", QStringLiteral("no"));
    row("12", qint64(12));
    row("-3", qint64(-3));
    row("012", qint64(12));
    row("0o14", qint64(12));
    row("0x1F", qint64(31));
    row("9223372036854775807", qint64(9223372036854775807));
    row("9223372036854775808", QStringLiteral("9223372036854775808"));
    row("1e3", 1000.0);
    row("1.", 1.0);
    row(".5", 0.5);
    row("1_000", QStringLiteral("1_000"));
    row("1:30", QStringLiteral("1:30"));
    row("2026-11-23", QStringLiteral("2026-11-23"));
    row("\"12\"", QStringLiteral("12"));
    row("'true'", QStringLiteral("true"));
    row("!!str 12", QStringLiteral("12"));
    row("!!int 12", qint64(12));
    row("\"\\u00e4\\n\"", QStringLiteral("ä\n"));
}

void TestYamlReader::typesAreThoseOfTheCoreSchema()
{
    QFETCH(QString, written);
    QFETCH(QVariant, value);
    const auto document = parse("k: " + written.toUtf8() + "\n", QStringLiteral("x.yaml"));
    QVERIFY_RESULT(document);
    QCOMPARE(document->root().find(u"k")->toVariant(), value);
}

void TestYamlReader::rangesAreBytesAlthoughLibyamlCountsCharacters()
{
    const QByteArray text = "# für 😀\r\nä: [\"ö\", 'x'] # ü\r\nb:\r\n  - é: z\r\n";
    const auto document = parse(text, QStringLiteral("x.yaml"));
    QVERIFY_RESULT(document);
    const auto bytes = [&](const Path& path) {
        const Node& node = *document->at(path);
        return text.mid(node.begin, node.end - node.begin);
    };
    QCOMPARE(bytes({QStringLiteral("ä")}), QByteArray("[\"ö\", 'x']"));
    QCOMPARE(bytes({QStringLiteral("ä"), QStringLiteral("0")}), QByteArray("\"ö\""));
    QCOMPARE(bytes({QStringLiteral("b")}), QByteArray("- é: z"));
    const Node& z = *document->at({QStringLiteral("b"), QStringLiteral("0"), QStringLiteral("é")});
    QCOMPARE(bytes({QStringLiteral("b"), QStringLiteral("0"), QStringLiteral("é")}), QByteArray("z"));
    QCOMPARE(document->placeOf(z, QStringLiteral("k")).toString(), QStringLiteral("x.yaml:4:8 [k]"));
    QCOMPARE(document->at({QStringLiteral("ä"), QStringLiteral("1")})->column, 10);
    QCOMPARE(document->at({QStringLiteral("ä"), QStringLiteral("1")})->style, Node::Style::Single);
}

void TestYamlReader::nothingWrittenStandsAfterTheColon()
{
    const QByteArray text = "a:  # c\nb:\n  -\n  - x\nc: {d, e: }\n";
    const auto document = parse(text, QStringLiteral("x.yaml"));
    QVERIFY_RESULT(document);
    const Node& a = *document->root().find(u"a");
    QVERIFY(a.isNull());
    QCOMPARE(a.begin, 2);
    QCOMPARE(a.end, 2);
    QCOMPARE(document->at({QStringLiteral("b"), QStringLiteral("0")})->begin, 14);
    QVERIFY(document->at({QStringLiteral("c"), QStringLiteral("d")})->isNull());
}

void TestYamlReader::blockScalarsEndBeforeBlankLinesAndComments()
{
    const QByteArray text = "a: |\n  one\n  two\n\n# c\nb: >-\n  x\n\n  y\nc: |+\n  keep\n\nd: |\n  last";
    const auto document = parse(text, QStringLiteral("x.yaml"));
    QVERIFY_RESULT(document);
    const auto bytes = [&](QStringView key) {
        const Node& node = *document->root().find(key);
        return text.mid(node.begin, node.end - node.begin);
    };
    QCOMPARE(bytes(u"a"), QByteArray("|\n  one\n  two"));
    QCOMPARE(bytes(u"b"), QByteArray(">-\n  x\n\n  y"));
    QCOMPARE(bytes(u"c"), QByteArray("|+\n  keep\n"));
    QCOMPARE(bytes(u"d"), QByteArray("|\n  last"));
    QCOMPARE(document->root().find(u"b")->text, QStringLiteral("x\ny"));
    QCOMPARE(document->root().find(u"c")->text, QStringLiteral("keep\n\n"));
}

void TestYamlReader::refusalsNameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const QByteArray& text, const char* error) { QTest::newRow(name) << text << QString::fromUtf8(error); };
    row("duplicate key", "p:\n  a: 1\n  b: 2\n  a: 3\n", "x.yaml:4:3 [p]: the key 'a' stands here and already at line 2, column 3 (yaml.duplicate_key)");
    row("duplicate in flow", "{a: 1, \"a\": 2}", "x.yaml:1:8: the key 'a' stands here and already at line 1, column 2 (yaml.duplicate_key)");
    row("two documents", "a: 1\n---\nb: 2\n", "x.yaml:2:1: a second document begins here; expected one document per file (yaml.documents)");
    row("merge key", "a: {<<: {b: 1}}", "x.yaml:1:5 [a]: merge keys (<<) are not supported; write the keys out (yaml.merge_key)");
    row("list as key", "? [a]\n: 1\n", "x.yaml:1:3: a list or map cannot be a key; expected a name (yaml.key)");
    row("no key", "?\n: 1\n", "x.yaml:1:2: a key is missing before the colon (yaml.key)");
    row("unknown alias", "a: *b\n", "x.yaml:1:4 [a]: the alias *b names no anchor above it (yaml.alias)");
    row("cycle", "a: &b\n  - *b\n", "x.yaml:2:5 [a[0]]: the alias *b stands inside of what it names: a cycle (yaml.alias)");
    row("alias as key", "a: &b x\n*b : 1\n", "x.yaml:2:1: an alias cannot be a key; expected a name (yaml.key)");
    row("foreign tag", "a: !!python/object:os.system x\n", "x.yaml:1:4 [a]: the tag tag:yaml.org,2002:python/object:os.system is not supported here; expected plain YAML (yaml.tag)");
    row("local tag", "a: !Ref x\n", "x.yaml:1:4 [a]: the tag !Ref is not supported here; expected plain YAML (yaml.tag)");
    row("tag that does not fit", "a: !!int x\n", "x.yaml:1:4 [a]: the tag tag:yaml.org,2002:int is not supported here; expected plain YAML (yaml.tag)");
    row("NUL", QByteArray("a: x\0y\n", 7), "x.yaml:1:5: the character U+0000 is not allowed here; write it as an escape in double quotes (yaml.character)");
    row("control", "a: 1\nb: \x01\n", "x.yaml:2:4: the character U+0001 is not allowed here; write it as an escape in double quotes (yaml.character)");
    row("NEL", "a: x\xC2\x85y\n", "x.yaml:1:5: the character U+0085 is not allowed here; write it as an escape in double quotes (yaml.character)");
    row("line separator in a comment", "# x\xE2\x80\xA8y: 1\n", "x.yaml:1:4: the character U+2028 is not allowed here; write it as an escape in double quotes (yaml.character)");
    row("BOM inside", "a: \xEF\xBB\xBF\n", "x.yaml:1:4: the character U+FEFF is not allowed here; write it as an escape in double quotes (yaml.character)");
    row("lone CR", "a: 1\rb: 2\n", "x.yaml:1:5: a carriage return without a line feed; expected LF or CRLF line ends (yaml.character)");
    row("latin-1", "a: \xFC\n", "x.yaml:1:4: not UTF-8: byte FC at offset 3 (yaml.utf8)");
    row("overlong", "a: \xC0\xAF\n", "x.yaml:1:4: not UTF-8: byte C0 at offset 3 (yaml.utf8)");
    row("surrogate", "a: \xED\xA0\x80\n", "x.yaml:1:4: not UTF-8: byte ED at offset 3 (yaml.utf8)");
    row("beyond Unicode", "a: \xF4\x90\x80\x80\n", "x.yaml:1:4: not UTF-8: byte F4 at offset 3 (yaml.utf8)");
    row("unclosed quote", "ä: x\nk: \"a", "x.yaml:2:6 [k]: not valid YAML: found unexpected end of stream, while scanning a quoted scalar that began at line 2, column 4 (yaml.syntax)");
    row("bare word", "k: a\nb\n", "x.yaml:3:1: not valid YAML: could not find expected ':', while scanning a simple key that began at line 2, column 1 (yaml.syntax)");
    row("tab", "a:\n\tb: 1\n", "x.yaml:2:1 [a]: not valid YAML: found character that cannot start any token, while scanning for the next token that began at line 2, column 1 (yaml.syntax)");
    row("jinja", "a: {{ x }}\n", "x.yaml:1:5 [a]: a list or map cannot be a key; expected a name (yaml.key)");
}

void TestYamlReader::refusalsNameTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    const auto document = parse(text, QStringLiteral("x.yaml"));
    QVERIFY(!document.ok());
    QCOMPARE(document.error().toString(), error);
}

void TestYamlReader::aliasesAreCopiesWithinTheBudget()
{
    const auto document = parse("a: &x {k: [1, 2]}\nb: *x\nc: &x 5\nd: *x\n", QStringLiteral("x.yaml"));
    QVERIFY_RESULT(document);
    const Node& b = *document->root().find(u"b");
    QCOMPARE(b.toVariant(), document->root().find(u"a")->toVariant());
    QVERIFY(b.alias && b.children[0].alias);
    QVERIFY(!document->root().find(u"a")->alias);
    QCOMPARE(b.line, 2);
    QCOMPARE(document->root().find(u"d")->toInt().value(), 5);
}

void TestYamlReader::anAliasBombEndsEarly()
{
    QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray below = "*a" + QByteArray::number(i - 1);
        bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + QByteArrayList(9, below).join(", ") + "]\n";
    }
    QElapsedTimer timer;
    timer.start();
    const auto document = parse(bomb, QStringLiteral("x.yaml"));
    QVERIFY(!document.ok());
    QCOMPARE(document.error().code, QStringLiteral("yaml.too_many_nodes"));
    QVERIFY(document.error().place.line >= 5);
    QVERIFY2(timer.elapsed() < 10000, "a bomb of a few hundred bytes must not take seconds");
}

void TestYamlReader::deepNestingEndsEarly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("flow lists") << QByteArray(200000, '[');
    QTest::newRow("flow maps") << QByteArray("{a: ").repeated(100000);
    QTest::newRow("block lists") << QByteArray("- ").repeated(100000);
    QByteArray maps;
    for (int i = 0; i < 500; ++i)
        maps += QByteArray(i, ' ') + "a:\n";
    QTest::newRow("block maps") << maps;
    QTest::newRow("through aliases") << QByteArray("a: &a [" + QByteArray(60, '[') + QByteArray(60, ']') + "]\nb: [[[[*a]]]]\n");
}

void TestYamlReader::deepNestingEndsEarly()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    const auto document = parse(text, QStringLiteral("x.yaml"));
    QVERIFY(!document.ok());
    QCOMPARE(document.error().code, QStringLiteral("yaml.too_deep"));
    QVERIFY(document.error().place.line >= 1);
    QVERIFY(timer.elapsed() < 10000);
}

void TestYamlReader::limitsAreExact()
{
    QVERIFY_RESULT(parse(QByteArray(maximumDepth, '[') + QByteArray(maximumDepth, ']'), {}));
    QCOMPARE(parse(QByteArray(maximumDepth + 1, '[') + QByteArray(maximumDepth + 1, ']'), {}).error().code, QStringLiteral("yaml.too_deep"));
    QVERIFY_RESULT(parse("a: " + QByteArray(maximumScalar, 'x'), {}));
    QCOMPARE(parse("a: " + QByteArray(maximumScalar + 1, 'x'), {}).error().code, QStringLiteral("yaml.scalar_too_long"));
    QCOMPARE(parse(QByteArray(maximumBytes + 1, ' '), {}).error().code, QStringLiteral("yaml.too_large"));
    QVERIFY_RESULT(parse(QByteArray("#\n").repeated(maximumBytes / 2), {}));
    const auto many = [](qsizetype items) { return "[" + QByteArrayList(items, "1").join(',') + "]"; };
    QVERIFY_RESULT(parse(many(maximumNodes - 1), {}));
    QCOMPARE(parse(many(maximumNodes), {}).error().code, QStringLiteral("yaml.too_many_nodes"));
}

void TestYamlReader::fiftyThousandKeysAreReadInTime()
{
    QByteArray text = "# ä\n";
    for (int i = 0; i < 50000; ++i)
        text += "key_" + QByteArray::number(i) + ": wört\n";
    QElapsedTimer timer;
    timer.start();
    const auto document = parse(text, QStringLiteral("x.yaml"));
    QVERIFY_RESULT(document);
    QCOMPARE(document->root().size(), 50000);
    QCOMPARE(document->root().children.back().line, 50001);
    QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
    const auto splice = setValue(*document, {QStringLiteral("key_49999")}, Value::text(QStringLiteral("x")));
    QVERIFY_RESULT(splice);
    QVERIFY(applied(text, *splice).endsWith("key_49999: x\n"));
    QCOMPARE(parse(text + "key_7: 1\n", {}).error().code, QStringLiteral("yaml.duplicate_key"));
}

void TestYamlReader::anEmptyTextIsNull_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("comments") << QByteArray("# a\n\n# b");
    QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("marker") << QByteArray("---\n");
    QTest::newRow("markers") << QByteArray("---\n...\n");
}

void TestYamlReader::anEmptyTextIsNull()
{
    QFETCH(QByteArray, text);
    const auto document = parse(text, QStringLiteral("x.yaml"));
    QVERIFY_RESULT(document);
    QVERIFY(document->root().isNull());
    QVERIFY(document->root().line >= 1);
    QVERIFY(document->at({}) != nullptr);
    QCOMPARE(document->at({QStringLiteral("a")}), nullptr);
}

void TestYamlReader::everySampleCutAtEveryByteIsReadOrRefusedWithAPlace()
{
    int read = 0;
    int refused = 0;
    for (const QByteArray& sample : splicetest::sampleTexts()) {
        for (const QByteArray& whole : {sample, QByteArray(sample).replace("\n", "\r\n")}) {
            for (qsizetype length = 0; length <= whole.size(); ++length) {
                const auto document = parse(whole.left(length), QStringLiteral("x.yaml"));
                if (document.ok()) {
                    ++read;
                    QVERIFY(document->root().end <= length);
                    continue;
                }
                ++refused;
                QVERIFY2(document.error().place.line >= 1 && document.error().place.column >= 1, whole.left(length).constData());
                QVERIFY(!document.error().message.isEmpty() && document.error().code.startsWith(QLatin1String("yaml.")));
            }
        }
    }
    QVERIFY(read > 100 && refused > 100);
}

void TestYamlReader::everyByteFlippedNeverCrashes()
{
    QRandomGenerator random(7);
    int refused = 0;
    for (const QByteArray& sample : splicetest::sampleTexts()) {
        for (int round = 0; round < 2000; ++round) {
            QByteArray text = sample;
            for (int flips = 0; flips < 1 + round % 3; ++flips)
                text[random.bounded(int(text.size()))] = round % 2 == 0 ? char(random.bounded(256)) : "[]{}:-#&*!|>'\"%@`,? \n"[random.bounded(21)];
            const auto document = parse(text, QStringLiteral("x.yaml"));
            if (!document.ok()) {
                ++refused;
                QVERIFY2(document.error().place.line >= 1, text.constData());
            }
        }
    }
    QVERIFY(refused > 1000);
}

/// Foreign schedulers' files: read, or refused for a reason that is named (several documents, tags, merge keys).
void TestYamlReader::realFilesOfOtherToolsAreRead()
{
    WK_SHARED_OR_SKIP(folder, "schedulers");
    int read = 0;
    QDirIterator files(folder, {QStringLiteral("*.yml"), QStringLiteral("*.yaml")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto document = parse(support::readAll(path), path);
        if (document.ok()) {
            ++read;
            continue;
        }
        const QStringList expected{QStringLiteral("yaml.documents"), QStringLiteral("yaml.tag"), QStringLiteral("yaml.merge_key"),
            QStringLiteral("yaml.syntax"), QStringLiteral("yaml.duplicate_key"), QStringLiteral("yaml.key")};
        QVERIFY2(expected.contains(document.error().code), qPrintable(document.error().toString()));
        QVERIFY2(document.error().place.line >= 1, qPrintable(document.error().toString()));
    }
    QVERIFY(read >= 20);
}

WK_REGISTER_TEST(TestYamlReader)
#include "tst_yamlreader.moc"
