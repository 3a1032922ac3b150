// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/positions.h"

#include "models/yaml/document.h"

#include <QCoreApplication>

#include <algorithm>

namespace yaml {

namespace {

constexpr size_t positionStep = 256;

bool isContinuation(char byte)
{
    return (uchar(byte) & 0xC0) == 0x80;
}

/// Decodes one character; length 0 if it is not strict UTF-8 (overlong, surrogate, beyond U+10FFFF, cut).
struct Decoded {
    char32_t character = 0;
    qsizetype length = 0;
};
Decoded decodeAt(const QByteArray& text, qsizetype at)
{
    const uchar lead = uchar(text[at]);
    if (lead < 0x80)
        return {lead, 1};
    const qsizetype length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size())
        return {};
    char32_t character = lead & (0x7Fu >> length);
    for (qsizetype i = 1; i < length; ++i) {
        if (!isContinuation(text[at + i]))
            return {};
        character = (character << 6) | (uchar(text[at + i]) & 0x3Fu);
    }
    const bool overlong = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    if (overlong || (character >= 0xD800 && character < 0xE000) || character > 0x10FFFF)
        return {};
    return {character, length};
}

bool isForbidden(char32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF
        || c == 0xFFFE || c == 0xFFFF;
}

base::Error characterError(char32_t c, const base::Place& place)
{
    const QString name = QStringLiteral("U+%1").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
    if (c == '\r')
        return base::makeError("yaml.character",
            QCoreApplication::translate("yaml", "a carriage return without a line feed; expected LF or CRLF line ends"), place);
    return base::makeError("yaml.character",
        QCoreApplication::translate("yaml", "the character %1 is not allowed here; write it as an escape in double quotes").arg(name), place);
}

} // namespace

Positions::Positions(const QByteArray& text, qsizetype skip)
    : m_text(text)
    , m_skip(skip)
{
    m_lines.push_back(0);
    size_t characters = 0;
    for (qsizetype i = skip; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == '\n')
            m_lines.push_back(i + 1);
        if (isContinuation(byte)) {
            m_ascii = false;
            continue;
        }
        if (characters++ % positionStep == 0)
            m_every256.push_back(i);
    }
}

qsizetype Positions::byteOf(size_t character) const
{
    if (m_ascii)
        return std::min(m_skip + qsizetype(character), m_text.size());
    if (character / positionStep >= m_every256.size())
        return m_text.size();
    qsizetype byte = m_every256[character / positionStep];
    for (size_t rest = character % positionStep; rest > 0 && byte < m_text.size(); --rest) {
        ++byte;
        while (byte < m_text.size() && isContinuation(m_text[byte]))
            ++byte;
    }
    return byte;
}

/// A long line of many values must not cost its length for each of them: at most one step is counted.
qsizetype Positions::charactersBefore(qsizetype byte) const
{
    if (m_ascii)
        return std::max<qsizetype>(byte - m_skip, 0);
    const auto next = std::upper_bound(m_every256.begin(), m_every256.end(), byte);
    if (next == m_every256.begin())
        return 0;
    qsizetype characters = (next - m_every256.begin() - 1) * qsizetype(positionStep);
    for (qsizetype i = *std::prev(next); i < std::min(byte, m_text.size()); ++i)
        characters += isContinuation(m_text[i]) ? 0 : 1;
    return characters;
}

base::Place Positions::placeOf(qsizetype byte) const
{
    const auto next = std::upper_bound(m_lines.begin(), m_lines.end(), byte);
    const qsizetype column = charactersBefore(byte) - charactersBefore(*std::prev(next)) + 1;
    return {{}, int(next - m_lines.begin()), int(column), {}};
}

base::Result<void> checkCharacters(const QByteArray& text, const QString& file)
{
    if (text.size() > maximumBytes) {
        return base::makeError("yaml.too_large",
            QCoreApplication::translate("yaml", "the file has %1 bytes; at most %2 are read").arg(text.size()).arg(maximumBytes),
            {file, 1, 1, {}});
    }
    int line = 1;
    int column = 1;
    for (qsizetype i = text.startsWith("\xEF\xBB\xBF") ? 3 : 0; i < text.size();) {
        const Decoded decoded = decodeAt(text, i);
        const base::Place place{file, line, column, {}};
        if (decoded.length == 0) {
            return base::makeError("yaml.utf8",
                QCoreApplication::translate("yaml", "not UTF-8: byte %1 at offset %2").arg(QString::number(uchar(text[i]), 16).toUpper()).arg(i),
                place);
        }
        const bool loneReturn = decoded.character == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n');
        if (loneReturn || isForbidden(decoded.character))
            return characterError(decoded.character, place);
        i += decoded.length;
        ++column;
        if (decoded.character == '\n') {
            ++line;
            column = 1;
        }
    }
    return {};
}

} // namespace yaml
