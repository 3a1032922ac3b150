// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/redactor.h"

#include <algorithm>

namespace secrets {

namespace {

constexpr qsizetype shortestSecret = 4;

/// The part of a base64 text that only depends on `value` when `value` starts `offset` bytes into a group of three.
QByteArray base64At(const QByteArray& value, int offset, QByteArray::Base64Options options)
{
    const QByteArray whole = (QByteArray(offset, 'x') + value).toBase64(options | QByteArray::OmitTrailingEquals);
    const qsizetype from = offset == 0 ? 0 : offset + 1;
    const qsizetype bits = (offset + value.size()) * 8;
    return whole.mid(from, bits / 6 - from);
}

/// One writing for each decimal number; empty if it is none.
QByteArray normalizedNumber(const QByteArray& token)
{
    const qsizetype exponentAt = token.toLower().indexOf('e');
    bool isNumber = exponentAt < 0;
    qint64 exponent = isNumber ? 0 : token.mid(exponentAt + 1).toLongLong(&isNumber);
    QByteArray digits = exponentAt < 0 ? token : token.left(exponentAt);
    const bool isNegative = digits.startsWith('-');
    digits.remove(0, isNegative ? 1 : 0);
    if (const qsizetype point = digits.indexOf('.'); point >= 0) {
        exponent -= digits.size() - point - 1;
        digits.remove(point, 1);
    }
    if (!isNumber || digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    for (; digits.size() > 1 && digits.endsWith('0'); digits.chop(1))
        ++exponent;
    qsizetype zeros = 0;
    while (zeros + 1 < digits.size() && digits.at(zeros) == '0')
        ++zeros;
    return (isNegative ? "-" : "") + digits.mid(zeros) + 'e' + QByteArray::number(exponent);
}

} // namespace

QByteArray Redactor::mask()
{
    return "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2";
}

void Redactor::addForm(Form form)
{
    const auto index = quint16(m_forms.size());
    for (int byte = 0; byte < 256; ++byte) {
        if (form.fixed.isEmpty() ? form.spelling.mayStartWith(char(byte)) : form.fixed.at(0) == char(byte))
            m_byFirst[size_t(byte)].push_back(index);
    }
    m_forms.push_back(std::move(form));
}

void Redactor::add(const QString& name, const QString& value)
{
    const QByteArray raw = value.toUtf8();
    if (raw.isEmpty() || m_values.contains(raw))
        return;
    m_values.append(raw);
    const QByteArray mark = "${" + name.toUtf8().toPercentEncoding() + '#';
    const bool isShort = raw.size() < shortestSecret;
    addForm({{}, Spelling(value), mark, isShort});
    if (isShort)
        return;
    QVector<QByteArray> forms{raw.toHex(), raw.toHex().toUpper()};
    for (int offset = 0; offset < 3; ++offset)
        forms << base64At(raw, offset, QByteArray::Base64Encoding) << base64At(raw, offset, QByteArray::Base64UrlEncoding);
    for (qsizetype i = 0; i < forms.size(); ++i) {
        if (forms.at(i).size() >= shortestSecret && forms.indexOf(forms.at(i)) == i)
            addForm({forms.at(i), {}, mark + QByteArray::number(i) + '}', false});
    }
    if (const QByteArray number = normalizedNumber(raw); !number.isEmpty())
        m_numbers.append(number);
}

/// The longest that stands there.
Redactor::Found Redactor::foundAt(const QByteArray& utf8, qsizetype at, Purpose purpose) const
{
    Found found;
    for (const quint16 index : m_byFirst[uchar(utf8.at(at))]) {
        const Form& form = m_forms[index];
        if (form.isShort && purpose != Purpose::Message)
            continue;
        if (form.fixed.isEmpty()) {
            const Spelling::Match match = form.spelling.matchAt(utf8, at);
            if (match.size > found.size)
                found = {match.size, form.mark + match.letters + '}'};
        } else if (form.fixed.size() > found.size && utf8.size() - at >= form.fixed.size() && std::equal(form.fixed.begin(), form.fixed.end(), utf8.begin() + at)) {
            found = {form.fixed.size(), form.mark};
        }
    }
    return found;
}

bool Redactor::occursIn(const QByteArray& utf8) const
{
    for (qsizetype at = 0; !m_forms.empty() && at < utf8.size(); ++at) {
        if (!m_byFirst[uchar(utf8.at(at))].empty() && foundAt(utf8, at, Purpose::Data).size > 0)
            return true;
    }
    return false;
}

bool Redactor::isSecret(const QByteArray& utf8) const
{
    if (utf8.size() >= shortestSecret && m_values.contains(utf8))
        return true;
    if (m_numbers.isEmpty())
        return false;
    const QByteArray number = normalizedNumber(utf8);
    return !number.isEmpty() && m_numbers.contains(number);
}

QByteArray Redactor::replaced(const QByteArray& utf8, Purpose purpose) const
{
    QByteArray result;
    qsizetype copied = 0;
    for (qsizetype at = 0; !m_forms.empty() && at < utf8.size();) {
        const bool mayBe = !m_byFirst[uchar(utf8.at(at))].empty();
        const Found found = mayBe ? foundAt(utf8, at, purpose) : Found();
        if (found.size == 0) {
            ++at;
            continue;
        }
        result.append(utf8.constData() + copied, at - copied);
        result.append(purpose == Purpose::Protection ? found.mark : mask());
        at += found.size;
        copied = at;
    }
    return copied == 0 ? utf8 : result.append(utf8.constData() + copied, utf8.size() - copied);
}

QByteArray Redactor::redactData(const QByteArray& utf8) const
{
    return replaced(utf8, Purpose::Data);
}

QString Redactor::redactData(const QString& text) const
{
    return m_forms.empty() ? text : QString::fromUtf8(replaced(text.toUtf8(), Purpose::Data));
}

QString Redactor::redact(const QString& text) const
{
    return m_forms.empty() ? text : QString::fromUtf8(replaced(text.toUtf8(), Purpose::Message));
}

QString Redactor::protect(const QString& text) const
{
    return m_forms.empty() ? text : QString::fromUtf8(replaced(text.toUtf8(), Purpose::Protection));
}

QString Redactor::restore(const QString& text) const
{
    QByteArray result = text.toUtf8();
    for (const Form& form : m_forms) {
        if (!form.fixed.isEmpty()) {
            result.replace(form.mark, form.fixed);
            continue;
        }
        for (qsizetype at = result.indexOf(form.mark); at >= 0; at = result.indexOf(form.mark, at + 1)) {
            const qsizetype letters = at + form.mark.size();
            const qsizetype end = result.indexOf('}', letters);
            const QByteArray spelled = end > letters && result.at(letters) >= 'a' ? form.spelling.spelled(result.mid(letters, end - letters)) : QByteArray();
            if (!spelled.isEmpty())
                result.replace(at, end + 1 - at, spelled);
        }
    }
    return QString::fromUtf8(result);
}

} // namespace secrets
