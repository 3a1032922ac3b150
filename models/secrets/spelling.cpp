// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/spelling.h"

#include <QVarLengthArray>

#include <algorithm>

namespace secrets {

namespace {

QByteArray spellingHex(uint number, int width, bool upper)
{
    const QByteArray digits = QByteArray::number(number, 16).rightJustified(width, '0');
    return upper ? digits.toUpper() : digits;
}

/// `prefix` and two digits before each byte.
QByteArray eachByte(const QByteArray& bytes, const char* prefix, bool upper)
{
    QByteArray text;
    for (const char byte : bytes)
        text += prefix + spellingHex(uint(uchar(byte)), 2, upper);
    return text;
}

/// What JSON, C and HTML have a name for.
QVector<QByteArray> named(char32_t c)
{
    switch (c) {
    case U'"': return {"\\\"", "\\\\\\\"", "&quot;"};
    case U'\'': return {"\\'", "&apos;"};
    case U'\\': return {"\\\\", "\\\\\\\\"};
    case U'/': return {"\\/", "\\\\/"};
    case U'&': return {"&amp;"};
    case U'<': return {"&lt;"};
    case U'>': return {"&gt;"};
    case U' ': return {"+"};
    case U'\b': return {"\\b"};
    case U'\f': return {"\\f"};
    case U'\n': return {"\\n"};
    case U'\r': return {"\\r"};
    case U'\t': return {"\\t"};
    default: return {};
    }
}

QVector<QByteArray> waysOf(char32_t c)
{
    const QString text = QString::fromUcs4(&c, 1);
    const QByteArray plain = text.toUtf8();
    QVector<QByteArray> ways{plain};
    ways << named(c) << "&#" + QByteArray::number(uint(c)) + ';';
    for (const bool upper : {false, true}) {
        QByteArray escape;
        QByteArray twice;
        for (const QChar unit : text) {
            escape += "\\u" + spellingHex(unit.unicode(), 4, upper);
            twice += "\\\\u" + spellingHex(unit.unicode(), 4, upper);
        }
        ways << escape << twice << eachByte(plain, "%", upper) << eachByte(plain, "%25", upper) << eachByte(plain, "\\x", upper);
        ways << "&#x" + spellingHex(uint(c), 1, upper) + ';' << "&#x" + spellingHex(uint(c), 4, upper) + ';';
    }
    return ways;
}

} // namespace

Spelling::Spelling(const QString& value)
{
    const auto characters = value.toUcs4();
    for (const uint c : characters)
        m_ways.append(waysOf(c));
}

bool Spelling::mayStartWith(char byte) const
{
    return !m_ways.isEmpty() && std::any_of(m_ways.first().begin(), m_ways.first().end(), [&](const QByteArray& way) { return way.at(0) == byte; });
}

/// All ways at once, each end once: a value of backslashes can be read in many ways.
Spelling::Match Spelling::matchAt(const QByteArray& utf8, qsizetype at) const
{
    struct Step {
        qsizetype end;
        int before;
        char letter;
    };
    QVarLengthArray<Step, 64> steps;
    steps.append({at, -1, 0});
    int first = 0;
    for (const QVector<QByteArray>& ways : m_ways) {
        const int last = int(steps.size());
        for (int from = first; from < last; ++from) {
            const qsizetype here = steps[from].end;
            for (int way = 0; way < int(ways.size()) && here < utf8.size(); ++way) {
                const QByteArray& writing = ways[way];
                if (writing.at(0) != utf8.at(here) || utf8.size() - here < writing.size() || !std::equal(writing.begin(), writing.end(), utf8.begin() + here))
                    continue;
                const qsizetype end = here + writing.size();
                if (std::none_of(steps.begin() + last, steps.end(), [&](const Step& step) { return step.end == end; }))
                    steps.append({end, from, char('a' + way)});
            }
        }
        first = last;
        if (first == int(steps.size()))
            return {};
    }
    int best = first;
    for (int i = first; i < int(steps.size()); ++i)
        best = steps[i].end > steps[best].end ? i : best;
    Match match{steps[best].end - at, {}};
    for (int step = best; step > 0; step = steps[step].before)
        match.letters.prepend(steps[step].letter);
    return match;
}

QByteArray Spelling::spelled(const QByteArray& letters) const
{
    QByteArray text;
    for (qsizetype i = 0; i < std::min(letters.size(), m_ways.size()); ++i)
        text += m_ways.at(i).value(letters.at(i) - 'a');
    return text;
}

} // namespace secrets
