// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/splice.h"
#include "models/yaml/writer.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"
#include "tests/models/yaml/randomedits.h"

#include <QTest>

using namespace yaml;

namespace {

const char* const pipelineFile = R"(# Nightly
pipelines:
  source_extraction:
    schedule: "0 3 * * *"  # 3 AM daily
    outputs:
      - source_tables_ready

  # dbt waits
  dbt_transformation:
    dependencies:
      - source_extraction.source_tables_ready  # Wait for source completion
    schedule: null  # Triggered by dependency, not time-based
    tasks:
      - dbt_build_models  # the only one
)";

Path at(const char* path)
{
    return QString::fromLatin1(path).split(u'/', Qt::SkipEmptyParts);
}

QString word(const char* text)
{
    return QString::fromLatin1(text);
}

using Edit = std::function<base::Result<Splice>(const Document&)>;

} // namespace

Q_DECLARE_METATYPE(Edit)

class TestYamlSplice : public QObject {
    Q_OBJECT
private slots:
    void anEditChangesWhatItSays_data();
    void anEditChangesWhatItSays();
    void editsKeepCrLf();
    void aFileWithoutFinalLineBreakKeepsHavingNone();
    void aByteOrderMarkStays();
    void refusesWhatItCannotEdit_data();
    void refusesWhatItCannotEdit();
    void seesTrailingComments();
    void randomEditsGiveTheIntendedTree_data();
    void randomEditsGiveTheIntendedTree();
};

void TestYamlSplice::anEditChangesWhatItSays_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, Edit edit, const char* after) {
        QTest::newRow(name) << QByteArray(before) << std::move(edit) << QByteArray(after);
    };
    const auto set = [](const char* path, Value value) { return Edit([=](const Document& d) { return setValue(d, at(path), value); }); };
    const auto add = [](const char* path, const char* key, Value value) { return Edit([=](const Document& d) { return addKey(d, at(path), word(key), value); }); };
    const auto item = [](const char* path, Value value, qsizetype index = -1) { return Edit([=](const Document& d) { return addItem(d, at(path), value, index); }); };
    const auto remove = [](const char* path, Comments comments = Comments::Attached) { return Edit([=](const Document& d) { return removeEntry(d, at(path), comments); }); };
    const auto expand = [](const char* path, Value map) { return Edit([=](const Document& d) { return expandItem(d, at(path), map); }); };
    const auto rename = [](const char* path, const char* key) { return Edit([=](const Document& d) { return renameKey(d, at(path), word(key)); }); };
    const auto text = [](const char* t) { return Value::text(QString::fromUtf8(t)); };
    const Value kind = Value::map().set(word("kind"), Value::text(word("dbt.build")));

    row("scalar keeps quotes and comment", "a: \"x\"  # c\nb: 1\n", set("a", text("0 4 * * *")), "a: \"0 4 * * *\"  # c\nb: 1\n");
    row("single quotes too", "a: 'x'\n", set("a", text("it's")), "a: 'it''s'\n");
    row("plain gets quotes when it must", "a: x # c\n", set("a", text("no")), "a: \"no\" # c\n");
    row("plain stays plain", "a: x # c\n", set("a", text("y z")), "a: y z # c\n");
    row("null over text", "a: \"0 3 * * *\"  # c\n", set("a", Value::null()), "a: null  # c\n");
    row("text over nothing", "a:  # c\nb: 1\n", set("a", text("x")), "a: x  # c\nb: 1\n");
    row("number", "a: [1, 2]\n", set("a/1", Value::ofInt(30)), "a: [1, 30]\n");
    row("in flow with a colon", "a: {b: c}\n", set("a/b", text("x:y")), "a: {b: \"x:y\"}\n");
    row("list over scalar", "a: x  # c\nb: 1\n", set("a", Value::texts({word("p"), word("q")})), "a:  # c\n  - p\n  - q\nb: 1\n");
    row("scalar over list", "a:  # c\n  - p\n  - q\nb: 1\n", set("a", text("x")), "a: x  # c\nb: 1\n");
    row("literal over literal", "a: |\n  one\n  two\n\nb: 1\n", set("a", text("three\nfour\n")), "a: |\n  three\n  four\n\nb: 1\n");
    row("plain over literal", "a: |  # c\n  one\nb: 1\n", set("a", text("x")), "a: x  # c\nb: 1\n");
    row("map over null item", "- \n- b\n", set("0", kind), "- kind: dbt.build\n- b\n");

    row("key at the end", "a: 1\n\n# tail\n", add("", "b", text("x")), "a: 1\nb: x\n\n# tail\n");
    row("key before the next block's comments", "p:\n  a: 1  # c\n\n# of q\nq:\n  b: 2\n", add("p", "x", Value::ofInt(9)), "p:\n  a: 1  # c\n  x: 9\n\n# of q\nq:\n  b: 2\n");
    row("key into flow", "a: {b: 1}  # c\n", add("a", "d", text("x")), "a: {b: 1, d: x}  # c\n");
    row("key into {}", "a: {}\n", add("a", "d", text("x")), "a: {d: x}\n");
    row("list into {}", "a: {}  # c\n", add("a", "d", Value::texts({word("x")})), "a:  # c\n  d:\n    - x\n");
    row("key into null", "a:\nb: 1\n", add("a", "d", text("x")), "a:\n  d: x\nb: 1\n");
    row("key into a written null", "a: null  # c\n", add("a", "d", text("x")), "a:  # c\n  d: x\n");
    row("key into an empty file", "", add("", "a", text("x")), "a: x\n");
    row("key into a file of comments", "# c", add("", "a", text("x")), "# c\na: x\n");
    row("key into a compact item", "- a: 1\n- b: 2\n", add("0", "c", Value::ofInt(3)), "- a: 1\n  c: 3\n- b: 2\n");
    row("key below a literal", "a:\n  s: |\n    x\n\nb: 1\n", add("a", "t", Value::ofInt(1)), "a:\n  s: |\n    x\n  t: 1\n\nb: 1\n");

    row("item at the end", "a:\n  - x  # c\n\nb: 1\n", item("a", text("w")), "a:\n  - x  # c\n  - w\n\nb: 1\n");
    row("item of an indentless list", "a:\n- x\nb: 1\n", item("a", text("w")), "a:\n- x\n- w\nb: 1\n");
    row("item before its neighbour's comment", "- a\n# of b\n- b\n", item("", text("x"), 1), "- a\n- x\n# of b\n- b\n");
    row("item into flow", "a: [x]\n", item("a", text("w")), "a: [x, w]\n");
    row("item into flow, first", "a: [x]\n", item("a", text("w"), 0), "a: [w, x]\n");
    row("item after a trailing comma", "a: [\n  x,  # c\n]\n", item("a", text("w")), "a: [\n  x, w,  # c\n]\n");
    row("item into []", "a: []\n", item("a", text("w")), "a: [w]\n");
    row("long item into []", "a: []  # c\n", item("a", Value::map().set(word("t"), kind)), "a:  # c\n  - t:\n      kind: dbt.build\n");
    row("item into null", "a:  # c\nb: 1\n", item("a", text("w")), "a:  # c\n  - w\nb: 1\n");
    row("list and item", "p:\n  a: 1\n", Edit([=](const Document& d) { return addToList(d, at("p"), word("needs"), text("x")); }), "p:\n  a: 1\n  needs:\n    - x\n");

    row("remove with its comment", "a: 1\n\n# of b\nb: 2  # c\nd: 3\n", remove("b"), "a: 1\n\nd: 3\n");
    row("remove, comments stay", "a: 1\n# of b\nb: 2\nd: 3\n", remove("b", Comments::Keep), "a: 1\n# of b\nd: 3\n");
    row("a comment of other indentation stays", "p:\n  a: 1\n# far\n  b: 2\nd: 3\n", remove("p/b"), "p:\n  a: 1\n# far\nd: 3\n");
    row("a comment over a blank line stays", "# head\n\na: 1\nb: 2\n", remove("a"), "# head\n\nb: 2\n");
    row("remove a block", "a:\n  - x\n  - y\n\nb: 1\n", remove("a"), "\nb: 1\n");
    row("remove an item", "a:\n  - x\n  - y  # c\n  - z\n", remove("a/1"), "a:\n  - x\n  - z\n");
    row("remove the only item", "a:  # c\n  - x\nb: 1\n", remove("a/0"), "a: []  # c\nb: 1\n");
    row("remove the only key", "p:\n  a:\n    k: 1\nb: 1\n", remove("p/a/k"), "p:\n  a: {}\nb: 1\n");
    row("remove the first key of an item", "- a: 1\n  b: 2\n", remove("0/a"), "- b: 2\n");
    row("remove from flow", "a: [x, y, z]\n", remove("a/1"), "a: [x, z]\n");
    row("remove the last from flow", "a: {x: 1, y: 2}\n", remove("a/y"), "a: {x: 1}\n");
    row("remove the only from flow", "a: [x]\n", remove("a/0"), "a: []\n");
    row("remove from flow on lines", "a: [\n  x,  # c\n  y\n]\n", remove("a/0"), "a: [\n    # c\n  y\n]\n");
    row("remove the last line", "a: 1\nb: 2", remove("b"), "a: 1");
    row("remove only in the file", "a: 1\n", remove("a"), "{}\n");

    row("expand", "t:\n  - a  # c\n  - b\n", expand("t/0", kind), "t:\n  - a:  # c\n      kind: dbt.build\n  - b\n");
    row("expand a quoted id", "t:\n- \"a\"\n", expand("t/0", kind), "t:\n- \"a\":\n    kind: dbt.build\n");
    row("expand in flow", "t: [a, b]\n", expand("t/1", kind), "t: [a, {b: {kind: dbt.build}}]\n");
    row("rename", "a: 1 # c\n", rename("a", "b"), "b: 1 # c\n");
    row("rename keeps quotes", "\"a\" : 1\n", rename("a", "b"), "\"b\" : 1\n");
    row("rename to what needs quotes", "a: 1\n", rename("a", "yes"), "\"yes\": 1\n");
}

void TestYamlSplice::anEditChangesWhatItSays()
{
    QFETCH(QByteArray, before);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, after);
    const auto document = parse(before, word("x.yaml"));
    QVERIFY_RESULT(document);
    const auto splice = edit(document.value());
    QVERIFY_RESULT(splice);
    QCOMPARE(applied(before, splice.value()), after);
    QVERIFY_RESULT(parse(after, word("x.yaml")));
}

void TestYamlSplice::editsKeepCrLf()
{
    const QByteArray text = QByteArray(pipelineFile).replace("\n", "\r\n");
    const auto document = parse(text, word("x.yaml"));
    QVERIFY_RESULT(document);
    const Value kind = Value::map().set(word("kind"), Value::text(word("dbt.build"))).set(word("sql"), Value::text(word("a\nb\n")));
    for (const auto& splice : {addItem(*document, at("pipelines/source_extraction/outputs"), Value::text(word("x"))),
             addKey(*document, at("pipelines/dbt_transformation"), word("sla"), Value::text(word("07:30"))),
             removeEntry(*document, at("pipelines/source_extraction")), removeEntry(*document, at("pipelines/dbt_transformation/dependencies/0")),
             expandItem(*document, at("pipelines/dbt_transformation/tasks/0"), kind)}) {
        QVERIFY_RESULT(splice);
        const QByteArray after = applied(text, *splice);
        QCOMPARE(after.count('\n'), after.count("\r\n"));
        QCOMPARE(after.count('\r'), after.count("\r\n"));
        QVERIFY_RESULT(parse(after, word("x.yaml")));
    }
}

void TestYamlSplice::aFileWithoutFinalLineBreakKeepsHavingNone()
{
    const QByteArray text = QByteArray(pipelineFile).trimmed();
    const auto document = parse(text, word("x.yaml"));
    QVERIFY_RESULT(document);
    const auto splice = addItem(*document, at("pipelines/dbt_transformation/tasks"), Value::text(word("x")));
    QVERIFY_RESULT(splice);
    QCOMPARE(applied(text, *splice), text + "\n      - x");
}

void TestYamlSplice::aByteOrderMarkStays()
{
    const QByteArray text = "\xEF\xBB\xBF" "a: 1\nb: 2\n";
    const auto document = parse(text, word("x.yaml"));
    QVERIFY_RESULT(document);
    QCOMPARE(applied(text, removeEntry(*document, at("a")).value()), QByteArray("\xEF\xBB\xBF" "b: 2\n"));
    QCOMPARE(applied(text, addKey(*document, {}, word("c"), Value::ofInt(3)).value()), text + "c: 3\n");
}

void TestYamlSplice::refusesWhatItCannotEdit_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::newRow("absent") << QByteArray("a: 1\n") << word("b") << word("yaml.no_such_node");
    QTest::newRow("anchor") << QByteArray("a: &x 1\nb: *x\n") << word("a") << word("yaml.splice");
    QTest::newRow("alias") << QByteArray("a: &x 1\nb: *x\n") << word("b") << word("yaml.splice");
    QTest::newRow("inside an alias") << QByteArray("a: &x {k: 1}\nb: *x\n") << word("b/k") << word("yaml.splice");
    QTest::newRow("tag") << QByteArray("a: !!str 1\n") << word("a") << word("yaml.splice");
    QTest::newRow("question mark") << QByteArray("? a\n: 1\n") << word("a") << word("yaml.splice");
}

void TestYamlSplice::refusesWhatItCannotEdit()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    QFETCH(QString, code);
    const auto document = parse(text, word("x.yaml"));
    QVERIFY_RESULT(document);
    QCOMPARE(setValue(*document, path.split(u'/'), Value::ofInt(2)).error().code, code);
    QCOMPARE(removeEntry(*document, path.split(u'/')).error().code, code);
}

void TestYamlSplice::seesTrailingComments()
{
    const auto document = parse(pipelineFile, word("x.yaml"));
    QVERIFY_RESULT(document);
    QVERIFY(hasTrailingComment(*document, at("pipelines/source_extraction/schedule")));
    QVERIFY(hasTrailingComment(*document, at("pipelines/dbt_transformation/dependencies/0")));
    QVERIFY(!hasTrailingComment(*document, at("pipelines/source_extraction/outputs")));
    const Range range = entryRange(*document, at("pipelines/dbt_transformation/tasks/0")).value();
    QCOMPARE(document->text().mid(range.begin, range.end - range.begin), QByteArray("- dbt_build_models"));
}

void TestYamlSplice::randomEditsGiveTheIntendedTree_data()
{
    QTest::addColumn<QByteArray>("start");
    const QVector<QByteArray> texts = splicetest::sampleTexts() + QVector<QByteArray>{pipelineFile};
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QTest::addRow("text %d", int(i)) << texts[i];
        QTest::addRow("text %d, CRLF", int(i)) << QByteArray(texts[i]).replace("\n", "\r\n");
        QTest::addRow("text %d, no final break", int(i)) << texts[i].trimmed();
        QTest::addRow("text %d, BOM", int(i)) << "\xEF\xBB\xBF" + texts[i];
    }
}

/// The bytes outside of the splice are the same by construction; here: the tree is the intended one, comments stay, line
/// breaks stay of one kind.
void TestYamlSplice::randomEditsGiveTheIntendedTree()
{
    QFETCH(QByteArray, start);
    int done = 0;
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QRandomGenerator random(seed);
        QByteArray text = start;
        for (int step = 0; step < 12; ++step) {
            const auto document = parse(text, word("x.yaml"));
            QVERIFY2(document.ok(), text.constData());
            const splicetest::RandomEdit edit = splicetest::randomEdit(*document, random);
            if (!edit.splice.ok()) {
                QVERIFY2(edit.mayBeRefused, qPrintable(edit.splice.error().toString() + u'\n' + QString::fromUtf8(text)));
                continue;
            }
            const QByteArray after = applied(text, *edit.splice);
            const QByteArray shown = "seed " + QByteArray::number(seed) + ": " + edit.name.toUtf8() + "\n--- before\n" + text + "\n--- after\n" + after;
            const auto again = parse(after, word("x.yaml"));
            QVERIFY2(again.ok(), (again.ok() ? QByteArray() : again.error().toString().toUtf8() + '\n' + shown).constData());
            QVERIFY2(Value::fromNode(again->root()).same(edit.intended), shown.constData());
            if (edit.keepsComments)
                QVERIFY2(splicetest::commentsOf(after) == splicetest::commentsOf(text), shown.constData());
            if (start.contains("\r\n"))
                QVERIFY2(after.count('\n') == after.count("\r\n"), shown.constData());
            QVERIFY2(after.endsWith('\n') || !text.endsWith('\n'), shown.constData());
            text = after;
            ++done;
        }
    }
    QVERIFY(done > 200);
}

WK_REGISTER_TEST(TestYamlSplice)
#include "tst_yamlsplice.moc"
