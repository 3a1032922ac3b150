// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/yaml/randomedits.h"

#include <QRegularExpression>

namespace splicetest {

using namespace yaml;

namespace {

void collect(const Node& node, const Path& path, QVector<Path>& all)
{
    all.append(path);
    for (qsizetype i = 0; i < node.size(); ++i)
        collect(node.children[size_t(i)], path + Path{node.isMapping() ? node.keys[size_t(i)].text : QString::number(i)}, all);
}

Value* valueAt(Value& root, const Path& path)
{
    Value* value = &root;
    for (const QString& part : path)
        value = &value->items[size_t(value->type == Value::Type::Map ? value->keys.indexOf(part) : part.toLongLong())];
    return value;
}

Value randomValue(QRandomGenerator& random, int depth = 0)
{
    static const QStringList texts{QStringLiteral("plain"), QStringLiteral("no"), QStringLiteral("a: b"), QStringLiteral("x # y"), QString(),
        QStringLiteral("0 3 * * *"), QStringLiteral("*/5 * * * *"), QStringLiteral("two\nlines\n"), QStringLiteral("it's \"q\""), QStringLiteral("Grüße"), QStringLiteral("[x]"),
        QStringLiteral("a,b"), QStringLiteral("http://h:1/p")};
    switch (random.bounded(depth > 1 ? 5 : 8)) {
    case 0: return Value::null();
    case 1: return Value::ofBool(true);
    case 2: return Value::ofInt(random.bounded(1000));
    case 5: return Value::list({randomValue(random, depth + 1), randomValue(random, depth + 1)}, random.bounded(2) == 0);
    case 6: return Value::map(random.bounded(2) == 0).set(QStringLiteral("p"), randomValue(random, depth + 1)).set(QStringLiteral("q q"), randomValue(random, depth + 1));
    case 7: return random.bounded(2) == 0 ? Value::list() : Value::map();
    default: return Value::text(texts[random.bounded(int(texts.size()))]);
    }
}

bool isScalarValue(const Value& value)
{
    return !value.isCollection();
}

QString freshKey(const Node& map, QRandomGenerator& random)
{
    QString key;
    do {
        key = QStringLiteral("k%1").arg(random.bounded(10000));
    } while (map.find(key) != nullptr);
    return key;
}

void eraseAt(Value& parent, const QString& part)
{
    const qsizetype index = parent.type == Value::Type::Map ? parent.keys.indexOf(part) : part.toLongLong();
    parent.items.erase(parent.items.begin() + index);
    if (parent.type == Value::Type::Map)
        parent.keys.removeAt(index);
}

RandomEdit adding(const Document& document, const Path& path, QRandomGenerator& random)
{
    const Node& node = *document.at(path);
    RandomEdit edit{QStringLiteral("add at ") + path.join(u'/'), Splice{}, Value::fromNode(document.root()), true, false};
    Value& target = *valueAt(edit.intended, path);
    const Value value = randomValue(random);
    if (node.isSequence() || (node.isNull() && random.bounded(2) == 0)) {
        const qsizetype index = node.size() > 0 && random.bounded(2) == 0 ? random.bounded(int(node.size())) : -1;
        edit.splice = addItem(document, path, value, index);
        target.type = Value::Type::List;
        target.items.insert(index < 0 ? target.items.end() : target.items.begin() + index, value);
        return edit;
    }
    const QString key = freshKey(node, random);
    edit.splice = addKey(document, path, key, value);
    target.set(key, value);
    return edit;
}

RandomEdit removing(const Document& document, const Path& path, QRandomGenerator& random)
{
    const Path parent = path.mid(0, path.size() - 1);
    const auto comments = random.bounded(2) == 0 ? Comments::Keep : Comments::Attached;
    RandomEdit edit{QStringLiteral("remove ") + path.join(u'/'), removeEntry(document, path, comments), Value::fromNode(document.root()), false, false};
    eraseAt(*valueAt(edit.intended, parent), path.last());
    const Range range = entryRange(document, path).value_or(Range{});
    const qsizetype lineBreak = document.text().indexOf('\n', range.end);
    const qsizetype end = lineBreak < 0 ? document.text().size() : lineBreak;
    edit.keepsComments = comments == Comments::Keep && !document.text().mid(range.begin, end - range.begin).contains("#~");
    return edit;
}

RandomEdit setting(const Document& document, const Path& path, QRandomGenerator& random)
{
    const Value value = randomValue(random);
    RandomEdit edit{QStringLiteral("set ") + path.join(u'/'), setValue(document, path, value), Value::fromNode(document.root()), false, false};
    const Node& old = *document.at(path);
    edit.keepsComments = (old.isScalar() || old.isNull()) && isScalarValue(value);
    *valueAt(edit.intended, path) = value;
    return edit;
}

RandomEdit renaming(const Document& document, const Path& path, QRandomGenerator& random)
{
    Path parentPath = path.mid(0, path.size() - 1);
    const QString key = freshKey(*document.at(parentPath), random);
    RandomEdit edit{QStringLiteral("rename ") + path.join(u'/'), renameKey(document, path, key), Value::fromNode(document.root()), true, false};
    Value& parent = *valueAt(edit.intended, parentPath);
    parent.keys[parent.keys.indexOf(path.last())] = key;
    return edit;
}

RandomEdit expanding(const Document& document, const Path& path, QRandomGenerator& random)
{
    const Value map = Value::map(random.bounded(2) == 0).set(QStringLiteral("kind"), randomValue(random));
    RandomEdit edit{QStringLiteral("expand ") + path.join(u'/'), expandItem(document, path, map), Value::fromNode(document.root()), true, true};
    *valueAt(edit.intended, path) = Value::map().set(document.at(path)->text, map);
    return edit;
}

} // namespace

RandomEdit randomEdit(const Document& document, QRandomGenerator& random)
{
    QVector<Path> all;
    collect(document.root(), {}, all);
    const Path path = all[random.bounded(int(all.size()))];
    const Node& node = *document.at(path);
    const Node* parent = path.isEmpty() ? nullptr : document.at(path.mid(0, path.size() - 1));
    const int choice = random.bounded(5);
    if (node.isMapping() || node.isSequence() || node.isNull()) {
        if (choice <= 1 || path.isEmpty())
            return adding(document, path, random);
    }
    if (path.isEmpty() || choice == 2)
        return path.isEmpty() ? adding(document, all[0], random) : removing(document, path, random);
    if (choice == 3 && parent->isMapping())
        return renaming(document, path, random);
    if (choice == 4 && parent->isSequence() && node.isScalar())
        return expanding(document, path, random);
    return setting(document, path, random);
}

QStringList commentsOf(const QByteArray& text)
{
    static const QRegularExpression marker(QStringLiteral("#~[0-9]+"));
    QStringList found;
    for (auto matches = marker.globalMatch(QString::fromUtf8(text)); matches.hasNext();)
        found.append(matches.next().captured());
    found.sort();
    return found;
}

QVector<QByteArray> sampleTexts()
{
    return {
        "a: 1  #~1\n#~2 über\nb:\n  - x  #~3\n  #~4\n  - y\n\n#~5\nc: {d: [1, 2], e: f}  #~6\ng:\n  h: |\n    one\n    two\n\n  i: last\n#~7\n",
        "- a\n- b: 1  #~1\n  c: 2\n-\n  d: 3\n- - e\n  - f\n- [g, {h: i}]\n#~2\n- >-\n  folded\n  text\n- \"q\"  #~3\n",
        "p:  #~1\n- x\n- y:\n    z: 1\n\n#~2\nq: 'single'  #~3\nr:\ns: null\nt: [\n  u,  #~4\n  v\n]\nw: \"double\"\n",
        "---\n#~1\nroot:\n    wide:\n        deep: 1  #~2\n    # plain\n    list:\n        - 1\n        - k: v\n          l: |+\n            keep\n\n    end: true\n",
        "t:\n  - a: {}\n  - b: []\n  - c:\n      x: multi\n        line\n      y: \"dq\n        line\"  #~1\n    # of d\n    d:\n#~2\nz: é  #~3\n",
    };
}

} // namespace splicetest
