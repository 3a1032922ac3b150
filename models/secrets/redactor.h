// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/secrets/spelling.h"

#include <array>
#include <vector>

namespace secrets {

/// Removes every known secret from texts before they leave the engine: in each writing of Spelling, in base64 (plain and URL-safe,
/// at each of the three alignments) and hexadecimal. Values shorter than four bytes are looked for in messages only: in data they
/// would take half of every text with them (conventions.md 2.3). A value; reading is thread-safe.
class Redactor {
public:
    /// `name` is what stands in a protected text for the value; two names may have one value.
    void add(const QString& name, const QString& value);

    [[nodiscard]] bool isEmpty() const { return m_forms.empty(); }
    /// Whether a secret that data are cleaned of occurs: a scan for whole pages.
    [[nodiscard]] bool occursIn(const QByteArray& utf8) const;
    [[nodiscard]] QByteArray redactData(const QByteArray& utf8) const; ///< secrets become `•••`
    [[nodiscard]] QString redactData(const QString& text) const;
    /// For messages, events and reports: short values too.
    [[nodiscard]] QString redact(const QString& text) const;
    /// True if the whole text is a secret, or a number that equals one, however it is written.
    [[nodiscard]] bool isSecret(const QByteArray& utf8) const;
    /// A secret is a number: occursIn() does not know its other writings (`1e3`).
    [[nodiscard]] bool hasNumbers() const { return !m_numbers.isEmpty(); }
    [[nodiscard]] static QByteArray mask();
    /// As redactData(), but with marks from which restore() gets the text back: for a next URL that must survive in a file.
    [[nodiscard]] QString protect(const QString& text) const;
    [[nodiscard]] QString restore(const QString& text) const;

private:
    struct Form {
        QByteArray fixed; ///< empty: any spelling
        Spelling spelling;
        QByteArray mark; ///< `${name#`
        bool isShort = false;
    };
    struct Found {
        qsizetype size = 0;
        QByteArray mark;
    };
    enum class Purpose { Data, Message, Protection };
    void addForm(Form form);
    [[nodiscard]] Found foundAt(const QByteArray& utf8, qsizetype at, Purpose purpose) const;
    [[nodiscard]] QByteArray replaced(const QByteArray& utf8, Purpose purpose) const;

    std::vector<Form> m_forms;
    std::array<std::vector<quint16>, 256> m_byFirst; ///< forms that may begin with a byte
    QVector<QByteArray> m_values;
    QVector<QByteArray> m_numbers; ///< as normalized
};

} // namespace secrets
