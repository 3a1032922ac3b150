// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/reader.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace yaml {

namespace {

QString readerText(const yaml_char_t* text)
{
    return QString::fromUtf8(reinterpret_cast<const char*>(text));
}

/// QString::fromUtf8 would drop U+FEFF at the start of a text.
QString readerScalarText(const yaml_char_t* text, size_t length)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(QByteArrayView(text, qsizetype(length)));
}

int readerHeight(const Node& node)
{
    int height = 0;
    for (const Node& child : node.children)
        height = std::max(height, readerHeight(child));
    return height + 1;
}

/// Counts, and marks everything as reached through an alias.
qsizetype readerMarkAlias(Node& node)
{
    node.alias = true;
    qsizetype count = 1;
    for (Node& key : node.keys)
        count += readerMarkAlias(key);
    for (Node& child : node.children)
        count += readerMarkAlias(child);
    return count;
}

Node::Style readerStyle(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return Node::Style::Single;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return Node::Style::Double;
    case YAML_LITERAL_SCALAR_STYLE: return Node::Style::Literal;
    case YAML_FOLDED_SCALAR_STYLE: return Node::Style::Folded;
    default: return Node::Style::Plain;
    }
}

} // namespace

Reader::Reader(const QByteArray& text, const QString& file)
    : m_text(text)
    , m_file(file)
    , m_skip(text.startsWith("\xEF\xBB\xBF") ? 3 : 0)
    , m_positions(text, m_skip)
    , m_root(std::make_shared<Node>())
{
    m_root->begin = m_root->end = text.size();
    const base::Place place = m_positions.placeOf(text.size());
    m_root->line = place.line;
    m_root->column = place.column;
}

base::Result<Document> Reader::read()
{
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0)
        return base::makeError("yaml.syntax", QCoreApplication::translate("yaml", "no memory for the YAML reader"), {m_file, 1, 1, {}});
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(m_text.constData() + m_skip), size_t(m_text.size() - m_skip));
    bool more = true;
    while (more) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) {
            failFromParser(parser);
            break;
        }
        more = event.type != YAML_STREAM_END_EVENT && handle(event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    if (m_error)
        return *m_error;
    return Document(m_text, m_file, m_root);
}

bool Reader::handle(const yaml_event_t& event)
{
    switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
        if (++m_documents > 1) {
            return fail("yaml.documents", QCoreApplication::translate("yaml", "a second document begins here; expected one document per file"),
                m_positions.placeOf(m_positions.byteOf(event.start_mark.index)));
        }
        return true;
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT: return startCollection(event);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT: return endCollection(event);
    case YAML_SCALAR_EVENT: return scalar(event);
    case YAML_ALIAS_EVENT: return alias(event);
    default: return true;
    }
}

bool Reader::startCollection(const yaml_event_t& event)
{
    Frame frame;
    const bool mapping = event.type == YAML_MAPPING_START_EVENT;
    const yaml_char_t* anchor = mapping ? event.data.mapping_start.anchor : event.data.sequence_start.anchor;
    const yaml_char_t* tag = mapping ? event.data.mapping_start.tag : event.data.sequence_start.tag;
    frame.node.kind = mapping ? Node::Kind::Mapping : Node::Kind::Sequence;
    frame.node.flow = mapping ? event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                              : event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    frame.node.decorated = anchor != nullptr || tag != nullptr;
    setRange(frame.node, event.start_mark, event.end_mark);
    if (!countNodes(1, frame.node) || !applyTag(frame.node, tag))
        return false;
    if (m_frames.size() >= size_t(maximumDepth))
        return failAt("yaml.too_deep", QCoreApplication::translate("yaml", "nested deeper than %1 levels").arg(maximumDepth), frame.node);
    if (!m_frames.empty() && m_frames.back().expectsKey())
        return failAt("yaml.key", QCoreApplication::translate("yaml", "a list or map cannot be a key; expected a name"), frame.node);
    if (anchor != nullptr) {
        frame.anchor = readerText(anchor);
        m_anchors.remove(frame.anchor); // known again when it is complete: an alias inside would be a cycle
    }
    m_frames.push_back(std::move(frame));
    return true;
}

bool Reader::endCollection(const yaml_event_t& event)
{
    Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    Node& node = frame.node;
    const bool braces = node.begin < m_text.size() && (m_text[node.begin] == '{' || m_text[node.begin] == '[');
    if (node.flow && (braces || node.decorated)) {
        node.end = m_positions.byteOf(event.end_mark.index);
    } else {
        if (!node.keys.empty())
            node.end = std::max(node.end, node.keys.back().end);
        if (!node.children.empty())
            node.end = std::max(node.end, node.children.back().end);
    }
    return finish(std::move(node), frame.anchor);
}

bool Reader::scalar(const yaml_event_t& event)
{
    const auto& data = event.data.scalar;
    Node node;
    node.kind = Node::Kind::Scalar;
    node.style = readerStyle(data.style);
    node.decorated = data.anchor != nullptr || data.tag != nullptr;
    setRange(node, event.start_mark, event.end_mark);
    if (data.length > size_t(maximumScalar))
        return failAt("yaml.scalar_too_long", QCoreApplication::translate("yaml", "a text of more than %1 bytes").arg(maximumScalar), node);
    node.text = readerScalarText(data.value, data.length);
    if (node.style == Node::Style::Literal || node.style == Node::Style::Folded)
        trimBlockScalar(node);
    if (!countNodes(1, node) || !applyTag(node, data.tag))
        return false;
    if (!m_frames.empty() && m_frames.back().expectsKey())
        return addKey(std::move(node));
    if (node.style == Node::Style::Plain && !node.textTag && coreType(node.text) == Node::Type::Null)
        node.kind = Node::Kind::Null;
    return finish(std::move(node), data.anchor != nullptr ? readerText(data.anchor) : QString());
}

bool Reader::addKey(Node key)
{
    Frame& frame = m_frames.back();
    if (key.style == Node::Style::Plain && key.text == QLatin1String("<<"))
        return failAt("yaml.merge_key", QCoreApplication::translate("yaml", "merge keys (<<) are not supported; write the keys out"), key);
    if (key.style == Node::Style::Plain && key.text.isEmpty())
        return failAt("yaml.key", QCoreApplication::translate("yaml", "a key is missing before the colon"), key);
    const auto known = frame.seen.constFind(key.text);
    if (known != frame.seen.constEnd()) {
        return failAt("yaml.duplicate_key",
            QCoreApplication::translate("yaml", "the key '%1' stands here and already at line %2, column %3")
                .arg(key.text).arg(known->line).arg(known->column), key);
    }
    frame.seen.insert(key.text, {m_file, key.line, key.column, {}});
    frame.node.keys.push_back(std::move(key));
    return true;
}

bool Reader::alias(const yaml_event_t& event)
{
    const QString name = readerText(event.data.alias.anchor);
    Node use;
    setRange(use, event.start_mark, event.end_mark);
    const auto found = m_anchors.constFind(name);
    if (found == m_anchors.constEnd()) {
        const bool inside = std::any_of(m_frames.begin(), m_frames.end(), [&](const Frame& frame) { return frame.anchor == name; });
        return failAt("yaml.alias", (inside ? QCoreApplication::translate("yaml", "the alias *%1 stands inside of what it names: a cycle")
                                            : QCoreApplication::translate("yaml", "the alias *%1 names no anchor above it")).arg(name), use);
    }
    if (!m_frames.empty() && m_frames.back().expectsKey())
        return failAt("yaml.key", QCoreApplication::translate("yaml", "an alias cannot be a key; expected a name"), use);
    if (m_frames.size() + size_t(readerHeight(*found)) > size_t(maximumDepth) + 1)
        return failAt("yaml.too_deep", QCoreApplication::translate("yaml", "nested deeper than %1 levels").arg(maximumDepth), use);
    Node copy = *found;
    if (!countNodes(readerMarkAlias(copy), use))
        return false;
    copy.begin = use.begin;
    copy.end = use.end;
    copy.line = use.line;
    copy.column = use.column;
    return finish(std::move(copy), {});
}

bool Reader::finish(Node node, const QString& anchor)
{
    if (!anchor.isEmpty())
        m_anchors.insert(anchor, node);
    if (m_frames.empty())
        *m_root = std::move(node);
    else
        m_frames.back().node.children.push_back(std::move(node));
    return true;
}

bool Reader::applyTag(Node& node, const yaml_char_t* tag)
{
    if (tag == nullptr)
        return true;
    const QString name = readerText(tag);
    const QLatin1String core("tag:yaml.org,2002:");
    const QString word = name.startsWith(core) ? name.mid(core.size()) : name;
    const Node::Type type = node.isScalar() ? coreType(node.text) : Node::Type::None;
    if (node.isScalar() && (word == QLatin1String("!") || word == QLatin1String("str"))) {
        node.textTag = true;
        return true;
    }
    const bool fits = (node.isMapping() && word == QLatin1String("map")) || (node.isSequence() && word == QLatin1String("seq"))
        || (!node.isScalar() && word == QLatin1String("!"))
        || (node.style == Node::Style::Plain
            && ((type == Node::Type::Null && word == QLatin1String("null")) || (type == Node::Type::Bool && word == QLatin1String("bool"))
                || (type == Node::Type::Int && word == QLatin1String("int")) || (type == Node::Type::Real && word == QLatin1String("float"))));
    return fits || failAt("yaml.tag", QCoreApplication::translate("yaml", "the tag %1 is not supported here; expected plain YAML").arg(name), node);
}

bool Reader::countNodes(qsizetype count, const Node& at)
{
    m_nodes += count;
    return m_nodes <= maximumNodes
        || failAt("yaml.too_many_nodes", QCoreApplication::translate("yaml", "more than %1 values, aliases counted").arg(maximumNodes), at);
}

void Reader::setRange(Node& node, const yaml_mark_t& begin, const yaml_mark_t& end) const
{
    node.begin = m_positions.byteOf(begin.index);
    node.end = m_positions.byteOf(end.index);
    const base::Place place = m_positions.placeOf(node.begin);
    node.line = place.line;
    node.column = place.column;
}

/// libyaml ends a block scalar at the next token's line: give back the blank lines and comments that are not its text.
void Reader::trimBlockScalar(Node& node) const
{
    const qsizetype headerEnd = std::min(m_text.indexOf('\n', node.begin) < 0 ? m_text.size() : m_text.indexOf('\n', node.begin), node.end);
    const QByteArray header = m_text.mid(node.begin, headerEnd - node.begin);
    const bool keep = header.left(header.indexOf(' ') < 0 ? header.size() : header.indexOf(' ')).contains('+');
    qsizetype end = node.end;
    while (end > headerEnd) {
        const qsizetype start = m_text.lastIndexOf('\n', end - 1) + 1;
        if (start <= headerEnd || !m_text.mid(start, end - start).trimmed().isEmpty())
            break;
        end = start - 1; // a blank line, or the rest after the last line break
        if (keep)
            break;
    }
    if (end > 0 && end <= m_text.size() && m_text[end - 1] == '\r' && end > headerEnd)
        --end;
    node.end = std::max(end, std::min(headerEnd, node.end));
    if (node.end > node.begin && m_text[node.end - 1] == '\r')
        --node.end;
}

bool Reader::fail(const char* code, const QString& message, const base::Place& place)
{
    m_error = base::makeError(code, message, {m_file, place.line, place.column, keyPath()});
    return false;
}

bool Reader::failAt(const char* code, const QString& message, const Node& node)
{
    return fail(code, message, {m_file, node.line, node.column, {}});
}

void Reader::failFromParser(const yaml_parser_t& parser)
{
    const QString problem = parser.problem != nullptr ? QString::fromUtf8(parser.problem) : QStringLiteral("unknown");
    base::Place place = m_positions.placeOf(m_positions.byteOf(parser.problem_mark.index));
    if (parser.error == YAML_READER_ERROR)
        place = m_positions.placeOf(m_skip + qsizetype(parser.problem_offset));
    QString message = QCoreApplication::translate("yaml", "not valid YAML: %1").arg(problem);
    if (parser.context != nullptr) {
        const base::Place from = m_positions.placeOf(m_positions.byteOf(parser.context_mark.index));
        message = QCoreApplication::translate("yaml", "not valid YAML: %1, %2 that began at line %3, column %4")
                      .arg(problem, QString::fromUtf8(parser.context)).arg(from.line).arg(from.column);
    }
    fail("yaml.syntax", message, place);
}

QString Reader::keyPath() const
{
    QString path;
    for (const Frame& frame : m_frames) {
        if (frame.node.isSequence())
            path += QStringLiteral("[%1]").arg(frame.node.children.size());
        else if (!frame.node.keys.empty() && !frame.expectsKey())
            path += (path.isEmpty() ? QString() : QStringLiteral(".")) + frame.node.keys.back().text;
    }
    return path;
}

base::Result<Document> parse(const QByteArray& text, const QString& file)
{
    if (const auto checked = checkCharacters(text, file); !checked)
        return checked.error();
    return Reader(text, file).read();
}

} // namespace yaml
