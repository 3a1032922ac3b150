// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace secrets {

/// Removes every known secret from texts before they leave the engine: raw, percent-encoded (also twice), JSON-escaped,
/// base64 (plain and URL-safe, at each of the three alignments) and hexadecimal. Values shorter than four bytes are not
/// looked for: they would take half of every text with them (conventions.md 2.3). A value; reading is thread-safe.
class Redactor {
public:
    /// `name` is what stands in a protected text for the value; two names may have one value.
    void add(const QString& name, const QString& value);

    [[nodiscard]] bool isEmpty() const { return m_forms.isEmpty(); }
    /// Whether any form of a secret occurs: a fast scan for whole pages.
    [[nodiscard]] bool occursIn(const QByteArray& utf8) const;
    [[nodiscard]] QByteArray redact(const QByteArray& utf8) const; ///< secrets become `•••`
    [[nodiscard]] QString redact(const QString& text) const;
    /// True if the whole text is a secret (a number that equals one).
    [[nodiscard]] bool isSecret(const QByteArray& utf8) const;
    /// As redact(), but with marks from which restore() gets the text back: for a next URL that must survive in a file.
    [[nodiscard]] QString protect(const QString& text) const;
    [[nodiscard]] QString restore(const QString& text) const;

private:
    struct Form {
        QByteArray bytes;
        QByteArray mark; ///< `${name#index}`
    };
    void addForm(const QString& name, int index, const QByteArray& bytes);
    [[nodiscard]] QByteArray replaced(const QByteArray& utf8, bool marks) const;

    QVector<Form> m_forms; ///< longest first
    QVector<QByteArray> m_values;
};

} // namespace secrets
