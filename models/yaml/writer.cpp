// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace yaml {

namespace {

bool writerIsWord(QStringView text)
{
    static const std::array<const char*, 12> words{"true", "false", "yes", "no", "on", "off", "y", "n", "null", "none", "nan", "inf"};
    for (const char* word : words) {
        if (text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// What no reader turns into a number, a date or a time of day although it begins with a digit: `0 3 * * *`, `2 tables`.
bool writerIsNoNumber(QStringView text)
{
    bool strange = false;
    for (const QChar c : text) {
        if (c == u'*' || (c.unicode() < 0x80 && c.isLetter() && !QStringLiteral("abcdefinotxzABCDEFINOTXZ").contains(c)))
            strange = true;
    }
    return strange;
}

bool writerIsPrintable(char32_t c)
{
    if (c < 0x80)
        return c >= 0x20 && c < 0x7F;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return true;
    }
}

/// Raw inside double quotes for all seven readers (data/yaml/README.md); everything else is escaped.
bool writerMustEscape(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029 || c == 0x200B || c == 0x202E || c == 0x2060 || c == 0xFEFF
        || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

void writerAppendEscape(QByteArray& out, char32_t c)
{
    const int width = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
    out += width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U";
    out += QByteArray::number(uint(c), 16).toUpper().rightJustified(width, '0');
}

/// A literal block without indentation indicator and without `+` can hold it exactly.
bool writerFitsLiteral(const QString& text)
{
    if (!text.contains(u'\n') || text.startsWith(u'\n') || text.startsWith(u' ') || text.endsWith(QLatin1String("\n\n")))
        return false;
    for (const QString& line : text.split(u'\n')) {
        if (!line.isEmpty() && line.trimmed().isEmpty())
            return false;
    }
    for (const char32_t c : text.toUcs4()) {
        if (c != '\n' && c != '\t' && writerMustEscape(c))
            return false;
    }
    return !text.startsWith(u'\t');
}

QByteArray writerScalar(const Value& value, bool flow)
{
    switch (value.type) {
    case Value::Type::Bool: return value.boolean ? "true" : "false";
    case Value::Type::Int: return QByteArray::number(value.integer);
    case Value::Type::Real: return realText(value.real);
    case Value::Type::Text: break;
    default: return "null";
    }
    if (value.style == Value::Style::Double)
        return doubleQuoted(value.string);
    if (value.style == Value::Style::Single)
        return singleQuoted(value.string).value_or(doubleQuoted(value.string));
    return quoted(value.string, flow);
}

QByteArray writerLiteral(const QString& text, int indent, const QByteArray& lineBreak)
{
    QByteArray out = text.endsWith(u'\n') ? " |" : " |-";
    for (const QString& line : (text.endsWith(u'\n') ? text.chopped(1) : text).split(u'\n')) {
        out += lineBreak;
        if (!line.isEmpty())
            out += QByteArray(indent, ' ') + line.toUtf8();
    }
    return out;
}

QByteArray writerBlock(const Value& value, int indent, const QByteArray& lineBreak, bool afterDash)
{
    QByteArray out;
    for (size_t i = 0; i < value.items.size(); ++i) {
        out += i == 0 && afterDash ? QByteArray(" ") : lineBreak + QByteArray(indent, ' ');
        if (value.type == Value::Type::List) {
            out += "-" + emitAfter(value.items[i], indent + 2, lineBreak, true);
            continue;
        }
        const QByteArray key = emitKey(value.keys[qsizetype(i)]);
        // YAML takes a key without `?` only up to 1024 characters.
        out += key.size() > 1000 ? "? " + key.chopped(1) + lineBreak + QByteArray(indent, ' ') + ':' : key;
        out += emitAfter(value.items[i], indent + 2, lineBreak);
    }
    return out;
}

} // namespace

bool mayStayPlain(QStringView text, bool flow)
{
    if (text.isEmpty() || text.size() > 800 || writerIsWord(text))
        return false;
    const QChar first = text.front();
    const bool word = first == u'_' || first == u'/' || first == u'$' || first.isLetter() || first.isHighSurrogate();
    if (!word && !(first.unicode() >= u'0' && first.unicode() <= u'9' && writerIsNoNumber(text)))
        return false;
    if (text.back() == u' ' || text.back() == u':' || text.contains(QLatin1String(": ")) || text.contains(QLatin1String(" #"))
        || text.contains(QLatin1String(" ?")) || (flow && text.contains(u':')))
        return false;
    for (const char32_t c : text.toUcs4()) {
        if (!writerIsPrintable(c) || (c < 0x80 && QStringLiteral("[]{},\"'`").contains(QChar(char16_t(c)))))
            return false;
    }
    return !text.toString().contains(QChar(QChar::ReplacementCharacter));
}

QByteArray doubleQuoted(const QString& text)
{
    QByteArray out("\"");
    for (char32_t c : text.toUcs4()) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\t': out += "\\t"; break;
        case '\r': out += "\\r"; break;
        default:
            if (writerMustEscape(c))
                writerAppendEscape(out, c);
            else
                out += QString::fromUcs4(&c, 1).toUtf8();
        }
    }
    return out + '"';
}

std::optional<QByteArray> singleQuoted(const QString& text)
{
    for (const char32_t c : text.toUcs4()) {
        if (writerMustEscape(c))
            return std::nullopt;
    }
    return '\'' + QString(text).replace(u'\'', QLatin1String("''")).toUtf8() + '\'';
}

QByteArray quoted(const QString& text, bool flow)
{
    if (mayStayPlain(text, flow))
        return text.toUtf8();
    if ((text.contains(u'"') || text.contains(u'\\')) && !text.contains(u'\''))
        return singleQuoted(text).value_or(doubleQuoted(text));
    return doubleQuoted(text);
}

QByteArray realText(double value)
{
    if (std::isnan(value))
        return ".nan";
    if (std::isinf(value))
        return value < 0 ? "-.inf" : ".inf";
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    QByteArray text(buffer.data(), end.ptr - buffer.data());
    // YAML 1.1 takes `1e3` as text: a point makes it a number for all readers.
    const qsizetype exponent = text.indexOf('e');
    if (!text.contains('.'))
        text.insert(exponent < 0 ? text.size() : exponent, ".0");
    return text;
}

QByteArray emitKey(const QString& key, bool flow)
{
    return quoted(key, flow) + ':';
}

bool endsInLiteral(const Value& value)
{
    if (value.isCollection())
        return !value.flow && !value.items.empty() && endsInLiteral(value.items.back());
    const bool literal = value.style == Value::Style::Automatic || value.style == Value::Style::Literal;
    return value.type == Value::Type::Text && literal && value.string.endsWith(u'\n') && writerFitsLiteral(value.string);
}

QByteArray emitFlow(const Value& value)
{
    if (!value.isCollection())
        return writerScalar(value, true);
    const bool map = value.type == Value::Type::Map;
    QByteArray out(map ? "{" : "[");
    for (size_t i = 0; i < value.items.size(); ++i) {
        out += i == 0 ? "" : ", ";
        out += map ? emitKey(value.keys[qsizetype(i)], true) + ' ' : QByteArray();
        out += emitFlow(value.items[i]);
    }
    return out + (map ? '}' : ']');
}

QByteArray emitAfter(const Value& value, int indent, const QByteArray& lineBreak, bool afterDash)
{
    if (value.isCollection())
        return value.flow || value.items.empty() ? ' ' + emitFlow(value) : writerBlock(value, indent, lineBreak, afterDash);
    const bool literal = value.style == Value::Style::Automatic || value.style == Value::Style::Literal;
    if (value.type == Value::Type::Text && literal && writerFitsLiteral(value.string))
        return writerLiteral(value.string, indent, lineBreak);
    return ' ' + writerScalar(value, false);
}

QByteArray emitDocument(const Value& value)
{
    if (value.isCollection() && !value.flow && !value.items.empty())
        return emitAfter(value, 0, "\n", false).mid(1) + '\n';
    return emitAfter(value, 2, "\n", false).mid(1) + '\n';
}

} // namespace yaml
