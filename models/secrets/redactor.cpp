// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace secrets {

namespace {

constexpr qsizetype shortestSecret = 4;

QByteArray jsonEscaped(const QString& value, bool ascii)
{
    QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    text = text.mid(2, text.size() - 4);
    if (!ascii)
        return text;
    QByteArray escaped;
    for (const QChar c : QString::fromUtf8(text)) {
        if (c.unicode() < 128)
            escaped.append(char(c.unicode()));
        else
            escaped.append("\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0'));
    }
    return escaped;
}

QByteArray lowerEscapes(QByteArray text)
{
    for (qsizetype i = 0; i + 2 < text.size(); ++i) {
        if (text.at(i) == '%') {
            const QByteArray digits = text.mid(i + 1, 2).toLower();
            text.replace(i + 1, 2, digits);
        }
    }
    return text;
}

/// The part of a base64 text that only depends on `value` when `value` starts `offset` bytes into a group of three.
QByteArray base64At(const QByteArray& value, int offset, QByteArray::Base64Options options)
{
    const QByteArray whole = (QByteArray(offset, 'x') + value).toBase64(options | QByteArray::OmitTrailingEquals);
    const qsizetype from = offset == 0 ? 0 : offset + 1;
    const qsizetype bits = (offset + value.size()) * 8;
    return whole.mid(from, bits / 6 - from);
}

QVector<QByteArray> percentForms(const QByteArray& value)
{
    QVector<QByteArray> forms;
    const QByteArray encoded = value.toPercentEncoding();
    const QByteArray reserved = value.toPercentEncoding("!$'()*,:;@/?");
    const QByteArray everything = value.toPercentEncoding({}, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~");
    for (const QByteArray& form : {encoded, reserved, everything, encoded.toPercentEncoding()})
        forms << form << lowerEscapes(form) << QByteArray(form).replace("%20", "+");
    return forms;
}

} // namespace

void Redactor::addForm(const QString& name, int index, const QByteArray& bytes)
{
    if (bytes.size() < shortestSecret)
        return;
    const auto same = [&](const Form& form) { return form.bytes == bytes; };
    if (std::any_of(m_forms.begin(), m_forms.end(), same))
        return;
    m_forms.append({bytes, "${" + name.toUtf8().toPercentEncoding() + '#' + QByteArray::number(index) + '}'});
}

void Redactor::add(const QString& name, const QString& value)
{
    const QByteArray raw = value.toUtf8();
    if (raw.size() < shortestSecret)
        return;
    m_values.append(raw);
    QVector<QByteArray> forms{raw, jsonEscaped(value, false), jsonEscaped(value, true), jsonEscaped(value, false).replace('/', "\\/")};
    forms << percentForms(raw) << raw.toHex() << raw.toHex().toUpper();
    forms << QByteArray(raw).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    for (int offset = 0; offset < 3; ++offset)
        forms << base64At(raw, offset, QByteArray::Base64Encoding) << base64At(raw, offset, QByteArray::Base64UrlEncoding);
    for (int i = 0; i < int(forms.size()); ++i)
        addForm(name, i, forms.at(i));
    std::stable_sort(m_forms.begin(), m_forms.end(), [](const Form& a, const Form& b) { return a.bytes.size() > b.bytes.size(); });
}

bool Redactor::occursIn(const QByteArray& utf8) const
{
    return std::any_of(m_forms.begin(), m_forms.end(), [&](const Form& form) { return utf8.contains(form.bytes); });
}

bool Redactor::isSecret(const QByteArray& utf8) const
{
    return m_values.contains(utf8);
}

QByteArray Redactor::replaced(const QByteArray& utf8, bool marks) const
{
    QByteArray result = utf8;
    for (const Form& form : m_forms)
        result.replace(form.bytes, marks ? form.mark : QByteArray("\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2"));
    return result;
}

QByteArray Redactor::redact(const QByteArray& utf8) const
{
    return replaced(utf8, false);
}

QString Redactor::redact(const QString& text) const
{
    return m_forms.isEmpty() ? text : QString::fromUtf8(replaced(text.toUtf8(), false));
}

QString Redactor::protect(const QString& text) const
{
    return m_forms.isEmpty() ? text : QString::fromUtf8(replaced(text.toUtf8(), true));
}

QString Redactor::restore(const QString& text) const
{
    QByteArray result = text.toUtf8();
    for (const Form& form : m_forms)
        result.replace(form.mark, form.bytes);
    return QString::fromUtf8(result);
}

} // namespace secrets
